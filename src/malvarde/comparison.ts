import type { Jämförelse } from '../model/malvarde.ts';
import { accept, acceptAny, type Cursor, peek, phrases } from './cursor.ts';
import { peekYear } from './frist.ts';
import { type Token, tokenize } from './tokens.ts';
import { knownUnit } from './units.ts';

const FIRST_COMPARISON_YEAR = 1990;
const LAST_COMPARISON_YEAR = 2099;

const MEASURE_WORDS = phrases(
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
);

const YEAR_BEFORE_WORDS = phrases(
  'i fjol',
  'fjolåret',
  'föregående år',
  'förra året',
  'året före',
  'året innan',
  'året dessförinnan',
);

/**
 * What something is compared with: a year, the year before, the country, similar bodies.
 *
 * @param years whether a bare four-digit number here is a year
 */
export function parseJämförelse(cursor: Cursor, years = true): Jämförelse | null {
  const start = cursor.at;
  acceptAny(cursor, MEASURE_WORDS);
  if (acceptAny(cursor, YEAR_BEFORE_WORDS)) {
    return { slag: 'föregående år' };
  }
  if (acceptAny(cursor, COUNTRY_WORDS)) {
    return { slag: 'riket' };
  }
  if (/niv(å|ån)$/.test(peek(cursor)?.norm ?? '')) {
    cursor.at++;
  }
  if (accept(cursor, 'liknande')) {
    acceptAny(cursor, SIMILAR_BODIES);
    return { slag: 'liknande' };
  }
  // `år 2021` and `utfallet 2021` say themselves that it is a year.
  const year = years || cursor.at > start ? parseComparisonYear(cursor) : null;
  if (year !== null) {
    acceptAny(cursor, LEVEL_OF_YEAR);
    return { slag: 'år', år: year };
  }
  cursor.at = start;
  return null;
}

const SIMILAR_BODIES = phrases('regioner', 'kommuner', 'organisationer');

const LEVEL_OF_YEAR = phrases('års nivå', 'års utfall', 'års resultat', 'års värde');

const COUNTRY_WORDS = phrases(
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
);

/** What a comparison expects, for error texts. */
export const COMPARISON_HELP = 'Skriv ett årtal, ”i fjol”, ”riket” eller ”liknande”';

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
