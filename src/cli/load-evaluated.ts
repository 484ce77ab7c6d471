import { checkPlan } from '../check/check-plan.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { type ComparisonPlan, comparisonYears, toComparisonPlan } from '../evaluate/comparison-value.ts';
import { loadPlan, type PlansFolder } from '../load/load-plan.ts';
import { type Period, yearOf } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { planIds } from './find-plans.ts';

/** A plan with all that is wrong with it, and the plans that its målvärden are compared with. */
export interface CheckedPlan {
  readonly plan: Plan | null;
  readonly others: readonly ComparisonPlan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads a plan and holds it against every rule. Other plans are read only when a målvärde refers to their years. */
export async function loadChecked(folder: PlansFolder, id: string): Promise<CheckedPlan> {
  const { plan, diagnostics } = await loadPlan(folder, id);
  if (plan === null) {
    return { plan, others: [], diagnostics };
  }
  const others = await loadOthers(folder, plan, plan.period);
  return { plan, others, diagnostics: sortDiagnostics([...diagnostics, ...checkPlan(plan, others)]) };
}

async function loadOthers(folder: PlansFolder, plan: Plan, period: Period): Promise<readonly ComparisonPlan[]> {
  const years = comparisonYears(plan, period);
  if (years.size === 0) {
    return [];
  }
  const loaded = await Promise.all(
    planIds(folder)
      .filter((id) => id !== plan.id)
      .map((id) => loadPlan(folder, id)),
  );
  return loaded
    .flatMap(({ plan: other }) => (other === null ? [] : [other]))
    .filter((other) =>
      [...years].some((year) => year >= Number(other.period.start.slice(0, 4)) && year <= yearOf(other.period)),
    )
    .map(toComparisonPlan);
}
