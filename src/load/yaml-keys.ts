import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { YamlValue } from './parse-yaml.ts';

/**
 * Tells what is wrong with a key.
 *
 * @param from which of the events is the first in its map
 * @param at which of the events is the key
 */
export type KeyFault = (key: YamlValue, from: number, at: number) => void;

/** Reports a key that is no text, or stands there already. */
export function keyFaults(file: SourceFile, events: readonly Event[], diagnostics: Diagnostic[]): KeyFault {
  const startsOf = new Map<number, ReadonlyMap<string, number>>();
  return (key, from, at) => {
    const start = Math.max(0, startOf(events[at]));
    if (typeof key !== 'string') {
      diagnostics.push(
        finding('VP101', {
          place: { file, start, end: start + 1 },
          message: 'en nyckel måste vara ett ord, inte en lista eller tom',
          help: 'Skriv nyckeln som ett ord före kolon, till exempel namn: …',
        }),
      );
      return;
    }
    const starts = startsOf.get(from) ?? firstKeys(file, events, from);
    startsOf.set(from, starts);
    const first = starts.get(key) ?? start;
    diagnostics.push(
      finding('VP108', {
        place: { file, start, end: start + key.length },
        message: `nyckeln ”${key}” står två gånger i samma post`,
        help: 'Behåll den ena och ta bort den andra',
        notes: [{ place: { file, start: first, end: first + key.length }, message: 'här står den första gången' }],
      }),
    );
  };
}

function startOf(event: Event | undefined): number {
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.valueStart;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    default:
      return 0;
  }
}

/** Where each key of a map whose events begin at `from` stands for the first time. */
function firstKeys({ text }: SourceFile, events: readonly Event[], from: number): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  let depth = 0;
  let isKey = true;
  for (let at = from; at < events.length && depth >= 0; at++) {
    const event = events[at];
    if (event === undefined || event.type === EVENT_ID.POP) {
      depth--;
      continue;
    }
    if (depth === 0) {
      const key = isKey && event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : null;
      if (key !== null && !starts.has(key)) {
        starts.set(key, startOf(event));
      }
      isKey = !isKey;
    }
    depth += event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? 1 : 0;
  }
  return starts;
}
