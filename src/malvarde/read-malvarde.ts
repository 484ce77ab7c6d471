import { signOf } from '../model/decimal.ts';
import type { Krav, Läskontext, Läsning, Målvärde } from '../model/malvarde.ts';
import {
  accept,
  acceptAny,
  atEnd,
  type Cursor,
  fail,
  looksAt,
  openCursor,
  peek,
  phrases,
  textBetween,
} from './cursor.ts';
import { parseFrist } from './frist.ts';
import { parseKrav } from './grammar.ts';
import { readNumberWord } from './numbers.ts';
import { parseKvantitet, startsNumber } from './operands.ts';
import { expectedHere } from './suggest.ts';
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
        fail(
          cursor,
          ...expectedHere(cursor, delar.length > 0 ? 'ett organ inom parentes' : 'slutet på målvärdet'),
          atEnd(cursor) ? start : cursor.at,
        );
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

/** Everything beside the requirement itself, gathered while reading. */
interface Surroundings {
  frist: string | null;
  villkor: string | null;
  av: string | null;
  anmärkningar: string[];
  organ: string | null;
}

/** One målvärde up to the end, or up to the organ in parenthesis that closes it. */
function parsePart(cursor: Cursor): { målvärde: Målvärde; organ: string | null } | null {
  const around: Surroundings = { frist: null, villkor: null, av: null, anmärkningar: [], organ: null };
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
  if (cursor.fel !== null) {
    return null;
  }
  if (krav.slag === 'senast' && around.frist === null) {
    return fail(cursor, 'en dag eller ett år saknas', 'Skriv senast 2025-06-30 eller senast 2030');
  }
  const { frist, av, anmärkningar, organ } = around;
  const { krav: settled, villkor } = joinUnit(settle(krav, cursor, frist), around.villkor);
  return { målvärde: { krav: settled, frist, villkor, av, anmärkningar }, organ };
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

function endsHere(cursor: Cursor): boolean {
  return atEnd(cursor) || looksAt(cursor, '(') || (looksAt(cursor, '.') && cursor.at === cursor.tokens.length - 1);
}

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
function settle(krav: Krav, cursor: Cursor, frist: string | null): Krav {
  // Zero of something counted can only mean none at all; any other zero needs a direction.
  if (krav.slag === 'gräns' && krav.operator === null && signOf(krav.kvantitet.värde) === 0) {
    const unit = krav.kvantitet.måttenhet ?? cursor.kontext.måttenhet;
    const word = cursor.tokens.some((token) => token.norm === 'noll');
    return (unit === null ? word : isCount(unit)) ? { ...krav, operator: '<=' } : krav;
  }
  // A change without a stated base is against the year before, unless it is to be reached by a later year.
  if (krav.slag === 'förändring' && krav.mot === null && frist === null) {
    return { ...krav, mot: { slag: 'föregående år' } };
  }
  return krav;
}

/** What may follow a requirement. False where nothing more of the kind stands here. */
function parseSuffix(cursor: Cursor, krav: Krav, around: Surroundings): boolean {
  if (atEnd(cursor)) {
    return false;
  }
  if (looksAt(cursor, '.') && cursor.at === cursor.tokens.length - 1) {
    cursor.at++;
    return true;
  }
  if (looksAt(cursor, '(')) {
    return parseParenthesis(cursor, around);
  }
  if (around.frist === null) {
    around.frist = parseFrist(cursor);
    if (around.frist !== null || cursor.fel !== null) {
      return true;
    }
  }
  if (around.av === null && (krav.slag === 'gräns' || krav.slag === 'mellan') && accept(cursor, 'av')) {
    around.av = takeWords(cursor, 'vad värdet är en del av');
    return true;
  }
  return around.villkor === null && parseVillkor(cursor, krav, around);
}

const WITHIN_LIMITS = phrases('inom ramen för');
const CONDITIONS = phrases(
  'under året',
  'under perioden',
  'per år',
  'varje år',
  'per enhet',
  'i genomsnitt',
  'i snitt',
  'i medeltal',
  'totalt',
  'årligen',
);

/** `inom 15 sekunder` after a share, `under 2022`, `per enhet`: shown with the reading, and not computed. */
function parseVillkor(cursor: Cursor, krav: Krav, around: Surroundings): boolean {
  const start = cursor.at;
  if (acceptAny(cursor, WITHIN_LIMITS) !== null) {
    takeWords(cursor, 'inom vilken ram');
    around.villkor = textBetween(cursor, start, cursor.at).replace(/\.$/, '');
    return true;
  }
  if (accept(cursor, 'inom')) {
    if (startsNumber(cursor) && parseKvantitet(cursor) !== null) {
      around.villkor = textBetween(cursor, start, cursor.at);
      return true;
    }
    cursor.at = start;
    return false;
  }
  if (krav.slag === 'ej_satt' && accept(cursor, 'efter') && peek(cursor)?.slag === 'tal') {
    cursor.at++;
  } else if (acceptAny(cursor, CONDITIONS) === null) {
    if (!(accept(cursor, 'under') && peek(cursor)?.slag === 'tal' && /^\d{4}$/.test(peek(cursor)?.text ?? ''))) {
      cursor.at = start;
      return false;
    }
    cursor.at++;
  }
  around.villkor = textBetween(cursor, start, cursor.at);
  return true;
}

/** Plain words up to a parenthesis, a deadline, a full stop or the end. */
function takeWords(cursor: Cursor, what: string): string {
  const start = cursor.at;
  const deadline = () => looksAt(cursor, 'senast') || (looksAt(cursor, 'till') && peek(cursor, 1)?.slag === 'tal');
  while (!endsHere(cursor) && !deadline() && !looksAt(cursor, 'inom') && !looksAt(cursor, ';')) {
    cursor.at++;
  }
  const words = cursor.tokens.slice(start, cursor.at);
  // `fem av tre` has no noun: of three what?
  if (words.every((token) => token.slag === 'tal' || readNumberWord(token.norm) !== null)) {
    fail(cursor, ...expectedHere(cursor, what), start, cursor.at);
  }
  return textBetween(cursor, start, cursor.at);
}

/** `(RJH)` is an organ if the organisation has it; any other parenthesis is a remark that the reading shows. */
function parseParenthesis(cursor: Cursor, around: Surroundings): boolean {
  const start = cursor.at;
  let close = start + 1;
  while (close < cursor.tokens.length && cursor.tokens[close]?.norm !== ')') {
    if (cursor.tokens[close]?.norm === '(') {
      fail(cursor, 'en parentes står inne i en annan', 'Skriv en parentes i taget', start, close + 1);
      return false;
    }
    close++;
  }
  if (close >= cursor.tokens.length) {
    fail(cursor, 'parentesen stängs aldrig', 'Skriv ) efter det som hör till parentesen', start);
    return false;
  }
  const inside = textBetween(cursor, start + 1, close);
  if (inside === '') {
    fail(
      cursor,
      'parentesen är tom',
      'Ta bort parentesen eller skriv ett organ eller en anmärkning i den',
      start,
      close + 1,
    );
    return false;
  }
  cursor.at = close + 1;
  const organ = cursor.kontext.organ.get(inside.toLowerCase());
  if (organ === undefined) {
    around.anmärkningar.push(inside);
  } else {
    around.organ = organ;
  }
  return true;
}
