import { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { explainSyntaxError } from './yaml-errors.ts';
import { type KeyFault, keyFaults } from './yaml-keys.ts';
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

/** @param fault told of keys that are none */
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
