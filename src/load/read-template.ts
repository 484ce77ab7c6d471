import { existsSync } from 'node:fs';
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

/** A template by its name, `bilaga1`. Null where there is none of that name, or it cannot be read. */
export async function readTemplate(
  name: string,
  { folder, plan, builtIn }: TemplatePlaces,
): Promise<{ readonly file: SourceFile | null; readonly diagnostics: readonly Diagnostic[] }> {
  // A name is a word, never a way to another folder.
  if (!/^[a-z0-9-]+$/.test(name)) {
    return { file: null, diagnostics: [] };
  }
  const own = join(folder.path, plan, 'mallar', `${name}.md`);
  if (existsSync(own)) {
    return readSource(own, `${folder.shown}/${plan}/mallar/${name}.md`);
  }
  const shared = join(builtIn, `${name}.md`);
  return existsSync(shared) ? readSource(shared, `templates/${name}.md`) : { file: null, diagnostics: [] };
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
  return (listFiles(folder) ?? []).flatMap(({ name }) => /^([a-z0-9-]+)\.md$/.exec(name)?.[1] ?? []);
}
