import type { EvaluatedIndikator, EvaluatedPlan, EvaluatedUppdrag } from '../evaluate/evaluated-plan.ts';
import { everyNyckeltal, type Målområde, type Nyckeltal, type Uppdrag } from '../model/plan.ts';
import type { Utfall } from '../model/utfall.ts';

/** All that a plan says of one nyckeltal. */
export interface VisaNyckeltal {
  readonly slag: 'nyckeltal';
  readonly nyckeltal: Nyckeltal;
  /** Null for an indikator of a strategi. */
  readonly målområde: Målområde | null;
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
      return visaNyckeltal(nyckeltal, målområde, [...rader, ...indikatorer], evaluated);
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
  const indikatorer = evaluated.strategier.flatMap((one) => one.indikatorer);
  const indikator = indikatorer.find((one) => one.nyckeltal.id === id);
  return indikator === undefined ? null : visaNyckeltal(indikator.nyckeltal, null, indikatorer, evaluated);
}

function visaNyckeltal(
  nyckeltal: Nyckeltal,
  målområde: Målområde | null,
  rader: readonly EvaluatedIndikator[],
  evaluated: EvaluatedPlan,
): VisaNyckeltal {
  return {
    slag: 'nyckeltal',
    nyckeltal,
    målområde,
    rader: rader.filter((rad) => rad.nyckeltal === nyckeltal),
    utfall: evaluated.plan.utfall
      .filter((one) => one.nyckeltal === nyckeltal.id)
      .sort((a, b) => (a.period.slut < b.period.slut ? -1 : a.period.slut > b.period.slut ? 1 : 0)),
    evaluated,
  };
}

/** Ids and names by which something can be asked for. */
export function visaNames({ plan }: EvaluatedPlan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const things = [...everyNyckeltal(plan), ...plan.målområden.flatMap((målområde) => målområde.uppdrag)];
  for (const one of things) {
    const name = one.namn.toLowerCase();
    if (!names.has(name)) {
      names.set(name, one.id);
    }
  }
  for (const one of things) {
    names.set(one.id, one.id);
  }
  return names;
}
