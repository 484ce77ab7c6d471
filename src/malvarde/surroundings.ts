import type { Jämförelse, Krav } from '../model/malvarde.ts';
import { accept, acceptAny, atEnd, type Cursor, fail, looksAt, peek, phrases, textBetween } from './cursor.ts';
import { parseFrist } from './frist.ts';
import { parseBase } from './grammar-change.ts';
import { isNumberWord, readNumberWord } from './numbers.ts';
import { parseKvantitet, startsNumber } from './operands.ts';
import { refuseSecond } from './part-of.ts';
import { expectedHere } from './suggest.ts';

/** Everything beside the requirement itself, gathered while reading. */
export interface Surroundings {
  frist: string | null;
  villkor: string | null;
  av: string | null;
  anmärkningar: string[];
  organ: string | null;
  /** What a change is measured from, where it stands behind a deadline. */
  mot: Jämförelse | null;
}

/** Whether a requirement may end here. */
export function endsHere(cursor: Cursor): boolean {
  return atEnd(cursor) || looksAt(cursor, '(') || (looksAt(cursor, '.') && cursor.at === cursor.tokens.length - 1);
}

/** What may follow a requirement. False where nothing more of the kind stands here. */
export function parseSuffix(cursor: Cursor, krav: Krav, around: Surroundings): boolean {
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
  if (around.frist !== null && around.mot === null && krav.slag === 'förändring' && krav.mot === null) {
    around.mot = parseBase(cursor);
    if (around.mot !== null || cursor.fel !== null) {
      return true;
    }
  }
  if (around.av === null && (krav.slag === 'gräns' || krav.slag === 'mellan') && accept(cursor, 'av')) {
    const start = cursor.at;
    around.av = takeWords(cursor, 'vad värdet är en del av', closesWithCondition);
    refuseSecond(cursor, start);
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
export function parseVillkor(cursor: Cursor, krav: Krav, around: Surroundings): boolean {
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

/** `under året` behind what a share is of, where nothing goes on with the words. */
function closesWithCondition(cursor: Cursor): boolean {
  const start = cursor.at;
  const closes = acceptAny(cursor, DURING) !== null && (endsHere(cursor) || atDeadline(cursor));
  cursor.at = start;
  return closes;
}

const DURING = phrases('under året', 'under perioden');

/** `inom 90 dagar` and `inom ramen för` are conditions; `inom vården` says which. */
function atLimit(cursor: Cursor): boolean {
  const next = peek(cursor, 1);
  return looksAt(cursor, 'inom') && (next?.slag !== 'ord' || isNumberWord(next.norm) || looksAt(cursor, 'ramen', 1));
}

function atDeadline(cursor: Cursor): boolean {
  return looksAt(cursor, 'senast') || (looksAt(cursor, 'till') && peek(cursor, 1)?.slag === 'tal');
}

/**
 * Plain words up to a parenthesis, a deadline, a year under which they hold, a full stop or the end.
 *
 * @param closes what else they stop before
 */
function takeWords(cursor: Cursor, what: string, closes: (cursor: Cursor) => boolean = () => false): string {
  const start = cursor.at;
  const during = () => looksAt(cursor, 'under') && peek(cursor, 1)?.slag === 'tal';
  const stops = () => atDeadline(cursor) || during() || atLimit(cursor) || looksAt(cursor, ';') || closes(cursor);
  while (!endsHere(cursor) && !stops()) {
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
export function parseParenthesis(cursor: Cursor, around: Surroundings): boolean {
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
