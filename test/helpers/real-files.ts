import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaName } from '../../src/load/validate-schema.ts';
import { listFiles } from '../../src/source/read-files.ts';
import type { SourceFile } from '../../src/source/source-file.ts';

const PLANS = new URL('../../plans/', import.meta.url).pathname;

/** Every file under `plans/` with a given ending, as the program reads it. */
export function realFiles(ending: string): readonly SourceFile[] {
  return (listFiles(PLANS) ?? [])
    .filter(({ name }) => name.endsWith(ending))
    .map(({ name }) => ({ path: `plans/${name}`, text: readFileSync(join(PLANS, name), 'utf8').normalize('NFC') }));
}

/** The schema that a file of a plan is held against. */
export function schemaOf(path: string): SchemaName | null {
  const name = /(?:^|\/)(organisation|plan|budget|kalender|pastaenden)\.yaml$/.exec(path)?.[1];
  return (
    (name as SchemaName | undefined) ??
    (/\/mal\/[^/]+\.yaml$/.test(path)
      ? 'malomrade'
      : /\/uppfoljning\/[^/]+\/[^/]+\.yaml$/.test(path)
        ? 'uppfoljning'
        : null)
  );
}
