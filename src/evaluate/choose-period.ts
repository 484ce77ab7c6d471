import { type Period, tertialAround } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';

/** The latest period of the plan with any outcome, else the plan's own; months stand for the tertial they lie in. */
export function choosePeriod(plan: Plan): Period {
  const candidates = periodsWithUtfall(plan).map((period) =>
    period.slag === 'månad' || period.slag === 'dag' ? tertialAround(period) : period,
  );
  return (
    candidates.reduce<Period | null>(
      (best, period) => (best === null || isLater(period, best) ? period : best),
      null,
    ) ?? plan.period
  );
}

/** Found once for each plan: many ask. */
const foundPeriods = new WeakMap<Plan, readonly Period[]>();

/** Every period within the plan's years that has outcomes, each once, in the order of their ends. */
export function periodsWithUtfall(plan: Plan): readonly Period[] {
  const periods = foundPeriods.get(plan) ?? findPeriods(plan);
  foundPeriods.set(plan, periods);
  return periods;
}

function findPeriods(plan: Plan): readonly Period[] {
  const periods = new Map<string, Period>();
  let last: Period | null = null;
  for (const { period, enhet } of plan.utfall) {
    // What others have reached is no outcome of the plan.
    if (enhet === 'riket' || enhet === 'liknande') {
      continue;
    }
    // Most rows of a file have the period of the row before.
    if (period !== last && period.start >= plan.period.start && period.slut <= plan.period.slut) {
      periods.set(period.id, period);
    }
    last = period;
  }
  return [...periods.values()].sort((a, b) => (isLater(a, b) ? 1 : -1));
}

function isLater(a: Period, b: Period): boolean {
  return a.slut !== b.slut ? a.slut > b.slut : a.start < b.start;
}
