import { readFileSync } from 'node:fs';
import type { loadPlan } from '../../src/load/load-plan.ts';
import type { readYaml } from '../../src/load/read-yaml.ts';

/** Which file of a copy of `plans/` is changed just now, below `plans/`; null where none is. */
export const changedFile: { path: string | null } = { path: null };

/** `readYaml` that reads a file once for as long as its text is the same: reading is a function of the text. */
export function rememberReadYaml(original: typeof readYaml): typeof readYaml {
  const known = new Map<string, { readonly text: string; readonly read: ReturnType<typeof readYaml> }>();
  return (schema, path, shown, reader) => {
    const text = readFileSync(path, 'utf8');
    const before = known.get(path);
    if (before?.text === text) {
      return before.read;
    }
    const read = original(schema, path, shown, reader);
    // The first text is that of the unchanged file, which comes back.
    if (before === undefined) {
      known.set(path, { text, read });
    }
    return read;
  };
}

/** `loadPlan` that loads a plan once for as long as none of its files is the changed one. */
export function rememberLoadPlan(original: typeof loadPlan): typeof loadPlan {
  const known = new Map<string, ReturnType<typeof loadPlan>>();
  return (folder, id) => {
    const { path } = changedFile;
    const isChanged = path !== null && (!path.includes('/') || path.startsWith(`${id}/`));
    if (isChanged) {
      return original(folder, id);
    }
    const before = known.get(id) ?? original(folder, id);
    known.set(id, before);
    return before;
  };
}
