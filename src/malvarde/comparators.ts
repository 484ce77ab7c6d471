import type { Jämförare } from '../model/malvarde.ts';
import { COMPARISON_HELP } from './comparison.ts';
import { accept, acceptAny, type Cursor, peek, phrases } from './cursor.ts';
import { expectedHere } from './suggest.ts';

const AT_LEAST = phrases('minst', 'lägst', 'åtminstone', '≥', '>=', '=>');
const AT_MOST = phrases('högst', 'maximalt', 'max .', 'max', 'maximum', 'som mest', 'upp till', '≤', '<=', '=<');
export const ABOVE_WORDS = ['över', 'överstiga', 'överstiger', '>'] as const;
const ABOVE = phrases(...ABOVE_WORDS);
export const BELOW_WORDS = ['under', 'understiga', 'understiger', '<'] as const;
const BELOW = phrases(...BELOW_WORDS);

export function acceptComparator(cursor: Cursor): Jämförare | null {
  if (acceptAny(cursor, AT_LEAST)) {
    return '>=';
  }
  if (acceptAny(cursor, AT_MOST)) {
    return '<=';
  }
  if (acceptAny(cursor, ABOVE)) {
    return '>';
  }
  return acceptAny(cursor, BELOW) ? '<' : null;
}

export function comparatorAhead(cursor: Cursor): boolean {
  const start = cursor.at;
  const found = acceptComparator(cursor) !== null;
  cursor.at = start;
  return found;
}

const COMPARATIVES: Readonly<Record<string, '>' | '<' | 'bättre'>> = {
  högre: '>',
  större: '>',
  fler: '>',
  mer: '>',
  längre: '>',
  överstigande: '>',
  lägre: '<',
  mindre: '<',
  färre: '<',
  kortare: '<',
  understigande: '<',
  bättre: 'bättre',
};

/** After these a four-digit number is a year; after `mer än` or `kortare än` it is a number. */
export const YEAR_WORDS: ReadonlySet<string> = new Set([
  'högre',
  'lägre',
  'fler',
  'färre',
  'större',
  'mindre',
  'bättre',
]);

/** Nouns that may stand inside a comparative: `större andel än 2021`. */
const COMPARED_NOUNS = phrases('andel', 'antal', 'värde', 'nivå', 'resultat', 'utfall', 'grad', 'kostnad', 'tid');

export function acceptComparative(cursor: Cursor): '>' | '<' | 'bättre' | null {
  const start = cursor.at;
  const riktning = COMPARATIVES[peek(cursor)?.norm ?? ''];
  if (riktning === undefined || !Object.hasOwn(COMPARATIVES, peek(cursor)?.norm ?? '')) {
    return null;
  }
  cursor.at++;
  acceptAny(cursor, COMPARED_NOUNS);
  if (!accept(cursor, 'än')) {
    cursor.at = start;
    return null;
  }
  return riktning;
}

export function expectedComparison(cursor: Cursor): [string, string] {
  const [message] = expectedHere(cursor, 'något att jämföra med');
  return [message, COMPARISON_HELP];
}
