import { signOf } from '../model/decimal.ts';
import type { Krav } from '../model/malvarde.ts';
import { acceptComparator, expectedComparison } from './comparators.ts';
import { parseJämförelse } from './comparison.ts';
import { accept, acceptAny, type Cursor, fail, looksAt, phrases } from './cursor.ts';
import {
  parseBound,
  parseComparative,
  parseNegated,
  parseNumberFirst,
  parseRange,
  parseWithin,
} from './grammar-bound.ts';
import { parseChangeVerb, parseTrend } from './grammar-change.ts';
import type { KravNotes } from './krav-notes.ts';
import { parseKvantitet, startsNumber } from './operands.ts';
import { expectedHere } from './suggest.ts';
import { isCount } from './units.ts';

const MUST_NOT = phrases('ska inte', 'skall inte', 'inte ska', 'inte skall', 'får inte', 'bör inte');

const MUST = phrases('ska', 'skall', 'bör', 'måste');

const HOW = phrases('successivt', 'fortsatt', 'årligen');

/** The requirement that stands here. Null without `cursor.fel` where none does. */
export function parseKrav(cursor: Cursor, notes: KravNotes): Krav | null {
  const negated = acceptAny(cursor, MUST_NOT) !== null;
  if (!negated) {
    acceptAny(cursor, MUST);
  }
  acceptAny(cursor, HOW);
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
const STATE_VERBS = phrases(
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
);

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

const JUDGED = phrases('bedöms', 'bedömning', 'bedömas');

/** `bedöms` */
function parseBedöms(cursor: Cursor): Krav | null {
  return acceptAny(cursor, JUDGED) === null ? null : { slag: 'bedöms' };
}

const NOT_SET = phrases('kompletteras', 'fastställs', 'beslutas', 'anges');

/** `kompletteras senare`, `kompletteras senast 2022-03-31`: the date is read as a deadline suffix. */
function parseNotSet(cursor: Cursor): Krav | null {
  if (acceptAny(cursor, NOT_SET) === null) {
    return null;
  }
  if (!accept(cursor, 'senare') && !looksAt(cursor, 'senast') && !looksAt(cursor, 'efter')) {
    return fail(cursor, ...expectedHere(cursor, '”senare” eller ”senast” och en dag'));
  }
  return { slag: 'ej_satt' };
}

const ARE_DONE = phrases('ska genomföras', 'ska vara genomförda', 'genomförs', 'genomförda');

const DONE_ACTIVITIES = phrases(
  'genomförda aktiviteter',
  'genomförd aktivitet',
  'aktiviteter ska genomföras',
  'aktiviteter',
);

const DONE = phrases(
  'genomförd aktivitet',
  'genomförda aktiviteter',
  'aktiviteten genomförd',
  'genomföras',
  'genomförd',
  'genomfört',
  'genomförda',
  'avslutad',
  'avslutat',
);

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
    signOf(kvantitet.värde) < 0 ||
    (kvantitet.måttenhet !== null && !isCount(kvantitet.måttenhet))
  ) {
    return null;
  }
  const counted = kvantitet.måttenhet === 'aktiviteter';
  const done = counted ? acceptAny(cursor, ARE_DONE) !== null : acceptAny(cursor, DONE_ACTIVITIES) !== null;
  return counted || done
    ? { slag: 'aktivitet', antal: { jämförare, värde: kvantitet.värde, siffror: kvantitet.siffror } }
    : null;
}

function acceptActivityWords(cursor: Cursor): boolean {
  return acceptAny(cursor, DONE) !== null;
}

const AMONG = phrases('bland de', 'bland');
const BODIES = phrases('regionerna', 'kommunerna', 'regioner', 'kommuner');

/** `bland de 25 % bästa`, `bland de bästa 25 %`. */
function parseBest(cursor: Cursor): Krav | null {
  if (acceptAny(cursor, AMONG) === null) {
    return null;
  }
  const first = accept(cursor, 'bästa');
  const bästa = parseKvantitet(cursor);
  if (bästa === null || bästa.måttenhet !== '%' || (!first && !accept(cursor, 'bästa'))) {
    return fail(cursor, ...expectedHere(cursor, 'en andel av de bästa, som ”de 25 % bästa”'));
  }
  accept(cursor, 'i') || accept(cursor, 'av');
  const mot = parseJämförelse(cursor) ?? { slag: 'riket' as const };
  acceptAny(cursor, BODIES);
  return { slag: 'jämförelse', riktning: 'bättre', mot, bästa };
}

const LEVEL_WITH = phrases('i nivå med', 'samma nivå som', 'på samma nivå som', 'samma som', 'lika med');

/** `i nivå med riket`, `minst i nivå med 2021`. */
function parseLevelWith(cursor: Cursor): Krav | null {
  const jämförare = acceptComparator(cursor);
  if (!acceptAny(cursor, LEVEL_WITH)) {
    return null;
  }
  const mot = parseJämförelse(cursor);
  return mot === null
    ? fail(cursor, ...expectedComparison(cursor))
    : { slag: 'jämförelse', riktning: jämförare ?? '=', mot, bästa: null };
}
