import type { Kalender, Sammanträde, Sammanträdespunkt } from '../model/kalender.ts';
import { type Origin, within } from '../model/origin.ts';
import { readPeriod } from '../model/period.ts';
import type { YamlMap } from './parse-yaml.ts';
import { entriesOf, oneOf, textOf, textsOf } from './values.ts';

/** The calendar of `kalender.yaml`; a meeting without organ is the plan's own organ's. */
export function buildKalender(map: YamlMap, origin: Origin, organ: string): Kalender {
  return {
    uppföljningsområden: entriesOf(map, 'uppföljningsområden').map(({ map: entry, index }) => ({
      namn: textOf(entry, 'namn') ?? '',
      gäller: textsOf(entry, 'gäller'),
      origin: within(origin, 'uppföljningsområden', index),
    })),
    sammanträden: entriesOf(map, 'sammanträden').map(({ map: entry, index }): Sammanträde => {
      const at = within(origin, 'sammanträden', index);
      return {
        datum: textOf(entry, 'datum') ?? '',
        till: textOf(entry, 'till'),
        organ: textOf(entry, 'organ') ?? organ,
        rubrik: textOf(entry, 'rubrik'),
        anmärkning: textOf(entry, 'anmärkning'),
        punkter: buildPunkter(entry, at),
        origin: at,
      };
    }),
    origin,
  };
}

function buildPunkter(map: YamlMap, origin: Origin): readonly Sammanträdespunkt[] {
  return entriesOf(map, 'punkter').map(({ map: entry, index }) => ({
    ärende: textOf(entry, 'ärende') ?? '',
    slag: oneOf(entry, 'slag', ['återkommande', 'uppföljning', 'tema']),
    ansvarig: textOf(entry, 'ansvarig'),
    avser: readPeriod(textOf(entry, 'avser') ?? ''),
    gäller: textsOf(entry, 'gäller'),
    origin: within(origin, 'punkter', index),
  }));
}
