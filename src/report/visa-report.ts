import type { EvaluatedIndikator, EvaluatedPlan, EvaluatedUppdrag } from '../evaluate/evaluated-plan.ts';
import type { Målområde, Nyckeltal, Uppdrag } from '../model/plan.ts';
import type { Utfall } from '../model/utfall.ts';

/** All that a plan says of one nyckeltal. */
export interface VisaNyckeltal {
  readonly slag: 'nyckeltal';
  readonly nyckeltal: Nyckeltal;
  readonly målområde: Målområde;
  /** One for each organ. */
  readonly rader: readonly EvaluatedIndikator[];
  /** Every row of its outcomes, oldest first. */
  readonly utfall: readonly Utfall[];
  readonly evaluated: EvaluatedPlan;
}

/** All that a plan says of one uppdrag. */
export interface VisaUppdrag {
  readonly slag: 'uppdrag';
  readonly uppdrag: Uppdrag;
  readonly målområde: Målområde;
  readonly rader: readonly EvaluatedUppdrag[];
  readonly evaluated: EvaluatedPlan;
}

export type VisaReport = VisaNyckeltal | VisaUppdrag;

/** What a plan says of the thing with an id; null where it has none. */
export function buildVisaReport(id: string, evaluated: EvaluatedPlan): VisaReport | null {
  for (const { målområde, rader, indikatorer, uppdrag } of evaluated.målområden) {
    const nyckeltal = [...målområde.nyckeltal, ...målområde.indikatorer].find((one) => one.id === id);
    if (nyckeltal !== undefined) {
      return {
        slag: 'nyckeltal',
        nyckeltal,
        målområde,
        rader: [...rader, ...indikatorer].filter((rad) => rad.nyckeltal === nyckeltal),
        utfall: evaluated.plan.utfall
          .filter((one) => one.nyckeltal === id)
          .sort((a, b) => (a.period.slut < b.period.slut ? -1 : a.period.slut > b.period.slut ? 1 : 0)),
        evaluated,
      };
    }
    const found = målområde.uppdrag.find((one) => one.id === id);
    if (found !== undefined) {
      return {
        slag: 'uppdrag',
        uppdrag: found,
        målområde,
        rader: uppdrag.filter((one) => one.uppdrag === found),
        evaluated,
      };
    }
  }
  return null;
}

/** Ids and names by which something can be asked for. */
export function visaNames({ plan }: EvaluatedPlan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const målområde of plan.målområden) {
    for (const one of [...målområde.nyckeltal, ...målområde.indikatorer, ...målområde.uppdrag]) {
      const name = one.namn.toLowerCase();
      if (!names.has(name)) {
        names.set(name, one.id);
      }
    }
  }
  for (const målområde of plan.målområden) {
    for (const one of [...målområde.nyckeltal, ...målområde.indikatorer, ...målområde.uppdrag]) {
      names.set(one.id, one.id);
    }
  }
  return names;
}
