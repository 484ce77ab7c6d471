import { isCommon, LATIN_LETTERS } from '../model/letters.ts';

/** A piece of a målvärde text. Offsets count UTF-16 units from the start of the text. */
export interface Token {
  readonly slag: 'ord' | 'tal' | 'klocka' | 'datum' | 'tecken' | 'okänt';
  /** As written. */
  readonly text: string;
  /** Lower case, for comparing words and signs. */
  readonly norm: string;
  readonly start: number;
  readonly slut: number;
  /** Whether white space stands before it. */
  readonly mellanrum: boolean;
}

/** Spaces that people and programs put between thousands: ordinary, no-break, narrow no-break, thin. */
const THOUSANDS_SPACE = ' \\u00A0\\u202F\\u2009';

/**
 * One group for each of `KINDS`, in its order; groups with names would cost an object for every token.
 *
 * @param letters what a word begins with
 * @param inside what else may stand in it
 */
function patternOf(letters: string, inside: string): RegExp {
  return new RegExp(
    [
      String.raw`(\d{4}-\d{2}-\d{2})(?![\d])`,
      String.raw`(\d{1,4}:\d{2}(?::\d{2})?)(?![\d:])`,
      // Thousands in groups of three, else a run of digits; then at most one decimal part. Anything longer that looks
      // like a number is taken whole, so that it is refused whole and never read as its beginning.
      String.raw`((?:\d{1,3}(?:[${THOUSANDS_SPACE}]\d{3})+(?!\d)|\d+)(?:[.,]\d+)*)`,
      `([${letters}][${letters}${inside}]*)`,
      '(>=|<=|=>|=<|≥|≤|>|<|=|%|‰|[-−–—/():;,.])',
      String.raw`(\S)`,
    ].join('|'),
    'gu',
  );
}

const COMMON_PATTERN = patternOf(LATIN_LETTERS, '\\d²³¹¼-¾');
let anyPattern: RegExp | null = null;

/** The pattern for a text: that of Latin writing for nearly all. */
function patternFor(text: string): RegExp {
  if (isCommon(text)) {
    return COMMON_PATTERN;
  }
  anyPattern ??= patternOf('\\p{L}', '\\p{M}\\p{N}');
  return anyPattern;
}

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = patternFor(text);
  let end = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [written] = found;
    const start = found.index;
    tokens.push({
      slag: kindOf(found),
      text: written,
      norm: written.toLowerCase(),
      start,
      slut: start + written.length,
      mellanrum: start > end || start === 0,
    });
    end = start + written.length;
  }
  return tokens;
}

/** The group that matched says what a token is. */
function kindOf(found: RegExpExecArray): Token['slag'] {
  let group = 1;
  while (group < KINDS.length && found[group] === undefined) {
    group++;
  }
  return KINDS[group - 1] ?? 'okänt';
}

const KINDS = ['datum', 'klocka', 'tal', 'ord', 'tecken', 'okänt'] as const;

/** The ASCII hyphen, the true minus and the dashes that text programs make of it. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && (token.norm === '-' || token.norm === '−' || token.norm === '–' || token.norm === '—');
}
