import { type Command, Option } from 'commander';
import { tally } from '../../diagnostics/diagnostic.ts';
import { renderBudgetCsv } from '../../render/budget-csv.ts';
import { renderBudgetMarkdown } from '../../render/budget-markdown.ts';
import { tallyWords } from '../../render/diagnostics/text.ts';
import { renderJson } from '../../render/json.ts';
import { renderBudget } from '../../render/terminal/budget.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { budgetData } from '../../report/budget-data.ts';
import { type BudgetReport, buildBudgetReport } from '../../report/budget-report.ts';
import { type CliContext, type CommandResult, screenOf, UsageError } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { choosePlan, findPlansFolder } from '../find-plans.ts';
import { loadChecked } from '../load-evaluated.ts';
import { missingFileNote } from '../optional-file.ts';
import { plansOption, todayOption, widthOption } from '../options.ts';
import type { Session } from '../session.ts';

const BUDGET_FORMATS = ['tabell', 'json', 'csv', 'md'] as const;

interface BudgetOptions {
  readonly plans?: string;
  readonly idag?: string;
  readonly format: (typeof BUDGET_FORMATS)[number];
  readonly bredd?: number;
}

/** The command as the command line knows it. */
export function addBudget(program: Command, session: Session): void {
  program
    .command('budget')
    .summary('budgetramar och investeringar, med sina summor')
    .description(
      'Visar planens budgettabeller, förändringar och investeringar. Varje summa räknas på nytt, och det som inte går ihop märks ut.',
    )
    .argument('[plan]', 'planens mapp, till exempel 2022; utan den visas den senaste')
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format')
        .choices([...BUDGET_FORMATS])
        .default('tabell', 'tabell'),
    )
    .addOption(widthOption())
    .addOption(todayOption())
    .addOption(plansOption())
    .action(async (plan, options) => {
      session.result = await runBudget(plan, options, session.context);
    });
}

/** `vp budget 2022`: what the budget says, and whether it adds up. */
async function runBudget(
  named: string | undefined,
  options: BudgetOptions,
  context: CliContext,
): Promise<CommandResult> {
  const folder = findPlansFolder(context, options.plans);
  const id = choosePlan(folder, named);
  const { plan, diagnostics } = await loadChecked(folder, id, {
    idag: options.idag ?? context.idag,
    beside: ['budget'],
    rules: 'errors',
  });
  if (plan === null) {
    throw new UsageError(`planen ${id} går inte att läsa`, `vp kontroll ${id} visar vad som är fel`);
  }
  const errors = tally(diagnostics).fel > 0;
  const told = errors ? `Planen ${id} har ${tallyWords(diagnostics)}; vp kontroll ${id} visar dem.\n` : '';
  const report = buildBudgetReport(plan);
  const missing = plan.budget === null ? missingFileNote(folder, id, 'budget.yaml') : '';
  const isForPeople = options.format === 'tabell' || options.format === 'md';
  return {
    stdout: missing !== '' && isForPeople ? missing : renderAs(report, options, context),
    stderr: (isForPeople ? '' : missing) + told,
    exitCode: errors ? EXIT.errors : EXIT.ok,
  };
}

function renderAs(report: BudgetReport, options: BudgetOptions, context: CliContext): string {
  switch (options.format) {
    case 'tabell':
      return renderBudget(report, themeFor(screenOf(context, options.bredd ?? null)));
    case 'json':
      return renderJson(budgetData(report));
    case 'csv':
      return renderBudgetCsv(report);
    case 'md':
      return renderBudgetMarkdown(report);
  }
}
