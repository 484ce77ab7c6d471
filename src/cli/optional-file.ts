import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tally } from '../diagnostics/diagnostic.ts';
import type { PlansFolder } from '../load/load-plan.ts';
import type { Plan } from '../model/plan.ts';
import { tallyWords } from '../render/diagnostics/text.ts';
import { visible } from '../render/visible.ts';
import { type CliContext, type CommandResult, UsageError } from './context.ts';
import { EXIT } from './exit-code.ts';
import { choosePlan, findPlansFolder, planIds } from './find-plans.ts';
import { loadChecked } from './load-evaluated.ts';

/** Files that a plan may lack, and what they hold. */
const CONTENTS = { 'budget.yaml': 'budget', 'kalender.yaml': 'kalender' } as const;

interface ShowOptions {
  readonly plans?: string;
  readonly idag?: string;
  readonly format: string;
}

/** What a command makes of a plan; the note goes to stderr. */
export interface Shown {
  readonly text: string;
  readonly note?: string;
}

/**
 * Shows what stands in one of the files that a plan may lack. Where there is none, people get to know that instead of
 * an empty table, and programs get an empty output of the usual shape.
 */
export async function showOptionalFile(
  file: keyof typeof CONTENTS,
  named: string | undefined,
  options: ShowOptions,
  context: CliContext,
  show: (plan: Plan) => Shown | Promise<Shown>,
): Promise<CommandResult> {
  const folder = findPlansFolder(context, options.plans);
  const id = choosePlan(folder, named);
  const idag = options.idag ?? context.idag;
  const { plan, diagnostics } = await loadChecked(folder, id, { idag, beside: [CONTENTS[file]], rules: 'errors' });
  if (plan === null) {
    throw new UsageError(`planen ${id} går inte att läsa`, `vp kontroll ${id} visar vad som är fel`);
  }
  const errors = tally(diagnostics).fel > 0;
  const told = errors
    ? `${visible(`Planen ${id} har ${tallyWords(diagnostics)}; vp kontroll ${id} visar dem.`)}\n`
    : '';
  const exitCode = errors ? EXIT.errors : EXIT.ok;
  const missing = plan[CONTENTS[file]] === null ? missingFileNote(folder, id, file) : null;
  if (missing !== null && (options.format === 'tabell' || options.format === 'md')) {
    return { stdout: missing, stderr: told, exitCode };
  }
  const { text, note = '' } = await show(plan);
  return { stdout: text, stderr: (missing ?? note) + told, exitCode };
}

/** What to say where a plan has nothing to show: that it lacks the file, and which plans have it, or that it is unread. */
function missingFileNote(folder: PlansFolder, id: string, file: keyof typeof CONTENTS): string {
  const path = `${folder.shown}/${id}/${file}`;
  if (existsSync(join(folder.path, id, file))) {
    return `${visible(`${path} går inte att läsa; vp kontroll ${id} visar varför.`)}\n`;
  }
  const what = CONTENTS[file];
  const others = planIds(folder).filter((other) => existsSync(join(folder.path, other, file)));
  const told = others.length === 0 ? '' : ` Planer som har: ${others.join(', ')}.`;
  return `${visible(`Planen ${id} har ingen ${what}. Den skrivs i ${path}.${told}`)}\n`;
}
