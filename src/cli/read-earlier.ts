import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, tally } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type LoadedPlan, loadPlan, type PlansFolder } from '../load/load-plan.ts';
import type { Plan } from '../model/plan.ts';
import { tallyWords } from '../render/diagnostics/text.ts';
import { dateWords } from '../report/date-words.ts';
import type { RevisionResult } from '../source/read-revision.ts';
import { type CliContext, UsageError } from './context.ts';
import { planIds } from './find-plans.ts';

/** Another version of a plan; null where it cannot be read whole, since what is not read of it would look new. */
export type EarlierPlan =
  | {
      readonly plan: Plan;
      /** What people call it. */
      readonly name: string;
      /** What to tell of its faults, if it has any. */
      readonly note: string | undefined;
    }
  | { readonly plan: null; readonly faults: readonly Diagnostic[] };

/**
 * The version that a person names to compare a plan with: another plan among the plans, a plan folder anywhere, or the
 * same plan in a git revision. They are tried in that order.
 *
 * @param option the option in which it was named, for messages
 */
export async function readEarlier(
  named: string,
  option: string,
  folder: PlansFolder,
  id: string,
  context: CliContext,
): Promise<EarlierPlan> {
  if (named === '' || named.startsWith('-')) {
    throw new UsageError(
      `${option} kan inte vara ”${named}”`,
      `Ange en plan, en planmapp eller en git-revision, till exempel ${option} main`,
    );
  }
  const others = planIds(folder).filter((one) => one !== id);
  if (others.includes(named)) {
    return earlierOf(await loadPlan(folder, named, []), ({ titel }) => `${titel} (${named})`);
  }
  const path = resolve(context.cwd, named);
  if (existsSync(join(path, 'plan.yaml')) && statSync(path).isDirectory()) {
    return readFolder(path, folder, id, context);
  }
  const { readRevision } = await import('../source/read-revision.ts');
  const result = readRevision(folder.path, named, [id, 'organisation.yaml'], context.env);
  if (result.slag === 'okänd' && named === id) {
    throw itself(id);
  }
  if (result.slag !== 'läst') {
    throw notRead(result, named, folder, others);
  }
  const { commit, datum, reader } = result.revision;
  if (reader.list(join(folder.path, id))?.some(({ name }) => name === 'plan.yaml') !== true) {
    throw new UsageError(
      `planen ${id} finns inte i revisionen ${named}`,
      `git log -- ${folder.shown}/${id} visar de revisioner som har den`,
    );
  }
  const loaded = await loadPlan({ ...folder, shown: `${named}:${folder.shown}`, reader }, id, []);
  return earlierOf(loaded, () => `versionen ${named} (${commit.slice(0, 7)}, ${dateWords(datum)})`);
}

function earlierOf({ plan, incomplete, diagnostics }: LoadedPlan, nameOf: (plan: Plan) => string): EarlierPlan {
  if (plan === null || incomplete) {
    return { plan: null, faults: diagnostics.filter(({ severity }) => severity === 'fel') };
  }
  const note =
    tally(diagnostics).fel === 0
      ? undefined
      : `Den tidigare versionen har ${tallyWords(diagnostics)}; det som hör till dem kan vara fel märkt.\n`;
  return { plan, name: nameOf(plan), note };
}

async function readFolder(path: string, folder: PlansFolder, id: string, { cwd }: CliContext): Promise<EarlierPlan> {
  if (path === join(folder.path, id)) {
    throw itself(id);
  }
  const above = dirname(path);
  const shown = (relative(cwd, above) || '.').split(sep).join('/');
  if (!existsSync(join(above, 'organisation.yaml'))) {
    throw new UsageError(
      `mappen ${shown} har ingen organisation.yaml`,
      'Lägg planmappen bredvid en organisation.yaml, så att dess organ är kända',
    );
  }
  const loaded = await loadPlan({ path: above, shown }, basename(path), []);
  return earlierOf(loaded, ({ titel }) => `${titel} (${shown}/${basename(path)})`);
}

function itself(id: string): UsageError {
  return new UsageError(
    `planen ${id} kan inte jämföras med sig själv`,
    'Ange en annan plan, en annan mapp eller en git-revision',
  );
}

function notRead(
  result: Exclude<RevisionResult, { readonly slag: 'läst' }>,
  named: string,
  folder: PlansFolder,
  others: readonly string[],
): UsageError {
  const plans = others.length === 0 ? '' : ` Planer som finns: ${others.join(', ')}`;
  switch (result.slag) {
    case 'okänd':
      return new UsageError(
        `”${named}” är varken en plan, en planmapp eller en git-revision`,
        `${didYouMean(named, others) ?? 'git log --oneline visar revisionerna.'}${plans}`,
      );
    case 'git saknas':
      return new UsageError(
        `”${named}” är ingen plan, och git, som behövs för revisioner, finns inte på datorn`,
        `Installera git, eller ange en annan plan.${plans}`,
      );
    case 'inget arkiv':
      return new UsageError(
        `”${named}” är ingen plan, och ${folder.shown} ligger inte i något git-arkiv`,
        `Ange en annan plan eller en planmapp.${plans}`,
      );
    case 'fel':
      return new UsageError(`git kunde inte läsa revisionen ${named}: ${result.besked}`, 'Kör git status i mappen');
  }
}
