import { decimal, ZERO } from '../model/decimal.ts';
import type { Jämförare, Jämförelse, Krav, Kvantitet } from '../model/malvarde.ts';
import { accept, acceptAny, type Cursor, fail, looksAt, peek, textBetween } from './cursor.ts';
import { COMPARISON_HELP, parseComparisonYear, parseJämförelse, parseKvantitet, startsNumber } from './operands.ts';
import { expectedHere } from './suggest.ts';
import { isDash } from './tokens.ts';
import { isCount } from './units.ts';

/** Where a requirement leaves what it read beside itself. */
export interface KravNotes {
  villkor: string | null;
  anmärkningar: string[];
}

/** The requirement that stands here. Null without `cursor.fel` where none does. */
export function parseKrav(cursor: Cursor, notes: KravNotes): Krav | null {
  const negated =
    acceptAny(cursor, ['ska inte', 'skall inte', 'inte ska', 'inte skall', 'får inte', 'bör inte']) !== null;
  if (!negated) {
    acceptAny(cursor, ['ska', 'skall', 'bör', 'måste']);
  }
  acceptAny(cursor, ['successivt', 'fortsatt', 'årligen']);
  if (negated || looksAt(cursor, 'inte')) {
    return parseNegated(cursor, negated);
  }
  acceptAny(cursor, STATE_VERBS);
  for (const parse of ALTERNATIVES) {
    const start = cursor.at;
    const krav = parse(cursor, notes);
    if (krav !== null || cursor.fel !== null) {
      return krav;
    }
    cursor.at = start;
  }
  return null;
}

/** Verbs that say that a value is to be had, and nothing of its direction. */
const STATE_VERBS = [
  'vara',
  'bli',
  'ligga på',
  'uppgå till',
  'uppgår till',
  'uppnå',
  'uppnås',
  'uppfylla',
  'nå upp till',
  'nå',
  'utgöra',
  'ha',
  'hållas på',
] as const;

/** In the order in which they are tried; the bare number comes last because most others begin with a number too. */
const ALTERNATIVES: readonly ((cursor: Cursor, notes: KravNotes) => Krav | null)[] = [
  parseBedöms,
  parseNotSet,
  parseActivity,
  parseBest,
  parseLevelWith,
  parseChangeVerb,
  parseTrend,
  parseRange,
  parseComparative,
  parseWithin,
  parseBound,
  parseNumberFirst,
];

/** `bedöms` */
function parseBedöms(cursor: Cursor): Krav | null {
  return acceptAny(cursor, ['bedöms', 'bedömning', 'bedömas']) === null ? null : { slag: 'bedöms' };
}

/** `kompletteras senare`, `kompletteras senast 2022-03-31`: the date is read as a deadline suffix. */
function parseNotSet(cursor: Cursor): Krav | null {
  if (acceptAny(cursor, ['kompletteras', 'fastställs', 'beslutas', 'anges']) === null) {
    return null;
  }
  if (!accept(cursor, 'senare') && !looksAt(cursor, 'senast') && !looksAt(cursor, 'efter')) {
    return fail(cursor, ...expectedHere(cursor, '”senare” eller ”senast” och en dag'));
  }
  return { slag: 'ej_satt' };
}

/** `genomförd aktivitet`, `genomfört`, `minst 3 st genomförda aktiviteter`, `minst 3 aktiviteter ska genomföras`. */
function parseActivity(cursor: Cursor): Krav | null {
  if (acceptActivityWords(cursor)) {
    return { slag: 'aktivitet', antal: null };
  }
  const jämförare = acceptComparator(cursor);
  if (!startsNumber(cursor)) {
    return null;
  }
  const kvantitet = parseKvantitet(cursor);
  if (
    kvantitet === null ||
    kvantitet.värde.lt(ZERO) ||
    (kvantitet.måttenhet !== null && !isCount(kvantitet.måttenhet))
  ) {
    return null;
  }
  const counted = kvantitet.måttenhet === 'aktiviteter';
  const done = counted
    ? acceptAny(cursor, ['ska genomföras', 'ska vara genomförda', 'genomförs', 'genomförda']) !== null
    : acceptAny(cursor, [
        'genomförda aktiviteter',
        'genomförd aktivitet',
        'aktiviteter ska genomföras',
        'aktiviteter',
      ]) !== null;
  return counted || done
    ? { slag: 'aktivitet', antal: { jämförare, värde: kvantitet.värde, siffror: kvantitet.siffror } }
    : null;
}

function acceptActivityWords(cursor: Cursor): boolean {
  return (
    acceptAny(cursor, [
      'genomförd aktivitet',
      'genomförda aktiviteter',
      'aktiviteten genomförd',
      'genomföras',
      'genomförd',
      'genomfört',
      'genomförda',
      'avslutad',
      'avslutat',
    ]) !== null
  );
}

/** `bland de 25 % bästa`, `bland de bästa 25 %`. */
function parseBest(cursor: Cursor): Krav | null {
  if (!accept(cursor, 'bland de') && !accept(cursor, 'bland')) {
    return null;
  }
  const first = accept(cursor, 'bästa');
  const bästa = parseKvantitet(cursor);
  if (bästa === null || bästa.måttenhet !== '%' || (!first && !accept(cursor, 'bästa'))) {
    return fail(cursor, ...expectedHere(cursor, 'en andel av de bästa, som ”de 25 % bästa”'));
  }
  accept(cursor, 'i') || accept(cursor, 'av');
  const mot = parseJämförelse(cursor) ?? { slag: 'riket' as const };
  acceptAny(cursor, ['regionerna', 'kommunerna', 'regioner', 'kommuner']);
  return { slag: 'jämförelse', riktning: 'bättre', mot, bästa };
}

/** `i nivå med riket`, `minst i nivå med 2021`. */
function parseLevelWith(cursor: Cursor): Krav | null {
  const jämförare = acceptComparator(cursor);
  if (!acceptAny(cursor, ['i nivå med', 'samma nivå som', 'på samma nivå som', 'samma som', 'lika med'])) {
    return null;
  }
  const mot = parseJämförelse(cursor);
  return mot === null
    ? fail(cursor, ...expectedComparison(cursor))
    : { slag: 'jämförelse', riktning: jämförare ?? '=', mot, bästa: null };
}

const DOWN = [
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
] as const;
const UP = ['öka', 'ökas', 'ökar', 'ökat', 'ökad', 'ökning', 'höjas', 'höjs', 'stiga'] as const;

/** `minska med minst 48 % jämfört med 2019`, `öka till 30 %`, `halveras till 2030`. */
function parseChangeVerb(cursor: Cursor, notes: KravNotes): Krav | null {
  if (acceptAny(cursor, ['halveras', 'halverad', 'halverat'])) {
    return change('<=', percent('-50'), parseBase(cursor));
  }
  if (acceptAny(cursor, ['fördubblas', 'fördubblad', 'fördubblat'])) {
    return change('>=', percent('100'), parseBase(cursor));
  }
  const down = acceptAny(cursor, DOWN) !== null;
  if (!down && acceptAny(cursor, UP) === null) {
    return null;
  }
  const object = parseObject(cursor, ['med', 'till']);
  if (accept(cursor, 'till') && (startsNumber(cursor) || comparatorAhead(cursor))) {
    // The verb says the direction: `öka till 30 %` asks for at least 30 %.
    const operator = acceptComparator(cursor) ?? (down ? '<=' : '>=');
    const kvantitet = parseKvantitet(cursor);
    return kvantitet === null ? null : noteObject({ slag: 'gräns', operator, kvantitet }, object, notes);
  }
  if (!accept(cursor, 'med') && !startsNumber(cursor)) {
    return null;
  }
  const stated = acceptComparator(cursor) ?? '>=';
  const amount = parseKvantitet(cursor);
  if (amount === null) {
    return fail(cursor, ...expectedHere(cursor, 'hur mycket'));
  }
  if (amount.värde.lt(ZERO)) {
    return fail(
      cursor,
      `”${down ? 'minska' : 'öka'}” och minustecken säger samma sak två gånger`,
      'Skriv talet utan minustecken',
      cursor.at - 1,
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
  return {
    ...kvantitet,
    värde: kvantitet.värde.neg(),
    siffror: kvantitet.värde.eq(0) ? kvantitet.siffror : `-${kvantitet.siffror}`,
  };
}

/** `öka`, `minskat CO2-utsläpp jämfört med 2017`, `oförändrat jämfört med 2021`. */
function parseTrend(cursor: Cursor, notes: KravNotes): Krav | null {
  const riktning =
    acceptAny(cursor, ['oförändrat', 'oförändrad', 'oförändrade', 'bibehållas', 'bibehållen', 'bibehållet']) !== null
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

/** `jämfört med 2019`: what a change or trend is measured from; null where none is stated. */
function parseBase(cursor: Cursor): Jämförelse | null {
  if (!acceptAny(cursor, ['jämfört med', 'i jämförelse med', 'jmf med', 'jämfört mot', 'från', 'sedan', 'mot'])) {
    return null;
  }
  const mot = parseJämförelse(cursor);
  return mot ?? fail(cursor, ...expectedComparison(cursor));
}

function expectedComparison(cursor: Cursor): [string, string] {
  const [message] = expectedHere(cursor, 'något att jämföra med');
  return [message, COMPARISON_HELP];
}

/** `mellan 40 och 60`, `40–60 %`. */
function parseRange(cursor: Cursor): Krav | null {
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

/** Nouns that may stand inside a comparative: `större andel än 2021`. */
const COMPARED_NOUNS = ['andel', 'antal', 'värde', 'nivå', 'resultat', 'utfall', 'grad', 'kostnad', 'tid'] as const;

/** `högre än 2021`, `större andel än riket`, `lägre än 1,75 utlok/100 vpl`. */
function parseComparative(cursor: Cursor): Krav | null {
  const riktning = acceptComparative(cursor);
  if (riktning === null) {
    return null;
  }
  const mot = parseJämförelse(cursor);
  if (mot !== null) {
    return { slag: 'jämförelse', riktning, mot, bästa: null };
  }
  const kvantitet = startsNumber(cursor) ? parseKvantitet(cursor) : null;
  if (kvantitet === null) {
    return fail(cursor, ...expectedHere(cursor, 'ett tal, ett årtal eller ”riket”'));
  }
  return riktning === 'bättre'
    ? fail(cursor, '”bättre än” ett tal säger inte om det ska vara högre eller lägre', 'Skriv högre än eller lägre än')
    : { slag: 'gräns', operator: riktning, kvantitet };
}

function acceptComparative(cursor: Cursor): '>' | '<' | 'bättre' | null {
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

/** `inom 90 dagar` is at most; `inom 3 timmar i 100 % av fallen` is a share under a condition. */
function parseWithin(cursor: Cursor, notes: KravNotes): Krav | null {
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

const AT_LEAST = ['minst', 'lägst', 'åtminstone', '≥', '>=', '=>'] as const;
const AT_MOST = ['högst', 'maximalt', 'max .', 'max', 'maximum', 'som mest', 'upp till', '≤', '<=', '=<'] as const;
const ABOVE = ['över', 'överstiga', 'överstiger', '>'] as const;
const BELOW = ['under', 'understiga', 'understiger', '<'] as const;

function acceptComparator(cursor: Cursor): Jämförare | null {
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

function comparatorAhead(cursor: Cursor): boolean {
  const start = cursor.at;
  const found = acceptComparator(cursor) !== null;
  cursor.at = start;
  return found;
}

/** `minst 70 %`, `≤ 5 %`, `över 4,5`; `minst 20 % lägre än 2019` is a change. */
function parseBound(cursor: Cursor): Krav | null {
  const start = cursor.at;
  const written = peek(cursor)?.text ?? '';
  const operator = acceptComparator(cursor);
  if (operator === null) {
    return null;
  }
  if (written.toLowerCase() === 'under' && parseComparisonYear(cursor) !== null) {
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
  if (kvantitet.värde.lt(ZERO) && AMBIGUOUS_WITH_MINUS.has(written.toLowerCase())) {
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

/** A number first: bare, `90 % eller mer`, `-20 % jämfört med 2019`, `20 % lägre än 2019`. */
function parseNumberFirst(cursor: Cursor): Krav | null {
  if (!startsNumber(cursor)) {
    return null;
  }
  const kvantitet = parseKvantitet(cursor);
  if (kvantitet === null) {
    return null;
  }
  if (
    acceptAny(cursor, [
      'eller mer',
      'eller fler',
      'eller högre',
      'eller större',
      'eller längre',
      'eller bättre',
      'eller över',
    ])
  ) {
    return { slag: 'gräns', operator: '>=', kvantitet };
  }
  if (acceptAny(cursor, ['eller mindre', 'eller färre', 'eller lägre', 'eller kortare', 'eller under'])) {
    return { slag: 'gräns', operator: '<=', kvantitet };
  }
  return (
    parseChangeFrom(cursor, null, kvantitet) ??
    (cursor.fel === null ? { slag: 'gräns', operator: null, kvantitet } : null)
  );
}

/** A number that turns out to be a change from a base. */
function parseChangeFrom(cursor: Cursor, operator: Jämförare | null, kvantitet: Kvantitet): Krav | null {
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
  const word = acceptAny(cursor, ['minskning', 'ökning']);
  const mot = parseBase(cursor);
  if (word === null) {
    return mot === null ? null : change(operator, kvantitet, mot);
  }
  const stated = operator ?? '>=';
  return word === 'ökning' ? change(stated, kvantitet, mot) : change(MIRRORED[stated], negate(kvantitet), mot);
}

/** `inte överstiga 10 %`, `ska inte understiga`, `inte lägre än 4`. */
function parseNegated(cursor: Cursor, taken: boolean): Krav | null {
  if (!taken) {
    cursor.at++;
    acceptAny(cursor, ['ska', 'skall', 'vara', 'bli']);
  } else {
    acceptAny(cursor, ['vara', 'bli']);
  }
  const above = acceptAny(cursor, [...ABOVE, 'högre än', 'mer än', 'större än', 'fler än', 'längre än']);
  const below =
    above === null
      ? acceptAny(cursor, [...BELOW, 'lägre än', 'mindre än', 'färre än', 'kortare än', 'sämre än'])
      : null;
  if (above === null && below === null) {
    return fail(cursor, ...expectedHere(cursor, '”överstiga”, ”understiga” eller ”lägre än”'));
  }
  const mot = parseJämförelse(cursor);
  if (mot !== null) {
    return { slag: 'jämförelse', riktning: above === null ? '>=' : '<=', mot, bästa: null };
  }
  const kvantitet = startsNumber(cursor) ? parseKvantitet(cursor) : null;
  return kvantitet === null
    ? fail(cursor, ...expectedHere(cursor, 'ett tal eller något att jämföra med'))
    : { slag: 'gräns', operator: above === null ? '>=' : '<=', kvantitet };
}
