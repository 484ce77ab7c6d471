import { type Diagnostic, sortDiagnostics, toDiagnostic } from '../diagnostics/diagnostic.ts';
import { periodsWithUtfall } from '../evaluate/choose-period.ts';
import type { ComparisonPlan } from '../evaluate/comparison-value.ts';
import { evaluatePlan } from '../evaluate/evaluate-plan.ts';
import type { EvaluatedPlan } from '../evaluate/evaluated-plan.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { CheckContext } from './rule.ts';
import { RULES } from './rules/index.ts';

/** Holds a plan against every rule. Changes nothing. */
export function checkPlan(plan: Plan, others: readonly ComparisonPlan[]): readonly Diagnostic[] {
  const evaluated = new Map<string, EvaluatedPlan>();
  const context: CheckContext = {
    plan,
    periods: periodsOf(plan),
    evaluatedIn: (period) => {
      const known = evaluated.get(period.id) ?? evaluatePlan(plan, period, others);
      evaluated.set(period.id, known);
      return known;
    },
  };
  return sortDiagnostics(
    RULES.flatMap((rule) =>
      [...rule.check(context)].map((details) => toDiagnostic(rule.code, rule.slug, rule.severity, details)),
    ),
  );
}

function periodsOf(plan: Plan): readonly Period[] {
  const periods = new Map(
    [...periodsWithUtfall(plan), ...plan.uppföljningar.map(({ period }) => period)].map((period) => [
      period.id,
      period,
    ]),
  );
  return [...periods.values()];
}
