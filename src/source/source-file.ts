/**
 * A text file that was read, and where things are in it.
 *
 * Offsets count UTF-16 code units of the NFC-normalised text. Line and column are computed from them in this file only,
 * both 1-based; a column counts what a person sees as one character (code points).
 */
export interface SourceFile {
  /** Path as shown to people, with forward slashes: `plans/2025/mal/tandvard.yaml`. */
  readonly path: string;
  /** The text without byte order mark, NFC-normalised. */
  readonly text: string;
}

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
}

/** A stretch of a source file: `start` up to, not including, `end`. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

const lineStartsOfFile = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which the lines of the file begin; a line ends at LF, CRLF or a lone CR. */
export function lineStarts(file: SourceFile): readonly number[] {
  const known = lineStartsOfFile.get(file);
  if (known !== undefined) {
    return known;
  }
  const starts = [0];
  for (const found of file.text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(found.index + found[0].length);
  }
  lineStartsOfFile.set(file, starts);
  return starts;
}

export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  const capped = Math.max(0, Math.min(offset, file.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= capped) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return { line: low + 1, column: countCharacters(file.text, starts[low] ?? 0, capped) + 1 };
}

/** Code points between two offsets: every code unit but the second ones of pairs. */
function countCharacters(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    count += code >= 0xdc00 && code <= 0xdfff ? 0 : 1;
  }
  return count;
}

/** The text of a 1-based line without its line break; empty beyond the last line. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1];
  if (start === undefined) {
    return '';
  }
  return file.text.slice(start, starts[line] ?? file.text.length).replace(/[\r\n]+$/, '');
}
