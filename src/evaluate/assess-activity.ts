import type { Krav, Kvantitet, Målvärde } from '../model/malvarde.ts';
import type { Läge } from '../model/plan.ts';
import { nivåOfKlass } from '../model/skala.ts';
import type { Klass, Nivå } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import { fromBound } from './assess-bound.ts';
import { type AssessContext, impossible, without, withoutUtfall } from './assess-context.ts';
import type { Assessment, Grund } from './evaluated-plan.ts';
import { paceWords, testPaced } from './pace.ts';

/** Activities: a läge, or how many have been done. */
export function assessActivity(
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
  const done: Kvantitet = { ...värde.kvantitet, måttenhet: null };
  const result = testPaced(done, krav.antal.jämförare ?? '>=', target, context);
  return 'skäl' in result
    ? impossible(result.skäl)
    : fromBound(result, { slag: 'gräns', prövning: result.prövning, takt: paceWords(target, context) });
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
export function assessDeadline({ frist }: Målvärde, utfall: Utfall | null, context: AssessContext): Assessment {
  const last = frist === null ? '' : frist.length === 4 ? `${frist}-12-31` : frist;
  const grund = (datum: string | null, klass: Klass): Grund => ({ slag: 'frist', frist: frist ?? '', datum, klass });
  const värde = utfall?.värde;
  const done = värde?.slag === 'datum' ? värde.datum : isDone(värde) ? (utfall?.mätdatum ?? null) : null;
  if (done !== null) {
    const klass = done <= last ? 'uppfyllt' : 'ej_uppfyllt';
    return withKlass(klass, grund(done, klass), context.regler.skala);
  }
  const passed = context.period.slut > last;
  if (isDone(värde)) {
    // It was done before the end of the period of its own row, which may be an earlier one.
    return (utfall?.period.slut ?? context.period.slut) > last
      ? impossible('det står inte vilken dag det blev klart')
      : withKlass('uppfyllt', grund(null, 'uppfyllt'), context.regler.skala);
  }
  if (passed) {
    return withKlass('ej_uppfyllt', grund(null, 'ej_uppfyllt'), context.regler.skala);
  }
  if (värde?.slag === 'läge') {
    return assessLäge(värde.läge, context);
  }
  // What has no row at all is open, and under way until its day.
  return utfall === null
    ? withKlass('delvis', grund(null, 'delvis'), context.regler.skala)
    : withoutUtfall(utfall, context);
}

function isDone(värde: Utfall['värde'] | undefined): boolean {
  return värde?.slag === 'läge' && värde.läge === 'genomförd';
}

function withKlass(klass: Klass, grund: Grund, skala: readonly Nivå[]): Assessment {
  const nivå = nivåOfKlass(skala, klass);
  return { status: nivå?.klass ?? klass, nivå, procent: null, grund };
}
