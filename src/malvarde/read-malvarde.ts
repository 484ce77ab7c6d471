import { signOf } from '../model/decimal.ts';
import type { Jämförelse, Krav, Läskontext, Läsning, Målvärde } from '../model/malvarde.ts';
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
import { parseBase } from './grammar-change.ts';
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

/** Everything beside the requirement itself, gathered while reading. */
interface Surroundings {
  frist: string | null;
  villkor: string | null;
  av: string | null;
  anmärkningar: string[];
  organ: string | null;
  /** What a change is measured from, where it stands behind a deadline. */
  mot: Jämförelse | null;
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
  if (around.frist !== null && around.mot === null && krav.slag === 'förändring' && krav.mot === null) {
    around.mot = parseBase(cursor);
    if (around.mot !== null || cursor.fel !== null) {
      return true;
    }
  }
  if (around.av === null && (krav.slag === 'gräns' || krav.slag === 'mellan') && accept(cursor, 'av')) {
    const start = cursor.at;
    around.av = takeWords(cursor, 'vad värdet är en del av');
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

/** Words that belong to a requirement, and not to what a share is of. */
const OF_A_REQUIREMENT: ReadonlySet<string> = new Set(
  'minst lägst högst max maximalt över under mellan ska skall bör måste får inte ej om när % ‰ ≥ ≤ > <'.split(' '),
);

/** What a share is of is said in words: a figure or a word of a requirement in it would be a second requirement. */
function refuseSecond(cursor: Cursor, from: number): void {
  const second = cursor.tokens
    .slice(from, cursor.at)
    .findIndex(({ slag, norm }) => (slag !== 'ord' && slag !== 'tecken') || OF_A_REQUIREMENT.has(norm));
  if (second < 0) {
    return;
  }
  const token = cursor.tokens[from + second];
  const year = token?.slag === 'tal' && /^(?:19|20)\d\d$/.test(token.text);
  fail(
    cursor,
    `”${token?.text ?? ''}” hör inte till det som värdet är en del av; ett målvärde har ett enda krav`,
    year
      ? `Är det en förändring skriver du den: -20 % jämfört med ${token?.text ?? ''}`
      : 'Skriv ett nyckeltal för varje krav, och det som värdet är en del av med ord: minst 70 % av patienterna',
    from + second,
  );
}

/** Plain words up to a parenthesis, a deadline, a year under which they hold, a full stop or the end. */
function takeWords(cursor: Cursor, what: string): string {
  const start = cursor.at;
  const deadline = () => looksAt(cursor, 'senast') || (looksAt(cursor, 'till') && peek(cursor, 1)?.slag === 'tal');
  const during = () => looksAt(cursor, 'under') && peek(cursor, 1)?.slag === 'tal';
  while (!endsHere(cursor) && !deadline() && !during() && !looksAt(cursor, 'inom') && !looksAt(cursor, ';')) {
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
