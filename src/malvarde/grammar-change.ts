import { decimal, ZERO } from '../model/decimal.ts';
import type { Jämförare, Jämförelse, Krav, Kvantitet } from '../model/malvarde.ts';
import { acceptComparative, acceptComparator, comparatorAhead, expectedComparison } from './comparators.ts';
import { parseComparisonYear, parseJämförelse } from './comparison.ts';
import { accept, acceptAny, type Cursor, fail, peek, phrases, textBetween } from './cursor.ts';
import type { KravNotes } from './krav-notes.ts';
import { parseKvantitet, startsNumber } from './operands.ts';
import { expectedHere } from './suggest.ts';
import { isDash } from './tokens.ts';

const HALVED = phrases('halveras', 'halverad', 'halverat');

const DOUBLED = phrases('fördubblas', 'fördubblad', 'fördubblat');

const DOWN = phrases(
  'minska',
  'minskas',
  'minskar',
  'minskat',
  'minskad',
  'minskning',
  'sänkas',
  'sänks',
  'sjunka',
  'reduceras',
);
const UP = phrases('öka', 'ökas', 'ökar', 'ökat', 'ökad', 'ökning', 'höjas', 'höjs', 'stiga');

/** `minska med minst 48 % jämfört med 2019`, `öka till 30 %`, `halveras till 2030`. */
export function parseChangeVerb(cursor: Cursor, notes: KravNotes): Krav | null {
  if (acceptAny(cursor, HALVED)) {
    return change('<=', percent('-50'), parseBase(cursor));
  }
  if (acceptAny(cursor, DOUBLED)) {
    return change('>=', percent('100'), parseBase(cursor));
  }
  const down = acceptAny(cursor, DOWN) !== null;
  if (!down && acceptAny(cursor, UP) === null) {
    return null;
  }
  const object = parseObject(cursor, ['med', 'till']);
  if (accept(cursor, 'till') && (startsNumber(cursor) || comparatorAhead(cursor))) {
    const to = cursor.at;
    if (parseComparisonYear(cursor) !== null) {
      return fail(
        cursor,
        `”till ${textBetween(cursor, to, cursor.at)}” kan vara både ett år och ett tal`,
        'Skriv till år och året om det är en frist, annars talet med sin måttenhet',
        to - 1,
        cursor.at,
      );
    }
    // The verb says the direction: `öka till 30 %` asks for at least 30 %.
    const operator = acceptComparator(cursor) ?? (down ? '<=' : '>=');
    const kvantitet = parseKvantitet(cursor);
    return kvantitet === null ? null : noteObject({ slag: 'gräns', operator, kvantitet }, object, notes);
  }
  if (!accept(cursor, 'med') && !startsNumber(cursor)) {
    return null;
  }
  const stated = acceptComparator(cursor) ?? '>=';
  const first = cursor.at;
  const amount = parseKvantitet(cursor);
  if (amount === null) {
    return fail(cursor, ...expectedHere(cursor, 'hur mycket'));
  }
  if (amount.värde.lt(ZERO)) {
    return fail(
      cursor,
      `”${down ? 'minska' : 'öka'}” och minustecken säger samma sak två gånger`,
      'Skriv talet utan minustecken',
      first,
      cursor.at,
    );
  }
  const krav = down
    ? change(MIRRORED[stated], negate(amount), parseBase(cursor))
    : change(stated, amount, parseBase(cursor));
  return cursor.fel === null ? noteObject(krav, object, notes) : null;
}

const MIRRORED: Readonly<Record<Jämförare, Jämförare>> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' };

function change(jämförare: Jämförare | null, kvantitet: Kvantitet, mot: Jämförelse | null): Krav {
  return { slag: 'förändring', jämförare, kvantitet, mot };
}

function percent(siffror: string): Kvantitet {
  return { värde: decimal(siffror), siffror, måttenhet: '%' };
}

function negate(kvantitet: Kvantitet): Kvantitet {
  return kvantitet.värde.eq(ZERO)
    ? kvantitet
    : { ...kvantitet, värde: kvantitet.värde.neg(), siffror: `-${kvantitet.siffror}` };
}

const UNCHANGED = phrases('oförändrat', 'oförändrad', 'oförändrade', 'bibehållas', 'bibehållen', 'bibehållet');

/** `öka`, `minskat CO2-utsläpp jämfört med 2017`, `oförändrat jämfört med 2021`. */
export function parseTrend(cursor: Cursor, notes: KravNotes): Krav | null {
  const riktning =
    acceptAny(cursor, UNCHANGED) !== null
      ? 'oförändrat'
      : acceptAny(cursor, DOWN) !== null
        ? 'minska'
        : acceptAny(cursor, UP) !== null
          ? 'öka'
          : null;
  if (riktning === null) {
    return null;
  }
  const object = parseObject(cursor, BASE_WORDS);
  const mot = parseBase(cursor);
  return cursor.fel === null
    ? noteObject({ slag: 'trend', riktning, mot: mot ?? { slag: 'föregående år' } }, object, notes)
    : null;
}

/** Words that open what a change or a trend is measured from. */
const BASE_WORDS: readonly string[] = ['jämfört', 'i', 'jmf', 'sedan', 'från', 'mot'];

/** One noun between the verb and what follows it: `öka intäkterna jämfört med 2019`. Null where it does not stand so. */
function parseObject(cursor: Cursor, before: readonly string[]): string | null {
  const start = cursor.at;
  let end = start;
  const first = peek(cursor);
  if (
    first?.slag !== 'ord' ||
    BASE_WORDS.includes(first.norm) ||
    before.includes(first.norm) ||
    cursor.kontext.organ.has(first.norm)
  ) {
    return null;
  }
  end++;
  while (
    isDash(cursor.tokens[end]) &&
    cursor.tokens[end]?.mellanrum === false &&
    cursor.tokens[end + 1]?.slag === 'ord'
  ) {
    end += 2;
  }
  if (!before.includes(cursor.tokens[end]?.norm ?? '')) {
    return null;
  }
  cursor.at = end;
  return textBetween(cursor, start, end);
}

function noteObject<K extends Krav>(krav: K, object: string | null, notes: KravNotes): K {
  if (object !== null) {
    notes.anmärkningar.push(object);
  }
  return krav;
}

const COMPARED_WITH = phrases('jämfört med', 'i jämförelse med', 'jmf med', 'jämfört mot', 'från', 'sedan', 'mot');

/** `jämfört med 2019`: what a change or trend is measured from; null where none is stated. */
export function parseBase(cursor: Cursor): Jämförelse | null {
  if (!acceptAny(cursor, COMPARED_WITH)) {
    return null;
  }
  const mot = parseJämförelse(cursor);
  return mot ?? fail(cursor, ...expectedComparison(cursor));
}

const CHANGE_NOUNS = phrases('minskning', 'ökning');

/** A number that turns out to be a change from a base. */
export function parseChangeFrom(cursor: Cursor, operator: Jämförare | null, kvantitet: Kvantitet): Krav | null {
  const start = cursor.at;
  const riktning = acceptComparative(cursor);
  if (riktning !== null && riktning !== 'bättre') {
    const mot = parseJämförelse(cursor);
    if (mot === null) {
      return fail(cursor, ...expectedComparison(cursor));
    }
    const stated = operator ?? '>=';
    return riktning === '>' ? change(stated, kvantitet, mot) : change(MIRRORED[stated], negate(kvantitet), mot);
  }
  cursor.at = start;
  const word = acceptAny(cursor, CHANGE_NOUNS);
  const mot = parseBase(cursor);
  if (word === null) {
    return mot === null ? null : change(operator, kvantitet, mot);
  }
  const stated = operator ?? '>=';
  return word === 'ökning' ? change(stated, kvantitet, mot) : change(MIRRORED[stated], negate(kvantitet), mot);
}
