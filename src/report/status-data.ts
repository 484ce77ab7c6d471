import type { Tally } from '../diagnostics/diagnostic.ts';
import type { EvaluatedPlan, EvaluatedRad, EvaluatedUppdrag, Sammanvägning } from '../evaluate/evaluated-plan.ts';
import { LÄGEN, type Nyckeltal } from '../model/plan.ts';
import { KLASSER, TILLSTÅND } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import { type DataObject, digits } from './data.ts';
import { explainRad } from './explain-status.ts';
import { målvärdeData } from './malvarde-data.ts';
import { statusWord } from './phrases.ts';
import { planStructureData } from './plan-data.ts';
import type { StatusMålområde, StatusReport } from './status-report.ts';
import { utfallData } from './utfall-data.ts';

/** `vp status --format json`; its schema is `schemas/status.schema.json`. */
export function statusData(report: StatusReport, fynd: Tally): DataObject {
  const { evaluated, målområden, rader, uppdrag, fördelning, tillstånd } = report;
  const { period, sammanvägning } = evaluated;
  return {
    version: 1,
    plan: planStructureData(evaluated),
    period: period.id,
    fynd: { ...fynd },
    totalt: {
      rader: rader.length,
      fördelning: { ...fördelning },
      tillstånd: Object.fromEntries(TILLSTÅND.map((state) => [state, tillstånd.get(state) ?? 0])),
      uppdrag: uppdragTotals(uppdrag),
    },
    sammanvägning: sammanvägningData(sammanvägning),
    målområden: målområden.map(målområdeData),
    rader: rader.map((rad) => radData(rad, report)),
    uppdrag: uppdrag.map(uppdragData),
  };
}

function målområdeData({ evaluated, sammanvägning }: StatusMålområde): DataObject {
  const { målområde, perOrgan } = evaluated;
  return {
    id: målområde.id,
    namn: målområde.namn,
    övergripande_mål: målområde.övergripandeMål,
    följer: målområde.follows,
    ...sammanvägningData(sammanvägning),
    per_organ: [...perOrgan].map(([organ, one]) => ({ organ, ...sammanvägningData(one) })),
  };
}

function sammanvägningData({ metod, beräknad, bedömd, status, nivå, fördelning }: Sammanvägning): DataObject {
  return {
    metod,
    beräknad,
    bedömd: bedömd?.klass ?? null,
    motivering: bedömd?.motivering ?? null,
    status,
    nivå: nivå?.namn ?? null,
    fördelning: { ...fördelning },
  };
}

function radData(rad: EvaluatedRad, { evaluated }: StatusReport): DataObject {
  const { nyckeltal, organ, målområde, utfall, bedömd } = rad;
  return {
    id: nyckeltal.id,
    nyckeltal: nyckeltal.namn,
    organ,
    målområde: målområde.id,
    mål: rad.mål?.id ?? null,
    samma_som: nyckeltal.sammaSom,
    från: nyckeltal.från,
    geh: nyckeltal.geh,
    ansvarig: nyckeltal.ansvarig,
    mäts_i: nyckeltal.källa,
    period: evaluated.period.id,
    startvärde: startvärdeData(nyckeltal.startvärde),
    riktmärke: nyckeltal.riktmärke,
    målvärde: rad.målvärde === null ? null : målvärdeData(rad.målvärde, nyckeltal),
    utfall: utfall === null ? null : utfallData(utfall),
    nedbrytning: partsOf(rad, evaluated).map(utfallData),
    måluppfyllelse: rad.visadProcent === null ? null : digits(rad.visadProcent),
    beräknad: rad.beräknad,
    bedömd: bedömd?.klass ?? null,
    motivering: bedömd?.motivering ?? null,
    status: rad.status,
    nivå: rad.nivå?.namn ?? null,
    förklaring: explainRad(rad, evaluated.period, true),
    kommentar: rad.uppföljning?.kommentar?.trimEnd() ?? null,
  };
}

function startvärdeData(startvärde: Nyckeltal['startvärde']): DataObject | null {
  return startvärde === null ? null : { text: startvärde.text, period: startvärde.period?.id ?? null };
}

/** The row's outcomes of the period by unit and by sex, and what others have reached. */
function partsOf({ nyckeltal, organ }: EvaluatedRad, { plan, period }: EvaluatedPlan): readonly Utfall[] {
  return plan.utfall.filter(
    (one) =>
      one.nyckeltal === nyckeltal.id &&
      one.organ === organ &&
      one.period.id === period.id &&
      (one.enhet !== null || one.kön !== 'totalt'),
  );
}

function uppdragData({
  uppdrag,
  organ,
  målområde,
  läge,
  status,
  nivå,
  bedömd,
  uppföljning,
}: EvaluatedUppdrag): DataObject {
  return {
    id: uppdrag.id,
    uppdrag: uppdrag.namn,
    organ,
    målområde: målområde.id,
    från: uppdrag.från,
    senast: uppdrag.senast,
    ansvarig: uppdrag.ansvarig,
    samma_som: uppdrag.sammaSom,
    mäts_med: uppdrag.mätsMed,
    läge,
    status,
    nivå: status === null ? null : statusWord(status, nivå),
    motivering: bedömd?.motivering ?? null,
    kommentar: uppföljning?.kommentar?.trimEnd() ?? null,
  };
}

function uppdragTotals(uppdrag: readonly EvaluatedUppdrag[]): DataObject {
  const count = (test: (one: EvaluatedUppdrag) => boolean) => uppdrag.filter(test).length;
  return {
    rader: uppdrag.length,
    uppdrag: new Set(uppdrag.map((one) => one.uppdrag.id)).size,
    status: Object.fromEntries([
      ...KLASSER.map((klass) => [klass, count((one) => one.status === klass)]),
      ['utan_status', count((one) => one.status === null)],
    ]),
    läge: Object.fromEntries([
      ...LÄGEN.map((läge) => [läge, count((one) => one.läge === läge)]),
      ['utan_läge', count((one) => one.läge === null)],
    ]),
  };
}
