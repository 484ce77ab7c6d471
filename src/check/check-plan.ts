import { type Diagnostic, tally, toDiagnostic } from '../diagnostics/diagnostic.ts';
import { choosePeriod, periodsWithUtfall } from '../evaluate/choose-period.ts';
import type { EvaluatedPlan } from '../evaluate/evaluated-plan.ts';
import type { LoadedPlan } from '../load/load-plan.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { excuse } from './excuse.ts';
import { hideConsequences } from './hide-consequences.ts';
import { type CheckContext, type Rule, severityIn } from './rule.ts';
import { RULES } from './rules/index.ts';
import { statedTargets } from './stated-targets.ts';

/**
 * Holds a plan against every rule, and what was found against the plan's known deviations and exemptions. Changes
 * nothing. The findings come in no order: who shows them sorts them.
 *
 * @param loaded what was found when the plan was read, and whether all of it was
 * @param evaluatedIn the plan evaluated in a period, each period once
 * @param idag the day that dates are held against, ISO
 * @param rules all of them, or only those that can find errors
 */
export function checkPlan(
  plan: Plan,
  { diagnostics: loaded, incomplete }: Pick<LoadedPlan, 'diagnostics' | 'incomplete'>,
  evaluatedIn: (period: Period) => EvaluatedPlan,
  idag: string,
  rules: readonly Rule[] = RULES,
): readonly Diagnostic[] {
  const context: CheckContext = {
    plan,
    incomplete,
    targets: [...statedTargets(plan)],
    periods: periodsOf(plan),
    latest: choosePeriod(plan),
    idag,
    evaluatedIn,
  };
  const run = (some: readonly Rule[]) =>
    some.flatMap((rule) =>
      [...rule.check(context)].map((details) => toDiagnostic(rule.code, rule.slug, severityIn(rule, plan), details)),
    );
  const first = [
    ...loaded,
    ...hideConsequences(run(rules.filter((rule) => rule.needsSoundPlan !== true)), loaded, plan),
  ];
  const excused = excuse(first, plan, idag);
  if (tally(excused.diagnostics).fel > 0) {
    // What could not be read hides findings, and an excuse for one of those is not useless.
    const ran = tally(loaded).fel > 0 ? [] : rules.filter((rule) => rule.needsSoundPlan !== true);
    return [...excused.diagnostics, ...excused.useless(ran)];
  }
  const second = run(rules.filter((rule) => rule.needsSoundPlan === true));
  const { diagnostics, useless } = excuse([...first, ...second], plan, idag);
  return [...diagnostics, ...useless(rules)];
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
