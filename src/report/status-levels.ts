import type {
  EvaluatedIndikator,
  EvaluatedMål,
  EvaluatedMålområde,
  EvaluatedPlan,
  EvaluatedRad,
  EvaluatedStrategi,
  Sammanvägning,
} from '../evaluate/evaluated-plan.ts';
import type { Målområde } from '../model/plan.ts';
import type { Status } from '../model/status.ts';

/** What was asked for; empty lists ask for everything. */
interface Wanted {
  readonly organ: readonly string[];
  readonly målområden: readonly string[];
  readonly endast: readonly Status[];
}

/** Rows that stand together: those of one mål, or those that belong to none. */
export interface StatusGrupp {
  readonly mål: EvaluatedMål | null;
  readonly rader: readonly EvaluatedRad[];
}

/** The målområden of a strategi, or those that belong to none. */
export interface StatusDel<Område> {
  readonly strategi: StatusStrategi | null;
  readonly målområden: readonly Område[];
}

export interface StatusStrategi {
  readonly evaluated: EvaluatedStrategi;
  readonly indikatorer: readonly EvaluatedIndikator[];
  /** Null where only some of it was asked for, so that its roll-up is not that of what is shown. */
  readonly sammanvägning: Sammanvägning | null;
}

function isWanted({ organ, endast }: Wanted, whose: readonly string[], status: Status): boolean {
  return (
    (organ.length === 0 || whose.some((one) => organ.includes(one))) && (endast.length === 0 || endast.includes(status))
  );
}

/** The mål whose rows are shown, and those that have none and were asked for: they lack what they would be held to. */
export function chooseMål(
  mål: readonly EvaluatedMål[],
  rader: readonly EvaluatedRad[],
  wanted: Wanted,
): readonly EvaluatedMål[] {
  const shown = new Set(rader.map((rad) => rad.mål));
  return mål.filter((one) =>
    one.rader.length > 0
      ? shown.has(one.mål)
      : isWanted(wanted, one.mål.organ, one.sammanvägning.status ?? 'målvärde_saknas'),
  );
}

export function chooseIndikatorer(
  indikatorer: readonly EvaluatedIndikator[],
  wanted: Wanted,
): readonly EvaluatedIndikator[] {
  return indikatorer.filter((one) => isWanted(wanted, [one.organ], one.status));
}

/** Rows under their mål in the plan's order, what belongs to no mål of its own last. */
export function groupByMål(
  { mål }: Målområde,
  rader: readonly EvaluatedRad[],
  shown: readonly EvaluatedMål[],
): readonly StatusGrupp[] {
  if (shown.length === 0) {
    return rader.length === 0 ? [] : [{ mål: null, rader }];
  }
  const below = new Map(shown.map((one) => [one.mål, one] as const));
  const groups = mål.flatMap((one): readonly StatusGrupp[] => {
    const group = below.get(one);
    return group === undefined ? [] : [{ mål: group, rader: rader.filter((rad) => rad.mål === one) }];
  });
  const others = rader.filter((rad) => rad.mål === null || !below.has(rad.mål));
  // In another order than the plan's they are one list; else what has no mål stands apart from the mål that are rows.
  const isOneList = others.some((rad) => rad.mål?.kortform === false);
  const rest = isOneList
    ? [others]
    : [others.filter((rad) => rad.mål !== null), others.filter((rad) => rad.mål === null)];
  return [...groups, ...rest.flatMap((some) => (some.length === 0 ? [] : [{ mål: null, rader: some }]))];
}

/** The målområden under their strategier; a strategi is shown for them, or for its own indikatorer. */
export function groupByStrategi<Område extends { readonly evaluated: EvaluatedMålområde }>(
  målområden: readonly Område[],
  { strategier }: EvaluatedPlan,
  wanted: Wanted,
): readonly StatusDel<Område>[] {
  const everything = wanted.organ.length + wanted.målområden.length + wanted.endast.length === 0;
  const rest = new Set(målområden);
  const delar = strategier.flatMap((evaluated): readonly StatusDel<Område>[] => {
    const own = [...rest].filter((one) => evaluated.strategi.målområden.includes(one.evaluated.målområde.id));
    for (const one of own) {
      rest.delete(one);
    }
    const indikatorer = wanted.målområden.length > 0 ? [] : chooseIndikatorer(evaluated.indikatorer, wanted);
    const sammanvägning = everything ? evaluated.sammanvägning : null;
    return own.length + indikatorer.length === 0
      ? []
      : [{ strategi: { evaluated, indikatorer, sammanvägning }, målområden: own }];
  });
  return rest.size === 0 ? delar : [...delar, { strategi: null, målområden: [...rest] }];
}
