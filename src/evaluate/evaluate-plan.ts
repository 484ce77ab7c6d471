import { type Decimal, decimal } from '../model/decimal.ts';
import type { Period } from '../model/period.ts';
import type {
  Mål,
  Målområde,
  Nyckeltal,
  Plan,
  Uppföljning,
  Uppföljningspost,
  Uppföljningsslag,
} from '../model/plan.ts';
import { thresholdsOf } from '../model/skala.ts';
import { indexUtfall, type UtfallIndex } from '../model/utfall-index.ts';
import { assess } from './assess.ts';
import { assessContextOf, withoutUtfall } from './assess-context.ts';
import { assessUnits } from './assess-units.ts';
import type { ComparisonPlan } from './comparison-value.ts';
import { evaluateMål, evaluateStrategi, type FindPost, weighedMål, weighPlan } from './evaluate-levels.ts';
import type {
  Assessment,
  EvaluatedIndikator,
  EvaluatedMålområde,
  EvaluatedPlan,
  EvaluatedRad,
  EvaluatedUppdrag,
  Grund,
  Sammanvägning,
} from './evaluated-plan.ts';
import { outcomeOf } from './find-utfall.ts';
import { rollUp, type Weighed } from './roll-up.ts';
import { shownPercent } from './shown-percent.ts';
import { targetOf } from './target.ts';

/** Evaluates a plan in a period: a status for every row, and the roll-ups. Other plans give comparison values. */
export function evaluatePlan(plan: Plan, period: Period, others: readonly ComparisonPlan[] = []): EvaluatedPlan {
  const context: PlanContext = {
    plan,
    period,
    others,
    index: indexUtfall(plan.utfall),
    uppföljningar: plan.uppföljningar.filter((uppföljning) => uppföljning.period.id === period.id),
  };
  const målområden = plan.målområden.map((målområde) => evaluateMålområde(målområde, context));
  const strategier = plan.strategier.map((strategi) =>
    evaluateStrategi(
      strategi,
      målområden,
      evaluateIndikatorer(strategi.indikatorer, null, context),
      plan,
      findPostIn(context),
    ),
  );
  return {
    plan,
    period,
    index: context.index,
    strategier,
    målområden,
    sammanvägning: weighPlan(plan, strategier, målområden),
  };
}

/** Evaluates a plan in any period, each period once. */
export function evaluator(plan: Plan, others: readonly ComparisonPlan[]): (period: Period) => EvaluatedPlan {
  const evaluated = new Map<string, EvaluatedPlan>();
  return (period) => {
    const known = evaluated.get(period.id) ?? evaluatePlan(plan, period, others);
    evaluated.set(period.id, known);
    return known;
  };
}

interface PlanContext {
  readonly plan: Plan;
  readonly period: Period;
  readonly others: readonly ComparisonPlan[];
  readonly index: UtfallIndex;
  readonly uppföljningar: readonly Uppföljning[];
}

function evaluateMålområde(målområde: Målområde, context: PlanContext): EvaluatedMålområde {
  const målOf = new Map(målområde.mål.flatMap((mål) => mål.nyckeltal.map((nyckeltal) => [nyckeltal, mål] as const)));
  const rader: EvaluatedRad[] = [];
  for (const nyckeltal of målområde.nyckeltal) {
    for (const organ of nyckeltal.organ) {
      rader.push(evaluateRad(nyckeltal, organ, målområde, målOf.get(nyckeltal) ?? null, context));
    }
  }
  const uppdrag = målområde.uppdrag.flatMap((one) =>
    one.organ.map((organ): EvaluatedUppdrag => {
      const post = postOf(context, organ, 'uppdrag', one.id);
      const bedömd = post?.bedömning ?? null;
      return {
        uppdrag: one,
        organ,
        målområde,
        läge: post?.läge ?? null,
        bedömd,
        status: bedömd?.klass ?? null,
        nivå: bedömd?.nivå ?? null,
        uppföljning: post,
      };
    }),
  );
  const mål = evaluateMål(målområde, rader, context.plan, findPostIn(context));
  const post = postOf(context, context.plan.organ, 'målområden', målområde.id);
  const organ = [...new Set([...rader, ...uppdrag].map((one) => one.organ))];
  const weigh = (belongs: (organ: string) => boolean, bedömd: Uppföljningspost | null): Sammanvägning =>
    weighMålområde(
      målområde,
      [...rader.filter((one) => belongs(one.organ)), ...weighedMål(mål.filter((one) => one.mål.organ.some(belongs)))],
      uppdrag.filter((one) => belongs(one.organ)),
      bedömd,
      context.plan,
    );
  return {
    målområde,
    rader,
    mål,
    indikatorer: evaluateIndikatorer(målområde.indikatorer, målområde, context),
    uppdrag,
    sammanvägning: weigh(() => true, post),
    perOrgan: new Map(
      organ.map((id) => [
        id,
        weigh((one) => one === id, id === context.plan.organ ? null : postOf(context, id, 'målområden', målområde.id)),
      ]),
    ),
    uppföljning: post,
  };
}

/** Rows and uppdrag, each once, with the status that counts. */
function weighMålområde(
  målområde: Målområde,
  rader: readonly Weighed[],
  uppdrag: readonly EvaluatedUppdrag[],
  post: Uppföljningspost | null,
  plan: Plan,
): Sammanvägning {
  const { underlag, sammanvägning, skala } = plan.bedömningsregler;
  const weighed = [...(underlag === 'uppdrag' ? [] : rader), ...(underlag === 'nyckeltal' ? [] : uppdrag)];
  return rollUp(weighed, målområde.sammanvägning ?? sammanvägning, post?.bedömning ?? null, skala);
}

/** One for each indikator and organ. */
function evaluateIndikatorer(
  indikatorer: readonly Nyckeltal[],
  målområde: Målområde | null,
  context: PlanContext,
): readonly EvaluatedIndikator[] {
  return indikatorer.flatMap((one) =>
    one.organ.map((organ) => {
      const rad = evaluateRad(one, organ, målområde, null, context);
      // It may do without a målvärde, so that what is missing is its outcome.
      if (rad.målvärde !== null || (rad.utfall !== null && rad.utfall.värde.slag !== 'bortfall')) {
        return rad;
      }
      const open = withoutUtfall(rad.utfall, assessContextOf(one, organ, context, context.others));
      return { ...rad, beräknad: open.status, status: rad.bedömd?.klass ?? open.status, grund: open.grund };
    }),
  );
}

function evaluateRad<Område extends Målområde | null>(
  nyckeltal: Nyckeltal,
  organ: string,
  målområde: Område,
  mål: Mål | null,
  context: PlanContext,
): EvaluatedRad<Område> {
  const { plan, period, others } = context;
  const { målvärde, etapp } = targetOf(nyckeltal, organ, period);
  const assessContext = assessContextOf(nyckeltal, organ, context, others);
  const { regler } = assessContext;
  const outcome = (enhet: string | null) => outcomeOf(målvärde?.målvärde ?? null, assessContext, enhet);
  const utfall = outcome(nyckeltal.enhet) ?? (nyckeltal.enhet === null ? null : outcome(null));
  const assessment =
    (nyckeltal.perEnhet ? assessUnits(målvärde, assessContext, plan.organisation) : null) ??
    assess(målvärde, utfall, assessContext);
  const post =
    postOf(context, organ, 'nyckeltal', nyckeltal.id) ??
    postOf(context, organ, 'mål', nyckeltal.id) ??
    postOf(context, organ, 'indikatorer', nyckeltal.id);
  const bedömd = post?.bedömning ?? null;
  return {
    nyckeltal,
    organ,
    målområde,
    mål,
    målvärde,
    krav: målvärde?.målvärde?.krav ?? null,
    etapp,
    frist: målvärde?.målvärde?.frist ?? null,
    utfall: assessment.grund.slag === 'per enhet' ? assessment.grund.utfall : utfall,
    egetUtfall: utfall,
    procent: assessment.procent,
    visadProcent: shownOf(
      assessment,
      regler.egenSkala ? thresholdsOf(regler.skala) : [regler.gulFrån],
      regler.avrundning,
    ),
    beräknad: assessment.status,
    beräknadNivå: assessment.nivå,
    bedömd,
    status: bedömd?.klass ?? assessment.status,
    nivå: bedömd?.nivå ?? assessment.nivå,
    grund: assessment.grund,
    uppföljning: post,
  };
}

function shownOf(
  { procent, grund }: Assessment,
  thresholds: readonly Decimal[],
  avrundning: number | null,
): string | null {
  if (procent === null) {
    return null;
  }
  const met = isMet(grund);
  if (met || avrundning === null) {
    return shownPercent(procent, met, thresholds);
  }
  // Where the plan rounds before it compares, the rounded figure is the one that decided.
  const rounded = procent.round(avrundning);
  return rounded.gte(decimal('100')) ? shownPercent(procent, met, [], avrundning) : rounded.toFixed(avrundning);
}

function isMet(grund: Grund): boolean {
  if (grund.slag === 'per enhet') {
    return isMet(grund.grund);
  }
  return 'prövning' in grund && (grund.prövning?.uppnått ?? true);
}

function findPostIn(context: PlanContext): FindPost {
  return (organ, slag, id) => postOf(context, organ, slag, id);
}

/** An organ's words on one thing in the period. */
function postOf(
  { uppföljningar }: PlanContext,
  organ: string,
  slag: Uppföljningsslag,
  id: string,
): Uppföljningspost | null {
  for (const uppföljning of uppföljningar) {
    const post = uppföljning.organ === organ ? uppföljning.poster[slag].get(id) : undefined;
    if (post !== undefined) {
      return post;
    }
  }
  return null;
}
