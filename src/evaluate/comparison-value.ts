import { unitOf } from '../load/utfall-value.ts';
import { readKvantitet, withUnit } from '../malvarde/read-kvantitet.ts';
import { convert } from '../malvarde/units.ts';
import type { Jämförelse } from '../model/malvarde.ts';
import { readingsOf } from '../model/organ-malvarde.ts';
import { namedYear, type Period, sameInYear, yearPeriod } from '../model/period.ts';
import { everyNyckeltal, type Nyckeltal, type Plan } from '../model/plan.ts';
import type { Utfall } from '../model/utfall.ts';
import { indexUtfall, rowsOf, type UtfallIndex } from '../model/utfall-index.ts';
import type { Jämförelsevärde } from './evaluated-plan.ts';
import { findUtfall } from './find-utfall.ts';

/** A plan of another year of the same organisation, ready to be looked up in. */
export interface ComparisonPlan {
  readonly plan: Plan;
  readonly nyckeltal: ReadonlyMap<string, Nyckeltal>;
  readonly index: UtfallIndex;
}

export function toComparisonPlan(plan: Plan): ComparisonPlan {
  return {
    plan,
    nyckeltal: new Map(everyNyckeltal(plan).map((one) => [one.id, one])),
    index: indexUtfall(plan.utfall),
  };
}

/** For what a comparison value is sought. */
export interface Sought {
  readonly nyckeltal: Nyckeltal;
  readonly organ: string;
  /** A unit of the organisation; null for the organ as a whole. */
  readonly enhet: string | null;
  readonly period: Period;
  readonly index: UtfallIndex;
  readonly others: readonly ComparisonPlan[];
}

export type ComparisonResult =
  | { readonly slag: 'funnet'; readonly värde: Jämförelsevärde }
  | { readonly slag: 'saknas'; readonly namn: string }
  | { readonly slag: 'motsägelse'; readonly värden: readonly Jämförelsevärde[] };

/**
 * The value that an outcome is compared with (design: Bedömning, rule 3): in this plan's outcomes, then in that year's
 * plan, then in the start value. Two that disagree are told apart from one that is missing.
 */
export function findComparison(mot: Jämförelse, sought: Sought): ComparisonResult {
  const { nyckeltal, organ, period, index } = sought;
  if (mot.slag === 'riket' || mot.slag === 'liknande') {
    const row = rowsOf(index, nyckeltal.id, organ).find(
      (one) => one.enhet === mot.slag && one.kön === 'totalt' && one.period.id === period.id,
    );
    const value = row === undefined ? null : fromUtfall(row, mot.slag);
    return value === null ? { slag: 'saknas', namn: mot.slag } : { slag: 'funnet', värde: value };
  }
  const year = mot.slag === 'år' ? mot.år : namedYear(period) - 1;
  const samePeriod = nyckeltal.jämför === 'samma period' || nyckeltal.ackumulerande;
  const wanted = (samePeriod ? sameInYear(period, year) : null) ?? yearPeriod(year);
  const found = [
    ...fromRows(index, nyckeltal, wanted, sought),
    ...fromOtherPlans(wanted, sought),
    ...(sought.enhet === null ? fromStart(nyckeltal, wanted) : []),
  ];
  const [first, ...rest] = found;
  if (first === undefined) {
    return { slag: 'saknas', namn: wanted.id };
  }
  const disagrees = rest.some(
    (one) => convert(one.kvantitet, first.kvantitet.måttenhet)?.eq(first.kvantitet.värde) !== true,
  );
  return disagrees ? { slag: 'motsägelse', värden: found } : { slag: 'funnet', värde: first };
}

function fromUtfall(utfall: Utfall, namn: string): Jämförelsevärde | null {
  return utfall.värde.slag === 'tal'
    ? { kvantitet: utfall.värde.kvantitet, namn, källa: { slag: 'utfall', utfall } }
    : null;
}

function fromRows(
  index: UtfallIndex,
  nyckeltal: Nyckeltal,
  wanted: Period,
  { organ, enhet }: Sought,
): Jämförelsevärde[] {
  const row = findUtfall(index, nyckeltal, organ, wanted, enhet);
  const value = row === null ? null : fromUtfall(row, wanted.id);
  return value === null ? [] : [value];
}

/** The same nyckeltal in an earlier plan: by its id, or by the ids that it replaces. A proposal is no source. */
function fromOtherPlans(wanted: Period, sought: Sought): Jämförelsevärde[] {
  const ids = [sought.nyckeltal.id, ...sought.nyckeltal.ersätter];
  return sought.others
    .filter(
      ({ plan }) => plan.status !== 'förslag' && plan.period.start <= wanted.start && plan.period.slut >= wanted.slut,
    )
    .flatMap(({ nyckeltal, index }) =>
      ids.flatMap((id) => {
        const one = nyckeltal.get(id);
        return one === undefined ? [] : fromRows(index, one, wanted, sought);
      }),
    );
}

function fromStart(nyckeltal: Nyckeltal, wanted: Period): Jämförelsevärde[] {
  const start = nyckeltal.startvärde;
  if (start === null || start.period?.id !== wanted.id) {
    return [];
  }
  const read = readKvantitet(start.text, nyckeltal.måttenhet);
  return read.slag === 'läst'
    ? [
        {
          kvantitet: withUnit(read.kvantitet, unitOf(nyckeltal)),
          namn: wanted.id,
          källa: { slag: 'startvärde', nyckeltal },
        },
      ]
    : [];
}

/** Years of other plans that some målvärde of the plan is compared with; empty for most plans. */
export function comparisonYears(plan: Plan, period: Period): ReadonlySet<number> {
  const years = new Set<number>();
  for (const målområde of plan.målområden) {
    for (const nyckeltal of målområde.nyckeltal) {
      for (const stated of nyckeltal.målvärden) {
        for (const { krav } of readingsOf(stated)) {
          const mot = 'mot' in krav ? krav.mot : null;
          if (mot?.slag === 'år') {
            years.add(mot.år);
          } else if (mot?.slag === 'föregående år') {
            years.add(namedYear(period) - 1);
          }
        }
      }
    }
  }
  return years;
}
