import type { PåståendeFilter, Räknat } from '../model/pastaende.ts';
import type { Nyckeltal, Plan, Uppdrag } from '../model/plan.ts';
import { nivåOfWord } from '../model/skala.ts';
import { type Status, TILLSTÅND } from '../model/status.ts';
import type { EvaluatedMålområde, EvaluatedPlan, EvaluatedRad, EvaluatedUppdrag } from './evaluated-plan.ts';

/** What is counted cannot have what is asked of it: `räkna: strategier` with a status. */
export interface UnfitFilter {
  readonly nyckel: keyof PåståendeFilter;
}

type Tests<T> = Partial<Record<keyof PåståendeFilter, (thing: T, wanted: string) => boolean>>;

/**
 * How many of a kind a plan has that pass a filter.
 *
 * @returns the count, or the key of the filter that this kind does not have
 */
export function countClaim(vad: Räknat, där: PåståendeFilter, evaluated: EvaluatedPlan): number | UnfitFilter {
  const { plan, målområden } = evaluated;
  const strategiOf = new Map(
    plan.strategier.flatMap(({ id, målområden: ids }) => ids.map((one) => [one, id] as const)),
  );
  const inMålområde = <T extends { readonly område: EvaluatedMålområde }>(): Tests<T> => ({
    målområde: ({ område }, wanted) => område.målområde.id === wanted,
    strategi: ({ område }, wanted) => strategiOf.get(område.målområde.id) === wanted,
  });
  const each = <T>(pick: (område: EvaluatedMålområde) => readonly T[]) =>
    målområden.flatMap((område) => pick(område).map((thing) => ({ område, thing })));
  const nyckeltalTests = (): Tests<{ område: EvaluatedMålområde; thing: Nyckeltal }> => ({
    ...inMålområde(),
    sort: ({ thing }, wanted) => thing.sort === wanted,
    organ: ({ thing }, wanted) => thing.organ.includes(wanted),
    från: ({ thing }, wanted) => thing.från === wanted,
  });
  switch (vad) {
    case 'strategier':
      return count(plan.strategier, där, {});
    case 'målområden':
      return count(
        målområden.map((område) => ({ område })),
        där,
        {
          ...inMålområde(),
          organ: ({ område }, wanted) => område.perOrgan.has(wanted),
          status: ({ område }, wanted) => isStatus(område.sammanvägning.status, wanted, plan),
          beräknad: ({ område }, wanted) => isStatus(område.sammanvägning.beräknad, wanted, plan),
          bedömd: ({ område }, wanted) => isStatus(område.sammanvägning.bedömd?.klass ?? null, wanted, plan),
        },
      );
    case 'mål':
      return count(
        each((område) => område.målområde.mål),
        där,
        inMålområde(),
      );
    case 'nyckeltal':
      return count(
        each((område) => område.målområde.nyckeltal),
        där,
        nyckeltalTests(),
      );
    case 'indikatorer':
      // Those of the strategier stand above the målområden and belong to none.
      return count(
        [
          ...each((område) => område.målområde.indikatorer),
          ...plan.strategier.flatMap((strategi) => strategi.indikatorer.map((thing) => ({ område: null, thing }))),
        ],
        där,
        indikatorTests(strategiOf, plan),
      );
    case 'rader':
      return count(
        each((område) => område.rader),
        där,
        radTests(plan, inMålområde()),
      );
    case 'uppdrag': {
      // An uppdrag of several organ has a läge or status when one of those asked for has it.
      const rowsOf = ({ område, thing }: In<Uppdrag>) =>
        område.uppdrag.filter((row) => row.uppdrag === thing && (där.organ === null || row.organ === där.organ));
      return count(
        each((område) => område.målområde.uppdrag),
        där,
        {
          ...inMålområde(),
          organ: ({ thing }, wanted) => thing.organ.includes(wanted),
          från: ({ thing }, wanted) => thing.från === wanted,
          läge: (one, wanted) => rowsOf(one).some((row) => row.läge === wanted),
          status: (one, wanted) => rowsOf(one).some((row) => isStatus(row.status, wanted, plan)),
          bedömd: (one, wanted) => rowsOf(one).some((row) => isStatus(row.bedömd?.klass ?? null, wanted, plan)),
        },
      );
    }
    case 'uppdrag_per_organ':
      return count(
        each((område) => område.uppdrag),
        där,
        uppdragTests(plan, inMålområde()),
      );
    case 'aktiviteter':
      return count(
        each(({ målområde }) => [
          ...målområde.aktiviteter,
          ...målområde.mål.flatMap((mål) => mål.aktiviteter),
          ...målområde.uppdrag.flatMap((uppdrag) => uppdrag.aktiviteter),
        ]),
        där,
        { ...inMålområde(), organ: ({ thing }, wanted) => thing.organ.includes(wanted) },
      );
    case 'investeringar':
      return count(plan.budget?.investeringar?.objekt ?? [], där, {});
  }
}

/** An indikator of a strategi has no målområde. */
function indikatorTests(
  strategiOf: ReadonlyMap<string, string>,
  plan: Plan,
): Tests<{ readonly område: EvaluatedMålområde | null; readonly thing: Nyckeltal }> {
  const ownerOf = (thing: Nyckeltal) => plan.strategier.find(({ indikatorer }) => indikatorer.includes(thing))?.id;
  return {
    målområde: ({ område }, wanted) => område?.målområde.id === wanted,
    strategi: ({ område, thing }, wanted) =>
      (område === null ? ownerOf(thing) : strategiOf.get(område.målområde.id)) === wanted,
    sort: ({ thing }, wanted) => thing.sort === wanted,
    organ: ({ thing }, wanted) => thing.organ.includes(wanted),
  };
}

type In<T> = { readonly område: EvaluatedMålområde; readonly thing: T };

function radTests(plan: Plan, målområde: Tests<In<EvaluatedRad>>): Tests<In<EvaluatedRad>> {
  return {
    ...målområde,
    sort: ({ thing }, wanted) => thing.nyckeltal.sort === wanted,
    organ: ({ thing }, wanted) => thing.organ === wanted,
    från: ({ thing }, wanted) => thing.nyckeltal.från === wanted,
    status: ({ thing }, wanted) => isStatus(thing.status, wanted, plan),
    beräknad: ({ thing }, wanted) => isStatus(thing.beräknad, wanted, plan),
    bedömd: ({ thing }, wanted) => isStatus(thing.bedömd?.klass ?? null, wanted, plan),
  };
}

function uppdragTests(plan: Plan, målområde: Tests<In<EvaluatedUppdrag>>): Tests<In<EvaluatedUppdrag>> {
  return {
    ...målområde,
    organ: ({ thing }, wanted) => thing.organ === wanted,
    från: ({ thing }, wanted) => thing.uppdrag.från === wanted,
    läge: ({ thing }, wanted) => thing.läge === wanted,
    status: ({ thing }, wanted) => isStatus(thing.status, wanted, plan),
    bedömd: ({ thing }, wanted) => isStatus(thing.bedömd?.klass ?? null, wanted, plan),
  };
}

function count<T>(things: readonly T[], där: PåståendeFilter, tests: Tests<T>): number | UnfitFilter {
  const asked = (Object.keys(där) as (keyof PåståendeFilter)[]).filter((nyckel) => där[nyckel] !== null);
  const unfit = asked.find((nyckel) => tests[nyckel] === undefined);
  if (unfit !== undefined) {
    return { nyckel: unfit };
  }
  return things.filter((thing) => asked.every((nyckel) => tests[nyckel]?.(thing, där[nyckel] ?? '') === true)).length;
}

/** Whether a status is what a text calls it: a class, a state, or a level of the plan's own. */
export function isStatus(status: Status | null, wanted: string, plan: Plan): boolean {
  const plain = wanted.trim().toLowerCase().replaceAll(' ', '_');
  if ((TILLSTÅND as readonly string[]).includes(plain)) {
    return status === plain;
  }
  const nivå = nivåOfWord(plan.bedömningsregler.skala, wanted);
  return nivå !== null && status === nivå.klass;
}
