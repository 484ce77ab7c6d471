import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { visible } from '../visible.ts';
import { locate } from './place-words.ts';

/** A finding in words, for formats that show the file themselves: what is wrong, the other places, how to mend it. */
export function findingText({ message, notes, help }: Diagnostic): string {
  return [
    visible(message),
    ...notes.map((note) => visible(`${locate(note.place)}: ${note.message}`)),
    ...(help === null ? [] : [visible(`Hjälp: ${help}`)]),
  ].join('\n');
}
