import { convert } from '../malvarde/units.ts';
import { type Decimal, percentOf, ZERO } from '../model/decimal.ts';
import type { Jämförare, Kvantitet } from '../model/malvarde.ts';
import { nivåOfKlass } from '../model/skala.ts';
import type { Klass } from '../model/status.ts';
import { holds, toleranceIn } from './assess-bound.ts';
import type { AssessContext } from './assess-context.ts';
import type { Assessment, Jämförelsevärde } from './evaluated-plan.ts';

/** Against a year or others: met or not met, without percentage; `tolerans` makes a near miss partly met. */
export function assessComparison(
  riktning: Jämförare | '=' | 'bättre',
  utfall: Kvantitet,
  mot: Jämförelsevärde,
  context: AssessContext,
): Assessment {
  if (riktning === 'bättre') {
    const own = context.nyckeltal.riktning;
    return own === null
      ? { status: 'kan_inte_beräknas', nivå: null, procent: null, grund: { slag: 'riktning saknas' } }
      : assessComparison(own === 'öka' ? '>' : '<', utfall, mot, context);
  }
  const other = convert(mot.kvantitet, utfall.måttenhet);
  if (other === null) {
    return unitsDiffer(utfall, mot);
  }
  return judge(riktning, utfall, other, mot, context);
}

export function assessTrend(
  riktning: 'öka' | 'minska' | 'oförändrat',
  utfall: Kvantitet,
  mot: Jämförelsevärde,
  context: AssessContext,
): Assessment {
  return assessComparison(riktning === 'öka' ? '>' : riktning === 'minska' ? '<' : '=', utfall, mot, context);
}

function judge(
  relation: Jämförare | '=',
  utfall: Kvantitet,
  other: Decimal,
  mot: Jämförelsevärde,
  { regler }: AssessContext,
): Assessment {
  const width = toleranceIn(regler.tolerans, utfall.måttenhet);
  const tolerans = width === null ? null : regler.tolerans;
  const miss = utfall.värde.minus(other).abs();
  let klass: Klass;
  if (relation === '=') {
    // "Unchanged" is as wide as the tolerance; without one, equal at the printed precision.
    const equal = width === null ? equalAsPrinted(utfall, { ...mot.kvantitet, värde: other }) : miss.lte(width);
    klass = equal ? 'uppfyllt' : 'ej_uppfyllt';
  } else if (holds(utfall.värde, relation, other)) {
    klass = 'uppfyllt';
  } else {
    klass = width !== null && miss.lte(width) ? 'delvis' : 'ej_uppfyllt';
  }
  const nivå = nivåOfKlass(regler.skala, klass);
  return {
    status: nivå?.klass ?? klass,
    nivå,
    procent: null,
    grund: { slag: 'jämförelse', relation, utfall, mot, klass, tolerans },
  };
}

function equalAsPrinted(a: Kvantitet, b: Kvantitet): boolean {
  const decimals = Math.min(decimalsOf(a), decimalsOf(b));
  return a.värde.round(decimals).eq(b.värde.round(decimals));
}

function decimalsOf({ siffror }: Kvantitet): number {
  return siffror.split('.')[1]?.length ?? 0;
}

/**
 * How much a level has changed since a base: in percent of the base where the target is in percent, else as the
 * difference in the target's unit. A text where that cannot be told.
 */
export function changeSince(nivå: Kvantitet, bas: Kvantitet, målenhet: string | null): Kvantitet | string {
  const base = convert(bas, nivå.måttenhet);
  if (base === null) {
    return `utfallet är i ${nivå.måttenhet ?? 'okänd måttenhet'} och basvärdet i ${bas.måttenhet ?? 'okänd måttenhet'}`;
  }
  const difference = nivå.värde.minus(base);
  if (målenhet !== '%') {
    const change = { värde: difference, siffror: difference.toFixed(), måttenhet: nivå.måttenhet };
    // Percentage points are the difference between two percentages.
    const värde = målenhet === 'procentenheter' ? difference : convert(change, målenhet);
    return värde === null
      ? `förändringen är i ${nivå.måttenhet ?? 'okänd måttenhet'} och målvärdet i ${målenhet ?? 'okänd måttenhet'}`
      : { värde, siffror: värde.toFixed(), måttenhet: målenhet ?? nivå.måttenhet };
  }
  if (base.eq(ZERO)) {
    return 'basvärdet är noll, så förändringen har ingen procent';
  }
  const värde = percentOf(difference, base.abs());
  return { värde, siffror: värde.round(1).toFixed(1), måttenhet: '%' };
}

function unitsDiffer(utfall: Kvantitet, mot: Jämförelsevärde): Assessment {
  return {
    status: 'kan_inte_beräknas',
    nivå: null,
    procent: null,
    grund: {
      slag: 'går inte att beräkna',
      skäl: `utfallet är i ${utfall.måttenhet ?? 'okänd måttenhet'} och jämförelsevärdet i ${mot.kvantitet.måttenhet ?? 'okänd måttenhet'}`,
    },
  };
}
