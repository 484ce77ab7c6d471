import { checkPlan } from '../check/check-plan.ts';
import { type Rule, severityIn } from '../check/rule.ts';
import { RULES } from '../check/rules/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ComparisonPlan, comparisonYears, toComparisonPlan } from '../evaluate/comparison-value.ts';
import { evaluator } from '../evaluate/evaluate-plan.ts';
import type { EvaluatedPlan } from '../evaluate/evaluated-plan.ts';
import { loadPlan, type PlansFolder } from '../load/load-plan.ts';
import type { SideFile } from '../load/plan-files.ts';
import { type Period, yearOf } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { planIds } from './find-plans.ts';

/** A plan with all that is wrong with it, and its evaluation in any period; null where it could not be read. */
export type CheckedPlan =
  | {
      readonly plan: null;
      readonly evaluatedIn: null;
      readonly diagnostics: readonly Diagnostic[];
      readonly incomplete: true;
    }
  | {
      readonly plan: Plan;
      readonly evaluatedIn: (period: Period) => EvaluatedPlan;
      readonly diagnostics: readonly Diagnostic[];
      /** Whether a file of målområden could not be read, so that things may be missing. */
      readonly incomplete: boolean;
    };

export interface CheckOptions {
  /** The day that dates are held against, ISO. */
  readonly idag: string;
  /** Files beside the mål that the answer rests on; others are neither read nor checked. */
  readonly beside: readonly SideFile[];
  /** `errors` for a command that only says whether there are any. */
  readonly rules: 'all' | 'errors';
}

function rulesFor(plan: Plan, { beside, rules }: CheckOptions): readonly Rule[] {
  return RULES.filter(
    (rule) =>
      (rules === 'all' || severityIn(rule, plan) === 'fel') &&
      (rule.about === undefined || beside.includes(rule.about)),
  );
}

/** Loads a plan and holds it against every rule. Other plans are read only when a målvärde refers to their years. */
export async function loadChecked(folder: PlansFolder, id: string, options: CheckOptions): Promise<CheckedPlan> {
  const loaded = await loadPlan(folder, id, options.beside);
  const { plan } = loaded;
  if (plan === null) {
    return { plan, evaluatedIn: null, diagnostics: loaded.diagnostics, incomplete: true };
  }
  const evaluatedIn = evaluator(plan, await loadOthers(folder, plan, plan.period));
  return {
    plan,
    evaluatedIn,
    incomplete: loaded.incomplete,
    diagnostics: checkPlan(plan, loaded, evaluatedIn, options.idag, rulesFor(plan, options)),
  };
}

async function loadOthers(folder: PlansFolder, plan: Plan, period: Period): Promise<readonly ComparisonPlan[]> {
  const years = comparisonYears(plan, period);
  if (years.size === 0) {
    return [];
  }
  return (await loadBeside(folder, plan)).filter(({ plan: other }) =>
    [...years].some((year) => year >= Number(other.period.start.slice(0, 4)) && year <= yearOf(other.period)),
  );
}

/** Every other plan that can be read, to look up outcomes in. */
export async function loadBeside(folder: PlansFolder, plan: Plan): Promise<readonly ComparisonPlan[]> {
  const loaded = await Promise.all(
    planIds(folder)
      .filter((id) => id !== plan.id)
      .map((id) => loadPlan(folder, id, [])),
  );
  return loaded.flatMap(({ plan: other }) => (other === null ? [] : [toComparisonPlan(other)]));
}
