import { statedOf } from '../model/organ-malvarde.ts';
import { everyNyckeltal, type Nyckeltal, type Plan, type StatedMålvärde } from '../model/plan.ts';

/** A målvärde or etappmål text and the nyckeltal that it belongs to. */
export interface StatedTarget {
  readonly nyckeltal: Nyckeltal;
  readonly stated: StatedMålvärde;
}

/** Every målvärde and etappmål text of a plan with its nyckeltal, each once. */
export function* statedTargets(plan: Plan): Iterable<StatedTarget> {
  const seen = new Set<StatedMålvärde>();
  for (const nyckeltal of everyNyckeltal(plan)) {
    for (const stated of statedOf(nyckeltal)) {
      // A mål's målvärde may go down to several nyckeltal.
      if (!seen.has(stated)) {
        seen.add(stated);
        yield { nyckeltal, stated };
      }
    }
  }
}

/** The last day of a deadline; a year ends with its last. */
export function lastDay(frist: string): string {
  return frist.length === 4 ? `${frist}-12-31` : frist;
}
