import type { SourceFile } from '../source/source-file.ts';

/** Where in a structured file a value stands, as keys and indexes from the top. */
export type Path = readonly (string | number)[];

/**
 * Where a value of the plan came from: a key of what stands above it, up to the whole file. Only that is kept, and what
 * is above is shared; line and column are computed when a person is to be shown the place.
 */
export interface Origin {
  readonly file: SourceFile;
  /** Null for the whole file. */
  readonly above: Origin | null;
  /** A key, or an index in a list. */
  readonly key: string | number;
}

export function wholeFile(file: SourceFile): Origin {
  return { file, above: null, key: '' };
}

/** The origin of something inside: a key of the same entry, or one further in. */
export function within(origin: Origin, ...keys: Path): Origin {
  let above = origin;
  for (const key of keys) {
    above = { file: above.file, above, key };
  }
  return above;
}

export function pathOf(origin: Origin): Path {
  const path: (string | number)[] = [];
  for (let { above, key } = origin; above !== null; { above, key } = above) {
    path.unshift(key);
  }
  return path;
}
