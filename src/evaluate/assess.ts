import { readKvantitet } from '../malvarde/read-kvantitet.ts';
import { convert } from '../malvarde/units.ts';
import { decimal } from '../model/decimal.ts';
import type { Krav, Kvantitet, Målvärde } from '../model/malvarde.ts';
import { type Period, yearOf } from '../model/period.ts';
import type { Bedömningsregler, Läge, Nyckeltal, OrganMålvärde } from '../model/plan.ts';
import { nivåOfKlass } from '../model/skala.ts';
import type { Klass, Nivå } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import { fromBound, type Regler, testBound } from './assess-bound.ts';
import { assessComparison, assessTrend, changeSince } from './assess-relative.ts';
import { type ComparisonPlan, findComparison } from './comparison-value.ts';
import type { Assessment, Grund } from './evaluated-plan.ts';
import { lastKnown, type UtfallIndex } from './utfall-index.ts';

/** All that the assessment of one row looks at. */
export interface AssessContext {
  readonly nyckeltal: Nyckeltal;
  readonly organ: string;
  readonly period: Period;
  readonly index: UtfallIndex;
  readonly others: readonly ComparisonPlan[];
  readonly regler: Regler;
}

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
  if (krav.slag === 'senast') {
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
      const found = findComparison(
        krav.mot,
        context.nyckeltal,
        context.organ,
        context.period,
        context.index,
        context.others,
      );
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
  const pace = paceOf(krav.kvantitet, context);
  const target = pace?.kvantitet ?? krav.kvantitet;
  const value = inUnitOf(utfall, target);
  if (value === null) {
    return impossible(unitsDiffer(utfall, target));
  }
  const result = testBound(value, operator, target, context.regler);
  if ('skäl' in result) {
    return impossible(result.skäl);
  }
  return fromBound(result, {
    slag: 'gräns',
    prövning: result.prövning,
    takt: pace === null ? null : { andel: pace.andel, helår: krav.kvantitet },
  });
}

/** A range is measured to its nearest bound. */
function assessRange(krav: Extract<Krav, { slag: 'mellan' }>, utfall: Kvantitet, context: AssessContext): Assessment {
  const value = inUnitOf(utfall, krav.till);
  if (value === null) {
    return impossible(unitsDiffer(utfall, krav.till));
  }
  const below = value.värde.lt(krav.från.värde);
  const above = value.värde.gt(krav.till.värde);
  const grund = { slag: 'mellan' as const, från: krav.från, till: krav.till, utfall: value };
  if (!below && !above) {
    return {
      status: 'uppfyllt',
      nivå: context.regler.skala[0] ?? null,
      procent: decimal('100'),
      grund: { ...grund, prövning: null },
    };
  }
  const result = testBound(value, below ? '>=' : '<=', below ? krav.från : krav.till, context.regler);
  return 'skäl' in result ? impossible(result.skäl) : fromBound(result, { ...grund, prövning: result.prövning });
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
  const found =
    mot === null
      ? ({ slag: 'saknas', namn: 'basåret' } as const)
      : findComparison(mot, nyckeltal, context.organ, context.period, context.index, context.others);
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

/** Activities: a läge, or how many have been done. */
function assessActivity(
  krav: Extract<Krav, { slag: 'aktivitet' }>,
  utfall: Utfall,
  context: AssessContext,
): Assessment {
  const { värde } = utfall;
  if (värde.slag === 'läge') {
    return assessLäge(värde.läge, context);
  }
  if (värde.slag === 'datum') {
    return assessLäge('genomförd', context);
  }
  if (värde.slag !== 'tal') {
    return withoutUtfall(utfall, context);
  }
  if (krav.antal === null) {
    return impossible(
      `utfallet ”${utfall.text}” ska vara ett läge: genomförd, pågår, försenad, avbruten eller ej påbörjad`,
    );
  }
  const target: Kvantitet = { värde: krav.antal.värde, siffror: krav.antal.siffror, måttenhet: null };
  const result = testBound(
    { ...värde.kvantitet, måttenhet: null },
    krav.antal.jämförare ?? '>=',
    target,
    context.regler,
  );
  return 'skäl' in result
    ? impossible(result.skäl)
    : fromBound(result, { slag: 'gräns', prövning: result.prövning, takt: null });
}

function assessLäge(läge: Läge, context: AssessContext): Assessment {
  const årsslut = context.period.slut.endsWith('12-31');
  const grund: Grund = { slag: 'läge', läge, årsslut };
  if (läge === 'ej påbörjad' && !årsslut) {
    return without('ej_påbörjad', grund);
  }
  return withKlass(LÄGE_KLASS[läge], grund, context.regler.skala);
}

const LÄGE_KLASS: Readonly<Record<Läge, Klass>> = {
  genomförd: 'uppfyllt',
  pågår: 'delvis',
  pausad: 'delvis',
  försenad: 'ej_uppfyllt',
  avbruten: 'ej_uppfyllt',
  'ej påbörjad': 'ej_uppfyllt',
};

/** A deadline: the outcome is the day of completion; what is open is under way until its day, and missed after it. */
function assessDeadline({ frist }: Målvärde, utfall: Utfall | null, context: AssessContext): Assessment {
  const last = frist === null ? '' : frist.length === 4 ? `${frist}-12-31` : frist;
  const grund = (datum: string | null, klass: Klass): Grund => ({ slag: 'frist', frist: frist ?? '', datum, klass });
  const värde = utfall?.värde;
  if (värde?.slag === 'datum') {
    const klass = värde.datum <= last ? 'uppfyllt' : 'ej_uppfyllt';
    return withKlass(klass, grund(värde.datum, klass), context.regler.skala);
  }
  const passed = context.period.slut > last;
  if (värde?.slag === 'läge' && värde.läge === 'genomförd') {
    return passed
      ? impossible('det står inte vilken dag det blev klart')
      : withKlass('uppfyllt', grund(null, 'uppfyllt'), context.regler.skala);
  }
  if (passed) {
    return withKlass('ej_uppfyllt', grund(null, 'ej_uppfyllt'), context.regler.skala);
  }
  if (värde?.slag === 'läge') {
    return assessLäge(värde.läge, context);
  }
  return withoutUtfall(utfall, context);
}

function withKlass(klass: Klass, grund: Grund, skala: readonly Nivå[]): Assessment {
  const nivå = nivåOfKlass(skala, klass);
  return { status: klass, nivå, procent: null, grund };
}

/** The state of a row that has no value, with its reason. */
function withoutUtfall(utfall: Utfall | null, { nyckeltal, organ, period, index }: AssessContext): Assessment {
  const skäl = utfall?.värde.slag === 'bortfall' ? utfall.värde.skäl : null;
  if (skäl === 'sekretess') {
    return without('sekretess', { slag: 'sekretess' });
  }
  const wholeYear = period.slut.endsWith('12-31');
  if (!wholeYear && (skäl === 'mäts på helår' || nyckeltal.mäts === 'år')) {
    return without('mäts_senare', { slag: 'mäts senare' });
  }
  return without('utfall_saknas', { slag: 'utfall saknas', senastKända: lastKnown(index, nyckeltal, organ, period) });
}

function noComparison(found: Exclude<ReturnType<typeof findComparison>, { slag: 'funnet' }>): Assessment {
  return found.slag === 'saknas'
    ? without('kan_inte_beräknas', { slag: 'jämförelsevärde saknas', namn: found.namn })
    : impossible(
        `jämförelsevärdena säger olika: ${found.värden.map(({ kvantitet }) => kvantitet.siffror.replace('.', ',')).join(' och ')}`,
      );
}

export function without(status: Exclude<Assessment['status'], Klass>, grund: Grund): Assessment {
  return { status, nivå: null, procent: null, grund };
}

export function impossible(skäl: string): Assessment {
  return without('kan_inte_beräknas', { slag: 'går inte att beräkna', skäl });
}

/** The direction that a bare number gets from the plan. */
export function directionOf({ riktning }: Nyckeltal): '>=' | '<=' | null {
  return riktning === null ? null : riktning === 'öka' ? '>=' : '<=';
}

/** The outcome in the target's unit; a value without unit has the nyckeltal's. */
export function inUnitOf(utfall: Kvantitet, target: Kvantitet): Kvantitet | null {
  const värde = convert(utfall, target.måttenhet);
  if (värde === null) {
    return null;
  }
  const måttenhet = target.måttenhet ?? utfall.måttenhet;
  return värde === utfall.värde ? { ...utfall, måttenhet } : { värde, siffror: värde.round(2).toFixed(), måttenhet };
}

function unitsDiffer(utfall: Kvantitet, target: Kvantitet): string {
  return `utfallet är i ${utfall.måttenhet ?? 'okänd måttenhet'} och målvärdet i ${target.måttenhet ?? 'okänd måttenhet'}`;
}

/** The share of the year's target that a cumulative measure should have reached by now, when it grows evenly. */
function paceOf(
  target: Kvantitet,
  { nyckeltal, period }: AssessContext,
): { readonly kvantitet: Kvantitet; readonly andel: string } | null {
  if (!nyckeltal.ackumulerande || nyckeltal.takt !== 'jämn' || nyckeltal.etappmål.has(period.id)) {
    return null;
  }
  const months = Number(period.slut.slice(5, 7));
  if (months === 12 || period.slag === 'flerår' || period.slag === 'läsår') {
    return null;
  }
  const värde = target.värde.times(decimal(months)).div(decimal(12));
  const exact = värde.round(6);
  return {
    kvantitet: {
      ...target,
      värde,
      siffror: exact
        .toFixed()
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, ''),
    },
    andel: `${months}/12`,
  };
}

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
