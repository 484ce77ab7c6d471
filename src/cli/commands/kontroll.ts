import { type Command, Option } from 'commander';
import { påstående } from '../../check/rules/pastaende.ts';
import type { Severity } from '../../diagnostics/codes.ts';
import { type Diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.ts';
import type { PlansFolder } from '../../load/load-plan.ts';
import { SIDE_FILES } from '../../load/plan-files.ts';
import { pushAll } from '../../model/lists.ts';
import type { Påstående } from '../../model/pastaende.ts';
import { renderGithub } from '../../render/diagnostics/github.ts';
import { renderJunit } from '../../render/diagnostics/junit.ts';
import { renderDiagnostics, tallyWords } from '../../render/diagnostics/text.ts';
import { renderJson } from '../../render/json.ts';
import { type Screen, themeFor } from '../../render/terminal/theme.ts';
import { visible } from '../../render/visible.ts';
import { diagnosticsData } from '../../report/diagnostics-data.ts';
import { plural } from '../../report/phrases.ts';
import { RULE_INFOS, type RuleInfo } from '../../report/rule-infos.ts';
import { checkTemplates } from '../check-templates.ts';
import { chooseRules } from '../choose-rules.ts';
import { type CliContext, type CommandResult, screenOf } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { choosePlan, findPlansFolder, planIds } from '../find-plans.ts';
import { loadChecked } from '../load-evaluated.ts';
import { plansOption, todayOption, wholeNumber, widthOption } from '../options.ts';
import { checkOutputs, type Output, outputsOption } from '../outputs-option.ts';
import type { Session } from '../session.ts';

const KONTROLL_FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
type KontrollFormat = (typeof KONTROLL_FORMATS)[number];

const LEVELS = ['fel', 'varning', 'notis'] as const satisfies readonly Severity[];

interface KontrollOptions {
  readonly plans?: string;
  readonly idag?: string;
  readonly format?: readonly Output<KontrollFormat>[];
  readonly regel?: string;
  readonly niva: Severity;
  /** How many findings are told in text; 0 for all. */
  readonly max: number;
  readonly bredd?: number;
}

interface FoundPlan {
  readonly id: string;
  /** `plans/2025` */
  readonly folder: string;
  readonly isRead: boolean;
}

/** What was found, and what it was found by: all that the formats draw from. */
interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** The published figures that were held against the plans. */
  readonly claims: readonly Påstående[];
  readonly plans: readonly FoundPlan[];
  readonly rules: readonly RuleInfo[];
  readonly failing: readonly Severity[];
  readonly version: string;
}

/** The command as the command line knows it. */
export function addKontroll(program: Command, session: Session): void {
  program
    .command('kontroll')
    .alias('check')
    .summary('kontrollera planens filer')
    .description(
      'Prövar planens filer mot alla regler och visar varje fynd på sin plats. Utan plan prövas alla planer.',
    )
    .argument('[plan]', 'planens mapp, till exempel 2025')
    .addOption(outputsOption(KONTROLL_FORMATS))
    .option('--regel <regler>', 'bara dessa regler, till exempel mal-utan-malvarde,VP203')
    .addOption(
      new Option('--niva <allvar>', 'allvar som ger slutkod 1; notiser räknas aldrig')
        .choices([...LEVELS])
        .default('fel', 'fel'),
    )
    .option('--max <antal>', 'visa högst så många fynd i text; 0 visar alla', wholeNumber, 100)
    .addOption(widthOption())
    .addOption(todayOption())
    .addOption(plansOption())
    .action(async (plan, options) => {
      session.result = await runKontroll(plan, options, session.context, program.version() ?? '');
    });
}

/** `vp kontroll [2025]`: every rule on one plan, or on all. */
async function runKontroll(
  named: string | undefined,
  options: KontrollOptions,
  context: CliContext,
  version: string,
): Promise<CommandResult> {
  const folder = findPlansFolder(context, options.plans);
  const outputs = options.format ?? [{ format: 'text', path: null }];
  checkOutputs(outputs, context.cwd, folder.path);
  const rules = options.regel === undefined ? RULE_INFOS : chooseRules(options.regel);
  const ids = named === undefined ? planIds(folder) : [choosePlan(folder, named)];
  if (ids.length === 0) {
    choosePlan(folder, undefined);
  }
  const { diagnostics, claims, plans } = await findAll(
    folder,
    ids,
    rules,
    options.idag ?? context.idag,
    context.templates,
  );
  const failing: readonly Severity[] = options.niva === 'fel' ? ['fel'] : ['fel', 'varning'];
  const findings: Findings = { diagnostics, claims, plans, rules, failing, version };
  const screen = screenOf(context, options.bredd ?? null);
  const drawn = await Promise.all(
    outputs.map(async ({ format, path }) => ({
      path,
      text: await draw(format, findings, path === null ? screen : { ...screen, colours: 0, utf8: true }, options.max),
    })),
  );
  const onStdout = drawn.find(({ path }) => path === null);
  return {
    stdout: onStdout?.text ?? '',
    stderr: onStdout === undefined ? `${summary(findings)}\n` : '',
    exitCode: diagnostics.some(({ severity }) => failing.includes(severity)) ? EXIT.errors : EXIT.ok,
    files: drawn.flatMap(({ path, text }) => (path === null ? [] : [{ path, content: text }])),
  };
}

/** What stands in a file of all plans, such as organisation.yaml, is found in each plan and told once. */
async function findAll(
  folder: PlansFolder,
  ids: readonly string[],
  rules: readonly RuleInfo[],
  idag: string,
  builtIn: string,
): Promise<Pick<Findings, 'diagnostics' | 'claims' | 'plans'>> {
  const codes = new Set(rules.map(({ code }) => code));
  const found = new Map<string, Diagnostic>();
  const plans: FoundPlan[] = [];
  const claims: Påstående[] = [];
  for (const id of ids) {
    const checked = await loadChecked(folder, id, { idag, beside: SIDE_FILES, rules: 'all' });
    const { plan } = checked;
    const templates = await checkTemplates(checked, { folder, plan: id, builtIn }, idag);
    pushAll(claims, codes.has(påstående.code) ? (plan?.påståenden ?? []) : []);
    plans.push({ id, folder: `${folder.shown}/${id}`, isRead: plan !== null });
    for (const diagnostic of [...checked.diagnostics, ...templates]) {
      const { code, place, message } = diagnostic;
      if (codes.has(code)) {
        found.set(`${code}|${place.file.path}|${place.start}|${message}`, diagnostic);
      }
    }
  }
  return { diagnostics: sortDiagnostics([...found.values()]), claims, plans };
}

async function draw(format: KontrollFormat, findings: Findings, screen: Screen, max: number): Promise<string> {
  const { diagnostics, claims, plans, rules, failing, version } = findings;
  switch (format) {
    case 'text': {
      const told = renderDiagnostics(diagnostics, themeFor(screen), max === 0 ? Number.POSITIVE_INFINITY : max);
      return `${told}${told === '' ? '' : '\n'}${summary(findings)}\n`;
    }
    case 'json':
      return renderJson(diagnosticsData(diagnostics, claims));
    case 'sarif': {
      const { renderSarif } = await import('../../render/diagnostics/sarif.ts');
      return renderSarif(diagnostics, rules, version);
    }
    case 'github':
      return renderGithub(diagnostics, rules);
    case 'junit':
      return renderJunit(diagnostics, { plans, rules, failing });
  }
}

/** `2 planer (2022, 2025): 2 fel, 1 varning` */
function summary({ plans, diagnostics }: Findings): string {
  const found = diagnostics.length === 0 ? 'inga fynd' : tallyWords(diagnostics);
  return `${plural(plans.length, 'plan', 'planer')} (${visible(plans.map(({ id }) => id).join(', '))}): ${found}`;
}
