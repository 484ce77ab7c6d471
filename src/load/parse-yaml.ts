import { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { explainSyntaxError } from './yaml-errors.ts';
import { findTextTraps, findValueTraps } from './yaml-traps.ts';

/** What a plan file holds: every scalar is the text that stands there; null where nothing does. */
export type YamlValue = string | null | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

export interface ParsedYaml {
  /** Null where the file could not be read as YAML at all. */
  readonly value: YamlValue | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a plan file strictly: one document, no anchors, aliases, tags or duplicate keys, and none of YAML's traps for
 * Swedish text. Values carry no positions; `placeOf` finds those of the few that a person is to be shown.
 */
export function parseYaml(file: SourceFile): ParsedYaml {
  const traps = findTextTraps(file);
  if (traps.length > 0) {
    return { value: undefined, diagnostics: traps };
  }
  let events: readonly Event[];
  try {
    events = parseEvents(file.text, {});
  } catch (error) {
    if (error instanceof YAMLException) {
      return { value: undefined, diagnostics: [explainSyntaxError(file, error)] };
    }
    throw error;
  }
  const diagnostics: Diagnostic[] = [...findValueTraps(file, events)];
  const value = diagnostics.length > 0 ? undefined : buildValue(file, events, keyFaults(file, events, diagnostics));
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics };
}

/** A list or a map that is being filled. */
interface Frame {
  /** Null for a map. */
  readonly list: YamlValue[] | null;
  readonly map: Record<string, YamlValue>;
  /** Of a map: the key that waits for its value. */
  key: string | null;
  /** Which of the events is the next after its own. */
  readonly from: number;
}

const NO_MAP: Record<string, YamlValue> = {};

function buildValue({ text }: SourceFile, events: readonly Event[], fault: KeyFault): YamlValue {
  const documents: YamlValue[] = [];
  const above: Frame[] = [];
  let frame: Frame = { list: documents, map: NO_MAP, key: null, from: 0 };
  const put = (value: YamlValue, at: number): void => {
    if (frame.list !== null) {
      frame.list.push(value);
    } else if (frame.key !== null) {
      setValue(frame.map, frame.key, value);
      frame.key = null;
    } else if (typeof value === 'string' && !Object.hasOwn(frame.map, value)) {
      frame.key = value;
    } else {
      fault(value, frame.from, at);
      frame.key = '';
    }
  };
  for (let at = 0; at < events.length; at++) {
    const event = events[at];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        put(event.valueStart < 0 ? null : getScalarValue(text, event), at);
        break;
      case EVENT_ID.SEQUENCE: {
        const list: YamlValue[] = [];
        put(list, at);
        above.push(frame);
        frame = { list, map: NO_MAP, key: null, from: at + 1 };
        break;
      }
      case EVENT_ID.MAPPING: {
        const map: Record<string, YamlValue> = {};
        put(map, at);
        above.push(frame);
        frame = { list: null, map, key: null, from: at + 1 };
        break;
      }
      case EVENT_ID.DOCUMENT:
        above.push(frame);
        break;
      case EVENT_ID.POP:
        frame = above.pop() ?? frame;
        break;
      default:
        break;
    }
  }
  return documents[0] ?? null;
}

function setValue(map: Record<string, YamlValue>, key: string, value: YamlValue): void {
  if (key === '__proto__') {
    // Just a key, as any other.
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    map[key] = value;
  }
}

/**
 * Tells what is wrong with a key.
 *
 * @param from which of the events is the first in its map
 * @param at which of the events is the key
 */
type KeyFault = (key: YamlValue, from: number, at: number) => void;

/** A key that is no text, or stands there already. */
function keyFaults(file: SourceFile, events: readonly Event[], diagnostics: Diagnostic[]): KeyFault {
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
