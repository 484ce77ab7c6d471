import { GEH_DELAR, type GehDel, type Mål, type Målområde, type Uppföljningspost } from '../model/plan.ts';
import type { EvaluatedIndikator, EvaluatedPlan, Sammanvägning } from './evaluated-plan.ts';
import { rollUp } from './roll-up.ts';

/** A goal for god ekonomisk hushållning, at the level where the plan marks it. */
export type GehMål =
  | { readonly slag: 'målområde'; readonly målområde: Målområde; readonly weighed: Sammanvägning }
  | { readonly slag: 'mål'; readonly mål: Mål; readonly weighed: Sammanvägning }
  | { readonly slag: 'rad'; readonly rad: EvaluatedIndikator; readonly weighed: EvaluatedIndikator };

/** One part of the judgement: its goals, their distribution, and what people have judged and said. */
export interface EvaluatedGehDel {
  readonly del: GehDel;
  readonly mål: readonly GehMål[];
  readonly sammanvägning: Sammanvägning;
  readonly uppföljning: Uppföljningspost | null;
}

/**
 * God ekonomisk hushållning in the period: the goals that the plan marks with `geh`, those for finance and those for the
 * activity, and all of them. The distribution is counted; the status is judged by people or missing, never computed.
 */
export function evaluateGeh(evaluated: EvaluatedPlan): readonly EvaluatedGehDel[] {
  const { plan, period } = evaluated;
  const goals = goalsOf(evaluated);
  const words = plan.uppföljningar.find((one) => one.period.id === period.id && one.organ === plan.organ);
  return GEH_DELAR.map((del) => {
    const mål = del === 'samlad' ? goals : goals.filter((one) => isFinansiellt(one) === (del === 'finansiella'));
    const uppföljning = words?.geh.get(del) ?? null;
    return {
      del,
      mål,
      sammanvägning: rollUp(
        mål.map(({ weighed }) => weighed),
        'bedömd',
        uppföljning?.bedömning ?? null,
        plan.bedömningsregler.skala,
      ),
      uppföljning,
    };
  });
}

function goalsOf({ plan, målområden, strategier }: EvaluatedPlan): readonly GehMål[] {
  return [
    ...målområden.flatMap(({ målområde, mål, rader, indikatorer, sammanvägning }): readonly GehMål[] => {
      const marked = mål.filter((one) => one.mål.geh);
      // A mål is one goal, however many nyckeltal it is measured with.
      const covered = new Set(marked.map((one) => one.mål));
      return [
        ...(målområde.geh ? [{ slag: 'målområde', målområde, weighed: sammanvägning } as const] : []),
        ...marked.map((one) => ({ slag: 'mål', mål: one.mål, weighed: one.sammanvägning }) as const),
        ...ofRader(
          [...rader, ...indikatorer].filter((rad) => rad.mål === null || !covered.has(rad.mål)),
          plan.organ,
        ),
      ];
    }),
    ...strategier.flatMap(({ indikatorer }) => ofRader(indikatorer, plan.organ)),
  ];
}

/** A nyckeltal that the plan's own organ has a row for counts with that one: those of others are parts of the same. */
function ofRader(rader: readonly EvaluatedIndikator[], organ: string): readonly GehMål[] {
  return rader
    .filter(({ nyckeltal }) => nyckeltal.geh)
    .filter((rad) => rad.organ === organ || !rad.nyckeltal.organ.includes(organ))
    .map((rad) => ({ slag: 'rad', rad, weighed: rad }));
}

export function isFinansiellt(goal: GehMål): boolean {
  switch (goal.slag) {
    case 'målområde':
      return false;
    case 'mål':
      return goal.mål.sort === 'finansiellt';
    case 'rad':
      return goal.rad.nyckeltal.sort === 'finansiellt';
  }
}
