import type { Budget, BudgetLikhet, BudgetSumma, BudgetTabell, Investering } from '../model/budget.ts';
import { type Origin, within } from '../model/origin.ts';
import { readMarkdownTable } from './markdown-table.ts';
import type { YamlMap } from './parse-yaml.ts';
import { entriesOf, mapOf, textOf, textsOf } from './values.ts';

/** The budget of `budget.yaml`. */
export function buildBudget(map: YamlMap, origin: Origin): Budget {
  const investeringar = mapOf(map, 'investeringar');
  return {
    tabeller: entriesOf(map, 'tabeller').map(({ map: entry, index }) =>
      buildTabell(entry, within(origin, 'tabeller', index)),
    ),
    ändringar: entriesOf(map, 'ändringar').map(({ map: entry, index }) => ({
      område: textOf(entry, 'område'),
      text: textOf(entry, 'text') ?? '',
      belopp: textOf(entry, 'belopp'),
      origin: within(origin, 'ändringar', index),
    })),
    investeringar:
      investeringar === null
        ? null
        : {
            måttenhet: textOf(investeringar, 'måttenhet'),
            summa: textOf(investeringar, 'summa'),
            objekt: buildInvesteringar(investeringar, within(origin, 'investeringar')),
            origin: within(origin, 'investeringar'),
          },
    origin,
  };
}

function buildInvesteringar(map: YamlMap, origin: Origin): readonly Investering[] {
  return entriesOf(map, 'objekt').map(({ map: entry, index }) => ({
    område: textOf(entry, 'område'),
    objekt: textOf(entry, 'objekt') ?? '',
    slag: textOf(entry, 'slag'),
    belopp: textOf(entry, 'belopp') ?? '',
    origin: within(origin, 'objekt', index),
  }));
}

function buildTabell(map: YamlMap, origin: Origin): BudgetTabell {
  const text = textOf(map, 'tabell') ?? '';
  const { header, streckrad, rader } = readMarkdownTable(text);
  return {
    id: textOf(map, 'id') ?? '',
    rubrik: textOf(map, 'rubrik'),
    måttenhet: textOf(map, 'måttenhet'),
    text,
    radrubrik: header.namn,
    kolumner: header.celler.map((cell) => cell.text),
    rubrikrad: { start: header.start, end: header.end },
    streckrad,
    rader,
    summor: entriesOf(map, 'summor').map(
      (entry): BudgetSumma => ({
        rad: textOf(entry.map, 'rad'),
        kolumn: textOf(entry.map, 'kolumn'),
        av: textsOf(entry.map, 'av'),
        origin: within(origin, 'summor', entry.index),
      }),
    ),
    likheter: entriesOf(map, 'lika_med').map((entry): BudgetLikhet => {
      const med = mapOf(entry.map, 'med') ?? {};
      const rad = textOf(entry.map, 'rad');
      const kolumn = textOf(entry.map, 'kolumn');
      return {
        rad,
        kolumn,
        med: {
          tabell: textOf(med, 'tabell') ?? '',
          rad: textOf(med, 'rad') ?? rad,
          kolumn: textOf(med, 'kolumn') ?? kolumn,
        },
        origin: within(origin, 'lika_med', entry.index),
      };
    }),
    avrundning: textOf(map, 'avrundning'),
    fotnoter: textsOf(map, 'fotnoter'),
    kändaAvvikelser: entriesOf(map, 'känd_avvikelse').map((entry) => ({
      rad: textOf(entry.map, 'rad') ?? '',
      kolumn: textOf(entry.map, 'kolumn') ?? '',
      skäl: textOf(entry.map, 'skäl') ?? '',
      origin: within(origin, 'känd_avvikelse', entry.index),
    })),
    origin,
  };
}
