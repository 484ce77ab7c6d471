import { describe, expect, it } from 'vitest';
import { loadBeside, loadChecked } from '../../src/cli/load-evaluated.ts';
import type { EvaluatedIndikator, EvaluatedPlan } from '../../src/evaluate/evaluated-plan.ts';
import { readTemplate } from '../../src/load/read-template.ts';
import { readPeriod } from '../../src/model/period.ts';
import type { Uppföljningspost } from '../../src/model/plan.ts';
import { buildDocument } from '../../src/report/document/build-document.ts';
import type { Block, ReportDocument, SeriesChart, Table } from '../../src/report/document/document.ts';
import { målområdeName, radStatusWord } from '../../src/report/phrases.ts';
import { documentText } from '../helpers/document-text.ts';

const REAL = { path: 'plans', shown: 'plans' };
const RICH = { path: 'test/report/uppfoljning', shown: 'plans' };
const DAY = '2025-09-15';

interface Choice {
  readonly organ?: string;
  readonly målområde?: string;
}

async function followUp(folder: typeof REAL, id: string, periodText: string, choice: Choice = {}) {
  const { evaluatedIn, plan } = await loadChecked(folder, id, { idag: DAY, beside: [], rules: 'errors' });
  const period = readPeriod(periodText);
  const { file } = await readTemplate('uppfoljning', { folder, plan: id, builtIn: 'templates' });
  if (evaluatedIn === null || period === null || file === null) {
    throw new Error(`${id} ${periodText} cannot be read`);
  }
  const evaluated = evaluatedIn(period);
  const { document, diagnostics } = buildDocument(file, 'uppfoljning', evaluated, choice.organ ?? null, DAY, {
    målområde: choice.målområde ?? null,
    earlier: await loadBeside(folder, plan),
  });
  expect(diagnostics).toEqual([]);
  if (document === null) {
    throw new Error('no document');
  }
  return { evaluated, document };
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const MÅL_FÖR_MÅL = 'Uppföljning mål för mål';

interface Section {
  /** The headings that it stands below, from the målområde. */
  readonly path: readonly string[];
  readonly blocks: readonly Block[];
}

/** What stands directly below each heading of the chapter that follows the mål up one by one. */
function sectionsOf({ blocks }: ReportDocument): readonly Section[] {
  const start = blocks.findIndex((one) => one.kind === 'heading' && one.text === MÅL_FÖR_MÅL);
  expect(start).toBeGreaterThan(0);
  const sections: { path: string[]; blocks: Block[] }[] = [];
  for (const block of blocks.slice(start + 1)) {
    if (block.kind === 'heading' && block.level === 2) {
      break;
    }
    if (block.kind === 'heading') {
      const above = sections.at(-1)?.path.slice(0, block.level - 3) ?? [];
      sections.push({ path: [...above, block.text], blocks: [] });
    } else {
      sections.at(-1)?.blocks.push(block);
    }
  }
  return sections;
}

function section(document: ReportDocument, ...path: readonly string[]): Section {
  const found = sectionsOf(document).filter((one) => one.path.slice(-path.length).join() === path.join());
  expect(found, path.join(' > ')).toHaveLength(1);
  return found[0] as Section;
}

const textOf = ({ blocks }: Section) => blocks.map((block) => squeeze(documentText([block])));

/** The word of the first status in a section, which is its own. */
function statusOf({ blocks }: Section): string | null {
  const first = blocks.find((one) => one.kind === 'paragraph' && one.content[0]?.kind === 'status');
  const mark = first?.kind === 'paragraph' ? first.content[0] : undefined;
  return mark?.kind === 'status' ? mark.word : null;
}

/** Each nyckeltal of each organ, by the headings that it is to stand below. */
function expectedRows({ plan, målområden, strategier }: EvaluatedPlan): readonly string[] {
  const several = new Set(målområden.flatMap((one) => one.rader.map(({ organ }) => organ))).size > 1;
  const line = (area: string, rad: EvaluatedIndikator, beside: readonly EvaluatedIndikator[], lead: string) => {
    const organ = plan.organisation.organ.get(rad.organ);
    const mål = rad.mål === null || rad.mål.kortform ? [] : [rad.mål.namn];
    const alone = beside.filter((one) => one.nyckeltal === rad.nyckeltal).length === 1;
    const { namn, beteckning } = rad.nyckeltal;
    const name = `${lead}${beteckning === null ? '' : `${beteckning} `}${namn}`;
    const own = alone ? [several ? `${name} (${organ?.kort})` : name] : [name, organ?.namn ?? ''];
    return [area, ...mål, ...own, radStatusWord(rad)].join(' > ');
  };
  return [
    ...målområden.flatMap(({ målområde, rader, indikatorer }) => {
      const area = målområdeName(målområde, plan.nivåer);
      return [
        ...rader.map((rad) => line(area, rad, rader, '')),
        ...indikatorer.map((rad) => line(area, rad, indikatorer, 'Indikator: ')),
      ];
    }),
    ...strategier.flatMap(({ strategi, indikatorer }) =>
      indikatorer.map((rad) => line(`Indikatorer: ${strategi.namn}`, rad, indikatorer, '')),
    ),
  ];
}

const PLANS = [
  ['2025', '2025-T1', REAL],
  ['2022', '2022', REAL],
  ['2020', '2020', REAL],
  ['2022-2024-kd', '2022-2024', REAL],
  ['2025', '2025-T2', RICH],
] as const;

describe.each(PLANS)('uppföljningen av %s, %s', async (id, periodText, folder) => {
  const { evaluated, document } = await followUp(folder, id, periodText);
  const sections = sectionsOf(document);

  it('har varje nyckeltal en gång, med sin status, i sitt målområde', () => {
    const rows = expectedRows(evaluated);
    expect(rows.length).toBeGreaterThan(0);
    const paths = new Set(rows.map((row) => row.split(' > ').slice(0, -1).join(' > ')));
    const shown = sections
      .filter(({ path }) => paths.has(path.join(' > ')))
      .map((one) => [...one.path, statusOf(one)].join(' > '));
    expect([...shown].sort()).toEqual([...rows].sort());
  });

  it('har varje mål en gång i sitt målområde, i planens ordning', () => {
    for (const { målområde, mål, rader, indikatorer, uppdrag } of evaluated.målområden) {
      const area = målområdeName(målområde, evaluated.plan.nivåer);
      const own = sections.filter(({ path }) => path[0] === area && path.length === 2);
      const names = own.map(({ path }) => path[1] ?? '');
      for (const one of mål) {
        const name = one.mål.beteckning === null ? one.mål.namn : `${one.mål.beteckning} ${one.mål.namn}`;
        expect(names.filter((each) => each === name).length, name).toBeGreaterThan(0);
      }
      const nyckeltal = [...rader.filter((rad) => rad.mål === null || rad.mål.kortform), ...indikatorer];
      expect(names).toHaveLength(mål.length + new Set(nyckeltal.map((rad) => rad.nyckeltal.id)).size);
      const isEmpty = rader.length + mål.length + indikatorer.length + uppdrag.length === 0;
      expect(sections.filter(({ path }) => path.join() === area)).toHaveLength(isEmpty ? 0 : 1);
    }
  });

  it('har allt som organen har skrivit en gång i sitt målområde', () => {
    const { plan, period } = evaluated;
    const wholeOf = new Map(evaluated.målområden.map((one) => [one.målområde.id, one.uppföljning]));
    const posts = plan.uppföljningar
      .filter((one) => one.period.id === period.id)
      .flatMap(({ organ, poster }) =>
        Object.entries(poster).flatMap(([slag, some]) =>
          [...some].map(([of, post]) => {
            const whole = organ === plan.organ ? null : wholeOf.get(of)?.kommentar;
            // What an organ says word for word as the whole plan's own words do stands there.
            const isSaid = slag === 'målområden' && squeeze(whole ?? '').includes(squeeze(post.kommentar ?? ''));
            return { slag, of, post: isSaid ? { ...post, kommentar: null } : post };
          }),
        ),
      )
      // A strategi has no chapter of its own in this report.
      .filter(({ slag }) => slag !== 'strategier');
    const areaOf = (of: string) =>
      plan.målområden.find(
        ({ id: own, mål, nyckeltal, indikatorer, uppdrag, aktiviteter }) =>
          own === of ||
          [
            ...mål,
            ...nyckeltal,
            ...indikatorer,
            ...uppdrag,
            ...aktiviteter,
            ...mål.flatMap((one) => one.aktiviteter),
          ].some((one) => one.id === of),
      );
    const written = posts.flatMap(({ of, post }) => {
      const målområde = areaOf(of);
      const area = målområde === undefined ? null : målområdeName(målområde, plan.nivåer);
      return wordsOf(post).map((one) => ({ area, ...one }));
    });
    for (const { area, first } of written) {
      const texts = sections
        .filter(({ path }) => (area === null ? path[0]?.startsWith('Indikatorer: ') : path[0] === area))
        .map(({ blocks }) => squeeze(documentText(blocks)))
        .join(' ');
      // Several may have the same words: each is there as often as it is written.
      const times = written.filter((one) => one.area === area && one.whole.includes(first)).length;
      expect(texts.split(first).length - 1, `${area}: ${first}`).toBe(times);
    }
    expect(written.length > 0).toBe(posts.length > 0);
  });

  it('säger av varje mål vad som saknas, och räknar det lika för alla', () => {
    const summary = document.blocks.find(
      (one): one is Table => one.kind === 'table' && one.caption === 'Vad uppföljningen av målen innehåller',
    );
    const notes = sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((one) => (one.kind === 'paragraph' && one.note === true ? [squeeze(documentText([one]))] : []));
    const rows = summary?.rows.map(({ cells }) => cells.map(({ content }) => squeeze(documentText(content)))) ?? [];
    expect(rows).toHaveLength(8);
    const every =
      expectedRows(evaluated).length +
      evaluated.målområden.flatMap((one) => one.mål.filter(({ rader }) => rader.length === 0)).length;
    for (const [name = '', given, missing, other] of rows) {
      expect(Number(given) + Number(missing) + Number(other), name).toBe(every);
      if (notes.length > 0) {
        const told = (lead: string) => notes.filter((note) => namedIn(note, lead, name)).length;
        expect(told('Saknas:'), name).toBe(Number(missing));
        expect(told('Ej aktuellt:'), name).toBe(Number(other));
      }
    }
  });

  it('har samma mål i översikten som mål för mål', () => {
    const overview = document.blocks.find(
      (one): one is Table => one.kind === 'table' && one.caption.startsWith('Alla mål'),
    );
    const without = evaluated.målområden.flatMap((one) => one.mål.filter(({ rader }) => rader.length === 0));
    expect(overview?.rows).toHaveLength(expectedRows(evaluated).length + without.length);
  });
});

function namedIn(note: string, lead: string, name: string): boolean {
  const sentence = note.split('. ').find((one) => one.startsWith(lead)) ?? '';
  return sentence
    .slice(lead.length)
    .replace(/\.$/, '')
    .split(/, | och /)
    .map((one) => one.trim())
    .includes(name.toLowerCase());
}

/** Each thing that a post says, whole and to the end of its first paragraph, as it is read. */
function wordsOf({ kommentar, åtgärder, prognos, fotnot, bedömning }: Uppföljningspost) {
  const plain = (text: string) => squeeze(text).replace(/^- |\*/g, '');
  return [kommentar, åtgärder, prognos, fotnot, bedömning?.motivering ?? null].flatMap((text) =>
    text === null ? [] : [{ whole: plain(text), first: plain(text.split(/\n\s*\n|\n- /)[0] ?? '') }],
  );
}

describe('allt som en uppföljning kan innehålla', async () => {
  const { document } = await followUp(RICH, '2025', '2025-T2');

  it.each([
    [
      'Samtal som besvaras samma dag (HSN)',
      'Utvecklingstrend: De tre senaste utfallen ökar, åt rätt håll: 82 % (2024), 83 % (T1 2025) och 84 % (T2 2025).',
    ],
    ['Samtal som besvaras samma dag (HSN)', 'Prognos för helår: 87 %, Delvis uppfyllt.'],
    ['Samtal som besvaras samma dag (HSN)', 'Åtgärder: Den gemensamma telefonkön införs också i norr.'],
    ['Samtal som besvaras samma dag (HSN)', '”Verksamhetsplan 2023” anger 78 % för 2023.'],
    // The id that it had in 2024 and 2023: `ersätter` joins the series.
    [
      'Väntande mer än 90 dagar (HSN)',
      'Utvecklingstrend: De tre senaste utfallen ökar, åt fel håll: 812 st (2023), 955 st (2024) och 1 040 st (T2 2025).',
    ],
    ['Väntande mer än 90 dagar (HSN)', 'Prognos för helår: 990 st, Ej uppfyllt.'],
    ['Väntande mer än 90 dagar (HSN)', 'Not: Räknat den sista i månaden.'],
    ['Väntande mer än 90 dagar (HSN)', 'Ej aktuellt: nedbrytning och könsfördelning.'],
    ['Patienterna är nöjda', 'Delvis uppfyllt (bedömt).'],
    [
      'Patienterna är nöjda',
      'Saknas: prognos för helår. Ej aktuellt: tidsserie, utvecklingstrend, nedbrytning, könsfördelning och riksjämförelse.',
    ],
    [
      'Vården har en gemensam webbplats (HSN)',
      'Delvis uppfyllt. Läget är ”pågår”, som räknas som delvis uppfyllt. Målvärde: genomförd aktivitet.',
    ],
    [
      'Genomförda hälsosamtal (HSN)',
      'Utvecklingstrend: De tre senaste utfallen för samma del av året ökar, åt rätt håll: 410 st (T2 2023), 480 st (T2 2024) och 560 st (T2 2025).',
    ],
    [
      'Genomförda hälsosamtal (HSN)',
      'Saknas: förklaring, riksjämförelse och åtgärder. Ej aktuellt: nedbrytning och könsfördelning.',
    ],
    [
      'Vistelsetid på akuten högst fyra timmar (HSN)',
      'Utvecklingstrend: De tre senaste utfallen går både upp och ner: 74 % (juni 2025), 69 % (juli 2025) och 72 % (augusti 2025).',
    ],
    ['Listade med fast läkarkontakt (HSN)', 'Bedömning: Södra hälsocentralen har fått en ny läkare i september.'],
    ['Bruttokostnadsutveckling (RS)', 'Uppfyllt. Utfallet 2,1 % når målvärdet högst 2,5 %. Startvärde: 4,8 % (2022).'],
    ['Självskattad god hälsa (RS)', 'Följs. Indikatorn följs utan målvärde. Utfall: 71 %.'],
    ['Stöd till vården', 'Här finns inga mål eller nyckeltal att följa upp.'],
  ])('sägs av %s: %s', (name, words) => {
    expect(textOf(section(document, name))).toContain(words);
  });

  it('är tidsserien ett diagram med målvärdet, och samma värden som tabell med källa', () => {
    const chart = section(document, 'Samtal som besvaras samma dag (HSN)').blocks.find(
      (one): one is SeriesChart => one.kind === 'chart' && one.chart === 'series',
    );
    const periods = ['2023', 'T1 2024', 'T2 2024', '2024', 'T1 2025', 'T2 2025'];
    expect(chart?.points.map(({ period }) => period)).toEqual(periods);
    expect(chart?.points.map(({ value }) => value)).toEqual([79, 80, 79, 82, 83, 84]);
    expect(chart?.target).toEqual({ value: 88, text: 'minst 88\u00A0%' });
    expect(cellsOf(chart?.data ?? undefined)).toEqual([
      ['2023', '79 %', 'Delårsrapport 2'],
      ['T1 2024', '80 %', 'Delårsrapport 1 2024'],
      ['T2 2024', '79 %', 'Delårsrapport 2 2024'],
      ['2024', '82 %', 'Årsredovisning 2024'],
      ['T1 2025', '83 %', 'Delårsrapport 1'],
      ['T2 2025', '84 %', 'Delårsrapport 2'],
    ]);
  });

  it.each([
    [
      ['Samtal som besvaras samma dag (HSN)'],
      [
        ['Kvinnor', '86,5 %', '+2,5'],
        ['Män', '81,2 %', '−2,8'],
        ['Norra hälsocentralen', '80 %', '−4'],
        ['Södra hälsocentralen', '89 %', '+5'],
        ['Riket', '85 %', '+1'],
      ],
    ],
    // The figures of others are of the year before, and are not held against those of another period.
    [['Väntande mer än 90 dagar (HSN)'], [['Liknande regioner och kommuner (2024)', '1 310 st']]],
    // The målvärde holds for each unit, and the worst unit is no total to hold the others against.
    [
      ['Listade med fast läkarkontakt (HSN)'],
      [
        ['Norra hälsocentralen', '64 %', 'Uppfyllt'],
        ['Södra hälsocentralen', '52 %', 'Ej uppfyllt'],
      ],
    ],
    [
      ['Leverantörstrohet', 'Region Vänerdal'],
      [
        ['Regionstyrelsen', '90 %', '−3'],
        ['Hälso- och sjukvårdsnämnden', '96 %', '+3'],
      ],
    ],
  ])('är %j nedbrutet', (path, rows) => {
    const table = section(document, ...path).blocks.find((one): one is Table => one.kind === 'table');
    expect(cellsOf(table)).toEqual(rows);
  });

  it('hörs ingen trend av ett enda eller två värden', () => {
    const texts = textOf(section(document, 'Leverantörstrohet', 'Regionstyrelsen')).join(' ');
    expect(texts).not.toContain('Utvecklingstrend');
    expect(texts).toContain('Saknas: tidsserie, utvecklingstrend');
  });

  it('går att göra för ett målområde och ett organ', async () => {
    const narrow = await followUp(RICH, '2025', '2025-T2', { målområde: 'ekonomi', organ: 'hsn' });
    expect(narrow.document.title).toBe('Uppföljning av mål för Ekonomi i balans, Hälso- och sjukvårdsnämnden, T2 2025');
    expect(sectionsOf(narrow.document).map(({ path }) => path.join(' > '))).toEqual([
      'Ekonomi i balans',
      'Ekonomi i balans > Leverantörstrohet (HSN)',
    ]);
  });
});

describe('en plan utan utfall', () => {
  it.each([
    ['2020', '2020', 'Planen har varken utfall eller uppföljning för 2020.'],
    ['2022', '2022', 'Planen har varken utfall eller uppföljning för 2022.'],
    ['2021', '2021', 'Inga mål finns att följa upp.'],
  ])('%s säger det', async (id, period, words) => {
    const { document } = await followUp(REAL, id, period);
    expect(squeeze(documentText(document.blocks))).toContain(words);
  });
});

function cellsOf(table: Table | undefined): readonly (readonly string[])[] | undefined {
  return table?.rows.map(({ cells }) => cells.map(({ content }) => squeeze(documentText(content))));
}
