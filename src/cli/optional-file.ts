import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlansFolder } from '../load/load-plan.ts';
import { planIds } from './find-plans.ts';

/** Files that a plan may lack, and what they hold. */
const CONTENTS = { 'budget.yaml': 'budget', 'kalender.yaml': 'kalender' } as const;

/** What to say where a plan has nothing to show: that it lacks the file, and which plans have it, or that it is unread. */
export function missingFileNote(folder: PlansFolder, id: string, file: keyof typeof CONTENTS): string {
  const path = `${folder.shown}/${id}/${file}`;
  if (existsSync(join(folder.path, id, file))) {
    return `${path} går inte att läsa; vp kontroll ${id} visar varför.\n`;
  }
  const what = CONTENTS[file];
  const others = planIds(folder).filter((other) => existsSync(join(folder.path, other, file)));
  const told = others.length === 0 ? '' : ` Planer som har: ${others.join(', ')}.`;
  return `Planen ${id} har ingen ${what}. Den skrivs i ${path}.${told}\n`;
}
