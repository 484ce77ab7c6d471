import { type Cursor, fail } from './cursor.ts';
import { isNumberWord } from './numbers.ts';
import { isDash, type Token } from './tokens.ts';

/** Words and signs that state a bound or its unit, wherever they stand. */
const BOUNDS: ReadonlySet<string> = new Set(
  'minst lägst högst max maximalt % ‰ procent promille ≥ ≤ > < >= <= => =<'.split(' '),
);

/** Words that state a bound before a number, and else say where or when: `avtalen mellan region och kommun`. */
const BOUNDS_OF_NUMBERS: ReadonlySet<string> = new Set(['över', 'under', 'mellan']);

/** Words that begin a clause about what a share is of: `patienterna som får hjälp`. */
const CLAUSES: ReadonlySet<string> = new Set('som vars vilka vilken vilket där när att'.split(' '));

/** Verbs of a requirement, but for those in a clause about what a share is of. */
const MUST_VERBS: ReadonlySet<string> = new Set(['ska', 'skall', 'bör', 'måste', 'får']);

/**
 * What a share is of is said in words: a figure or a word of a requirement in it would be a second requirement.
 *
 * @param from its first token; the cursor stands behind its last
 */
export function refuseSecond(cursor: Cursor, from: number): void {
  let inClause = false;
  for (let at = from; at < cursor.at; at++) {
    const token = cursor.tokens[at];
    inClause ||= CLAUSES.has(token?.norm ?? '');
    const fault = token === undefined ? null : faultOf(cursor, at, token, inClause);
    if (fault !== null) {
      fail(cursor, ...fault, at);
      return;
    }
  }
}

/** Why a token is no part of what a share is of, with help; null where it may be. */
function faultOf(cursor: Cursor, at: number, token: Token, inClause: boolean): [message: string, help: string] | null {
  const second = `”${token.text}” hör inte till det som värdet är en del av; ett målvärde har ett enda krav`;
  if (token.slag === 'tal' && YEAR.test(token.text)) {
    return [second, `Är det en förändring skriver du den: -20 % jämfört med ${token.text}`];
  }
  const bound = BOUNDS.has(token.norm) || (BOUNDS_OF_NUMBERS.has(token.norm) && isAmount(cursor, at + 1));
  if (bound || (token.slag !== 'ord' && token.slag !== 'tecken' && !isInWord(cursor, at))) {
    return [
      second,
      'Skriv ett nyckeltal för varje krav, och det som värdet är en del av med ord: minst 70 % av patienterna',
    ];
  }
  if (!inClause && MUST_VERBS.has(token.norm)) {
    return [
      `”${token.text}” börjar ett eget krav efter det som värdet är en del av`,
      'Skriv med som vad det är en del av: minst 70 % av patienterna som får hjälp',
    ];
  }
  return !inClause && token.norm === 'om'
    ? [
        '”om” kan betyda både ett villkor och vad något handlar om',
        'Skriv villkoret inom parentes, som (om budgeten tillåter), och vad det handlar om med som: frågorna som rör hälsa',
      ]
    : null;
}

const YEAR = /^(?:19|20)\d\d$/;

/** Whether a number is joined to a word, and so no amount: `3-åringarna`, `0–17-åringar`, `covid-19`. */
function isInWord(cursor: Cursor, at: number): boolean {
  return joinsWord(cursor, at, 1) || joinsWord(cursor, at, -1);
}

/** Whether a word stands at the end of what is joined to a token by dashes, forwards or backwards. */
function joinsWord(cursor: Cursor, from: number, step: 1 | -1): boolean {
  let at = from;
  while (isDash(cursor.tokens[at + step]) && isJoined(cursor, at, step) && isJoined(cursor, at + step, step)) {
    at += 2 * step;
    if (cursor.tokens[at]?.slag !== 'tal') {
      return cursor.tokens[at]?.slag === 'ord';
    }
  }
  return false;
}

/** Whether no space parts a token from its neighbour. */
function isJoined(cursor: Cursor, at: number, step: 1 | -1): boolean {
  return cursor.tokens[step > 0 ? at + 1 : at]?.mellanrum === false;
}

/** Whether a token says how many; `en` and `ett` are articles as often. */
function isAmount(cursor: Cursor, at: number): boolean {
  const token = cursor.tokens[at];
  return token?.slag === 'ord'
    ? isNumberWord(token.norm) && token.norm !== 'en' && token.norm !== 'ett'
    : token?.slag === 'tal' && !isInWord(cursor, at);
}
