import { decimal } from '../model/decimal.ts';
import type { Kvantitet, Läsfel } from '../model/malvarde.ts';
import { atEnd, fail, looksAt, openCursor } from './cursor.ts';
import { trimLeadingZeros } from './numbers.ts';
import { parseKvantitet } from './operands.ts';
import { expectedHere } from './suggest.ts';
import { canonicalUnit } from './units.ts';

export type KvantitetResult =
  | { readonly slag: 'läst'; readonly kvantitet: Kvantitet; readonly anmärkning: string | null }
  | { readonly slag: 'oläst'; readonly fel: Läsfel };

/** Longer than any value with its unit. */
const MAX_LENGTH = 200;

const NO_ORGAN: ReadonlyMap<string, string> = new Map();

/** What most cells hold; everything else goes the long way. */
const PLAIN = /^(-?)(\d{1,15})(?:,(\d{1,15}))?( ?%)?$/;

/** A value of digits alone or in percent; null where a text is anything else. */
export function readPlainKvantitet(text: string): Kvantitet | null {
  const plain = PLAIN.exec(text);
  if (plain === null) {
    return null;
  }
  const [, sign = '', whole = '', decimals, percent] = plain;
  const siffror = `${sign}${trimLeadingZeros(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
  return { värde: decimal(siffror), siffror, måttenhet: percent === undefined ? null : '%' };
}

/**
 * Reads one value with its unit, as an outcome or a start value is written: `59,1 %`, `−2,6`, `18:05 min`,
 * `1 821 tim i snitt/mån (R12)`.
 *
 * @param måttenhet the unit that the nyckeltal states, which the text may repeat in its own words
 */
export function readKvantitet(text: string, måttenhet: string | null): KvantitetResult {
  const plain = readPlainKvantitet(text);
  if (plain !== null) {
    return { slag: 'läst', kvantitet: plain, anmärkning: null };
  }
  if (text.length > MAX_LENGTH) {
    const meddelande = `värdet är längre än ${MAX_LENGTH} tecken`;
    return {
      slag: 'oläst',
      fel: { start: MAX_LENGTH, slut: text.length, meddelande, hjälp: 'Skriv bara talet och måttenheten' },
    };
  }
  const cursor = openCursor(text, { organ: NO_ORGAN, måttenhet });
  const kvantitet = parseKvantitet(cursor);
  if (kvantitet === null) {
    fail(cursor, ...expectedHere(cursor, 'ett tal'));
  }
  let anmärkning: string | null = null;
  if (kvantitet !== null && looksAt(cursor, '(') && cursor.tokens.at(-1)?.norm === ')') {
    anmärkning = text.slice(cursor.tokens[cursor.at]?.slut ?? 0, cursor.tokens.at(-1)?.start).trim();
    cursor.at = cursor.tokens.length;
  }
  if (cursor.fel === null && !atEnd(cursor)) {
    fail(cursor, ...expectedHere(cursor, 'slutet på värdet'));
  }
  return kvantitet === null || cursor.fel !== null
    ? {
        slag: 'oläst',
        fel: cursor.fel ?? { start: 0, slut: text.length, meddelande: 'värdet går inte att läsa', hjälp: '' },
      }
    : { slag: 'läst', kvantitet, anmärkning };
}

/** A value without unit has the one that is expected; one with keeps its own. */
export function withUnit(kvantitet: Kvantitet, måttenhet: string | null): Kvantitet {
  return kvantitet.måttenhet === null && måttenhet !== null ? { ...kvantitet, måttenhet } : kvantitet;
}

/** The unit that a stated måttenhet stands for. */
export function statedUnit(måttenhet: string | null): string | null {
  return måttenhet === null ? null : canonicalUnit(måttenhet.replace(/\s*\([^)]*\)\s*$/, ''));
}
