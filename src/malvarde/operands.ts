import type { Jämförelse, Kvantitet } from '../model/malvarde.ts';
import { isDate } from '../model/period.ts';
import { readClock } from './clock.ts';
import { accept, acceptAny, atEnd, type Cursor, fail, looksAt, peek, textBetween } from './cursor.ts';
import { type ReadNumber, readDigits, readNumberWord } from './numbers.ts';
import { isDash, type Token, tokenize } from './tokens.ts';
import { canonicalUnit, knownUnit } from './units.ts';

const FIRST_COMPARISON_YEAR = 1990;
const LAST_COMPARISON_YEAR = 2099;

/** A number with its unit: `70 %`, `18:05 min`, `fyra timmar`, `index 41`, `−34,80 %`. */
export function parseKvantitet(cursor: Cursor): Kvantitet | null {
  const start = cursor.at;
  if (looksAt(cursor, 'index') && startsNumber(cursor, 1)) {
    cursor.at++;
    const tal = parseNumber(cursor);
    return tal === null ? null : { ...tal, måttenhet: 'index' };
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
  return { ...tal, måttenhet: parseUnit(cursor) };
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
    const tokens = tokenize(stated);
    if (tokens.length > 0 && tokens.every((token, index) => peek(cursor, index)?.norm === token.norm)) {
      cursor.at += tokens.length;
      return canonicalUnit(stated);
    }
  }
  const start = cursor.at;
  const first = parseUnitWord(cursor);
  if (first === null) {
    return null;
  }
  if (first !== '%' && accept(cursor, 'per')) {
    if (peek(cursor)?.slag !== 'ord') {
      cursor.at--;
      return first;
    }
    cursor.at++;
  } else if (looksAt(cursor, 'i snitt /') && peek(cursor, 3)?.slag === 'ord') {
    cursor.at += 4;
  } else {
    parseRatio(cursor);
  }
  return canonicalUnit(textBetween(cursor, start, cursor.at));
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

/** A four-digit year without unit, where the grammar expects a year or a number. */
export function parseComparisonYear(cursor: Cursor): number | null {
  const year = peekYear(cursor);
  if (year === null || year < FIRST_COMPARISON_YEAR || year > LAST_COMPARISON_YEAR) {
    return null;
  }
  const next = peek(cursor, 1);
  const unitFollows =
    next !== undefined &&
    (next.norm === '%' ||
      next.norm === '‰' ||
      (next.slag === 'ord' && knownUnit(next.norm) !== null) ||
      followsStatedUnit(cursor, next));
  if (unitFollows) {
    return null;
  }
  cursor.at++;
  return year;
}

function followsStatedUnit(cursor: Cursor, token: Token): boolean {
  const stated = cursor.kontext.måttenhet;
  return stated !== null && tokenize(stated)[0]?.norm === token.norm;
}

function peekYear(cursor: Cursor, ahead = 0): number | null {
  const token = peek(cursor, ahead);
  return token?.slag === 'tal' && /^\d{4}$/.test(token.text) ? Number(token.text) : null;
}

/** What something is compared with: a year, the year before, the country, similar bodies. */
export function parseJämförelse(cursor: Cursor): Jämförelse | null {
  const start = cursor.at;
  acceptAny(cursor, [
    'utfallet för',
    'utfallet',
    'utfall',
    'resultatet för',
    'resultatet',
    'resultat',
    'året',
    'år',
    'snittet i',
    'genomsnittet i',
    'genomsnittet för',
    'medelvärdet för',
  ]);
  if (
    acceptAny(cursor, [
      'i fjol',
      'fjolåret',
      'föregående år',
      'förra året',
      'året före',
      'året innan',
      'året dessförinnan',
    ])
  ) {
    return { slag: 'föregående år' };
  }
  if (acceptAny(cursor, COUNTRY_WORDS)) {
    return { slag: 'riket' };
  }
  if (/niv(å|ån)$/.test(peek(cursor)?.norm ?? '')) {
    cursor.at++;
  }
  if (accept(cursor, 'liknande')) {
    acceptAny(cursor, ['regioner', 'kommuner', 'organisationer']);
    return { slag: 'liknande' };
  }
  const year = parseComparisonYear(cursor);
  if (year !== null) {
    acceptAny(cursor, ['års nivå', 'års utfall', 'års resultat', 'års värde']);
    return { slag: 'år', år: year };
  }
  cursor.at = start;
  return null;
}

const COUNTRY_WORDS = [
  'riket',
  'rikssnittet',
  'riksgenomsnittet',
  'riksmedelvärdet',
  'rikets genomsnitt',
  'rikets',
  'den nationella utvecklingen',
  'nationella utvecklingen',
  'den nationella nivån',
  'nationella nivån',
] as const;

/** What a comparison expects, for error texts. */
export const COMPARISON_HELP = 'Skriv ett årtal, ”i fjol”, ”riket” eller ”liknande”';

const FRIST_WORDS = [
  'senast den',
  'senast år',
  'senast under',
  'senast',
  'till och med år',
  'till och med',
  't.o.m.',
  'till år',
  'till utgången av',
  'vid utgången av',
] as const;

/** `senast 2025-06-30`, `senast 2030`, `till 2030`: the day or the year; null where no deadline stands here. */
export function parseFrist(cursor: Cursor): string | null {
  const start = cursor.at;
  const words =
    acceptAny(cursor, FRIST_WORDS) ?? (looksAt(cursor, 'till') && peekYear(cursor, 1) !== null ? 'till' : null);
  if (words === null) {
    return null;
  }
  if (words === 'till') {
    cursor.at++;
  }
  const frist = parseDay(cursor);
  if (frist !== null || cursor.fel !== null) {
    return frist;
  }
  if (words.startsWith('senast')) {
    return fail(
      cursor,
      atEnd(cursor)
        ? 'efter ”senast” saknas en dag eller ett år'
        : `”${peek(cursor)?.text ?? ''}” är ingen dag och inget år`,
      'Skriv senast 2025-06-30 eller senast 2030',
    );
  }
  cursor.at = start;
  return null;
}

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/** An ISO day, `30 juni 2025`, or a year. */
function parseDay(cursor: Cursor): string | null {
  const token = peek(cursor);
  if (token?.slag === 'datum') {
    if (!isDate(token.text)) {
      return fail(cursor, `dagen ${token.text} finns inte`, 'Skriv en dag som finns, till exempel 2025-06-30');
    }
    cursor.at++;
    return token.text;
  }
  const month = MONTHS.indexOf(peek(cursor, 1)?.norm ?? '') + 1;
  const year = peekYear(cursor, 2);
  if (token?.slag === 'tal' && month > 0 && year !== null) {
    const day = `${year}-${String(month).padStart(2, '0')}-${token.text.padStart(2, '0')}`;
    if (!isDate(day)) {
      return fail(
        cursor,
        `dagen ”${textBetween(cursor, cursor.at, cursor.at + 3)}” finns inte`,
        'Skriv en dag som finns, till exempel 2025-06-30',
        cursor.at,
        cursor.at + 3,
      );
    }
    cursor.at += 3;
    return day;
  }
  const alone = peekYear(cursor);
  if (alone !== null) {
    cursor.at++;
    return String(alone);
  }
  return null;
}
