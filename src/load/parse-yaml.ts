import { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { readValues } from './read-values.ts';
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
  const value = readValues(file.text);
  return value === undefined ? parseByEvents(file) : { value, diagnostics: [] };
}

/** Reads the events of a file, which tell where everything stands, and so what is wrong with it. */
export function parseByEvents(file: SourceFile): ParsedYaml {
  let events: readonly Event[];
  try {
    events = parseEvents(file.text, {});
  } catch (error) {
    if (error instanceof YAMLException) {
      return { value: undefined, diagnostics: [explainSyntaxError(file, error)] };
    }
    throw error;
  }
  const values = findValueTraps(file, events);
  if (values.length > 0) {
    return { value: undefined, diagnostics: values };
  }
  const diagnostics: Diagnostic[] = [];
  const value = buildValue(file, events, diagnostics);
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics };
}

/** A collection that is being filled. */
type Frame =
  | { readonly list: YamlValue[] }
  | { readonly map: Record<string, YamlValue>; key: string | null; readonly taken: Map<string, number> };

function buildValue(file: SourceFile, events: readonly Event[], diagnostics: Diagnostic[]): YamlValue {
  const frames: Frame[] = [];
  let root: YamlValue = null;
  const add = (value: YamlValue, offset: number): void => {
    const frame = frames.at(-1);
    if (frame === undefined) {
      root = value;
    } else if ('list' in frame) {
      frame.list.push(value);
    } else if (frame.key === null) {
      frame.key = takeKey(file, frame.taken, value, offset, diagnostics);
    } else {
      // A key such as `__proto__` is just a key.
      Object.defineProperty(frame.map, frame.key, { value, enumerable: true, configurable: true, writable: true });
      frame.key = null;
    }
  };
  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        add(event.valueStart < 0 ? null : getScalarValue(file.text, event), event.valueStart);
        break;
      case EVENT_ID.SEQUENCE: {
        const list: YamlValue[] = [];
        add(list, event.start);
        frames.push({ list });
        break;
      }
      case EVENT_ID.MAPPING: {
        const map: Record<string, YamlValue> = {};
        add(map, event.start);
        frames.push({ map, key: null, taken: new Map() });
        break;
      }
      case EVENT_ID.POP:
        frames.pop();
        break;
      default:
        break;
    }
  }
  return root;
}

/** The key as text; a key that is no text or stands there already is reported. */
function takeKey(
  file: SourceFile,
  taken: Map<string, number>,
  key: YamlValue,
  offset: number,
  diagnostics: Diagnostic[],
): string {
  if (typeof key !== 'string') {
    const start = Math.max(0, offset);
    diagnostics.push(
      finding('VP101', {
        place: { file, start, end: start + 1 },
        message: 'en nyckel måste vara ett ord, inte en lista eller tom',
        help: 'Skriv nyckeln som ett ord före kolon, till exempel namn: …',
      }),
    );
    return '';
  }
  const first = taken.get(key);
  if (first !== undefined) {
    diagnostics.push(
      finding('VP108', {
        place: { file, start: offset, end: offset + key.length },
        message: `nyckeln ”${key}” står två gånger i samma post`,
        help: 'Behåll den ena och ta bort den andra',
        notes: [{ place: { file, start: first, end: first + key.length }, message: 'här står den första gången' }],
      }),
    );
  } else {
    taken.set(key, offset);
  }
  return key;
}
