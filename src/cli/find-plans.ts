import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { PlansFolder } from '../load/load-plan.ts';
import { listFolders } from '../source/read-files.ts';
import { type CliContext, UsageError } from './context.ts';

/** The folder of plans: `--plans`, else `VP_PLANS`, else the nearest `plans` at or above the working folder. */
export function findPlansFolder(context: CliContext, option: string | undefined): PlansFolder {
  const stated = option ?? (context.env['VP_PLANS'] || undefined);
  if (stated !== undefined) {
    const path = resolve(context.cwd, stated);
    if (!isFolder(path)) {
      throw new UsageError(`mappen ${stated} finns inte`, 'Ange mappen med planer: --plans plans');
    }
    return { path, shown: shownPath(context.cwd, path) };
  }
  const found = nearestPlans(context.cwd);
  if (found === null) {
    throw new UsageError(
      'ingen mapp plans hittades här eller ovanför',
      'Gå till mappen där plans ligger, eller ange den: --plans MAPP',
    );
  }
  return { path: found, shown: shownPath(context.cwd, found) };
}

/** The same, but null where there is none. */
export function findPlansFolderIfAny(context: CliContext, option: string | undefined): PlansFolder | null {
  if (option === undefined && !context.env['VP_PLANS'] && nearestPlans(context.cwd) === null) {
    return null;
  }
  return findPlansFolder(context, option);
}

function nearestPlans(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const candidate = join(folder, 'plans');
    if (isFolder(candidate)) {
      return candidate;
    }
    if (dirname(folder) === folder) {
      return null;
    }
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function shownPath(cwd: string, path: string): string {
  return (relative(cwd, path) || '.').split(sep).join('/');
}

/** Names of the plans in a folder, sorted. */
export function planIds(folder: PlansFolder): readonly string[] {
  return listFolders(folder.path).filter((name) => !name.startsWith('.'));
}

/** The plan that a person named; the latest one where none was named. */
export function choosePlan(folder: PlansFolder, named: string | undefined): string {
  const known = planIds(folder);
  if (known.length === 0) {
    throw new UsageError(
      `i ${folder.shown} finns inga planer`,
      'En plan är en mapp med plan.yaml, till exempel plans/2025',
    );
  }
  if (named === undefined) {
    // A folder that is named by its year goes before drafts and trials with other names.
    return known.findLast((id) => /^\d{4}/.test(id)) ?? known.at(-1) ?? '';
  }
  // `plans/2025/`, as a shell completes it, means the plan 2025.
  const id = named
    .replace(/[/\\]+$/, '')
    .replace(/^.*[/\\]/, '')
    .normalize('NFC');
  if (known.includes(id)) {
    return id;
  }
  const near = didYouMean(id, known);
  throw new UsageError(
    `planen ”${named}” finns inte`,
    `${near === null ? '' : `${near} `}Planer som finns: ${known.join(', ')}`,
  );
}
