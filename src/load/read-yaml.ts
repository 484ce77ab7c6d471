import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { DISK, type FileReader } from '../source/read-files.ts';
import type { SourceFile } from '../source/source-file.ts';
import { parseYaml, type YamlValue } from './parse-yaml.ts';
import { readSource } from './read-source.ts';
import { type SchemaName, validateSchema } from './validate-schema.ts';

export interface ReadYaml {
  readonly file: SourceFile | null;
  /** Undefined where the file could not be read as YAML. */
  readonly value: YamlValue | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a YAML file of a plan and holds it against its schema. */
export async function readYaml(
  schema: SchemaName,
  path: string,
  shownPath: string,
  reader: FileReader = DISK,
): Promise<ReadYaml> {
  const source = await readSource(path, shownPath, reader);
  if (source.file === null) {
    return { file: null, value: undefined, diagnostics: source.diagnostics };
  }
  const parsed = parseYaml(source.file);
  if (parsed.value === undefined) {
    return { file: source.file, value: undefined, diagnostics: [...source.diagnostics, ...parsed.diagnostics] };
  }
  if (parsed.value === null) {
    const empty = finding('VP005', {
      place: { file: source.file, start: 0, end: 0 },
      message: 'filen har inget annat än kommentarer',
      help: 'Fyll i filen eller ta bort den',
    });
    return { file: source.file, value: undefined, diagnostics: [...source.diagnostics, empty] };
  }
  const faults = await validateSchema(schema, source.file, parsed.value);
  return { file: source.file, value: parsed.value, diagnostics: [...source.diagnostics, ...faults] };
}
