import { unitOf } from '../load/utfall-value.ts';
import { withUnit } from '../malvarde/read-kvantitet.ts';
import { convert } from '../malvarde/units.ts';
import { decimal, quotient } from '../model/decimal.ts';
import type { Jämförare, Kvantitet } from '../model/malvarde.ts';
import { type BoundResult, testBound } from './assess-bound.ts';
import type { AssessContext } from './assess-context.ts';

/** A target with its unit: without one it has the nyckeltal's. */
export function targetIn(kvantitet: Kvantitet, { nyckeltal }: AssessContext): Kvantitet {
  return withUnit(kvantitet, unitOf(nyckeltal));
}

/** The outcome in the target's unit; null where the units do not fit. */
export function inUnitOf(utfall: Kvantitet, target: Kvantitet): Kvantitet | null {
  const värde = convert(utfall, target.måttenhet);
  if (värde === null) {
    return null;
  }
  const måttenhet = target.måttenhet ?? utfall.måttenhet;
  if (värde === utfall.värde) {
    return måttenhet === utfall.måttenhet ? utfall : { ...utfall, måttenhet };
  }
  return { värde, siffror: värde.round(2).toFixed(), måttenhet };
}

export function unitsDiffer(utfall: Kvantitet, target: Kvantitet): string {
  return `utfallet är i ${utfall.måttenhet ?? 'okänd måttenhet'} och målvärdet i ${target.måttenhet ?? 'okänd måttenhet'}`;
}

const MONTHS = decimal(12);

/**
 * Holds a value against a target, or against the share of the year's target that a cumulative measure should have
 * reached by now when it grows evenly. The share is never divided out: both sides are multiplied, so that 6 of 20 in
 * four months is exactly 90 %.
 */
export function testPaced(
  utfall: Kvantitet,
  jämförare: Jämförare,
  target: Kvantitet,
  context: AssessContext,
): BoundResult | { readonly skäl: string } {
  const months = monthsOf(context);
  if (months === null) {
    return testBound(utfall, jämförare, target, context.regler);
  }
  const { tolerans, startvärde } = context.regler;
  const times = (kvantitet: Kvantitet, factor = MONTHS) => ({ ...kvantitet, värde: kvantitet.värde.times(factor) });
  const regler = {
    ...context.regler,
    tolerans: tolerans === null ? null : times(tolerans),
    startvärde: startvärde === null ? null : times(startvärde),
  };
  const result = testBound(times(utfall), jämförare, times(target, decimal(months)), regler);
  if ('skäl' in result) {
    return result;
  }
  const { prövning } = result;
  const shown = { utfall, mål: shareOf(target, months), tolerans: prövning.tolerans === null ? null : tolerans };
  return { ...result, prövning: { ...prövning, ...shown } };
}

/** `4/12` and the whole year's target, for the explanation. */
export function paceWords(
  target: Kvantitet,
  context: AssessContext,
): { readonly andel: string; readonly helår: Kvantitet } | null {
  const months = monthsOf(context);
  return months === null ? null : { andel: `${months}/12`, helår: target };
}

/** Months of the year that have passed, where the target is to be reached evenly over it. */
function monthsOf({ nyckeltal, period }: AssessContext): number | null {
  if (!nyckeltal.ackumulerande || nyckeltal.takt !== 'jämn' || nyckeltal.etappmål.has(period.id)) {
    return null;
  }
  const months = Number(period.slut.slice(5, 7));
  return months === 12 || period.slag === 'flerår' || period.slag === 'läsår' ? null : months;
}

/** The share for showing, with at most two decimals. */
function shareOf(target: Kvantitet, months: number): Kvantitet {
  const värde = quotient(target.värde.times(decimal(months)), MONTHS);
  return { ...target, värde, siffror: värde.round(2).toFixed() };
}
