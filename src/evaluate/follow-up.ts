import { convert } from '../malvarde/units.ts';
import type { Decimal } from '../model/decimal.ts';
import { isWithin, yearOf, yearPeriod } from '../model/period.ts';
import type { Uppföljningspost } from '../model/plan.ts';
import { isKlass } from '../model/status.ts';
import type { Kön, Utfall } from '../model/utfall.ts';
import { rowsOf } from '../model/utfall-index.ts';
import { assess } from './assess.ts';
import { assessContextOf } from './assess-context.ts';
import { assessEachUnit } from './assess-units.ts';
import type { ComparisonPlan } from './comparison-value.ts';
import type { Assessment, EvaluatedIndikator, EvaluatedMål, EvaluatedPlan } from './evaluated-plan.ts';
import { findUtfall } from './find-utfall.ts';
import { targetOf } from './target.ts';
import { seriesOf, type TimeSeries, type Trend, trendOf } from './time-series.ts';

/** What the follow-up of a mål is to hold, in the order in which the region's plans ask for it. */
export const FOLLOW_UP_PARTS = [
  'tidsserie',
  'utvecklingstrend',
  'förklaring',
  'nedbrytning',
  'könsfördelning',
  'riksjämförelse',
  'prognos',
  'åtgärder',
] as const;
export type FollowUpPart = (typeof FOLLOW_UP_PARTS)[number];

/** `ej aktuell` is what cannot be asked of this mål, or not in this period: measures for a mål that is reached. */
export type PartState = 'redovisas' | 'saknas' | 'ej aktuell';
export type PartStates = Readonly<Record<FollowUpPart, PartState>>;

/** An outcome beside that of the row: of women or men, of a unit, of another organ, or of others to compare with. */
export interface Breakdown {
  readonly slag: 'kön' | 'enhet' | 'organ' | 'jämförelse';
  /** A unit's id, an organ's id, `riket` or `liknande`; null for the row's own. */
  readonly av: string | null;
  readonly kön: Kön;
  readonly utfall: Utfall;
  /** How much more than the row's own outcome in the same period; null where that cannot be told. */
  readonly difference: Decimal | null;
  /** Where the målvärde holds for each unit. */
  readonly assessment: Assessment | null;
}

/** The outcome that is expected for the whole year, held against the year's målvärde. */
export interface Forecast {
  readonly utfall: Utfall;
  readonly assessment: Assessment;
}

/** What is known of one row beside its status. */
export interface FollowUp {
  readonly series: TimeSeries;
  readonly trend: Trend | null;
  readonly breakdowns: readonly Breakdown[];
  readonly forecast: Forecast | null;
  readonly states: PartStates;
}

/**
 * @param earlier plans of other years, for the time series; proposals among them are no source
 * @param målPost what is said of the mål that the row belongs to, where the row is not the mål itself
 */
export function followUpOf(
  rad: EvaluatedIndikator,
  evaluated: EvaluatedPlan,
  earlier: readonly ComparisonPlan[],
  målPost: Uppföljningspost | null,
): FollowUp {
  const series = seriesOf(rad, evaluated, earlier);
  const trend = trendOf(rad, series);
  const breakdowns = breakdownsOf(rad, evaluated, earlier);
  const forecast = forecastOf(rad, evaluated, earlier);
  const known = { series, trend, breakdowns, forecast };
  return { ...known, states: statesOf(rad, evaluated, known, målPost) };
}

function forecastOf(
  rad: EvaluatedIndikator,
  evaluated: EvaluatedPlan,
  earlier: readonly ComparisonPlan[],
): Forecast | null {
  const { egetUtfall: utfall, nyckeltal, organ } = rad;
  if (utfall === null || utfall.prognos === null) {
    return null;
  }
  const period = yearPeriod(yearOf(evaluated.period));
  const expected: Utfall = { ...utfall, period, text: utfall.prognos.text, värde: utfall.prognos.värde };
  const { målvärde } = targetOf(nyckeltal, organ, period);
  return {
    utfall: expected,
    assessment: assess(målvärde, expected, { ...assessContextOf(nyckeltal, organ, evaluated, earlier), period }),
  };
}

function breakdownsOf(
  rad: EvaluatedIndikator,
  evaluated: EvaluatedPlan,
  earlier: readonly ComparisonPlan[],
): readonly Breakdown[] {
  const { nyckeltal, organ, målvärde } = rad;
  const { index, period, plan } = evaluated;
  const find = (enhet: string | null, kön: Kön, of = organ) => findUtfall(index, nyckeltal, of, period, enhet, kön);
  const breakdown = (one: Pick<Breakdown, 'slag' | 'av' | 'kön'>, utfall: Utfall | null): readonly Breakdown[] =>
    utfall === null || utfall.värde.slag === 'bortfall'
      ? []
      : [{ ...one, utfall, difference: differenceOf(utfall, rad), assessment: null }];
  const units = assessEachUnit(målvärde, assessContextOf(nyckeltal, organ, evaluated, earlier)).filter(
    ({ enhet }) => enhet !== nyckeltal.enhet,
  );
  // An organ that is reported in another's chapter is the whole that the others are parts of.
  const isWhole = plan.organisation.organ.get(organ)?.redovisasI != null;
  const others = nyckeltal.organ.filter((one) => isWhole && one !== organ);
  return [
    ...SEXES.flatMap((kön) => breakdown({ slag: 'kön', av: null, kön }, find(nyckeltal.enhet, kön))),
    ...units.flatMap(({ enhet, utfall, assessment }) => [
      ...breakdown({ slag: 'enhet', av: enhet, kön: 'totalt' }, utfall).map((one) => ({
        ...one,
        assessment: nyckeltal.perEnhet ? assessment : null,
      })),
      ...SEXES.flatMap((kön) => breakdown({ slag: 'enhet', av: enhet, kön }, find(enhet, kön))),
    ]),
    ...others.flatMap((one) => breakdown({ slag: 'organ', av: one, kön: 'totalt' }, find(null, 'totalt', one))),
    ...(['riket', 'liknande'] as const).flatMap((av) =>
      (['totalt', ...SEXES] as const).flatMap((kön) =>
        breakdown({ slag: 'jämförelse', av, kön }, kön === 'totalt' ? latestOf(rad, evaluated, av) : find(av, kön)),
      ),
    ),
  ];
}

const SEXES = ['kvinnor', 'män'] as const;

/** The comparison's value in the period, else its latest before: figures of the whole country come late. */
function latestOf({ nyckeltal, organ }: EvaluatedIndikator, { index, period }: EvaluatedPlan, av: string) {
  return (
    findUtfall(index, nyckeltal, organ, period, av) ??
    rowsOf(index, nyckeltal.id, organ)
      .filter((row) => row.enhet === av && row.kön === 'totalt' && row.värde.slag === 'tal')
      .filter((row) => row.period.slut <= period.slut)
      .reduce<Utfall | null>((best, row) => (best === null || row.period.slut > best.period.slut ? row : best), null)
  );
}

/** Only what is of the same period can be compared. */
function differenceOf({ värde, period }: Utfall, { egetUtfall: utfall }: EvaluatedIndikator): Decimal | null {
  if (värde.slag !== 'tal' || utfall?.värde.slag !== 'tal' || utfall.period.id !== period.id) {
    return null;
  }
  const own = utfall.värde.kvantitet;
  return convert(värde.kvantitet, own.måttenhet)?.minus(own.värde) ?? null;
}

function statesOf(
  rad: EvaluatedIndikator,
  { index, period }: EvaluatedPlan,
  { series, trend, breakdowns, forecast }: Omit<FollowUp, 'states'>,
  målPost: Uppföljningspost | null,
): PartStates {
  const { nyckeltal, organ, uppföljning, utfall, bedömd, status } = rad;
  const rows = rowsOf(index, nyckeltal.id, organ);
  const hasUnits = rows.some(({ enhet }) => isUnit(enhet) && enhet !== nyckeltal.enhet);
  const isMissed = (one: string) => one === 'delvis' || one === 'ej_uppfyllt';
  const measured = isMeasured(rad);
  const explained = [uppföljning?.kommentar, bedömd?.motivering, utfall?.anmärkning, målPost?.kommentar];
  return {
    tidsserie: state(series.värden.length > 1, measured),
    utvecklingstrend: state(trend !== null, measured),
    förklaring: state(
      explained.some((text) => text != null),
      true,
    ),
    nedbrytning: state(
      breakdowns.some(({ slag }) => slag === 'enhet' || slag === 'organ'),
      measured && (nyckeltal.perEnhet || hasUnits),
    ),
    könsfördelning: state(
      SEXES.every((kön) => breakdowns.some((one) => one.slag === 'kön' && one.kön === kön)),
      measured && (nyckeltal.könsuppdelat || rows.some(({ kön }) => kön !== 'totalt')),
    ),
    riksjämförelse: state(
      breakdowns.some(({ slag }) => slag === 'jämförelse'),
      measured,
    ),
    prognos: state(
      forecast !== null || uppföljning?.prognos != null || målPost?.prognos != null,
      !period.slut.endsWith('12-31'),
    ),
    åtgärder: state(
      uppföljning?.åtgärder != null || målPost?.åtgärder != null,
      isMissed(status) || (forecast !== null && isMissed(forecast.assessment.status)),
    ),
  };
}

/** What is asked of a mål without nyckeltal: nothing is measured, and its status can only be judged. */
export function statesOfMål({ uppföljning, sammanvägning }: EvaluatedMål, { period }: EvaluatedPlan): PartStates {
  const { status } = sammanvägning;
  const isMissed = status !== null && isKlass(status) && status !== 'uppfyllt';
  return {
    tidsserie: 'ej aktuell',
    utvecklingstrend: 'ej aktuell',
    förklaring: state(uppföljning?.kommentar != null || uppföljning?.bedömning?.motivering != null, true),
    nedbrytning: 'ej aktuell',
    könsfördelning: 'ej aktuell',
    riksjämförelse: 'ej aktuell',
    prognos: state(uppföljning?.prognos != null, !period.slut.endsWith('12-31')),
    åtgärder: state(uppföljning?.åtgärder != null, isMissed),
  };
}

function state(there: boolean, asked: boolean): PartState {
  return there ? 'redovisas' : asked ? 'saknas' : 'ej aktuell';
}

function isUnit(enhet: string | null): boolean {
  return enhet !== null && enhet !== 'riket' && enhet !== 'liknande';
}

/** Whether its outcome is a number: an activity, a deadline or a judgement has no series. */
export function isMeasured({ krav, utfall }: EvaluatedIndikator): boolean {
  if (utfall !== null && utfall.värde.slag !== 'bortfall') {
    return utfall.värde.slag === 'tal';
  }
  return (
    krav === null ||
    (krav.slag !== 'senast' && krav.slag !== 'bedöms' && !(krav.slag === 'aktivitet' && krav.antal === null))
  );
}

/** Whether anything at all is said of the period: an outcome in it, or a follow-up of it. */
export function isFollowedUp({ plan, period }: EvaluatedPlan): boolean {
  return (
    plan.utfall.some((one) => isWithin(one.period, period)) ||
    plan.uppföljningar.some((one) => one.period.id === period.id)
  );
}
