import { compare, type Decimal, ZERO } from '../model/decimal.ts';
import type { Organisation, OrganMålvärde } from '../model/plan.ts';
import { isKlass, KLASSER } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import { rowsOf } from '../model/utfall-index.ts';
import { assess } from './assess.ts';
import type { AssessContext } from './assess-context.ts';
import type { Assessment } from './evaluated-plan.ts';
import { outcomeOf } from './find-utfall.ts';

/**
 * A target that holds for each unit is reached only where every unit reaches it: the worst unit decides. Null where no
 * unit has an outcome in the period, so that the organ's own is what there is to assess.
 */
export function assessUnits(
  målvärde: OrganMålvärde | null,
  context: AssessContext,
  organisation: Organisation,
): Assessment | null {
  const assessed = assessEachUnit(målvärde, context);
  const withStatus = assessed
    .filter(({ assessment }) => isKlass(assessment.status))
    .sort(
      (a, b) =>
        badness(b.assessment) - badness(a.assessment) || compare(marginOf(a.assessment), marginOf(b.assessment)),
    );
  // Where outcomes cannot be held against the target, one of them says why.
  const worst = withStatus[0] ?? assessed.find(({ utfall }) => utfall !== null && utfall.värde.slag !== 'bortfall');
  if (worst === undefined) {
    return null;
  }
  const namn = organisation.enheter.get(worst.enhet)?.namn ?? worst.enhet;
  return {
    ...worst.assessment,
    grund: {
      slag: 'per enhet',
      enhet: namn,
      utfall: worst.utfall,
      antal: withStatus.length,
      utan: assessed.length - withStatus.length,
      grund: worst.assessment.grund,
    },
  };
}

/** Worse is higher: first by class, then by how far from the target. */
function badness({ status, procent }: Assessment): number {
  const klass = isKlass(status) ? KLASSER.indexOf(status) : -1;
  return klass * 1000 - (procent === null ? 0 : Number(procent.round(6).toFixed()));
}

/** By how much a target is reached, so that of several that reach it the nearest to missing it is the worst. */
function marginOf({ grund }: Assessment): Decimal {
  if (grund.slag !== 'gräns') {
    return ZERO;
  }
  const { jämförare, utfall, mål } = grund.prövning;
  return jämförare.startsWith('>') ? utfall.värde.minus(mål.värde) : mål.värde.minus(utfall.värde);
}

export interface AssessedUnit {
  readonly enhet: string;
  /** Null where nothing is said of it in the period. */
  readonly utfall: Utfall | null;
  readonly assessment: Assessment;
}

/** Every unit that is heard of by the end of the period, in the plan's own time, held against the målvärde. */
export function assessEachUnit(målvärde: OrganMålvärde | null, context: AssessContext): readonly AssessedUnit[] {
  const { index, nyckeltal, organ, period, planned } = context;
  const units = new Set(
    rowsOf(index, nyckeltal.id, organ)
      .filter((row) => row.period.start >= planned.start && row.period.start <= period.slut)
      .flatMap(({ enhet }) => (enhet === null || enhet === 'riket' || enhet === 'liknande' ? [] : [enhet])),
  );
  return [...units].map((enhet) => {
    const utfall = outcomeOf(målvärde?.målvärde ?? null, context, enhet);
    return { enhet, utfall, assessment: assess(målvärde, utfall, { ...context, enhet }) };
  });
}
