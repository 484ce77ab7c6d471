import { unitOf } from '../load/utfall-value.ts';
import { readKvantitet, withUnit } from '../malvarde/read-kvantitet.ts';
import { signOf } from '../model/decimal.ts';
import type { Krav, Kvantitet } from '../model/malvarde.ts';
import { readingsOf, statedOf } from '../model/organ-malvarde.ts';
import type { Bedömningsregler, Nyckeltal } from '../model/plan.ts';
import { type Regler, toleranceIn } from './assess-bound.ts';

/** The rules of nyckeltal that state none of their own: the same for all of them. */
const plainOf = new WeakMap<Bedömningsregler, Regler>();

/** The rules of one nyckeltal: its own before the plan's. */
export function reglerOf(nyckeltal: Nyckeltal, plan: Bedömningsregler): Regler {
  const { gulFrån, metod, tolerans, startvärde } = nyckeltal;
  if ((gulFrån ?? metod ?? tolerans ?? startvärde ?? plan.tolerans) !== null) {
    return ownReglerOf(nyckeltal, plan);
  }
  const plain = plainOf.get(plan) ?? ownReglerOf(nyckeltal, plan);
  plainOf.set(plan, plain);
  return plain;
}

function ownReglerOf(nyckeltal: Nyckeltal, plan: Bedömningsregler): Regler {
  const own = nyckeltal.gulFrån === null ? null : readKvantitet(nyckeltal.gulFrån, '%');
  return {
    gulFrån: own?.slag === 'läst' ? own.kvantitet.värde : plan.gulFrån,
    metod: nyckeltal.metod ?? plan.metod,
    // A method of its own goes before the plan's tolerance.
    tolerans: statedTolerance(nyckeltal.tolerans ?? (nyckeltal.metod === null ? plan.tolerans : null), nyckeltal),
    avrundning: plan.avrundning,
    skala: plan.skala,
    egenSkala: plan.egenSkala,
    utanProcent: plan.utanProcent,
    startvärde: statedValue(nyckeltal.startvärde?.text ?? null, nyckeltal),
  };
}

/** A value that the plan states of a nyckeltal; without unit it has the nyckeltal's. */
function statedValue(text: string | null, nyckeltal: Nyckeltal): Kvantitet | null {
  const read = text === null ? null : readKvantitet(text, nyckeltal.måttenhet);
  return read?.slag === 'läst' ? withUnit(read.kvantitet, unitOf(nyckeltal)) : null;
}

/** A miss is never less than nothing. A bare number has the unit of what is compared: of the change where that is it. */
function statedTolerance(text: string | null, nyckeltal: Nyckeltal): Kvantitet | null {
  const read = text === null ? null : readKvantitet(text, nyckeltal.måttenhet);
  if (read?.slag !== 'läst' || signOf(read.kvantitet.värde) < 0) {
    return null;
  }
  const own = withUnit(read.kvantitet, unitOf(nyckeltal));
  const fits = changesOf(nyckeltal).every(({ kvantitet }) => toleranceIn(own, kvantitet.måttenhet) !== null);
  return fits ? own : read.kvantitet;
}

/** The changes that a nyckeltal is held against, those of its etappmål included. */
export function changesOf(nyckeltal: Nyckeltal): readonly Extract<Krav, { slag: 'förändring' }>[] {
  return statedOf(nyckeltal)
    .flatMap(readingsOf)
    .flatMap(({ krav }) => (krav.slag === 'förändring' ? [krav] : []));
}

/** The direction that a bare number gets from the plan. */
export function directionOf({ riktning }: Nyckeltal): '>=' | '<=' | null {
  return riktning === null ? null : riktning === 'öka' ? '>=' : '<=';
}
