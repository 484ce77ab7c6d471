import type { EvaluatedIndikator } from '../evaluate/evaluated-plan.ts';
import type { Period } from '../model/period.ts';
import type { Utfall } from '../model/utfall.ts';

/** An outcome in time, as a number and as people read it. */
export interface SeriesPoint {
  readonly period: Period;
  readonly value: number;
  readonly utfall: Utfall;
}

/** Two outcomes are a difference; a course needs more. */
const FEWEST = 3;

/**
 * The course of a row's outcomes: the organ's own totals, as numbers in one unit, for periods of one kind (the kind that
 * has most of them), oldest first. Empty where there are too few to show a course.
 *
 * @param utfall every outcome of the nyckeltal, oldest first
 */
export function seriesOf(rad: EvaluatedIndikator, utfall: readonly Utfall[]): readonly SeriesPoint[] {
  const unit = rad.nyckeltal.måttenhet;
  const byKind = new Map<string, SeriesPoint[]>();
  for (const one of utfall) {
    const { värde, period } = one;
    if (one.organ !== rad.organ || one.enhet !== null || one.kön !== 'totalt' || värde.slag !== 'tal') {
      continue;
    }
    const kind = `${period.slag} ${värde.kvantitet.måttenhet ?? unit ?? ''}`;
    const points = byKind.get(kind) ?? [];
    points.push({ period, value: Number(värde.kvantitet.siffror), utfall: one });
    byKind.set(kind, points);
  }
  const longest = [...byKind.values()].reduce<readonly SeriesPoint[]>(
    (best, one) => (one.length > best.length ? one : best),
    [],
  );
  return longest.length >= FEWEST && longest.every(({ value }) => Number.isFinite(value)) ? longest : [];
}
