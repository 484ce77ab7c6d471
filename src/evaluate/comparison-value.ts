import { readKvantitet } from '../malvarde/read-kvantitet.ts';
import type { Jämförelse } from '../model/malvarde.ts';
import { type Period, sameInYear, yearOf, yearPeriod } from '../model/period.ts';
import type { Nyckeltal, Plan } from '../model/plan.ts';
import type { Utfall } from '../model/utfall.ts';
import type { Jämförelsevärde } from './evaluated-plan.ts';
import { findUtfall, indexUtfall, rowsOf, type UtfallIndex } from './utfall-index.ts';

/** Plans of other years of the same organisation, with their outcomes ready to be looked up. */
export interface ComparisonPlan {
  readonly plan: Plan;
  readonly index: UtfallIndex;
}

export function toComparisonPlan(plan: Plan): ComparisonPlan {
  return { plan, index: indexUtfall(plan.utfall) };
}

export type ComparisonResult =
  | { readonly slag: 'funnet'; readonly värde: Jämförelsevärde }
  | { readonly slag: 'saknas'; readonly namn: string }
  | { readonly slag: 'motsägelse'; readonly värden: readonly Jämförelsevärde[] };

/**
 * The value that an outcome is compared with (design: Bedömning, rule 3): in this plan's outcomes, then in that year's
 * plan, then in the start value. Two that disagree are told apart from one that is missing.
 */
export function findComparison(
  mot: Jämförelse,
  nyckeltal: Nyckeltal,
  organ: string,
  period: Period,
  index: UtfallIndex,
  others: readonly ComparisonPlan[],
): ComparisonResult {
  if (mot.slag === 'riket' || mot.slag === 'liknande') {
    const row = rowsOf(index, nyckeltal.id, organ).find(
      (one) => one.enhet === mot.slag && one.kön === 'totalt' && one.period.id === period.id,
    );
    const value = row === undefined ? null : fromUtfall(row, mot.slag);
    return value === null ? { slag: 'saknas', namn: mot.slag } : { slag: 'funnet', värde: value };
  }
  const year = mot.slag === 'år' ? mot.år : yearOf(period) - 1;
  const samePeriod = nyckeltal.jämför === 'samma period' || nyckeltal.ackumulerande;
  const wanted = (samePeriod ? sameInYear(period, year) : null) ?? yearPeriod(year);
  const name = wanted.id;
  const found = [
    ...fromOwnRows(index, nyckeltal, organ, wanted, name),
    ...fromOtherPlans(others, nyckeltal, organ, wanted, name),
    ...fromStart(nyckeltal, wanted, name),
  ];
  const [first, ...rest] = found;
  if (first === undefined) {
    return { slag: 'saknas', namn: name };
  }
  const disagrees = rest.some((one) => !one.kvantitet.värde.eq(first.kvantitet.värde));
  return disagrees ? { slag: 'motsägelse', värden: found } : { slag: 'funnet', värde: first };
}

function fromUtfall(utfall: Utfall, namn: string): Jämförelsevärde | null {
  return utfall.värde.slag === 'tal'
    ? { kvantitet: utfall.värde.kvantitet, namn, källa: { slag: 'utfall', utfall } }
    : null;
}

function fromOwnRows(
  index: UtfallIndex,
  nyckeltal: Nyckeltal,
  organ: string,
  wanted: Period,
  namn: string,
): Jämförelsevärde[] {
  const row = findUtfall(index, nyckeltal, organ, wanted, null);
  const value = row === null ? null : fromUtfall(row, namn);
  return value === null ? [] : [value];
}

/** The same nyckeltal in an earlier plan: by its id, or by the ids that it replaces. A proposal is no source. */
function fromOtherPlans(
  others: readonly ComparisonPlan[],
  nyckeltal: Nyckeltal,
  organ: string,
  wanted: Period,
  namn: string,
): Jämförelsevärde[] {
  const ids = [nyckeltal.id, ...nyckeltal.ersätter];
  return others
    .filter(
      ({ plan }) => plan.status !== 'förslag' && plan.period.start <= wanted.start && plan.period.slut >= wanted.slut,
    )
    .flatMap(({ plan, index }) =>
      plan.målområden
        .flatMap((målområde) => [...målområde.nyckeltal, ...målområde.indikatorer])
        .filter((one) => ids.includes(one.id))
        .flatMap((one) => fromOwnRows(index, one, organ, wanted, namn)),
    );
}

function fromStart(nyckeltal: Nyckeltal, wanted: Period, namn: string): Jämförelsevärde[] {
  const start = nyckeltal.startvärde;
  if (start === null || start.period?.id !== wanted.id) {
    return [];
  }
  const read = readKvantitet(start.text, nyckeltal.måttenhet);
  return read.slag === 'läst' ? [{ kvantitet: read.kvantitet, namn, källa: { slag: 'startvärde', nyckeltal } }] : [];
}

/** Years of other plans that some målvärde of the plan is compared with; empty for most plans. */
export function comparisonYears(plan: Plan, period: Period): ReadonlySet<number> {
  const years = new Set<number>();
  for (const målområde of plan.målområden) {
    for (const nyckeltal of målområde.nyckeltal) {
      for (const { målvärde } of nyckeltal.målvärdePerOrgan.values()) {
        const krav = målvärde?.krav;
        const mot =
          krav?.slag === 'jämförelse' || krav?.slag === 'trend' || krav?.slag === 'förändring' ? krav.mot : null;
        if (mot?.slag === 'år') {
          years.add(mot.år);
        } else if (mot?.slag === 'föregående år') {
          years.add(yearOf(period) - 1);
        }
      }
    }
  }
  return years;
}
