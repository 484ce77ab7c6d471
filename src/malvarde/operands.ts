import type { Kvantitet } from '../model/malvarde.ts';
import { readClock } from './clock.ts';
import { accept, type Cursor, fail, looksAt, peek, textBetween } from './cursor.ts';
import { type ReadNumber, readDigits, readNumberWord } from './numbers.ts';
import { isDash, type Token, tokenize } from './tokens.ts';
import { canonicalUnit, knownUnit, wholeOf } from './units.ts';

/** A number with its unit: `70 %`, `18:05 min`, `fyra timmar`, `index 41`, `−34,80 %`. */
export function parseKvantitet(cursor: Cursor): Kvantitet | null {
  const at = cursor.at;
  if (cursor.amount?.at === at) {
    cursor.at = cursor.amount.end;
    return cursor.amount.kvantitet;
  }
  const kvantitet = parseAmount(cursor);
  if (kvantitet !== null) {
    cursor.amount = { at, end: cursor.at, kvantitet };
  }
  return kvantitet;
}

function parseAmount(cursor: Cursor): Kvantitet | null {
  const start = cursor.at;
  if (looksAt(cursor, 'index') && startsNumber(cursor, 1)) {
    cursor.at++;
    const tal = parseNumber(cursor);
    return tal === null ? null : { värde: tal.värde, siffror: tal.siffror, måttenhet: 'index' };
  }
  const clock = peek(cursor);
  if (clock?.slag === 'klocka') {
    return parseClock(cursor, clock);
  }
  const tal = parseNumber(cursor);
  if (tal === null) {
    cursor.at = cursor.fel === null ? start : cursor.at;
    return null;
  }
  const måttenhet = parseUnit(cursor);
  const whole = måttenhet === null ? null : wholeOf(måttenhet);
  if (whole !== null && tal.värde.gt(whole)) {
    return fail(
      cursor,
      `”${textBetween(cursor, start, cursor.at)}” är fler än alla`,
      'Skriv det mindre talet först, som 4 av 5',
      start,
      cursor.at,
    );
  }
  return { värde: tal.värde, siffror: tal.siffror, måttenhet };
}

/** Whether a number, with or without sign, begins at a token. */
export function startsNumber(cursor: Cursor, ahead = 0): boolean {
  const token = peek(cursor, ahead);
  if (token === undefined) {
    return false;
  }
  return (
    token.slag === 'tal' ||
    token.slag === 'klocka' ||
    (token.norm === 'index' && startsNumber(cursor, ahead + 1)) ||
    (token.slag === 'ord' && readNumberWord(token.norm) !== null) ||
    (isDash(token) && peek(cursor, ahead + 1)?.slag === 'tal')
  );
}

/** A signed number or a number word. */
function parseNumber(cursor: Cursor): ReadNumber | null {
  const negative = isDash(peek(cursor)) && peek(cursor, 1)?.slag === 'tal';
  const token = peek(cursor, negative ? 1 : 0);
  if (token === undefined) {
    return null;
  }
  if (token.slag === 'ord') {
    const word = readNumberWord(token.norm);
    if (word !== null) {
      cursor.at++;
    }
    return word;
  }
  if (token.slag !== 'tal') {
    return null;
  }
  const next = peek(cursor, negative ? 2 : 1);
  if (next !== undefined && !next.mellanrum && (next.slag === 'tal' || next.slag === 'okänt')) {
    return fail(
      cursor,
      `”${token.text}${next.text}” är inget tal`,
      'Skriv talet med siffror: 70, 4,5 eller 1 200',
      cursor.at,
      cursor.at + 2,
    );
  }
  const result = readDigits(token.text, negative);
  if (result.slag === 'fel') {
    return fail(cursor, result.meddelande, result.hjälp, cursor.at + (negative ? 1 : 0));
  }
  cursor.at += negative ? 2 : 1;
  return result.tal;
}

/** `18:05 min` is minutes and seconds, `3:30 tim` hours and minutes; a clock without unit could be either. */
function parseClock(cursor: Cursor, token: Token): Kvantitet | null {
  const result = readClock(token.text, peek(cursor, 1)?.norm ?? '');
  if (result.slag === 'fel') {
    return fail(cursor, result.meddelande, result.hjälp);
  }
  cursor.at += 2;
  return result.kvantitet;
}

/** The unit that stands here, canonical; null where none does. */
function parseUnit(cursor: Cursor): string | null {
  const stated = cursor.kontext.måttenhet;
  if (stated !== null) {
    const tokens = tokensOfUnit(stated);
    if (tokens.length > 0 && tokens.every((token, index) => peek(cursor, index)?.norm === token.norm)) {
      cursor.at += tokens.length;
      return canonicalUnit(stated);
    }
  }
  const start = cursor.at;
  const first = parseUnitWord(cursor);
  if (first === null) {
    return parseShare(cursor);
  }
  if (first !== '%' && accept(cursor, 'per')) {
    if (peek(cursor)?.slag !== 'ord') {
      cursor.at--;
      return first;
    }
    cursor.at++;
  } else if (
    looksAt(cursor, 'i') &&
    looksAt(cursor, 'snitt', 1) &&
    looksAt(cursor, '/', 2) &&
    peek(cursor, 3)?.slag === 'ord'
  ) {
    cursor.at += 4;
  } else {
    parseRatio(cursor);
  }
  return canonicalUnit(textBetween(cursor, start, cursor.at));
}

/** `av 5 helger`: how many of how many, where the number before says how many. */
function parseShare(cursor: Cursor): string | null {
  const whole = looksAt(cursor, 'av') ? wholeNumber(peek(cursor, 1)) : null;
  const next = peek(cursor, 2);
  // `av 3-åringarna` says of whom, and not of how many.
  const joined = isDash(next) && next?.mellanrum === false && peek(cursor, 3)?.slag === 'ord';
  if (whole === null || joined || next?.norm === '%' || next?.norm === '‰') {
    return null;
  }
  cursor.at += 2;
  const noun = next?.slag === 'ord' && !AFTER_SHARE.has(next.norm) ? next.norm : null;
  if (noun !== null) {
    cursor.at++;
  }
  return noun === null ? `av ${whole}` : `av ${whole} ${noun}`;
}

/** The digits of a whole number above zero, without the spaces of its thousands; null where a token is none. */
function wholeNumber(token: Token | undefined): string | null {
  const digits = token?.slag === 'tal' ? token.text.replace(/\s/g, '') : readNumberWord(token?.norm ?? '')?.siffror;
  return digits !== undefined && /^[1-9]\d*$/.test(digits) ? digits : null;
}

/** Words that go on with the requirement, and are not what is counted. */
const AFTER_SHARE: ReadonlySet<string> = new Set(
  'av senast till inom under per varje i och eller jämfört jmf sedan från mot vid totalt årligen'.split(' '),
);

const unitTokens = new Map<string, readonly Token[]>();

/** The tokens of a stated unit, of which a plan has a few. */
function tokensOfUnit(unit: string): readonly Token[] {
  const known = unitTokens.get(unit) ?? tokenize(unit);
  unitTokens.set(unit, known);
  return known;
}

/** `%`, a unit known by name, or any word that a ratio follows: `utlok/100 vpl`. */
function parseUnitWord(cursor: Cursor): string | null {
  const token = peek(cursor);
  const next = peek(cursor, 1);
  if (token === undefined || (token.slag !== 'ord' && token.norm !== '%' && token.norm !== '‰')) {
    return null;
  }
  const twoWords = next?.slag === 'ord' ? knownUnit(`${token.norm} ${next.norm}`) : null;
  if (twoWords !== null) {
    cursor.at += 2;
    return twoWords;
  }
  const dotted = next?.norm === '.' && !next.mellanrum ? knownUnit(`${token.norm}.`) : null;
  if (dotted !== null) {
    cursor.at += 2;
    return dotted;
  }
  const known = knownUnit(token.norm);
  if (known !== null || (next?.norm === '/' && !next.mellanrum)) {
    cursor.at++;
    return known ?? token.text;
  }
  return null;
}

/** `/m²`, `/100 vpl`, `/mån`. */
function parseRatio(cursor: Cursor): void {
  if (!looksAt(cursor, '/')) {
    return;
  }
  const number = peek(cursor, 1)?.slag === 'tal' ? 1 : 0;
  if (peek(cursor, 1 + number)?.slag !== 'ord') {
    return;
  }
  cursor.at += 2 + number;
  if (peek(cursor, -1)?.norm === 'm' && (looksAt(cursor, '²') || looksAt(cursor, '2'))) {
    cursor.at++;
  }
}
