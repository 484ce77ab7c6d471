import { type Command, Option } from 'commander';
import { organNames } from '../../load/build-organisation.ts';
import { loadOrganisation } from '../../load/load-plan.ts';
import { readMålvärde } from '../../malvarde/read-malvarde.ts';
import { renderJson } from '../../render/json.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { renderTolka } from '../../render/terminal/tolka.ts';
import { tolkaData } from '../../report/tolka-data.ts';
import { type CliContext, type CommandResult, screenOf } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { findPlansFolderIfAny } from '../find-plans.ts';
import { plansOption, widthOption } from '../options.ts';
import { NO_FLAG, type Session } from '../session.ts';

const TOLKA_FORMATS = ['text', 'json'] as const;

interface TolkaOptions {
  readonly plans?: string;
  readonly format: (typeof TOLKA_FORMATS)[number];
  readonly mattenhet?: string;
  readonly bredd?: number;
}

/** The command as the command line knows it. */
export function addTolka(program: Command, session: Session): void {
  program
    .command('tolka')
    .summary('hur ett målvärde läses')
    .description(
      'Visar hur en text läses som målvärde, eller var och varför den inte går att läsa. Skriv texten inom citattecken.',
    )
    .argument('<text...>', 'målvärdet, till exempel "minst 70 %"')
    .option('--mattenhet <enhet>', 'nyckeltalets måttenhet, när den inte är en känd enhet')
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format').choices([...TOLKA_FORMATS]).default('text', 'text'),
    )
    .addOption(widthOption())
    .addOption(plansOption())
    .action(async (texts, options) => {
      session.result = await runTolka(texts, options, session.context);
    });
}

/** `vp tolka "minst 70 %"`: how a målvärde is read, or where and why it is not. */
async function runTolka(texts: readonly string[], options: TolkaOptions, context: CliContext): Promise<CommandResult> {
  const text = texts.join(' ').replaceAll(NO_FLAG, '');
  const folder = findPlansFolderIfAny(context, options.plans);
  const organ = folder === null ? new Map<string, string>() : organNames((await loadOrganisation(folder)).organisation);
  const läsning = readMålvärde(text, { organ, måttenhet: options.mattenhet?.normalize('NFC') ?? null });
  const exitCode = läsning.slag === 'oläst' ? EXIT.errors : EXIT.ok;
  const stdout =
    options.format === 'json'
      ? renderJson(tolkaData(text, läsning))
      : renderTolka(text, läsning, themeFor(screenOf(context, options.bredd ?? null)));
  return { stdout, stderr: '', exitCode };
}
