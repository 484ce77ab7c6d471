import type { Rule } from '../../src/check/rule.ts';
import { statedTargets } from '../../src/check/stated-targets.ts';
import { type Diagnostic, toDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { evaluatePlan } from '../../src/evaluate/evaluate-plan.ts';
import type { Period } from '../../src/model/period.ts';
import type { Plan } from '../../src/model/plan.ts';
import { positionAt } from '../../src/source/source-file.ts';
import { loadTempPlan, type PlanTexts } from './temp-plan.ts';

/**
 * What one rule finds in a plan; what is found while reading is not its business.
 *
 * @param periodsOf the periods that have outcomes or a follow-up; none where the rule looks at no period
 */
export async function runRule(
  rule: Rule,
  texts: PlanTexts,
  periodsOf: (plan: Plan) => readonly Period[] = () => [],
): Promise<readonly Diagnostic[]> {
  const { plan, incomplete, diagnostics } = await loadTempPlan(texts);
  if (plan === null) {
    throw new Error(`the plan of the test cannot be read: ${diagnostics.map(({ message }) => message).join('; ')}`);
  }
  const found = rule.check({
    plan,
    incomplete,
    targets: [...statedTargets(plan)],
    periods: periodsOf(plan),
    latest: plan.period,
    idag: '2025-01-01',
    evaluatedIn: (period) => evaluatePlan(plan, period, []),
  });
  return [...found].map((details) => toDiagnostic(rule.code, rule.slug, rule.severity, details));
}

/** `fel 9:20 ”480,2”: raden …` */
export function told({ severity, place, message }: Diagnostic): string {
  const { line, column } = positionAt(place.file, place.start);
  return `${severity} ${line}:${column} ”${place.file.text.slice(place.start, place.end)}”: ${message}`;
}
