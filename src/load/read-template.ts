import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listFiles } from '../source/read-files.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { PlansFolder } from './load-plan.ts';
import { readSource } from './read-source.ts';

/** Where templates are looked for: the plan's own `mallar/` goes before those that come with the program. */
export interface TemplatePlaces {
  readonly folder: PlansFolder;
  readonly plan: string;
  readonly builtIn: string;
}

/**
 * A template by its name, `bilaga1`. Null where it cannot be read, and then a finding says why; null without a finding
 * where there is none of that name.
 */
export async function readTemplate(
  name: string,
  places: TemplatePlaces,
): Promise<{ readonly file: SourceFile | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { folder, plan, builtIn } = places;
  // Only what is listed is read: a name is never a way to another folder.
  if (ownTemplates(places).includes(name)) {
    return readSource(join(folder.path, plan, 'mallar', `${name}.md`), `${folder.shown}/${plan}/mallar/${name}.md`);
  }
  return namesIn(builtIn).includes(name)
    ? readSource(join(builtIn, `${name}.md`), `templates/${name}.md`)
    : { file: null, diagnostics: [] };
}

/** Names of the templates that there are. */
export function templateNames(places: TemplatePlaces): readonly string[] {
  return [...new Set([...ownTemplates(places), ...namesIn(places.builtIn)])].sort();
}

/** Names of the templates that the plan brings itself. */
export function ownTemplates({ folder, plan }: TemplatePlaces): readonly string[] {
  return namesIn(join(folder.path, plan, 'mallar'));
}

function namesIn(folder: string): readonly string[] {
  // A link is named but never followed: nothing outside the folder is read through it.
  return (listFiles(folder) ?? [])
    .filter(({ isLink }) => !isLink)
    .flatMap(({ name }) => /^([a-z0-9-]+)\.md$/.exec(name)?.[1] ?? []);
}
