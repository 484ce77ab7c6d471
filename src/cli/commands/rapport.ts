import { extname, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Diagnostic, tally } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { readTemplate, templateNames } from '../../load/read-template.ts';
import type { Plan } from '../../model/plan.ts';
import { renderDiagnostics, tallyWords } from '../../render/diagnostics/text.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { visible } from '../../render/visible.ts';
import type { ReportDocument } from '../../report/document/document.ts';
import type { Compared } from '../../report/document/revision.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { findMålområde } from '../choose-filter.ts';
import { type PeriodOptions, statedPeriod } from '../choose-period.ts';
import { type CliContext, type CommandResult, screenOf, UsageError } from '../context.ts';
import { drawReport, RAPPORT_FORMATS, type RapportFormat } from '../draw-report.ts';
import { EXIT } from '../exit-code.ts';
import { choosePlan, findPlansFolder } from '../find-plans.ts';
import { loadBeside, loadChecked } from '../load-evaluated.ts';
import { plansOption, todayOption } from '../options.ts';
import { readEarlier } from '../read-earlier.ts';
import type { Session } from '../session.ts';

interface RapportOptions extends PeriodOptions {
  readonly plans?: string;
  readonly idag?: string;
  readonly mall: string;
  readonly organ?: string;
  readonly jamfor?: string;
  readonly malomrade?: string;
  readonly format?: RapportFormat;
  readonly ut?: string;
}

/** The command as the command line knows it. */
export function addRapport(program: Command, session: Session): void {
  program
    .command('rapport')
    .summary('sammanställning att publicera')
    .description(
      'Skriver sammanställningen av måluppfyllelsen: som webbsida, PDF, Word, Excel, Markdown eller JSON. Formatet följer filens namn.',
    )
    .argument('[plan]', 'planens mapp, till exempel 2025; utan den tas den senaste')
    .option('-t, --tertial <nummer>', 'tertial 1, 2 eller 3')
    .option('-p, --period <period>', 'period, till exempel 2025-T1, 2025-03 eller 2025')
    .addOption(new Option('-m, --mall <namn>', 'rapportens mall').default('bilaga1', 'bilaga1'))
    .option('--organ <organ>', 'organet som mallen kallar vald, till exempel hsn')
    .option(
      '--jamfor <version>',
      'märk vad som är reviderat sedan en annan plan, planmapp eller git-revision, till exempel main',
    )
    .option('--malomrade <målområde>', 'bara ett målområde, i mallar som låter det väljas: uppfoljning')
    .addOption(
      new Option('-f, --format <format>', 'rapportens format; annars efter filens namn').choices([...RAPPORT_FORMATS]),
    )
    .option('-o, --ut <fil>', 'filen som skrivs, - för standard ut; annars <mall>-<period> i mappen du står i')
    .addOption(todayOption())
    .addOption(plansOption())
    .action(async (plan, options) => {
      session.result = await runRapport(plan, options, session.context);
    });
}

/** `vp rapport 2025 --tertial 1 -o bilaga1.pdf`. */
async function runRapport(
  named: string | undefined,
  options: RapportOptions,
  context: CliContext,
): Promise<CommandResult> {
  const format = formatOf(options);
  const folder = findPlansFolder(context, options.plans);
  const id = choosePlan(folder, named);
  const idag = options.idag ?? context.idag;
  context.progress(`Läser planen ${id}`);
  const { plan, evaluatedIn, diagnostics, incomplete } = await loadChecked(folder, id, {
    idag,
    beside: [],
    rules: 'errors',
  });
  if (plan === null) {
    throw new UsageError(`planen ${id} går inte att läsa`, `vp kontroll ${id} visar vad som är fel`);
  }
  const period = statedPeriod(plan, options);
  const template = await readTemplate(options.mall, { folder, plan: id, builtIn: context.templates });
  if (template.file === null && template.diagnostics.length === 0) {
    const known = templateNames({ folder, plan: id, builtIn: context.templates });
    throw new UsageError(
      `mallen ”${options.mall}” finns inte`,
      didYouMean(options.mall, known) ?? `Mallar som finns: ${known.join(', ')}`,
    );
  }
  if (template.file === null || template.diagnostics.length > 0) {
    return { stdout: '', stderr: told(template.diagnostics, context), exitCode: EXIT.errors };
  }
  const earlier =
    options.jamfor === undefined ? null : await readEarlier(options.jamfor, '--jamfor', folder, id, context);
  if (earlier !== null && earlier.plan === null) {
    return { stdout: '', stderr: told(earlier.faults, context), exitCode: EXIT.errors };
  }
  if (earlier !== null && incomplete) {
    throw new UsageError(`hela planen ${id} går inte att läsa`, `vp kontroll ${id} visar vad som är fel`);
  }
  context.progress('Räknar ut måluppfyllelsen');
  const { buildDocument, looksBack } = await import('../../report/document/build-document.ts');
  const built = buildDocument(template.file, options.mall, evaluatedIn(period), organOf(plan, options), idag, {
    målområde: målområdeOf(plan, template.file, options),
    earlier: looksBack(template.file) ? await loadBeside(folder, plan) : [],
    compared: earlier === null ? null : await compare(earlier.plan, earlier.name, plan),
  });
  if (built.document === null) {
    return { stdout: '', stderr: told(built.diagnostics, context), exitCode: EXIT.errors };
  }
  const drawn = await drawReport(built.document, format, plan, context.progress);
  const path = pathOf(options, built.document, format, context, folder.path);
  const errors = tally(diagnostics).fel > 0;
  return {
    stdout: path === null ? drawn.content : '',
    stderr: [
      ...drawn.warnings.map((warning) => `Varning: ${warning}\n`),
      ...(earlier?.note === undefined ? [] : [earlier.note]),
      ...(errors ? [`Planen ${id} har ${tallyWords(diagnostics)}; vp kontroll ${id} visar dem.\n`] : []),
    ]
      .map(visible)
      .join(''),
    exitCode: errors ? EXIT.errors : EXIT.ok,
    files: path === null ? [] : [{ path, content: drawn.content, written: `Skrev ${visible(path)}\n` }],
  };
}

/** What has changed since another version of the plan. */
async function compare(earlier: Plan, name: string, plan: Plan): Promise<Compared> {
  const { comparePlans } = await import('../../diff/compare-plans.ts');
  return { earlier: name, diff: comparePlans(earlier, plan) };
}

function told(faults: readonly Diagnostic[], context: CliContext): string {
  return `${renderDiagnostics(faults, themeFor(screenOf(context, null, 'stderr')), faults.length)}\nIngen rapport skrevs.\n`;
}

/** The organ that was chosen, by id or short name. */
function organOf({ organisation }: Plan, { organ }: RapportOptions): string | null {
  if (organ === undefined) {
    return null;
  }
  const lower = organ.toLowerCase();
  const found = [...organisation.organ.values()].find(({ id, kort }) => id === lower || kort.toLowerCase() === lower);
  if (found === undefined) {
    const known = [...organisation.organ.keys()];
    throw new UsageError(
      `organet ”${organ}” finns inte`,
      didYouMean(lower, known) ?? `Organ som finns: ${known.join(', ')}`,
    );
  }
  return found.id;
}

/** The målområde that the report is narrowed to; null for all. A template that cannot be narrowed is not asked to. */
function målområdeOf(plan: Plan, template: SourceFile, { malomrade, mall }: RapportOptions): string | null {
  if (malomrade === undefined) {
    return null;
  }
  if (!/malomrade="?valfri\b/.test(template.text)) {
    throw new UsageError(
      `mallen ${mall} låter inget målområde väljas`,
      'Ta bort --malomrade, eller välj --mall uppfoljning',
    );
  }
  return findMålområde(plan, malomrade);
}

/** The stated format, else that of the file's name; a web page where neither says. */
function formatOf({ format, ut }: RapportOptions): RapportFormat {
  const ending = ut === undefined ? '' : extname(ut).slice(1).toLowerCase();
  const named = RAPPORT_FORMATS.find((one) => one === ending || (one === 'html' && ending === 'htm'));
  if (format !== undefined) {
    if (named !== undefined && named !== format) {
      throw new UsageError(
        `filen heter .${ending} men formatet är ${format}`,
        'Ta bort --format eller byt filens namn',
      );
    }
    return format;
  }
  if (named === undefined && ending !== '') {
    throw new UsageError(
      `filnamnet .${ending} säger inget format`,
      `Sluta namnet på ${RAPPORT_FORMATS.map((one) => `.${one}`).join(', ')}`,
    );
  }
  return named ?? 'html';
}

/** Null for stdout. */
function pathOf(
  { ut }: RapportOptions,
  { plan, period, template }: ReportDocument,
  format: RapportFormat,
  { cwd }: CliContext,
  plansPath: string,
): string | null {
  if (ut === '-') {
    return null;
  }
  if (ut === '') {
    throw new UsageError('--ut säger inte vilken fil', 'Skriv till exempel --ut bilaga1.html');
  }
  const path = ut ?? `${template}-${period.startsWith(plan) ? period : `${plan}-${period}`}.${format}`.toLowerCase();
  const way = relative(plansPath, resolve(cwd, path));
  if (way !== '' && !way.startsWith('..')) {
    throw new UsageError(`${path} ligger bland planerna`, 'Skriv filen utanför mappen med planer');
  }
  return path;
}
