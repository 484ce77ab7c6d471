import { type Command, Option } from 'commander';
import { renderBudgetCsv } from '../../render/budget-csv.ts';
import { renderBudgetMarkdown } from '../../render/budget-markdown.ts';
import { renderJson } from '../../render/json.ts';
import { renderBudget } from '../../render/terminal/budget.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { budgetData } from '../../report/budget-data.ts';
import { type BudgetReport, buildBudgetReport } from '../../report/budget-report.ts';
import { type CliContext, screenOf } from '../context.ts';
import { showOptionalFile } from '../optional-file.ts';
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
      const { context } = session;
      session.result = await showOptionalFile('budget.yaml', plan, options, context, (read) => ({
        text: renderAs(buildBudgetReport(read), options, context),
      }));
    });
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
