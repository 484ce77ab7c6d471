import { type Command, Option } from 'commander';
import { sortDiagnostics, tally } from '../../diagnostics/diagnostic.ts';
import { periodsWithUtfall } from '../../evaluate/choose-period.ts';
import { renderStatusCsv } from '../../render/csv.ts';
import { renderDiagnostics, tallyWords } from '../../render/diagnostics/text.ts';
import { renderJson } from '../../render/json.ts';
import { renderStatusMarkdown } from '../../render/markdown.ts';
import { renderStatus } from '../../render/terminal/status.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { visible } from '../../render/visible.ts';
import { statusData } from '../../report/status-data.ts';
import { buildStatusReport, STATUS_SORTS, type StatusReport } from '../../report/status-report.ts';
import { chooseFilter, type FilterOptions } from '../choose-filter.ts';
import { type PeriodOptions, statedPeriod } from '../choose-period.ts';
import { type CliContext, type CommandResult, screenOf } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { choosePlan, findPlansFolder } from '../find-plans.ts';
import { type CheckedPlan, loadChecked } from '../load-evaluated.ts';
import { plansOption, todayOption, widthOption } from '../options.ts';
import type { Session } from '../session.ts';

const STATUS_FORMATS = ['tabell', 'json', 'csv', 'md'] as const;
type StatusFormat = (typeof STATUS_FORMATS)[number];

interface StatusOptions extends PeriodOptions, FilterOptions {
  readonly plans?: string;
  readonly idag?: string;
  readonly format: StatusFormat;
  readonly bredd?: number;
}

/** How many findings are told below a status; `vp kontroll` tells them all. */
const MOST_FINDINGS = 5;

/** The command as the command line knows it. */
export function addStatus(program: Command, session: Session): void {
  program
    .command('status')
    .summary('måluppfyllelse i terminalen')
    .description(
      'Visar måluppfyllelse per målområde: utfall, målvärde och status för varje nyckeltal, samt vad som kräver uppmärksamhet.',
    )
    .argument('[plan]', 'planens mapp, till exempel 2025; utan den visas den senaste')
    .option('-t, --tertial <nummer>', 'tertial 1, 2 eller 3')
    .option('-p, --period <period>', 'period, till exempel 2025-T1, 2025-03 eller 2025')
    .option('-o, --organ <organ>', 'bara dessa organ, till exempel hsn eller rs,hsn')
    .option('-m, --malomrade <id>', 'bara dessa målområden')
    .option('-e, --endast <status>', 'bara dessa statusar: gron, gul, rod, saknas, utan, bedomda …')
    .addOption(
      new Option('-s, --sort <ordning>', 'ordning inom målområdet').choices([...STATUS_SORTS]).default('plan', 'plan'),
    )
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format')
        .choices([...STATUS_FORMATS])
        .default('tabell', 'tabell'),
    )
    .addOption(widthOption())
    .addOption(todayOption())
    .addOption(plansOption())
    .action(async (plan, options) => {
      session.result = await runStatus(plan, options, session.context);
    });
}

/** `vp status 2025 --tertial 1`: måluppfyllelse of a plan in a period. */
async function runStatus(
  named: string | undefined,
  options: StatusOptions,
  context: CliContext,
): Promise<CommandResult> {
  const folder = findPlansFolder(context, options.plans);
  const id = choosePlan(folder, named);
  const checked = await loadChecked(folder, id, { idag: options.idag ?? context.idag, beside: [], rules: 'errors' });
  const { plan, evaluatedIn, diagnostics } = checked;
  const errors = tally(diagnostics).fel > 0;
  if (plan === null) {
    return { stdout: '', stderr: findingsBelow(checked, id, context), exitCode: EXIT.errors };
  }
  const period = statedPeriod(plan, options);
  const report = buildStatusReport(evaluatedIn(period), chooseFilter(plan, options));
  return {
    stdout: renderAs(report, options, checked, context),
    stderr: noUtfallNote(report) + findingsBelow(checked, id, context),
    exitCode: errors ? EXIT.errors : EXIT.ok,
  };
}

function renderAs(
  report: StatusReport,
  options: StatusOptions,
  { diagnostics }: CheckedPlan,
  context: CliContext,
): CommandResult['stdout'] {
  switch (options.format) {
    case 'tabell':
      return renderStatus(report, themeFor(screenOf(context, options.bredd ?? null)));
    case 'json':
      return renderJson(statusData(report, tally(diagnostics)));
    case 'csv':
      return renderStatusCsv(report);
    case 'md':
      return renderStatusMarkdown(report);
  }
}

/** Says so when the period asked for has no outcomes, and which periods have. */
function noUtfallNote({ evaluated: { plan, period }, rader }: StatusReport): string {
  const known = periodsWithUtfall(plan).map((one) => one.id);
  // Months and days tell of the tertial that they lie in.
  if (known.includes(period.id) || rader.some(({ utfall }) => utfall !== null)) {
    return '';
  }
  return known.length === 0
    ? `Planen ${visible(plan.id)} har inget utfall än.\n`
    : `Perioden ${period.id} har inget utfall. Perioder med utfall: ${known.join(', ')}\n`;
}

/** A status on a plan with errors says so, and shows the first of them. */
function findingsBelow({ diagnostics }: CheckedPlan, id: string, context: CliContext): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'fel');
  if (errors.length === 0) {
    return '';
  }
  const theme = themeFor(screenOf(context, null, 'stderr'));
  const told = renderDiagnostics(sortDiagnostics(errors).slice(0, MOST_FINDINGS), theme, MOST_FINDINGS);
  return `\nPlanen ${visible(id)} har ${tallyWords(diagnostics)}; det som inte gick att läsa saknas ovan. vp kontroll ${visible(id)} visar allt.\n\n${told}`;
}
