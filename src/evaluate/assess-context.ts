import type { Period } from '../model/period.ts';
import type { Nyckeltal, Plan } from '../model/plan.ts';
import type { Klass } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import type { UtfallIndex } from '../model/utfall-index.ts';
import type { Regler } from './assess-bound.ts';
import type { ComparisonPlan, Sought } from './comparison-value.ts';
import type { Assessment, Grund } from './evaluated-plan.ts';
import { lastKnown } from './find-utfall.ts';
import { reglerOf } from './regler.ts';

/** All that the assessment of one row looks at. */
export interface AssessContext extends Sought {
  readonly regler: Regler;
  /** The period of the plan. */
  readonly planned: Period;
}

/** What a nyckeltal of an organ is assessed by in a plan and period. */
export function assessContextOf(
  nyckeltal: Nyckeltal,
  organ: string,
  { plan, period, index }: { readonly plan: Plan; readonly period: Period; readonly index: UtfallIndex },
  others: readonly ComparisonPlan[],
): AssessContext {
  const regler = reglerOf(nyckeltal, plan.bedömningsregler);
  return { nyckeltal, organ, enhet: nyckeltal.enhet, period, planned: plan.period, index, others, regler };
}

/** The state of a row that has no value, with its reason. */
export function withoutUtfall(
  utfall: Utfall | null,
  { nyckeltal, organ, enhet, period, index }: AssessContext,
): Assessment {
  const skäl = utfall?.värde.slag === 'bortfall' ? utfall.värde.skäl : null;
  if (skäl === 'sekretess') {
    return without('sekretess', { slag: 'sekretess' });
  }
  const wholeYear = period.slut.endsWith('12-31');
  if (!wholeYear && skäl !== 'oanvändbar' && (skäl === 'mäts på helår' || nyckeltal.mäts === 'år')) {
    return without('mäts_senare', { slag: 'mäts senare' });
  }
  return without('utfall_saknas', {
    slag: 'utfall saknas',
    senastKända: lastKnown(index, nyckeltal, organ, period, enhet),
  });
}

export function without(status: Exclude<Assessment['status'], Klass>, grund: Grund): Assessment {
  return { status, nivå: null, procent: null, grund };
}

export function impossible(skäl: string): Assessment {
  return without('kan_inte_beräknas', { slag: 'går inte att beräkna', skäl });
}
