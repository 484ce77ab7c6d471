import type { Sammanträde, Sammanträdespunkt } from '../model/kalender.ts';
import { formatPeriod, isDate, readPeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';

/** The days that are asked for; null where there is no limit. */
export interface KalenderFilter {
  readonly från: string | null;
  readonly till: string | null;
}

export interface KalenderSammanträde {
  readonly sammanträde: Sammanträde;
  /** Last day; the first one where the meeting is one day. */
  readonly slut: string;
  /** Which of the organ's meetings of that day, from 1: it keeps its number whatever is asked for. */
  readonly nummer: number;
  /** `Regionstyrelsen: sammanträde`, or what the day is called. */
  readonly titel: string;
  /** What is taken up, by kind in the order of the plan. */
  readonly grupper: readonly { readonly rubrik: string | null; readonly punkter: readonly Sammanträdespunkt[] }[];
}

export interface KalenderReport {
  readonly plan: Plan;
  readonly filter: KalenderFilter;
  /** In the order of their days. */
  readonly sammanträden: readonly KalenderSammanträde[];
  readonly månader: readonly { readonly rubrik: string; readonly sammanträden: readonly KalenderSammanträde[] }[];
  /** What is followed up in the year, with every meeting that does so, by the same id or the same name. */
  readonly uppföljningsområden: readonly {
    readonly namn: string;
    readonly gäller: readonly string[];
    readonly sammanträden: readonly KalenderSammanträde[];
  }[];
  /** The name of what an id stands for. */
  readonly nameOf: (id: string) => string;
}

const RUBRIKER = {
  återkommande: 'Återkommande ärenden',
  uppföljning: 'Uppföljning',
  tema: 'Tema',
} as const;

/** The meetings of a plan in the days that are asked for; a day that does not exist is left to the checks. */
export function buildKalenderReport(plan: Plan, filter: KalenderFilter): KalenderReport {
  const all = numbered(plan);
  const shown = all.filter(
    ({ sammanträde, slut }) =>
      (filter.från === null || slut >= filter.från) && (filter.till === null || sammanträde.datum <= filter.till),
  );
  const names = namesOf(plan);
  return {
    plan,
    filter,
    sammanträden: shown,
    månader: byMonth(shown),
    uppföljningsområden: (plan.kalender?.uppföljningsområden ?? []).map(({ namn, gäller }) => ({
      namn,
      gäller,
      sammanträden: all.filter(({ sammanträde }) =>
        sammanträde.punkter.some(
          (punkt) =>
            punkt.gäller.some((id) => gäller.includes(id)) || punkt.ärende.toLowerCase() === namn.toLowerCase(),
        ),
      ),
    })),
    nameOf: (id) => names.get(id) ?? id,
  };
}

function numbered(plan: Plan): readonly KalenderSammanträde[] {
  const counts = new Map<string, number>();
  const all = (plan.kalender?.sammanträden ?? []).filter(({ datum }) => isDate(datum));
  return all
    .map((sammanträde) => {
      const { datum, till, organ, rubrik, punkter } = sammanträde;
      const key = `${datum} ${organ}`;
      const nummer = (counts.get(key) ?? 0) + 1;
      counts.set(key, nummer);
      return {
        sammanträde,
        slut: till !== null && isDate(till) && till > datum ? till : datum,
        nummer,
        titel: `${plan.organisation.organ.get(organ)?.namn ?? organ}: ${rubrik ?? 'sammanträde'}`,
        grupper: byKind(punkter),
      };
    })
    .sort((a, b) => compareText(a.sammanträde.datum, b.sammanträde.datum));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byKind(punkter: readonly Sammanträdespunkt[]): KalenderSammanträde['grupper'] {
  const kinds = [...new Set(punkter.map(({ slag }) => slag))];
  return kinds.map((slag) => ({
    rubrik: slag === null ? null : RUBRIKER[slag],
    punkter: punkter.filter((punkt) => punkt.slag === slag),
  }));
}

function byMonth(sammanträden: readonly KalenderSammanträde[]): KalenderReport['månader'] {
  const months = new Map<string, KalenderSammanträde[]>();
  for (const one of sammanträden) {
    const month = one.sammanträde.datum.slice(0, 7);
    const list = months.get(month);
    if (list === undefined) {
      months.set(month, [one]);
    } else {
      list.push(one);
    }
  }
  return [...months].map(([month, list]) => {
    const period = readPeriod(month);
    return { rubrik: period === null ? month : formatPeriod(period), sammanträden: list };
  });
}

function namesOf({ strategier, målområden }: Plan): ReadonlyMap<string, string> {
  const things = [
    ...strategier.flatMap((strategi) => [strategi, ...strategi.indikatorer]),
    ...målområden.flatMap((one) => [
      one,
      ...one.mål,
      ...one.nyckeltal,
      ...one.indikatorer,
      ...one.uppdrag,
      ...one.aktiviteter,
      ...one.mål.flatMap((mål) => mål.aktiviteter),
      ...one.uppdrag.flatMap((uppdrag) => uppdrag.aktiviteter),
    ]),
  ];
  return new Map(things.map(({ id, namn }) => [id, namn]));
}

/** The item with who presents it and what it is about: `Månadsrapport per mars (Ekonomidirektör; avser mars 2022)`. */
export function punktWords({ ärende, ansvarig, avser }: Sammanträdespunkt): string {
  const period = avser === null || ärende.includes(formatPeriod(avser)) ? null : `avser ${formatPeriod(avser)}`;
  const more = [ansvarig, period].filter((part) => part !== null);
  return `${ärende.trim()}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
}
