import { convert } from '../malvarde/units.ts';
import { compare, type Decimal, decimal, HUNDRED, percentOf, signOf, ZERO } from '../model/decimal.ts';
import type { Jämförare, Kvantitet } from '../model/malvarde.ts';
import type { Metod } from '../model/plan.ts';
import { metNivå, nivåOfKlass, nivåOfPercent } from '../model/skala.ts';
import type { Nivå } from '../model/status.ts';
import type { Assessment, Gränsprövning } from './evaluated-plan.ts';

/** How a nyckeltal is assessed, its own settings before the plan's. */
export interface Regler {
  readonly gulFrån: Decimal;
  readonly metod: Metod;
  readonly tolerans: Kvantitet | null;
  /** Decimals to which måluppfyllelse is rounded before it is compared; null: not at all. */
  readonly avrundning: number | null;
  readonly skala: readonly Nivå[];
  readonly egenSkala: boolean;
  /** Whether the scale has no percentages: a target is then reached or it is not. */
  readonly utanProcent: boolean;
  /** Where the way to the target began, for `metod: startvärde`. */
  readonly startvärde: Kvantitet | null;
}

export interface BoundResult {
  readonly prövning: Gränsprövning;
  readonly nivå: Nivå | null;
}

/**
 * Holds a value against a limit (design: Bedömning, rules 1 and 2). Both are in the same unit.
 *
 * @returns a reason, as the end of "kan inte beräknas: …", where the method cannot be used on these figures
 */
export function testBound(
  utfall: Kvantitet,
  jämförare: Jämförare,
  mål: Kvantitet,
  regler: Regler,
): BoundResult | { readonly skäl: string } {
  const u = utfall.värde;
  const m = mål.värde;
  const { gulFrån, metod, skala, utanProcent } = regler;
  const width = toleranceIn(regler.tolerans, mål.måttenhet ?? utfall.måttenhet);
  const tolerans = width === null ? null : regler.tolerans;
  const order = compare(u, m);
  const uppnått = meets(order, jämförare);
  const tangerat = !uppnått && order === 0;
  const found = (regel: Gränsprövning['regel'], procent: Decimal | null, nivå: Nivå | null): BoundResult => ({
    prövning: { jämförare, utfall, mål, gulFrån, tolerans, uppnått, tangerat, procent, regel },
    nivå,
  });
  if (uppnått) {
    return found(utanProcent ? 'skala utan procent' : metod, utanProcent ? null : HUNDRED, metNivå(skala));
  }
  if (width !== null) {
    const close = compare(u.minus(m).abs(), width) <= 0;
    return found('tolerans', null, nivåOfKlass(skala, close ? 'delvis' : 'ej_uppfyllt'));
  }
  if (utanProcent || (signOf(m) === 0 && metod !== 'startvärde')) {
    // A target of zero is met or not met; there is nothing between.
    const nivå = nivåOfKlass(skala, tangerat && signOf(m) !== 0 ? 'delvis' : 'ej_uppfyllt');
    return found(utanProcent ? 'skala utan procent' : 'utan procent', null, nivå);
  }
  const procent = degreeOf(u, jämförare, mål, regler);
  return typeof procent === 'string' ? { skäl: procent } : found(metod, procent, missedNivå(procent, regler));
}

/**
 * How wide a tolerance is in the unit of what is compared; null where it is of something else, and so says nothing of a
 * miss. A percentage is missed by percentage points.
 */
export function toleranceIn(tolerans: Kvantitet | null, måttenhet: string | null): Decimal | null {
  return tolerans === null
    ? null
    : convert({ ...tolerans, måttenhet: percentFor(tolerans.måttenhet) }, percentFor(måttenhet));
}

function percentFor(måttenhet: string | null): string | null {
  return måttenhet === 'procentenheter' ? '%' : måttenhet;
}

export function holds(value: Decimal, jämförare: Jämförare, limit: Decimal): boolean {
  return meets(compare(value, limit), jämförare);
}

/** @param order of the value to the limit: -1 below, 0 equal, 1 above */
function meets(order: -1 | 0 | 1, jämförare: Jämförare): boolean {
  switch (jämförare) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
  }
}

/** Måluppfyllelse of a missed limit in percent, 0 to 100; a text where the method cannot be used. */
function degreeOf(u: Decimal, jämförare: Jämförare, mål: Kvantitet, regler: Regler): Decimal | string {
  const m = mål.värde;
  switch (regler.metod) {
    case 'avvikelse':
      return capped(percentOf(reachedOf(u, m), m));
    case 'kvot':
      if (signOf(u) <= 0 || signOf(m) <= 0) {
        return 'metoden kvot kräver att utfall och målvärde är större än noll';
      }
      return capped(jämförare.startsWith('<') ? percentOf(m, u) : percentOf(u, m));
    case 'startvärde': {
      if (regler.startvärde === null) {
        return 'metoden startvärde kräver ett startvärde';
      }
      const start = convert(regler.startvärde, mål.måttenhet);
      if (start === null) {
        return `startvärdet är i ${regler.startvärde.måttenhet ?? ''} och målvärdet i ${mål.måttenhet ?? ''}`;
      }
      if (start.eq(m)) {
        return 'startvärdet är detsamma som målvärdet';
      }
      // There is no way to go from where the target was reached already.
      return holds(start, jämförare, m)
        ? 'målvärdet var nått redan vid startvärdet'
        : capped(percentOf(u.minus(start), m.minus(start)));
    }
  }
}

/**
 * What is left of a target when the deviation of a value from it is taken away, with the target's own sign: below a
 * target of 50, a value of 45 is 45 of it; above it, 55 is 45 of it too.
 */
function reachedOf(u: Decimal, m: Decimal): Decimal {
  return compare(u, m) === signOf(m) ? m.plus(m).minus(u) : u;
}

function capped(percent: Decimal): Decimal {
  return signOf(percent) < 0 ? ZERO : compare(percent, HUNDRED) > 0 ? HUNDRED : percent;
}

/** The level of a missed target. A missed target is never on a level that begins at 100 %. */
function missedNivå(procent: Decimal, { skala, egenSkala, gulFrån, avrundning }: Regler): Nivå | null {
  const compared = avrundning === null ? procent : procent.round(avrundning);
  if (!egenSkala) {
    return nivåOfKlass(skala, compare(compared, gulFrån) >= 0 ? 'delvis' : 'ej_uppfyllt');
  }
  return nivåOfPercent(
    skala.filter(({ från }) => från === null || decimal(från).lt(HUNDRED)),
    compared,
  );
}

/** An assessment of a row from a tested limit. */
export function fromBound({ prövning, nivå }: BoundResult, grund: Assessment['grund']): Assessment {
  return { status: nivå?.klass ?? 'kan_inte_beräknas', nivå, procent: prövning.procent, grund };
}
