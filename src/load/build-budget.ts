import type {
  Budget,
  BudgetCell,
  BudgetLikhet,
  BudgetRad,
  BudgetSumma,
  BudgetTabell,
  Investering,
} from '../model/budget.ts';
import { type Origin, within } from '../model/origin.ts';
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
  const [header, ...rows] = readMarkdownTable(text);
  return {
    id: textOf(map, 'id') ?? '',
    rubrik: textOf(map, 'rubrik'),
    måttenhet: textOf(map, 'måttenhet'),
    text,
    radrubrik: header?.[0]?.text ?? '',
    kolumner: (header ?? []).slice(1).map((cell) => cell.text),
    rader: rows.map((cells): BudgetRad => ({ namn: cells[0]?.text ?? '', celler: cells.slice(1) })),
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

/** The rows of a Markdown table, its rule of dashes left out. A `\|` is a stroke within a cell. */
export function readMarkdownTable(text: string): readonly (readonly BudgetCell[])[] {
  const rows: (readonly BudgetCell[])[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '' && !/^\s*\|?[\s:|-]+\|?\s*$/.test(line)) {
      rows.push(readRow(line, offset));
    }
    offset += line.length + 1;
  }
  return rows;
}

function readRow(line: string, offset: number): readonly BudgetCell[] {
  const cells: BudgetCell[] = [];
  const begin = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  const stop =
    line.trimEnd().endsWith('|') && !line.trimEnd().endsWith('\\|') ? line.trimEnd().length - 1 : line.length;
  let start = begin;
  for (let at = begin; at <= stop; at++) {
    if (at === stop || (line[at] === '|' && line[at - 1] !== '\\')) {
      const raw = line.slice(start, at);
      const lead = raw.length - raw.trimStart().length;
      cells.push({
        text: raw.trim().replaceAll('\\|', '|'),
        start: offset + start + lead,
        end: offset + start + Math.max(raw.trimEnd().length, lead),
      });
      start = at + 1;
    }
  }
  return cells;
}
