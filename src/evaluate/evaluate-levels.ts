import type { Mål, Målområde, Plan, Strategi, Uppföljningspost, Uppföljningsslag } from '../model/plan.ts';
import type {
  EvaluatedIndikator,
  EvaluatedMål,
  EvaluatedMålområde,
  EvaluatedRad,
  EvaluatedStrategi,
  Sammanvägning,
} from './evaluated-plan.ts';
import { rollUp, type Weighed } from './roll-up.ts';

/** An organ's words on one thing in the period. */
export type FindPost = (organ: string, slag: Uppföljningsslag, id: string) => Uppföljningspost | null;

/**
 * The mål of a målområde that are not their own nyckeltal, each with its rows and their roll-up by the plan's method:
 * that of a målområde is for the målområde itself.
 */
export function evaluateMål(
  målområde: Målområde,
  rader: readonly EvaluatedRad[],
  { bedömningsregler, organ }: Plan,
  findPost: FindPost,
): readonly EvaluatedMål[] {
  const { sammanvägning, skala } = bedömningsregler;
  const radsOf = groupByMål(rader);
  return målområde.mål
    .filter((mål) => !mål.kortform)
    .map((mål) => {
      const own = radsOf.get(mål) ?? [];
      const post = postOfMål(mål, organ, findPost);
      return {
        mål,
        rader: own,
        sammanvägning: rollUp(own, sammanvägning, post?.bedömning ?? null, skala),
        uppföljning: post,
      };
    });
}

/** The words of the plan's own organ, else of the first one that answers and has any. */
function postOfMål(mål: Mål, organ: string, findPost: FindPost): Uppföljningspost | null {
  for (const one of new Set([organ, ...mål.organ])) {
    const post = findPost(one, 'mål', mål.id);
    if (post !== null) {
      return post;
    }
  }
  return null;
}

/** What a målområde is weighed of beside its rows and uppdrag: a mål without rows has no status but a judged one. */
export function weighedMål(mål: readonly EvaluatedMål[]): readonly Weighed[] {
  return mål.filter(({ rader }) => rader.length === 0).map((one) => one.sammanvägning);
}

/** A strategi is weighed of its målområden. */
export function evaluateStrategi(
  strategi: Strategi,
  målområden: readonly EvaluatedMålområde[],
  indikatorer: readonly EvaluatedIndikator[],
  { bedömningsregler, organ }: Plan,
  findPost: FindPost,
): EvaluatedStrategi {
  const { sammanvägning, skala } = bedömningsregler;
  const own = målområden.filter(({ målområde }) => strategi.målområden.includes(målområde.id));
  const post = findPost(organ, 'strategier', strategi.id);
  return {
    strategi,
    indikatorer,
    sammanvägning: rollUp(
      own.map((one) => one.sammanvägning),
      sammanvägning,
      post?.bedömning ?? null,
      skala,
    ),
    uppföljning: post,
  };
}

/** The plan is weighed of the level directly below: its strategier, and the målområden that belong to none. */
export function weighPlan(
  plan: Plan,
  strategier: readonly EvaluatedStrategi[],
  målområden: readonly EvaluatedMålområde[],
): Sammanvägning {
  const { sammanvägning, skala } = plan.bedömningsregler;
  // A strategi without målområden is only text here, and not weighed.
  const below = strategier.filter(({ strategi }) => strategi.målområden.length > 0);
  const covered = new Set(below.flatMap(({ strategi }) => strategi.målområden));
  const others = målområden.filter(({ målområde }) => !covered.has(målområde.id));
  return rollUp(
    [...below, ...others].map((one) => one.sammanvägning),
    sammanvägning,
    null,
    skala,
  );
}

function groupByMål(rader: readonly EvaluatedRad[]): ReadonlyMap<Mål | null, readonly EvaluatedRad[]> {
  const groups = new Map<Mål | null, EvaluatedRad[]>();
  for (const rad of rader) {
    const group = groups.get(rad.mål);
    if (group === undefined) {
      groups.set(rad.mål, [rad]);
    } else {
      group.push(rad);
    }
  }
  return groups;
}
