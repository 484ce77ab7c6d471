import { type Command, Option } from 'commander';
import { tally } from '../../diagnostics/diagnostic.ts';
import { alternatives, nearest } from '../../diagnostics/did-you-mean.ts';
import { tallyWords } from '../../render/diagnostics/text.ts';
import { renderJson } from '../../render/json.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { renderVisa } from '../../render/terminal/visa.ts';
import { visible } from '../../render/visible.ts';
import { visaData } from '../../report/visa-data.ts';
import { buildVisaReport, visaNames } from '../../report/visa-report.ts';
import { type PeriodOptions, statedPeriod } from '../choose-period.ts';
import { type CliContext, type CommandResult, screenOf, UsageError } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { choosePlan, findPlansFolder } from '../find-plans.ts';
import { loadChecked } from '../load-evaluated.ts';
import { plansOption, todayOption, widthOption } from '../options.ts';
import type { Session } from '../session.ts';

const VISA_FORMATS = ['text', 'json'] as const;

interface VisaOptions extends PeriodOptions {
  readonly plans?: string;
  readonly idag?: string;
  readonly format: (typeof VISA_FORMATS)[number];
  readonly bredd?: number;
}

/** The command as the command line knows it. */
export function addVisa(program: Command, session: Session): void {
  program
    .command('visa')
    .summary('allt om ett nyckeltal eller uppdrag')
    .description(
      'Visar ett nyckeltal eller uppdrag: definition, målvärde som det läses, utfall med källrad och varför det har sin status.',
    )
    .argument('<id>', 'nyckeltalets eller uppdragets id eller namn')
    .argument('[plan]', 'planens mapp; utan den visas den senaste')
    .option('-t, --tertial <nummer>', 'tertial 1, 2 eller 3')
    .option('-p, --period <period>', 'period, till exempel 2025-T1 eller 2025')
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format').choices([...VISA_FORMATS]).default('text', 'text'),
    )
    .addOption(widthOption())
    .addOption(todayOption())
    .addOption(plansOption())
    .action(async (id, plan, options) => {
      session.result = await runVisa(id, plan, options, session.context);
    });
}

/** `vp visa telefon-samma-dag [2025]`: one nyckeltal or uppdrag with all that the plan says of it. */
async function runVisa(
  name: string,
  named: string | undefined,
  options: VisaOptions,
  context: CliContext,
): Promise<CommandResult> {
  const folder = findPlansFolder(context, options.plans);
  const planId = choosePlan(folder, named);
  const { plan, evaluatedIn, diagnostics } = await loadChecked(folder, planId, {
    idag: options.idag ?? context.idag,
    beside: [],
    rules: 'errors',
  });
  if (plan === null) {
    throw new UsageError(`planen ${planId} går inte att läsa`, `vp kontroll ${planId} visar vad som är fel`);
  }
  const evaluated = evaluatedIn(statedPeriod(plan, options));
  const names = visaNames(evaluated);
  const id = names.get(name.normalize('NFC').toLowerCase()) ?? name;
  const report = buildVisaReport(id, evaluated);
  if (report === null) {
    const near = [...new Set(nearest(name, [...names.keys()]).flatMap((known) => names.get(known) ?? []))];
    throw new UsageError(
      `”${name}” finns inte i planen ${planId}`,
      near.length > 0 ? `Menade du ${alternatives(near)}?` : `vp status ${planId} --format csv visar alla id`,
    );
  }
  const errors = tally(diagnostics).fel > 0;
  return {
    stdout:
      options.format === 'json'
        ? renderJson(visaData(report))
        : renderVisa(report, themeFor(screenOf(context, options.bredd ?? null))),
    stderr: errors
      ? visible(`Planen ${planId} har ${tallyWords(diagnostics)}; vp kontroll ${planId} visar dem.\n`)
      : '',
    exitCode: errors ? EXIT.errors : EXIT.ok,
  };
}
