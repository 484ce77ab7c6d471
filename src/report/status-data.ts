import type { Tally } from '../diagnostics/diagnostic.ts';
import type {
  EvaluatedIndikator,
  EvaluatedMål,
  EvaluatedRad,
  EvaluatedUppdrag,
  Sammanvägning,
} from '../evaluate/evaluated-plan.ts';
import { LÄGEN, type Nyckeltal } from '../model/plan.ts';
import { KLASSER, TILLSTÅND } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import { indexUtfall, rowsOf, type UtfallIndex } from '../model/utfall-index.ts';
import { type DataObject, digits } from './data.ts';
import { explainRad } from './explain-status.ts';
import { målvärdeData } from './malvarde-data.ts';
import { statusWord } from './phrases.ts';
import { planStructureData } from './plan-data.ts';
import type { StatusStrategi } from './status-levels.ts';
import type { StatusMålområde, StatusReport } from './status-report.ts';
import { utfallData } from './utfall-data.ts';

/** `vp status --format json`; its schema is `schemas/status.schema.json`. */
export function statusData(report: StatusReport, fynd: Tally): DataObject {
  const { evaluated, målområden, delar, rader, mål, indikatorer, uppdrag, fördelning, tillstånd } = report;
  const { plan, period, sammanvägning } = evaluated;
  const index = indexUtfall(plan.utfall);
  return {
    version: 1,
    plan: planStructureData(evaluated),
    period: period.id,
    fynd: { ...fynd },
    totalt: {
      rader: rader.length,
      fördelning: { ...fördelning },
      tillstånd: Object.fromEntries(TILLSTÅND.map((state) => [state, tillstånd.get(state) ?? 0])),
      mål: { antal: mål.length, utan_nyckeltal: mål.filter((one) => one.rader.length === 0).length },
      uppdrag: uppdragTotals(uppdrag),
    },
    sammanvägning: sammanvägningData(sammanvägning),
    strategier: delar.flatMap(({ strategi, målområden: own }) =>
      strategi === null ? [] : [strategiData(strategi, own)],
    ),
    målområden: målområden.map(målområdeData),
    mål: målområden.flatMap((one) => one.mål.map((each) => målData(each, one.evaluated.målområde.id))),
    rader: rader.map((rad) => radData(rad, report, index)),
    indikatorer: indikatorer.map((one) => indikatorData(one, report)),
    uppdrag: uppdrag.map(uppdragData),
  };
}

function strategiData(
  { evaluated: { strategi, sammanvägning, uppföljning } }: StatusStrategi,
  målområden: readonly StatusMålområde[],
): DataObject {
  return {
    id: strategi.id,
    namn: strategi.namn,
    målområden: målområden.map((one) => one.evaluated.målområde.id),
    ...sammanvägningData(sammanvägning),
    kommentar: uppföljning?.kommentar?.trimEnd() ?? null,
  };
}

/** A mål that has nyckeltal of its own, or none; one that carries its målvärde itself is a row. */
function målData({ mål, rader, sammanvägning, uppföljning }: EvaluatedMål, målområde: string): DataObject {
  return {
    id: mål.id,
    mål: mål.namn,
    målområde,
    organ: [...mål.organ],
    målvärde: mål.målvärde?.text ?? null,
    nyckeltal: mål.nyckeltal.map((one) => one.id),
    saknar: rader.length === 0 ? 'nyckeltal' : null,
    ...sammanvägningData(sammanvägning),
    kommentar: uppföljning?.kommentar?.trimEnd() ?? null,
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

function radData(rad: EvaluatedRad, report: StatusReport, index: UtfallIndex): DataObject {
  const { nyckeltal, organ, målområde, mål } = rad;
  return {
    id: nyckeltal.id,
    nyckeltal: nyckeltal.namn,
    organ,
    målområde: målområde.id,
    mål: mål?.id ?? null,
    samma_som: nyckeltal.sammaSom,
    från: nyckeltal.från,
    geh: nyckeltal.geh,
    ansvarig: nyckeltal.ansvarig,
    mäts_i: nyckeltal.källa,
    startvärde: startvärdeData(nyckeltal.startvärde),
    riktmärke: nyckeltal.riktmärke,
    nedbrytning: partsOf(rad, report, index).map(utfallData),
    ...assessmentData(rad, report),
  };
}

function startvärdeData(startvärde: Nyckeltal['startvärde']): DataObject | null {
  return startvärde === null ? null : { text: startvärde.text, period: startvärde.period?.id ?? null };
}

/** The row's outcomes of the period by unit and by sex, and what others have reached. */
function partsOf(
  { nyckeltal, organ }: EvaluatedRad,
  { evaluated: { period } }: StatusReport,
  index: UtfallIndex,
): readonly Utfall[] {
  return rowsOf(index, nyckeltal.id, organ).filter(
    (one) => one.period.id === period.id && (one.enhet !== null || one.kön !== 'totalt'),
  );
}

/** An indikator belongs to a målområde or to a strategi. */
function indikatorData(rad: EvaluatedIndikator, report: StatusReport): DataObject {
  const { nyckeltal, organ, målområde } = rad;
  const strategi = report.evaluated.plan.strategier.find((one) => one.indikatorer.includes(nyckeltal));
  return {
    id: nyckeltal.id,
    indikator: nyckeltal.namn,
    organ,
    målområde: målområde?.id ?? null,
    strategi: strategi?.id ?? null,
    ...assessmentData(rad, report),
  };
}

function assessmentData(rad: EvaluatedIndikator, { evaluated }: StatusReport): DataObject {
  const { nyckeltal, utfall, bedömd } = rad;
  return {
    period: evaluated.period.id,
    mäts: nyckeltal.mäts,
    målvärde: rad.målvärde === null ? null : målvärdeData(rad.målvärde, nyckeltal),
    utfall: utfall === null ? null : utfallData(utfall),
    måluppfyllelse: rad.visadProcent === null ? null : digits(rad.visadProcent),
    beräknad: rad.beräknad,
    bedömd: bedömd?.klass ?? null,
    motivering: bedömd?.motivering ?? null,
    status: rad.status,
    nivå: rad.nivå?.namn ?? null,
    förklaring: explainRad(rad, evaluated, true),
    kommentar: rad.uppföljning?.kommentar?.trimEnd() ?? null,
  };
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
