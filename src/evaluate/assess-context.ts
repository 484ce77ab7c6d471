import type { Period } from '../model/period.ts';
import type { Klass } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import type { Regler } from './assess-bound.ts';
import type { Sought } from './comparison-value.ts';
import type { Assessment, Grund } from './evaluated-plan.ts';
import { lastKnown } from './find-utfall.ts';

/** All that the assessment of one row looks at. */
export interface AssessContext extends Sought {
  readonly regler: Regler;
  /** The period of the plan. */
  readonly planned: Period;
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
