import { placeOf } from '../load/place-of.ts';
import type { Origin } from '../model/origin.ts';
import { positionAt } from '../source/source-file.ts';
import type { DataObject } from './data.ts';
import { explainRad } from './explain-status.ts';
import { målvärdeData } from './malvarde-data.ts';
import { utfallData } from './utfall-data.ts';
import type { VisaReport } from './visa-report.ts';

/** `vp visa --format json`; its schema is `schemas/visa.schema.json`. */
export function visaData(report: VisaReport): DataObject {
  const { plan, period } = report.evaluated;
  const base = { version: 1, plan: plan.id, period: period.id, målområde: report.målområde?.id ?? null };
  if (report.slag === 'uppdrag') {
    const { uppdrag, rader } = report;
    return {
      ...base,
      slag: 'uppdrag',
      id: uppdrag.id,
      namn: uppdrag.namn,
      beskrivning: uppdrag.beskrivning?.trimEnd() ?? null,
      från: uppdrag.från,
      källa: sourceData(uppdrag.origin),
      rader: rader.map((rad) => ({
        organ: rad.organ,
        läge: rad.läge,
        status: rad.status,
        kommentar: rad.uppföljning?.kommentar?.trimEnd() ?? null,
      })),
    };
  }
  const { nyckeltal, rader, utfall } = report;
  return {
    ...base,
    slag: 'nyckeltal',
    id: nyckeltal.id,
    namn: nyckeltal.namn,
    beskrivning: nyckeltal.beskrivning?.trimEnd() ?? null,
    definition: nyckeltal.definition?.trimEnd() ?? null,
    sort: nyckeltal.sort,
    riktning: nyckeltal.riktning,
    måttenhet: nyckeltal.måttenhet,
    mäts: nyckeltal.mäts,
    samma_som: nyckeltal.sammaSom,
    källa: sourceData(nyckeltal.origin),
    rader: rader.map((rad) => ({
      organ: rad.organ,
      målvärde: rad.målvärde === null ? null : målvärdeData(rad.målvärde, nyckeltal),
      beräknad: rad.beräknad,
      bedömd: rad.bedömd?.klass ?? null,
      status: rad.status,
      förklaring: explainRad(rad, report.evaluated, true),
      kommentar: rad.uppföljning?.kommentar?.trimEnd() ?? null,
    })),
    utfall: utfall.map((one) => ({ organ: one.organ, ...utfallData(one) })),
  };
}

function sourceData(origin: Origin): DataObject {
  const place = placeOf(origin);
  return { fil: place.file.path, rad: positionAt(place.file, place.start).line };
}
