import { unitOf } from '../load/utfall-value.ts';
import { readKvantitet, withUnit } from '../malvarde/read-kvantitet.ts';
import { convert } from '../malvarde/units.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Kvantitet } from '../model/malvarde.ts';
import { type Period, type PeriodSlag, yearOf } from '../model/period.ts';
import type { Nyckeltal, Plan } from '../model/plan.ts';
import type { Utfall } from '../model/utfall.ts';
import { rowsOf } from '../model/utfall-index.ts';
import type { ComparisonPlan } from './comparison-value.ts';
import type { EvaluatedIndikator, EvaluatedPlan } from './evaluated-plan.ts';
import { directionOf } from './regler.ts';

/** One value of a time series, with where it stands. */
export interface SeriesValue {
  readonly period: Period;
  readonly kvantitet: Kvantitet;
  /** The value in the unit of the latest one. */
  readonly värde: Decimal;
  readonly nyckeltal: Nyckeltal;
  /** Null for a startvärde. */
  readonly utfall: Utfall | null;
  /** The plan that says it. */
  readonly plan: Plan;
}

export interface TimeSeries {
  /** Oldest first, each period once. */
  readonly värden: readonly SeriesValue[];
  /** Values of earlier plans that say otherwise than the one that is used. */
  readonly contradicted: readonly SeriesValue[];
}

/** Periods that follow each other in one series. T3 is the year, so that years and tertials are one family. */
function familyOf(slag: PeriodSlag): PeriodSlag {
  return slag === 'tertial' || slag === 'flerår' ? 'år' : slag;
}

/**
 * Every number that is known of a row up to its period: of this plan, of earlier plans by the nyckeltal's id or those
 * that it replaces, and the startvärden. Where a measure has values of several kinds, those of the latest kind are kept,
 * after the years before them. What cannot be told in the unit of the latest value is left out.
 */
export function seriesOf(
  { nyckeltal, organ, utfall }: EvaluatedIndikator,
  { plan, period, index }: EvaluatedPlan,
  earlier: readonly ComparisonPlan[],
): TimeSeries {
  const ids = [nyckeltal.id, ...nyckeltal.ersätter];
  const sources = [
    { plan, index, nyckeltal: [nyckeltal] },
    ...earlier
      .filter((one) => one.plan.status !== 'förslag' && one.plan !== plan)
      .map((one) => ({ ...one, nyckeltal: ids.flatMap((id) => one.nyckeltal.get(id) ?? []) })),
  ];
  const found = sources.flatMap((source) =>
    source.nyckeltal.flatMap((one) => [
      ...totalsOf(rowsOf(source.index, one.id, organ), one).flatMap((row) =>
        row.värde.slag === 'tal'
          ? [{ period: row.period, kvantitet: row.värde.kvantitet, nyckeltal: one, utfall: row, plan: source.plan }]
          : [],
      ),
      ...startOf(one, organ, source.plan),
    ]),
  );
  const known = found
    .filter((one) => one.period.slut <= period.slut && one.period.slag !== 'flerår')
    .sort((a, b) => compare(a.period.slut, b.period.slut) || compare(b.period.start, a.period.start));
  const kind = utfall?.värde.slag === 'tal' ? utfall.period.slag : (known.at(-1)?.period.slag ?? 'år');
  const unit = known.findLast((one) => familyOf(one.period.slag) === familyOf(kind))?.kvantitet.måttenhet ?? null;
  const family = ofOneFamily(known, familyOf(kind));
  return ordered(nyckeltal.ackumulerande ? ofOneStretch(family) : family, unit);
}

/** What grows over the year is followed from year to year, T1 after T1; else through the year. */
function ofOneStretch(known: readonly Found[]): readonly Found[] {
  const last = known.at(-1)?.period;
  const same = known.filter(({ period }) => stretchOf(period) === stretchOf(last));
  return new Set(same.map(({ period }) => period.id)).size > 1
    ? same
    : known.filter(({ period }) => last !== undefined && yearOf(period) === yearOf(last));
}

function stretchOf(period: Period | undefined): string | undefined {
  return period?.id.replace(/^\d{4}/, '');
}

type Found = Omit<SeriesValue, 'värde'>;

/** The rows of what the nyckeltal concerns: its unit, or the organ as a whole. */
function totalsOf(rows: readonly Utfall[], { enhet }: Nyckeltal): readonly Utfall[] {
  const totals = rows.filter((row) => row.kön === 'totalt');
  const own = totals.filter((row) => row.enhet === enhet);
  return own.length > 0 ? own : totals.filter((row) => row.enhet === null);
}

/** The startvärde of a row. It is the nyckeltal's: of several organ it is that of the organ whose plan it is. */
export function startvärdeOf({ startvärde, organ: own }: Nyckeltal, organ: string, plan: Plan) {
  return own.length === 1 || organ === plan.organ ? startvärde : null;
}

function startOf(nyckeltal: Nyckeltal, organ: string, plan: Plan): readonly Found[] {
  const startvärde = nyckeltal.organ.includes(organ) ? startvärdeOf(nyckeltal, organ, plan) : null;
  if (startvärde === null || startvärde.period === null || nyckeltal.utfallÄr === 'förändring') {
    return [];
  }
  const read = readKvantitet(startvärde.text, nyckeltal.måttenhet);
  return read.slag === 'läst'
    ? [
        {
          period: startvärde.period,
          kvantitet: withUnit(read.kvantitet, unitOf(nyckeltal)),
          nyckeltal,
          utfall: null,
          plan,
        },
      ]
    : [];
}

function ofOneFamily(known: readonly Found[], family: PeriodSlag): readonly Found[] {
  const isOwn = ({ period }: Found) => familyOf(period.slag) === family;
  const first = known.find(isOwn)?.period.start ?? '';
  return known.filter((one) => isOwn(one) || (one.period.slag === 'år' && one.period.slut < first));
}

/** Each period once; this plan's own value goes before those of others. */
function ordered(known: readonly Found[], unit: string | null): TimeSeries {
  const värden = new Map<string, SeriesValue>();
  const contradicted: SeriesValue[] = [];
  for (const one of known) {
    const värde = convert(one.kvantitet, unit);
    const same = värden.get(one.period.id);
    if (värde !== null && same === undefined) {
      värden.set(one.period.id, { ...one, värde });
    } else if (värde !== null && same?.värde.eq(värde) === false) {
      contradicted.push({ ...one, värde });
    }
  }
  return { värden: [...värden.values()], contradicted };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many values a trend is told from. */
export const TREND_VALUES = 3;

export interface Trend {
  readonly slag: 'upp' | 'ner' | 'lika' | 'skiftar';
  /** The values that it is told from, oldest first. */
  readonly värden: readonly SeriesValue[];
  /** Whether it goes the way that the målvärde asks for; null where that cannot be told. */
  readonly rightWay: boolean | null;
}

/**
 * Where the latest values go: up where none of them is lower than the one before and the last is higher than the first,
 * down the other way round; otherwise they shift. Null where they are too few. A measure that grows over the year is
 * followed from year to year: T1 after T1.
 */
export function trendOf(rad: EvaluatedIndikator, { värden }: TimeSeries): Trend | null {
  const last = värden.at(-1);
  if (last === undefined) {
    return null;
  }
  const latest = värden
    .filter((one) => familyOf(one.period.slag) === familyOf(last.period.slag))
    .filter((one) => !rad.nyckeltal.ackumulerande || stretchOf(one.period) === stretchOf(last.period))
    .slice(-TREND_VALUES);
  const first = latest[0];
  if (first === undefined || latest.length < TREND_VALUES) {
    return null;
  }
  const steps = latest.slice(1).map((one, index) => one.värde.cmp(latest[index]?.värde ?? one.värde));
  const change = last.värde.cmp(first.värde);
  const slag = steps.every((step) => step === 0)
    ? 'lika'
    : change > 0 && steps.every((step) => step >= 0)
      ? 'upp'
      : change < 0 && steps.every((step) => step <= 0)
        ? 'ner'
        : 'skiftar';
  const wanted = wantedDirection(rad);
  const moves = slag === 'upp' || slag === 'ner';
  return { slag, värden: latest, rightWay: moves && wanted !== null ? (wanted === 'öka') === (slag === 'upp') : null };
}

/** Whether more or less is better, as the målvärde says it. */
function wantedDirection({ krav, nyckeltal }: EvaluatedIndikator): 'öka' | 'minska' | null {
  const operator =
    krav?.slag === 'gräns'
      ? (krav.operator ?? directionOf(nyckeltal))
      : krav?.slag === 'förändring'
        ? (krav.jämförare ?? directionOf(nyckeltal))
        : krav?.slag === 'jämförelse' && krav.riktning !== 'bättre'
          ? krav.riktning
          : null;
  if (operator !== null) {
    return operator === '=' ? null : operator.startsWith('>') ? 'öka' : 'minska';
  }
  if (krav?.slag === 'trend') {
    return krav.riktning === 'oförändrat' ? null : krav.riktning;
  }
  return krav?.slag === 'mellan' ? null : nyckeltal.riktning;
}
