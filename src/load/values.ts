import type { YamlMap, YamlValue } from './parse-yaml.ts';

/**
 * Reads parts of a parsed file that the schema has already been held against. What has the wrong shape has been
 * reported there; here it is simply absent, so that the rest of the file can still be shown.
 */
export function asMap(value: YamlValue | undefined): YamlMap | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as YamlMap) : null;
}

export function textOf(map: YamlMap, key: string): string | null {
  // What every object has by birth is no text.
  const value = map[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function listOf(map: YamlMap, key: string): readonly YamlValue[] {
  const value = map[key];
  return Array.isArray(value) ? value : NONE;
}

/** One empty list for all: most keys of most entries are not there. */
const NONE: readonly never[] = [];

/** A text or a list of texts, as a list. */
export function textsOf(map: YamlMap, key: string): readonly string[] {
  const alone = textOf(map, key);
  if (alone !== null) {
    return [alone];
  }
  const list = listOf(map, key);
  return list.length === 0 ? NONE : list.filter((item) => typeof item === 'string');
}

export function mapOf(map: YamlMap, key: string): YamlMap | null {
  return Object.hasOwn(map, key) ? asMap(map[key]) : null;
}

/** The text if it is one of a closed set. */
export function oneOf<T extends string>(map: YamlMap, key: string, allowed: readonly T[]): T | null {
  const text = textOf(map, key);
  // The word of the set, not its copy from the file.
  return text === null ? null : (allowed[(allowed as readonly string[]).indexOf(text)] ?? null);
}

/** The entries of a list that are maps, with the index at which they stand. */
export function entriesOf(map: YamlMap, key: string): readonly { readonly index: number; readonly map: YamlMap }[] {
  const list = listOf(map, key);
  if (list.length === 0) {
    return NONE;
  }
  const entries: { readonly index: number; readonly map: YamlMap }[] = [];
  list.forEach((value, index) => {
    const entry = asMap(value);
    if (entry !== null) {
      entries.push({ index, map: entry });
    }
  });
  return entries;
}
