import { signOf } from '../model/decimal.ts';
import type { Krav } from '../model/malvarde.ts';
import { ABOVE_WORDS, acceptComparative, acceptComparator, BELOW_WORDS, YEAR_WORDS } from './comparators.ts';
import { parseComparisonYear, parseJämförelse } from './comparison.ts';
import { accept, acceptAny, type Cursor, fail, looksAt, peek, phrases, textBetween } from './cursor.ts';
import { parseChangeFrom } from './grammar-change.ts';
import type { KravNotes } from './krav-notes.ts';
import { parseKvantitet, startsNumber } from './operands.ts';
import { expectedHere } from './suggest.ts';
import { isDash } from './tokens.ts';

/** `mellan 40 och 60`, `40–60 %`. */
export function parseRange(cursor: Cursor): Krav | null {
  const between = accept(cursor, 'mellan');
  if (!startsNumber(cursor)) {
    return between ? fail(cursor, ...expectedHere(cursor, 'ett tal')) : null;
  }
  const start = cursor.at;
  const från = parseKvantitet(cursor);
  if (från === null) {
    return null;
  }
  const joined = isDash(peek(cursor)) ? ++cursor.at > 0 : between ? accept(cursor, 'och') : false;
  if (!joined) {
    return between ? fail(cursor, ...expectedHere(cursor, '”och” och ett andra tal')) : null;
  }
  const till = parseKvantitet(cursor);
  if (till === null) {
    return fail(cursor, ...expectedHere(cursor, 'ett andra tal'));
  }
  const unit = från.måttenhet ?? till.måttenhet;
  if (från.måttenhet !== null && till.måttenhet !== null && från.måttenhet !== till.måttenhet) {
    return fail(
      cursor,
      `intervallets gränser har olika måttenhet: ${från.måttenhet} och ${till.måttenhet}`,
      'Skriv båda gränserna i samma måttenhet',
      start,
      cursor.at,
    );
  }
  if (från.värde.gt(till.värde)) {
    return fail(
      cursor,
      'intervallets första gräns är högre än den andra',
      'Skriv den lägre gränsen först',
      start,
      cursor.at,
    );
  }
  return { slag: 'mellan', från: { ...från, måttenhet: unit }, till: { ...till, måttenhet: unit } };
}

/** `högre än 2021`, `större andel än riket`, `lägre än 1,75 utlok/100 vpl`. */
export function parseComparative(cursor: Cursor): Krav | null {
  const start = cursor.at;
  const word = peek(cursor)?.norm ?? '';
  const riktning = acceptComparative(cursor);
  if (riktning === null) {
    return null;
  }
  const mot = parseJämförelse(cursor, YEAR_WORDS.has(word));
  if (mot !== null) {
    return { slag: 'jämförelse', riktning, mot, bästa: null };
  }
  const kvantitet = startsNumber(cursor) ? parseKvantitet(cursor) : null;
  if (kvantitet === null) {
    return fail(cursor, ...expectedHere(cursor, 'ett tal, ett årtal eller ”riket”'));
  }
  return riktning === 'bättre'
    ? fail(
        cursor,
        '”bättre än” ett tal säger inte om det ska vara högre eller lägre',
        'Skriv högre än eller lägre än',
        start,
        cursor.at,
      )
    : { slag: 'gräns', operator: riktning, kvantitet };
}

/** `inom 90 dagar` is at most; `inom 3 timmar i 100 % av fallen` is a share under a condition. */
export function parseWithin(cursor: Cursor, notes: KravNotes): Krav | null {
  const start = cursor.at;
  if (!accept(cursor, 'inom')) {
    return null;
  }
  const kvantitet = parseKvantitet(cursor);
  if (kvantitet === null) {
    return fail(cursor, ...expectedHere(cursor, 'en tid, som ”90 dagar”'));
  }
  if (looksAt(cursor, 'i') && startsNumber(cursor, 1)) {
    notes.villkor = textBetween(cursor, start, cursor.at);
    cursor.at++;
    const share = parseKvantitet(cursor);
    return share === null ? null : { slag: 'gräns', operator: null, kvantitet: share };
  }
  return { slag: 'gräns', operator: '<=', kvantitet };
}

/** `minst 70 %`, `≤ 5 %`, `över 4,5`; `minst 20 % lägre än 2019` is a change. */
export function parseBound(cursor: Cursor): Krav | null {
  const start = cursor.at;
  const written = peek(cursor)?.text ?? '';
  const operator = acceptComparator(cursor);
  if (operator === null) {
    return null;
  }
  if (
    written.toLowerCase() === 'under' &&
    (acceptAny(cursor, DURING) !== null || parseComparisonYear(cursor) !== null)
  ) {
    return fail(
      cursor,
      `”${textBetween(cursor, start, cursor.at)}” betyder under året, inte lägre än`,
      'Skriv lägre än eller senast',
      start,
      cursor.at,
    );
  }
  const kvantitet = startsNumber(cursor) ? parseKvantitet(cursor) : null;
  if (kvantitet === null) {
    return cursor.fel === null ? fail(cursor, ...expectedHere(cursor, 'ett tal')) : null;
  }
  if (signOf(kvantitet.värde) < 0 && AMBIGUOUS_WITH_MINUS.has(written.toLowerCase())) {
    const amount = kvantitet.siffror.slice(1).replace('.', ',');
    return fail(
      cursor,
      `”${textBetween(cursor, start, cursor.at)}” kan betyda både en större och en mindre minskning`,
      `Skriv minska med minst ${amount}${kvantitet.måttenhet === null ? '' : ` ${kvantitet.måttenhet}`}, eller ≥ eller ≤ före talet`,
      start,
      cursor.at,
    );
  }
  return (
    parseChangeFrom(cursor, operator, kvantitet) ??
    (cursor.fel === null ? { slag: 'gräns', operator, kvantitet } : null)
  );
}

const DURING = phrases('året', 'perioden', 'planperioden', 'mandatperioden', 'hela året');

const AMBIGUOUS_WITH_MINUS: ReadonlySet<string> = new Set([
  'minst',
  'högst',
  'max',
  'maximalt',
  'maximum',
  'som',
  'upp',
  'åtminstone',
]);

const OR_MORE = phrases(
  'eller mer',
  'eller fler',
  'eller högre',
  'eller större',
  'eller längre',
  'eller bättre',
  'eller över',
);

const OR_LESS = phrases('eller mindre', 'eller färre', 'eller lägre', 'eller kortare', 'eller under');

/** A number first: bare, `90 % eller mer`, `-20 % jämfört med 2019`, `20 % lägre än 2019`. */
export function parseNumberFirst(cursor: Cursor): Krav | null {
  if (!startsNumber(cursor)) {
    return null;
  }
  const kvantitet = parseKvantitet(cursor);
  if (kvantitet === null) {
    return null;
  }
  if (acceptAny(cursor, OR_MORE)) {
    return { slag: 'gräns', operator: '>=', kvantitet };
  }
  if (acceptAny(cursor, OR_LESS)) {
    return { slag: 'gräns', operator: '<=', kvantitet };
  }
  return (
    parseChangeFrom(cursor, null, kvantitet) ??
    (cursor.fel === null ? { slag: 'gräns', operator: null, kvantitet } : null)
  );
}

const NEGATED_VERBS = phrases('ska', 'skall', 'vara', 'bli');

const TO_BE = phrases('vara', 'bli');

const NOT_ABOVE = phrases(...ABOVE_WORDS, 'högre än', 'mer än', 'större än', 'fler än', 'längre än');

const NOT_BELOW = phrases(...BELOW_WORDS, 'lägre än', 'mindre än', 'färre än', 'kortare än', 'sämre än');

/** `inte överstiga 10 %`, `ska inte understiga`, `inte lägre än 4`. */
export function parseNegated(cursor: Cursor, taken: boolean): Krav | null {
  if (!taken) {
    cursor.at++;
    acceptAny(cursor, NEGATED_VERBS);
  } else {
    acceptAny(cursor, TO_BE);
  }
  const above = acceptAny(cursor, NOT_ABOVE);
  const below = above === null ? acceptAny(cursor, NOT_BELOW) : null;
  if (above === null && below === null) {
    return fail(cursor, ...expectedHere(cursor, '”överstiga”, ”understiga” eller ”lägre än”'));
  }
  const mot = parseJämförelse(cursor, YEAR_WORDS.has((above ?? below ?? '').split(' ')[0] ?? ''));
  if (mot !== null) {
    return { slag: 'jämförelse', riktning: above === null ? '>=' : '<=', mot, bästa: null };
  }
  const kvantitet = startsNumber(cursor) ? parseKvantitet(cursor) : null;
  return kvantitet === null
    ? fail(cursor, ...expectedHere(cursor, 'ett tal eller något att jämföra med'))
    : { slag: 'gräns', operator: above === null ? '>=' : '<=', kvantitet };
}
