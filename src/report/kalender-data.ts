import { placeOf } from '../load/place-of.ts';
import { positionAt } from '../source/source-file.ts';
import { planData } from './budget-data.ts';
import type { DataObject } from './data.ts';
import type { KalenderReport, KalenderSammanträde } from './kalender-report.ts';

/** `vp kalender --format json`; its schema is `schemas/kalender-utskrift.schema.json`. */
export function kalenderData({ plan, filter, sammanträden, uppföljningsområden }: KalenderReport): DataObject {
  return {
    version: 1,
    plan: planData(plan),
    från: filter.från,
    till: filter.till,
    uppföljningsområden: uppföljningsområden.map(({ namn, gäller, sammanträden: meetings }) => ({
      namn,
      gäller,
      följs_upp: meetings.map(({ sammanträde }) => sammanträde.datum),
    })),
    sammanträden: sammanträden.map(meetingData),
  };
}

function meetingData({ sammanträde, slut }: KalenderSammanträde): DataObject {
  const { datum, organ, rubrik, anmärkning, punkter, origin } = sammanträde;
  const place = placeOf(origin);
  return {
    datum,
    slut,
    organ,
    rubrik,
    anmärkning: anmärkning?.trimEnd() ?? null,
    punkter: punkter.map(({ ärende, slag, ansvarig, avser, gäller }) => ({
      ärende: ärende.trimEnd(),
      slag,
      ansvarig,
      avser: avser?.id ?? null,
      gäller,
    })),
    källa: { fil: place.file.path, rad: positionAt(place.file, place.start).line },
  };
}
