import { type Command, Option } from 'commander';
import { RULES } from '../../check/rules/index.ts';
import { type Diagnostic, tally } from '../../diagnostics/diagnostic.ts';
import { renderDiagnostics, tallyWords } from '../../render/diagnostics/text.ts';
import { renderJson } from '../../render/json.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { diagnosticsData } from '../../report/diagnostics-data.ts';
import { plural } from '../../report/phrases.ts';
import { type CliContext, type CommandResult, screenOf } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { choosePlan, findPlansFolder, planIds } from '../find-plans.ts';
import { loadChecked } from '../load-evaluated.ts';
import { plansOption, todayOption, wholeNumber, widthOption } from '../options.ts';
import type { Session } from '../session.ts';

const KONTROLL_FORMATS = ['text', 'json'] as const;

interface KontrollOptions {
  readonly plans?: string;
  readonly idag?: string;
  readonly format: (typeof KONTROLL_FORMATS)[number];
  /** How many findings are told in text; 0 for all. */
  readonly max: number;
  readonly bredd?: number;
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
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format').choices([...KONTROLL_FORMATS]).default('text', 'text'),
    )
    .option('--max <antal>', 'visa högst så många fynd i text; 0 visar alla', wholeNumber, 100)
    .addOption(widthOption())
    .addOption(todayOption())
    .addOption(plansOption())
    .action(async (plan, options) => {
      session.result = await runKontroll(plan, options, session.context);
    });
}

/** `vp kontroll [2025]`: every rule on one plan, or on all. */
async function runKontroll(
  named: string | undefined,
  options: KontrollOptions,
  context: CliContext,
): Promise<CommandResult> {
  const folder = findPlansFolder(context, options.plans);
  const ids = named === undefined ? planIds(folder) : [choosePlan(folder, named)];
  if (ids.length === 0) {
    choosePlan(folder, undefined);
  }
  const found = new Map<string, Diagnostic>();
  for (const id of ids) {
    for (const diagnostic of (await loadChecked(folder, id, { idag: options.idag ?? context.idag, rules: RULES }))
      .diagnostics) {
      // What stands in a file of all plans, such as organisation.yaml, is found once for each plan.
      found.set(
        `${diagnostic.code}|${diagnostic.place.file.path}|${diagnostic.place.start}|${diagnostic.message}`,
        diagnostic,
      );
    }
  }
  const diagnostics = [...found.values()];
  const exitCode = tally(diagnostics).fel > 0 ? EXIT.errors : EXIT.ok;
  if (options.format === 'json') {
    return { stdout: renderJson(diagnosticsData(diagnostics)), stderr: '', exitCode };
  }
  const theme = themeFor(screenOf(context, options.bredd ?? null));
  const told = renderDiagnostics(diagnostics, theme, options.max === 0 ? Number.POSITIVE_INFINITY : options.max);
  const summary = `${plural(ids.length, 'plan', 'planer')} (${ids.join(', ')}): ${diagnostics.length === 0 ? 'inga fynd' : tallyWords(diagnostics)}`;
  return { stdout: `${told}${told === '' ? '' : '\n'}${summary}\n`, stderr: '', exitCode };
}
