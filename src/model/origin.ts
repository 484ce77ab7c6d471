import type { SourceFile } from '../source/source-file.ts';

/** Where in a structured file a value stands, as keys and indexes from the top. */
export type Path = readonly (string | number)[];

/**
 * Where a value of the plan came from. Only file and path are kept; line and column are computed when a person is to
 * be shown the place.
 */
export interface Origin {
  readonly file: SourceFile;
  readonly path: Path;
}

/** The origin of something inside: a key of the same entry. */
export function within(origin: Origin, ...keys: Path): Origin {
  return { file: origin.file, path: origin.path.concat(keys) };
}
