import { type Place, positionAt } from '../../source/source-file.ts';

/** Where a finding begins and ends, 1-based in code points; the end is the column after its last character. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Null where the finding is about the whole file: one that is missing, or could not be read. */
export function rangeOf({ file, start, end }: Place): Range | null {
  if (file.text === '') {
    return null;
  }
  const from = positionAt(file, start);
  const to = positionAt(file, Math.max(start, end));
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** `plans/2025/mal/tandvard.yaml:14:5`; only the path where the finding is about the whole file. */
export function locate(place: Place): string {
  const range = rangeOf(place);
  return range === null ? place.file.path : `${place.file.path}:${range.line}:${range.column}`;
}
