import { type Command, Option } from 'commander';
import { isDate } from '../../model/period.ts';
import { renderJson } from '../../render/json.ts';
import { renderKalenderMarkdown } from '../../render/kalender-markdown.ts';
import { renderKalender } from '../../render/terminal/kalender.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { kalenderData } from '../../report/kalender-data.ts';
import { buildKalenderReport, type KalenderFilter, type KalenderReport } from '../../report/kalender-report.ts';
import { type CliContext, type CommandResult, screenOf, UsageError } from '../context.ts';
import { showOptionalFile } from '../optional-file.ts';
import { plansOption, todayOption, widthOption } from '../options.ts';
import type { Session } from '../session.ts';

const KALENDER_FORMATS = ['tabell', 'json', 'md', 'ics'] as const;

interface KalenderOptions {
  readonly plans?: string;
  readonly idag?: string;
  readonly format: (typeof KALENDER_FORMATS)[number];
  readonly fran?: string;
  readonly till?: string;
  readonly bredd?: number;
}

/** The command as the command line knows it. */
export function addKalender(program: Command, session: Session): void {
  program
    .command('kalender')
    .summary('sammanträden och vad som följs upp när')
    .description(
      'Visar planens sammanträden månad för månad: vad som tas upp och vad som följs upp. Med --format ics blir det en fil att öppna i Outlook eller en annan kalender.',
    )
    .argument('[plan]', 'planens mapp, till exempel 2022; utan den visas den senaste')
    .option('--fran <datum>', 'bara sammanträden från och med dagen, till exempel 2022-05-01')
    .option('--till <datum>', 'bara sammanträden till och med dagen')
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format')
        .choices([...KALENDER_FORMATS])
        .default('tabell', 'tabell'),
    )
    .addOption(widthOption())
    .addOption(todayOption())
    .addOption(plansOption())
    .action(async (plan, options) => {
      session.result = await runKalender(plan, options, session.context);
    });
}

/** `vp kalender 2022 --fran 2022-05-01`: the meetings, and what is followed up when. */
function runKalender(named: string | undefined, options: KalenderOptions, context: CliContext): Promise<CommandResult> {
  const filter = filterOf(options);
  return showOptionalFile('kalender.yaml', named, options, context, async (plan) => {
    const report = buildKalenderReport(plan, filter);
    const isEmpty = options.format === 'ics' && report.sammanträden.length === 0;
    return {
      text: await renderAs(report, options, context),
      note: isEmpty ? 'Inga sammanträden att lägga i kalendern.\n' : '',
    };
  });
}

function filterOf({ fran, till }: KalenderOptions): KalenderFilter {
  for (const [flag, date] of [
    ['--fran', fran],
    ['--till', till],
  ] as const) {
    if (date !== undefined && !isDate(date)) {
      throw new UsageError(`${flag} kan inte vara ”${date}”`, 'Skriv en dag som år-månad-dag, till exempel 2022-05-01');
    }
  }
  if (fran !== undefined && till !== undefined && till < fran) {
    throw new UsageError(`--till ${till} ligger före --fran ${fran}`, 'Skriv den första dagen efter --fran');
  }
  return { från: fran ?? null, till: till ?? null };
}

async function renderAs(report: KalenderReport, options: KalenderOptions, context: CliContext): Promise<string> {
  switch (options.format) {
    case 'tabell':
      return renderKalender(report, themeFor(screenOf(context, options.bredd ?? null)));
    case 'json':
      return renderJson(kalenderData(report));
    case 'md':
      return renderKalenderMarkdown(report);
    case 'ics': {
      const { renderIcs } = await import('../../render/ics.ts');
      return renderIcs(report);
    }
  }
}
