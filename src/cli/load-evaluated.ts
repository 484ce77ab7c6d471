import { checkPlan } from '../check/check-plan.ts';
import type { Rule } from '../check/rule.ts';
import { RULES } from '../check/rules/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ComparisonPlan, comparisonYears, toComparisonPlan } from '../evaluate/comparison-value.ts';
import { evaluator } from '../evaluate/evaluate-plan.ts';
import type { EvaluatedPlan } from '../evaluate/evaluated-plan.ts';
import { loadPlan, type PlansFolder } from '../load/load-plan.ts';
import { type Period, yearOf } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { planIds } from './find-plans.ts';

/** A plan with all that is wrong with it, and its evaluation in any period; null where it could not be read. */
export type CheckedPlan =
  | { readonly plan: null; readonly evaluatedIn: null; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly plan: Plan;
      readonly evaluatedIn: (period: Period) => EvaluatedPlan;
      readonly diagnostics: readonly Diagnostic[];
    };

export interface CheckOptions {
  /** The day that dates are held against, ISO. */
  readonly idag: string;
  /** All rules, or `ERROR_RULES` where only errors are told. */
  readonly rules: readonly Rule[];
}

/** The rules that can find errors: enough for a command that only says whether a plan has any. */
export const ERROR_RULES: readonly Rule[] = RULES.filter(
  ({ severity, errorWhenPublished }) => severity === 'fel' || errorWhenPublished === true,
);

/** Loads a plan and holds it against every rule. Other plans are read only when a målvärde refers to their years. */
export async function loadChecked(
  folder: PlansFolder,
  id: string,
  { idag, rules }: CheckOptions,
): Promise<CheckedPlan> {
  const { plan, diagnostics } = await loadPlan(folder, id);
  if (plan === null) {
    return { plan, evaluatedIn: null, diagnostics };
  }
  const evaluatedIn = evaluator(plan, await loadOthers(folder, plan, plan.period));
  return { plan, evaluatedIn, diagnostics: checkPlan(plan, diagnostics, evaluatedIn, idag, rules) };
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
