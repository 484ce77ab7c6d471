import { HUNDRED } from '../model/decimal.ts';
import type { Krav, Kvantitet, Målvärde } from '../model/malvarde.ts';
import { yearOf } from '../model/period.ts';
import type { OrganMålvärde } from '../model/plan.ts';
import { metNivå } from '../model/skala.ts';
import type { Utfall } from '../model/utfall.ts';
import { assessActivity, assessDeadline } from './assess-activity.ts';
import { fromBound, testBound } from './assess-bound.ts';
import { type AssessContext, impossible, without, withoutUtfall } from './assess-context.ts';
import { assessComparison, assessTrend, changeSince } from './assess-relative.ts';
import { findComparison } from './comparison-value.ts';
import type { Assessment } from './evaluated-plan.ts';
import { inUnitOf, paceWords, targetIn, testPaced, unitsDiffer } from './pace.ts';
import { directionOf } from './regler.ts';

/** Assesses one outcome against what it is compared with (design: Bedömning). */
export function assess(stated: OrganMålvärde | null, utfall: Utfall | null, context: AssessContext): Assessment {
  if (stated === null) {
    return without('målvärde_saknas', { slag: 'målvärde saknas' });
  }
  const { målvärde } = stated;
  if (målvärde === null) {
    return without('kan_inte_beräknas', { slag: 'oläst målvärde' });
  }
  const { krav } = målvärde;
  if (krav.slag === 'ej_satt') {
    return without('målvärde_saknas', { slag: 'ej satt', frist: målvärde.frist });
  }
  if (krav.slag === 'bedöms') {
    return without('kan_inte_beräknas', { slag: 'bedöms' });
  }
  if (krav.slag === 'senast' || isDeadline(målvärde)) {
    return assessDeadline(målvärde, utfall, context);
  }
  if (utfall === null || utfall.värde.slag === 'bortfall') {
    return withoutUtfall(utfall, context);
  }
  if (krav.slag === 'aktivitet') {
    return assessActivity(krav, utfall, context);
  }
  if (utfall.värde.slag !== 'tal') {
    return impossible(`utfallet ”${utfall.text}” är inget tal`);
  }
  return assessNumber(krav, utfall.värde.kvantitet, context);
}

/** An activity with a deadline is a deadline: when it was done decides. */
function isDeadline({ krav, frist }: Målvärde): boolean {
  return krav.slag === 'senast' || (krav.slag === 'aktivitet' && krav.antal === null && frist !== null);
}

function assessNumber(
  krav: Exclude<Krav, { slag: 'ej_satt' | 'bedöms' | 'senast' | 'aktivitet' }>,
  utfall: Kvantitet,
  context: AssessContext,
): Assessment {
  switch (krav.slag) {
    case 'gräns':
      return assessGräns(krav, utfall, context);
    case 'mellan':
      return assessRange(krav, utfall, context);
    case 'förändring':
      return assessChange(krav, utfall, context);
    case 'jämförelse':
    case 'trend': {
      if (krav.slag === 'jämförelse' && krav.bästa !== null) {
        return impossible('ordningen bland andra finns inte i utfallsfilerna');
      }
      const found = findComparison(krav.mot, context);
      if (found.slag !== 'funnet') {
        return noComparison(found);
      }
      return krav.slag === 'trend'
        ? assessTrend(krav.riktning, utfall, found.värde, context)
        : assessComparison(krav.riktning, utfall, found.värde, context);
    }
  }
}

function assessGräns(krav: Extract<Krav, { slag: 'gräns' }>, utfall: Kvantitet, context: AssessContext): Assessment {
  const operator = krav.operator ?? directionOf(context.nyckeltal);
  if (operator === null) {
    return without('kan_inte_beräknas', { slag: 'riktning saknas' });
  }
  const target = targetIn(krav.kvantitet, context);
  const value = inUnitOf(utfall, target);
  if (value === null) {
    return impossible(unitsDiffer(utfall, target));
  }
  const result = testPaced(value, operator, target, context);
  if ('skäl' in result) {
    return impossible(result.skäl);
  }
  return fromBound(result, { slag: 'gräns', prövning: result.prövning, takt: paceWords(target, context) });
}

/** A range is measured to its nearest bound. */
function assessRange(krav: Extract<Krav, { slag: 'mellan' }>, utfall: Kvantitet, context: AssessContext): Assessment {
  const från = targetIn(krav.från, context);
  const till = targetIn(krav.till, context);
  const value = inUnitOf(utfall, till);
  if (value === null) {
    return impossible(unitsDiffer(utfall, till));
  }
  const low = testPaced(value, '>=', från, context);
  const high = testPaced(value, '<=', till, context);
  if ('skäl' in low || 'skäl' in high) {
    return impossible('skäl' in low ? low.skäl : 'skäl' in high ? high.skäl : '');
  }
  const pace = paceWords(till, context);
  const grund = {
    slag: 'mellan' as const,
    från: low.prövning.mål,
    till: high.prövning.mål,
    utfall: value,
    takt: pace === null ? null : { andel: pace.andel, från, till },
  };
  const missed = !low.prövning.uppnått ? low : !high.prövning.uppnått ? high : null;
  return missed === null
    ? {
        status: 'uppfyllt',
        nivå: metNivå(context.regler.skala),
        procent: context.regler.utanProcent ? null : HUNDRED,
        grund: { ...grund, prövning: null },
      }
    : fromBound(missed, { ...grund, prövning: missed.prövning });
}

/** A change from a base year: the outcome is the change, or the level from which the change is computed. */
function assessChange(
  krav: Extract<Krav, { slag: 'förändring' }>,
  utfall: Kvantitet,
  context: AssessContext,
): Assessment {
  const { nyckeltal } = context;
  const operator = krav.jämförare ?? directionOf(nyckeltal);
  if (operator === null) {
    return without('kan_inte_beräknas', { slag: 'riktning saknas' });
  }
  if (nyckeltal.utfallÄr === null) {
    return impossible('planen säger inte om utfallet är förändringen eller nivån (utfall_är)');
  }
  if (nyckeltal.utfallÄr === 'förändring') {
    const value = inUnitOf(utfall, krav.kvantitet);
    const result =
      value === null
        ? { skäl: unitsDiffer(utfall, krav.kvantitet) }
        : testBound(value, operator, krav.kvantitet, context.regler);
    return 'skäl' in result
      ? impossible(result.skäl)
      : fromBound(result, { slag: 'förändring', prövning: result.prövning, bas: null });
  }
  const mot =
    krav.mot ??
    (nyckeltal.startvärde?.period ? ({ slag: 'år', år: yearOf(nyckeltal.startvärde.period) } as const) : null);
  const found = mot === null ? ({ slag: 'saknas', namn: 'basåret' } as const) : findComparison(mot, context);
  if (found.slag !== 'funnet') {
    return noComparison(found);
  }
  const change = changeSince(utfall, found.värde.kvantitet, krav.kvantitet.måttenhet);
  if (typeof change === 'string') {
    return impossible(change);
  }
  const result = testBound(change, operator, krav.kvantitet, context.regler);
  return 'skäl' in result
    ? impossible(result.skäl)
    : fromBound(result, { slag: 'förändring', prövning: result.prövning, bas: found.värde });
}

function noComparison(found: Exclude<ReturnType<typeof findComparison>, { slag: 'funnet' }>): Assessment {
  return without(
    'kan_inte_beräknas',
    found.slag === 'saknas'
      ? { slag: 'jämförelsevärde saknas', namn: found.namn }
      : { slag: 'jämförelsevärden olika', värden: found.värden },
  );
}
