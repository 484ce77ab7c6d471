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

export const TOLKA_FORMATS = ['text', 'json'] as const;

export interface TolkaOptions {
  readonly plans?: string;
  readonly format: (typeof TOLKA_FORMATS)[number];
  readonly mattenhet?: string;
}

/** `vp tolka "minst 70 %"`: how a målvärde is read, or where and why it is not. */
export async function runTolka(
  texts: readonly string[],
  options: TolkaOptions,
  context: CliContext,
): Promise<CommandResult> {
  const text = texts.join(' ').normalize('NFC');
  const folder = findPlansFolderIfAny(context, options.plans);
  const organ = folder === null ? new Map<string, string>() : organNames((await loadOrganisation(folder)).organisation);
  const läsning = readMålvärde(text, { organ, måttenhet: options.mattenhet?.normalize('NFC') ?? null });
  const exitCode = läsning.slag === 'oläst' ? EXIT.errors : EXIT.ok;
  const stdout =
    options.format === 'json'
      ? renderJson(tolkaData(text, läsning))
      : renderTolka(text, läsning, themeFor(screenOf(context, null)));
  return { stdout, stderr: '', exitCode };
}
