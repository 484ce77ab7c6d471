import { readKvantitet } from '../malvarde/read-kvantitet.ts';
import type { Kvantitet } from '../model/malvarde.ts';
import type { Bedömningsregler, Nyckeltal } from '../model/plan.ts';
import type { Regler } from './assess-bound.ts';

/** The rules of one nyckeltal: its own before the plan's. */
export function reglerOf(nyckeltal: Nyckeltal, plan: Bedömningsregler): Regler {
  const own = nyckeltal.gulFrån === null ? null : readKvantitet(nyckeltal.gulFrån, '%');
  const start = nyckeltal.startvärde === null ? null : readKvantitet(nyckeltal.startvärde.text, nyckeltal.måttenhet);
  return {
    gulFrån: own?.slag === 'läst' ? own.kvantitet.värde : plan.gulFrån,
    metod: nyckeltal.metod ?? plan.metod,
    tolerans: toleranceOf(nyckeltal.tolerans ?? plan.tolerans, nyckeltal.måttenhet),
    avrundning: plan.avrundning,
    skala: plan.skala,
    egenSkala: plan.egenSkala,
    startvärde: start?.slag === 'läst' ? start.kvantitet.värde : null,
  };
}

function toleranceOf(text: string | null, måttenhet: string | null): Kvantitet | null {
  const read = text === null ? null : readKvantitet(text, måttenhet);
  return read?.slag === 'läst' ? read.kvantitet : null;
}

/** The direction that a bare number gets from the plan. */
export function directionOf({ riktning }: Nyckeltal): '>=' | '<=' | null {
  return riktning === null ? null : riktning === 'öka' ? '>=' : '<=';
}
