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

/** One group for each of `KINDS`, in its order; groups with names would cost an object for every token. */
const PATTERN = new RegExp(
  [
    String.raw`(\d{4}-\d{2}-\d{2})(?![\d])`,
    String.raw`(\d{1,4}:\d{2}(?::\d{2})?)(?![\d:])`,
    // Thousands in groups of three, else a run of digits; then at most one decimal part. Anything longer that looks
    // like a number is taken whole, so that it is refused whole and never read as its beginning.
    String.raw`((?:\d{1,3}(?:[${THOUSANDS_SPACE}]\d{3})+(?!\d)|\d+)(?:[.,]\d+)*)`,
    String.raw`(\p{L}[\p{L}\p{M}\p{N}²³]*)`,
    '(>=|<=|=>|=<|≥|≤|>|<|=|%|‰|[-−–—/():;,.])',
    String.raw`(\S)`,
  ].join('|'),
  'gu',
);

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  PATTERN.lastIndex = 0;
  for (let found = PATTERN.exec(text); found !== null; found = PATTERN.exec(text)) {
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
