import { signOf } from '../model/decimal.ts';
import type { Krav, Läskontext, Läsning, Målvärde } from '../model/malvarde.ts';
import { acceptAny, atEnd, type Cursor, fail, looksAt, openCursor, phrases, textBetween } from './cursor.ts';
import { parseFrist } from './frist.ts';
import { parseKrav } from './grammar.ts';
import { expectedHere } from './suggest.ts';
import { endsHere, parseParenthesis, parseSuffix, parseVillkor, type Surroundings } from './surroundings.ts';
import { canonicalUnit, isCount } from './units.ts';

/** Longer than any målvärde that a person reads at a glance. */
const MAX_LENGTH = 500;

/**
 * Reads a målvärde as a person writes it. Never guesses: what cannot be read is an error with its place and what was
 * expected there. Never throws.
 */
export function readMålvärde(text: string, kontext: Läskontext): Läsning {
  if (text.length > MAX_LENGTH) {
    return {
      slag: 'oläst',
      fel: {
        start: MAX_LENGTH,
        slut: text.length,
        meddelande: `texten är längre än ${MAX_LENGTH} tecken`,
        hjälp: 'Skriv bara målvärdet; det som förklarar det hör hemma i beskrivning',
      },
    };
  }
  const cursor = openCursor(text, kontext);
  if (atEnd(cursor)) {
    fail(cursor, 'målvärdet är tomt', 'Skriv till exempel minst 70 %, högst 5 dagar eller bedöms');
  }
  const delar: { organ: string; målvärde: Målvärde }[] = [];
  let alone: Målvärde | null = null;
  while (cursor.fel === null && !atEnd(cursor)) {
    const start = cursor.at;
    const del = parsePart(cursor);
    if (del === null) {
      break;
    }
    if (del.organ === null) {
      if (delar.length > 0 || !atEnd(cursor)) {
        failAlone(cursor, start, delar.length > 0);
      }
      alone = del.målvärde;
    } else if (delar.some((other) => other.organ === del.organ)) {
      fail(
        cursor,
        `organet ”${textBetween(cursor, cursor.at - 2, cursor.at - 1)}” står två gånger`,
        'Ge varje organ ett målvärde',
        cursor.at - 2,
        cursor.at - 1,
      );
    } else {
      delar.push({ organ: del.organ, målvärde: del.målvärde });
      acceptAny(cursor, BETWEEN_PARTS);
    }
  }
  if (cursor.fel !== null) {
    return { slag: 'oläst', fel: cursor.fel };
  }
  if (delar.length > 0) {
    return { slag: 'per organ', delar };
  }
  return alone === null
    ? {
        slag: 'oläst',
        fel: {
          start: 0,
          slut: text.length,
          meddelande: 'målvärdet gick inte att läsa',
          hjälp: 'Skriv till exempel minst 70 %',
        },
      }
    : { slag: 'läst', målvärde: alone };
}

const BETWEEN_PARTS = phrases(',', ';', 'och');

/** A part that names no organ beside others that do, or that something stands behind. */
function failAlone(cursor: Cursor, start: number, besideOthers: boolean): void {
  const open = cursor.tokens.findIndex((token, index) => index >= start && token.norm === '(');
  const close = cursor.tokens.findIndex((token, index) => index > open && token.norm === ')');
  if (besideOthers && open >= 0 && close > open) {
    fail(
      cursor,
      `”${textBetween(cursor, open + 1, close)}” är inget organ i organisationen`,
      'Skriv organets id eller kortnamn inom parentesen',
      open + 1,
      close,
    );
    return;
  }
  const expected = besideOthers ? 'ett organ inom parentes' : 'slutet på målvärdet';
  fail(cursor, ...expectedHere(cursor, expected), atEnd(cursor) ? start : cursor.at);
}

/** One målvärde up to the end, or up to the organ in parenthesis that closes it. */
function parsePart(cursor: Cursor): { målvärde: Målvärde; organ: string | null } | null {
  const around: Surroundings = { frist: null, villkor: null, av: null, anmärkningar: [], organ: null, mot: null };
  while (looksAt(cursor, '(')) {
    if (!parseParenthesis(cursor, around)) {
      return null;
    }
  }
  acceptAny(cursor, INTRODUCTIONS);
  const deadlineFirst = looksAt(cursor, 'senast');
  around.frist = deadlineFirst ? parseFrist(cursor) : null;
  const krav =
    cursor.fel !== null ? null : deadlineFirst && isAlone(cursor, around) ? ALONE : parseKrav(cursor, around);
  if (krav === null || cursor.fel !== null) {
    return cursor.fel === null ? fail(cursor, ...expectedHere(cursor, 'ett målvärde')) : null;
  }
  while (cursor.fel === null && around.organ === null && parseSuffix(cursor, krav, around)) {
    // Every suffix moves the cursor forward.
  }
  if (cursor.fel === null && around.organ !== null && around.frist === null) {
    around.frist = parseLastFrist(cursor);
  }
  if (cursor.fel !== null) {
    return null;
  }
  if (krav.slag === 'senast' && around.frist === null) {
    return fail(cursor, 'en dag eller ett år saknas', 'Skriv senast 2025-06-30 eller senast 2030');
  }
  const { frist, av, anmärkningar, organ } = around;
  const { krav: settled, villkor } = joinUnit(settle(krav, cursor, around), around.villkor);
  return { målvärde: { krav: settled, frist, villkor, av, anmärkningar }, organ };
}

/** `minst 70 % (rs) senast 2025`: behind an organ a deadline is the part's own only where nothing follows it. */
function parseLastFrist(cursor: Cursor): string | null {
  const start = cursor.at;
  const frist = parseFrist(cursor);
  if (frist !== null && !atEnd(cursor)) {
    cursor.at = start;
    return null;
  }
  return frist;
}

const ALONE: Krav = { slag: 'senast' };

/** Whether nothing but a condition or a parenthesis follows a deadline: `senast 2030 under året`. */
function isAlone(cursor: Cursor, around: Surroundings): boolean {
  if (endsHere(cursor)) {
    return true;
  }
  const start = cursor.at;
  if (parseVillkor(cursor, ALONE, around) && endsHere(cursor)) {
    return true;
  }
  cursor.at = start;
  around.villkor = null;
  return false;
}

/** Words that open a target and carry no meaning of their own. */
const INTRODUCTIONS = phrases(
  'målvärdet är',
  'målvärde är',
  'målvärde :',
  'målet är att',
  'målet är',
  'målvärde',
  'mål :',
);

/** `en gång (minst) per år` counts times a year, whatever stands between. */
function joinUnit(krav: Krav, villkor: string | null): { readonly krav: Krav; readonly villkor: string | null } {
  const unit = krav.slag === 'gräns' ? krav.kvantitet.måttenhet : null;
  if (krav.slag !== 'gräns' || villkor === null || unit === null || unit === '%' || !villkor.startsWith('per ')) {
    return { krav, villkor };
  }
  const måttenhet = canonicalUnit(`${unit} ${villkor}`);
  return { krav: { ...krav, kvantitet: { ...krav.kvantitet, måttenhet } }, villkor: null };
}

/** What only the whole text decides. */
function settle(krav: Krav, cursor: Cursor, { frist, mot }: Surroundings): Krav {
  // Zero of something counted can only mean none at all; any other zero needs a direction.
  if (krav.slag === 'gräns' && krav.operator === null && signOf(krav.kvantitet.värde) === 0) {
    const unit = krav.kvantitet.måttenhet ?? cursor.kontext.måttenhet;
    const word = cursor.tokens.some((token) => token.norm === 'noll');
    return (unit === null ? word : isCount(unit)) ? { ...krav, operator: '<=' } : krav;
  }
  // A change without a stated base is against the year before, unless it is to be reached by a later year.
  if (krav.slag === 'förändring' && krav.mot === null) {
    return mot !== null || frist === null ? { ...krav, mot: mot ?? { slag: 'föregående år' } } : krav;
  }
  return krav;
}
