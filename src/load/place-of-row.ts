import type { Utfall } from '../model/utfall.ts';
import { lineStarts, type Place } from '../source/source-file.ts';

/** The line of a file of outcomes where a record begins. */
export function placeOfRow({ file, rad }: Utfall): Place {
  const starts = lineStarts(file);
  const start = starts[rad - 1] ?? 0;
  const end = starts[rad] ?? file.text.length;
  return { file, start, end: start + Math.max(1, file.text.slice(start, end).trimEnd().length) };
}
