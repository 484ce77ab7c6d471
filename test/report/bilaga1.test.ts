import { describe, expect, it } from 'vitest';
import { loadChecked } from '../../src/cli/load-evaluated.ts';
import type { EvaluatedPlan } from '../../src/evaluate/evaluated-plan.ts';
import { readTemplate } from '../../src/load/read-template.ts';
import { readPeriod } from '../../src/model/period.ts';
import { buildDocument } from '../../src/report/document/build-document.ts';
import { figuresWords } from '../../src/report/document/chart-figures.ts';
import type { Block, Chart, ReportDocument, Row, Table } from '../../src/report/document/document.ts';
import { documentText } from '../helpers/document-text.ts';

const FOLDER = { path: 'plans', shown: 'plans' };
const DAY = '2025-06-01';

async function evaluate(id: string, periodText: string): Promise<EvaluatedPlan> {
  const { evaluatedIn } = await loadChecked(FOLDER, id, { idag: DAY, beside: [], rules: 'errors' });
  const period = readPeriod(periodText);
  if (evaluatedIn === null || period === null) {
    throw new Error(`${id} ${periodText} cannot be read`);
  }
  return evaluatedIn(period);
}

async function build(
  evaluated: EvaluatedPlan,
  template: string,
  chosen: string | null = null,
): Promise<ReportDocument> {
  const { file } = await readTemplate(template, { folder: FOLDER, plan: evaluated.plan.id, builtIn: 'templates' });
  if (file === null) {
    throw new Error(`no template ${template}`);
  }
  const { document, diagnostics } = buildDocument(file, template, evaluated, chosen, DAY);
  expect(diagnostics).toEqual([]);
  if (document === null) {
    throw new Error(`${template} gives no document`);
  }
  return document;
}

/** The blocks below a heading of level 2, up to the next one. */
function chapter({ blocks }: ReportDocument, title: string): readonly Block[] {
  const start = blocks.findIndex((one) => one.kind === 'heading' && one.level === 2 && one.text === title);
  expect(start, title).toBeGreaterThanOrEqual(0);
  const end = blocks.findIndex((one, index) => index > start && one.kind === 'heading' && one.level === 2);
  return blocks.slice(start + 1, end < 0 ? undefined : end);
}

function rowsOf(blocks: readonly Block[], caption: string): readonly Row[] {
  return blocks
    .filter((one): one is Table => one.kind === 'table' && one.caption.startsWith(caption))
    .flatMap(({ rows }) => rows);
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('bilaga 1 för tertial 1 2025', async () => {
  const evaluated = await evaluate('2025', '2025-T1');
  const document = await build(evaluated, 'bilaga1');
  const organ = [
    'Regionstyrelsen',
    'Hälso- och sjukvårdsnämnden',
    'Regionala utvecklingsnämnden',
    'Kollektivtrafiknämnden',
  ];
  const idOf = new Map([...evaluated.plan.organisation.organ.values()].map(({ id, namn }) => [namn, id]));
  const own = (name: string) => [idOf.get(name), ...(name === 'Regionstyrelsen' ? ['rjh'] : [])];

  it.each(organ)('har varje nyckeltal och uppdrag en gång i kapitlet om %s', (name) => {
    const blocks = chapter(document, name);
    const rader = evaluated.målområden.flatMap((one) => one.rader).filter((rad) => own(name).includes(rad.organ));
    const shown = rowsOf(blocks, 'Nyckeltal:');
    expect(shown.map(({ organ: id, status }) => `${id} ${status}`)).toEqual(
      rader.map((rad) => `${rad.organ} ${rad.status}`),
    );
    shown.forEach((row, index) => {
      expect(documentText(row.cells[0]?.content ?? [])).toContain(rader[index]?.nyckeltal.namn);
    });
    const uppdrag = evaluated.målområden.flatMap((one) => one.uppdrag).filter((one) => own(name).includes(one.organ));
    expect(rowsOf(blocks, 'Uppdrag:').map((row) => documentText(row.cells[0]?.content ?? []))).toEqual(
      uppdrag.map((one) => one.uppdrag.namn),
    );
  });

  it.each(organ)('har varje kommentar en gång i kapitlet om %s', (name) => {
    const text = squeeze(documentText(chapter(document, name)));
    const posts = evaluated.plan.uppföljningar
      .filter((one) => own(name).includes(one.organ))
      .flatMap(({ organ: id, poster }) =>
        Object.entries(poster)
          // What the whole region says of a målområde stands in the joint section.
          .filter(([slag]) => slag !== 'målområden' || id !== evaluated.plan.organ)
          .flatMap(([, some]) => [...some.values()]),
      )
      .flatMap(({ kommentar }) => (kommentar === null ? [] : [kommentar]));
    const remarks = evaluated.målområden
      .flatMap((one) => one.rader)
      .filter((rad) => own(name).includes(rad.organ))
      .flatMap(({ utfall, uppföljning }) => {
        const remark = utfall?.anmärkning ?? null;
        return remark === null || squeeze(uppföljning?.kommentar ?? '').includes(squeeze(remark)) ? [] : [remark];
      });
    expect(posts.length).toBeGreaterThan(0);
    // Several uppdrag may have the same words: each is there as often as it is written.
    const firsts = posts.map((post) => squeeze(post.split(/\n\s*\n|\n- /)[0] ?? '').replace(/^- |\*/g, ''));
    for (const first of new Set(firsts)) {
      const written = [...posts, ...remarks].filter((post) => squeeze(post).includes(first)).length;
      expect(text.split(first).length - 1, first).toBe(written);
    }
  });

  it('upprepar fullmäktiges uppdrag från samma värden', () => {
    const joint = rowsOf(chapter(document, 'Uppdrag från regionfullmäktige'), 'Uppdrag:');
    const uppdrag = evaluated.målområden.flatMap((one) => one.uppdrag).filter((one) => one.uppdrag.från === 'rf');
    expect(joint.map((row) => `${row.organ} ${documentText(row.cells[0]?.content ?? [])}`)).toEqual(
      uppdrag.map((one) => `${one.organ} ${one.uppdrag.namn}`),
    );
  });

  it('räknar lika i löptext, matris och tabeller', () => {
    const text = squeeze(documentText(chapter(document, 'Måluppfyllelse i korthet')));
    expect(text).toContain(
      'Av de sex finansiella målen är tre uppfyllda. Antalet delvis uppfyllda är ett, och antalet ej uppfyllda är två.',
    );
    const matrix = rowsOf(document.blocks, 'Måluppfyllelse per målområde');
    const total = matrix.at(-1);
    const sums = (total?.cells ?? [])
      .slice(1, -1)
      .map((_, column) =>
        matrix.slice(0, -1).reduce((sum, row) => sum + Number(row.cells[column + 1]?.number?.digits), 0),
      );
    expect(sums).toEqual((total?.cells ?? []).slice(1, -1).map(({ number }) => Number(number?.digits)));
    expect(sums.slice(-4).reduce((a, b) => a + b, 0)).toBe(46);
  });

  it('visar målen för god ekonomisk hushållning, deras fördelning och att bedömningen saknas', () => {
    const judged = rowsOf(document.blocks, 'Bedömning av god ekonomisk hushållning');
    const words = judged.map(({ cells }) => cells.map(({ content }) => documentText(content)));
    expect(words).toEqual([
      ['Finansiella mål', '6', '3', '1', '2', '0', 'Bedömning saknas', '–'],
      [
        'Mål för verksamheten',
        '8',
        '0',
        '8',
        '0',
        '0',
        'Bedömning saknas',
        'De åtta övergripande målen har bedömts som pågående.',
      ],
      ['Samlad bedömning', '14', '3', '9', '2', '0', 'Bedömning saknas', '–'],
    ]);
    const goals = rowsOf(document.blocks, 'Mål för god ekonomisk hushållning');
    const financial = rowsOf(document.blocks, 'Finansiella mål');
    expect(goals.slice(0, 6).map(({ status }) => status)).toEqual(financial.map(({ status }) => status));
    expect(goals.slice(6).map(({ cells }) => documentText(cells[0]?.content ?? []).split('\n')[0])).toEqual(
      evaluated.målområden.map((one) => one.målområde.namn),
    );
  });

  it('upprepar inga siffror i ett diagrams tabell, men säger dem i ord och var de står', () => {
    const charts = document.blocks.filter((one): one is Chart => one.kind === 'chart');
    expect(charts.map(figuresWords)).toEqual([
      'Siffrorna står i tabellen ”Måluppfyllelse per målområde”.',
      'Siffrorna står i tabellen ”Finansiella mål”.',
      '',
    ]);
    for (const chart of charts) {
      const { data, figuresIn } = chart;
      const holder = data ?? document.blocks.find((one) => one.kind === 'table' && one.id === figuresIn?.id);
      const rows = holder?.kind === 'table' ? holder.rows : [];
      const bars = chart.chart === 'series' ? [] : chart.bars;
      expect(bars.length).toBeGreaterThan(0);
      for (const bar of bars) {
        const cells = rows.find((row) => documentText(row.cells[0]?.content ?? []).split('\n')[0] === bar.name)?.cells;
        const said = (cells ?? []).map(({ content }) => documentText(content));
        const figures =
          'parts' in bar ? bar.parts.map(({ count }) => String(count)) : [bar.outcomeText, bar.targetText];
        expect(
          figures.filter((figure) => !said.includes(figure)),
          bar.name,
        ).toEqual([]);
        const words =
          'parts' in bar
            ? bar.parts.filter(({ count }) => count > 0).map(({ count, word }) => `${count} ${word.toLowerCase()}`)
            : [`utfall ${bar.outcomeText}`, `målvärde ${bar.targetText}`];
        expect(chart.alt).toContain(`${bar.name}: ${words.join(', ')}`);
      }
    }
  });

  it('har en cell för varje kolumn, aldrig en tom, och rubriker i ordning', () => {
    let level = 1;
    const ids = new Set<string>();
    for (const block of document.blocks) {
      if (block.kind === 'heading') {
        expect(block.level).toBeLessThanOrEqual(level + 1);
        level = block.level;
      }
      const tables =
        block.kind === 'table' ? [block] : block.kind === 'chart' && block.data !== null ? [block.data] : [];
      for (const { rows, columns } of tables) {
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
        expect(rows.every(({ cells }) => cells.every(({ content }) => documentText(content).trim() !== ''))).toBe(true);
      }
      for (const { id } of [...tables, ...(block.kind === 'heading' || block.kind === 'chart' ? [block] : [])]) {
        expect(ids.has(id), id).toBe(false);
        ids.add(id);
      }
    }
  });
});

describe('de andra mallarna', () => {
  it('namnd är ett organs kapitel', async () => {
    const document = await build(await evaluate('2025', '2025-T1'), 'namnd', 'hsn');
    expect(document.title).toBe('Måluppfyllelse för Hälso- och sjukvårdsnämnden, T1 2025');
    const organ = new Set(rowsOf(document.blocks, 'Nyckeltal:').map((row) => row.organ));
    expect([...organ]).toEqual(['hsn']);
  });

  it.each(['2020', '2022', '2022-2024-kd'])('verksamhetsplan för %s har varje mål med sitt målvärde', async (id) => {
    const evaluated = await evaluate(id, id === '2022-2024-kd' ? '2022-2024' : id);
    const text = squeeze(documentText((await build(evaluated, 'verksamhetsplan')).blocks));
    for (const { mål, nyckeltal } of evaluated.plan.målområden) {
      for (const one of mål) {
        expect(text).toContain(squeeze(one.namn));
      }
      for (const { målvärden } of nyckeltal) {
        for (const { text: written } of målvärden) {
          expect(text).toContain(squeeze(written));
        }
      }
    }
  });

  it.each(['2020', '2022'])('bilaga1 går att göra också före utfallen: %s', async (id) => {
    const document = await build(await evaluate(id, id), 'bilaga1');
    expect(document.blocks.length).toBeGreaterThan(10);
  });
});
