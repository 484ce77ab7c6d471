import { type Origin, within } from '../model/origin.ts';
import { type Påstående, type PåståendeFilter, type PåståendeSlag, RÄKNAT } from '../model/pastaende.ts';
import { readPeriod } from '../model/period.ts';
import type { YamlMap } from './parse-yaml.ts';
import { entriesOf, mapOf, oneOf, textOf, textsOf } from './values.ts';

/** The figures of `pastaenden.yaml`; an entry without a known kind has been reported by the schema. */
export function buildPåståenden(map: YamlMap, origin: Origin): readonly Påstående[] {
  return entriesOf(map, 'påståenden').flatMap(({ map: entry, index }) => {
    const innehåll = innehållOf(entry);
    const väntat = textOf(entry, 'väntat');
    if (innehåll === null || väntat === null) {
      return [];
    }
    return [
      {
        innehåll,
        organ: textOf(entry, 'organ'),
        enhet: textOf(entry, 'enhet'),
        kön: oneOf(entry, 'kön', ['totalt', 'kvinnor', 'män']) ?? 'totalt',
        period: readPeriod(textOf(entry, 'period') ?? ''),
        väntat,
        källa: textOf(entry, 'källa'),
        kändAvvikelse: textOf(entry, 'känd_avvikelse'),
        origin: within(origin, 'påståenden', index),
      },
    ];
  });
}

function innehållOf(map: YamlMap): PåståendeSlag | null {
  const vad = oneOf(map, 'räkna', RÄKNAT);
  if (vad !== null) {
    return { slag: 'räkna', vad, där: filterOf(mapOf(map, 'där') ?? {}) };
  }
  for (const slag of ['utfall', 'målvärde', 'prognos', 'måluppfyllelse', 'status', 'beräknad', 'uppgift'] as const) {
    const id = textOf(map, slag);
    if (id !== null) {
      return { slag, id };
    }
  }
  const change = mapOf(map, 'förändring');
  if (change !== null) {
    return { slag: 'förändring', från: textOf(change, 'från') ?? '', till: textOf(change, 'till') ?? '' };
  }
  const budget = mapOf(map, 'budget');
  if (budget !== null) {
    return {
      slag: 'budget',
      tabell: textOf(budget, 'tabell') ?? '',
      rad: textOf(budget, 'rad') ?? '',
      kolumn: textOf(budget, 'kolumn') ?? '',
    };
  }
  const delar = textsOf(map, 'summa');
  return delar.length === 0 ? null : { slag: 'summa', delar };
}

function filterOf(map: YamlMap): PåståendeFilter {
  return {
    sort: textOf(map, 'sort'),
    organ: textOf(map, 'organ'),
    målområde: textOf(map, 'målområde'),
    strategi: textOf(map, 'strategi'),
    från: textOf(map, 'från'),
    status: textOf(map, 'status'),
    beräknad: textOf(map, 'beräknad'),
    bedömd: textOf(map, 'bedömd'),
    läge: textOf(map, 'läge'),
  };
}
