import type {
  EvaluatedIndikator,
  EvaluatedMål,
  EvaluatedMålområde,
  EvaluatedPlan,
  EvaluatedRad,
  EvaluatedUppdrag,
  NivåFördelning,
  Sammanvägning,
} from '../evaluate/evaluated-plan.ts';
import { countNivåer, distribute } from '../evaluate/roll-up.ts';
import { compare } from '../model/decimal.ts';
import { joined } from '../model/lists.ts';
import { type Fördelning, isKlass, type Status } from '../model/status.ts';
import {
  chooseIndikatorer,
  chooseMål,
  groupByMål,
  groupByStrategi,
  type StatusDel,
  type StatusGrupp,
} from './status-levels.ts';

/** What the person asked to see of a plan's status. */
export interface StatusFilter {
  /** Ids; empty for all. */
  readonly organ: readonly string[];
  readonly målområden: readonly string[];
  /** Statuses to show; empty for all. */
  readonly endast: readonly Status[];
  readonly sort: StatusSort;
}

export const STATUS_SORTS = ['plan', 'status', 'maluppfyllelse', 'namn', 'organ'] as const;
export type StatusSort = (typeof STATUS_SORTS)[number];

export const EVERYTHING: StatusFilter = { organ: [], målområden: [], endast: [], sort: 'plan' };

/** A målområde as it is shown: its rows that were asked for, and the roll-up that holds for them. */
export interface StatusMålområde {
  readonly evaluated: EvaluatedMålområde;
  readonly rader: readonly EvaluatedRad[];
  /** The same rows, under the mål that they belong to. */
  readonly grupper: readonly StatusGrupp[];
  /** The mål that are not their own nyckeltal. */
  readonly mål: readonly EvaluatedMål[];
  readonly indikatorer: readonly EvaluatedIndikator[];
  readonly uppdrag: readonly EvaluatedUppdrag[];
  /** That of the organ where one organ was asked for. */
  readonly sammanvägning: Sammanvägning;
}

/** The status of a plan in a period, as every format shows it. */
export interface StatusReport {
  readonly evaluated: EvaluatedPlan;
  readonly filter: StatusFilter;
  readonly målområden: readonly StatusMålområde[];
  /** The same målområden under their strategier. */
  readonly delar: readonly StatusDel<StatusMålområde>[];
  readonly rader: readonly EvaluatedRad[];
  readonly mål: readonly EvaluatedMål[];
  /** Those of the strategier included. */
  readonly indikatorer: readonly EvaluatedIndikator[];
  readonly uppdrag: readonly EvaluatedUppdrag[];
  readonly fördelning: Fördelning;
  readonly nivåer: readonly NivåFördelning[];
  /** How many rows have each state without a status. */
  readonly tillstånd: ReadonlyMap<Status, number>;
  /** Whether nothing of what is shown has an outcome, so that it says what is to be measured. */
  readonly utanUtfall: boolean;
  /** What needs attention, worst first; where nothing has an outcome, that alone does not. */
  readonly uppmärksamhet: readonly EvaluatedRad[];
  /** The mål that nobody can follow up: without nyckeltal, målvärde and judgement. */
  readonly utanNyckeltal: readonly EvaluatedMål[];
}

export function buildStatusReport(evaluated: EvaluatedPlan, filter: StatusFilter): StatusReport {
  const wanted = (organ: string) => filter.organ.length === 0 || filter.organ.includes(organ);
  const målområden = evaluated.målområden
    .filter(({ målområde }) => filter.målområden.length === 0 || filter.målområden.includes(målområde.id))
    .map((one): StatusMålområde => {
      const only = filter.organ.length === 1 ? one.perOrgan.get(filter.organ[0] ?? '') : undefined;
      const rader = sortRader(
        one.rader.filter(
          (rad) => wanted(rad.organ) && (filter.endast.length === 0 || filter.endast.includes(rad.status)),
        ),
        filter.sort,
      );
      const mål = chooseMål(one.mål, rader, filter);
      return {
        evaluated: one,
        rader,
        // In another order than the plan's the rows of a mål do not stand together.
        grupper: groupByMål(one.målområde, rader, filter.sort === 'plan' ? mål : withoutRader(mål)),
        mål,
        indikatorer: chooseIndikatorer(one.indikatorer, filter),
        // A choice of statuses is about the rows; uppdrag would only blur it.
        uppdrag: filter.endast.length > 0 ? [] : one.uppdrag.filter((uppdrag) => wanted(uppdrag.organ)),
        sammanvägning: only ?? one.sammanvägning,
      };
    })
    .filter(
      ({ rader, mål, indikatorer, uppdrag }) =>
        rader.length + mål.length + indikatorer.length > 0 ||
        (filter.endast.length === 0 && (uppdrag.length > 0 || filter.organ.length === 0)),
    );
  const rader = joined(målområden.map((one) => one.rader));
  const mål = målområden.flatMap((one) => one.mål);
  const delar = groupByStrategi(målområden, evaluated, filter);
  const indikatorer = [
    ...delar.flatMap(({ strategi }) => strategi?.indikatorer ?? []),
    ...målområden.flatMap((one) => one.indikatorer),
  ];
  const utanUtfall = [...rader, ...indikatorer].every((one) => one.utfall === null && one.bedömd === null);
  return {
    evaluated,
    filter,
    målområden,
    delar,
    rader,
    mål,
    indikatorer,
    uppdrag: målområden.flatMap((one) => one.uppdrag),
    fördelning: distribute(rader.map((rad) => rad.status)),
    nivåer: countNivåer(rader, evaluated.plan.bedömningsregler.skala),
    tillstånd: countStates(rader),
    utanUtfall,
    uppmärksamhet: needsAttention(utanUtfall ? rader.filter((rad) => rad.status !== 'utfall_saknas') : rader),
    utanNyckeltal: withoutRader(mål).filter((one) => one.sammanvägning.status === null),
  };
}

function withoutRader(mål: readonly EvaluatedMål[]): readonly EvaluatedMål[] {
  return mål.filter((one) => one.rader.length === 0);
}

function countStates(rader: readonly EvaluatedRad[]): ReadonlyMap<Status, number> {
  const counts = new Map<Status, number>();
  for (const { status } of rader) {
    if (!isKlass(status)) {
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  }
  return counts;
}

/** From worst to best; states without a status that somebody has to mend come before those that only wait. */
const URGENCY: readonly Status[] = [
  'ej_uppfyllt',
  'kan_inte_beräknas',
  'målvärde_saknas',
  'utfall_saknas',
  'delvis',
  'ej_påbörjad',
  'sekretess',
  'mäts_senare',
  'uppfyllt',
];

const NEEDS_ATTENTION: ReadonlySet<Status> = new Set<Status>([
  'ej_uppfyllt',
  'kan_inte_beräknas',
  'målvärde_saknas',
  'utfall_saknas',
]);

function needsAttention(rader: readonly EvaluatedRad[]): readonly EvaluatedRad[] {
  // A mål that is only followed up by judgement is no fault when it has not been judged.
  return sortRader(
    rader.filter((rad) => NEEDS_ATTENTION.has(rad.status) && rad.grund.slag !== 'bedöms'),
    'status',
  );
}

let collator: Intl.Collator | null = null;

/** Swedish order, with å, ä and ö last. */
function compareSwedish(a: string, b: string): number {
  collator ??= new Intl.Collator('sv');
  return collator.compare(a, b);
}

function sortRader(rader: readonly EvaluatedRad[], sort: StatusSort): readonly EvaluatedRad[] {
  switch (sort) {
    case 'plan':
      return rader;
    case 'status':
      return [...rader].sort((a, b) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status) || comparePercent(a, b));
    case 'maluppfyllelse':
      return [...rader].sort(comparePercent);
    case 'namn':
      return [...rader].sort((a, b) => compareSwedish(a.nyckeltal.namn, b.nyckeltal.namn));
    case 'organ':
      return [...rader].sort((a, b) => compareSwedish(a.organ, b.organ));
  }
}

/** Lowest måluppfyllelse first; rows without come last. */
function comparePercent(a: EvaluatedRad, b: EvaluatedRad): number {
  if (a.procent === null || b.procent === null) {
    return (a.procent === null ? 1 : 0) - (b.procent === null ? 1 : 0);
  }
  return compare(a.procent, b.procent);
}
