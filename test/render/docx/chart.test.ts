import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAWN, inDrawnLetters } from '../../../src/render/docx/drawn-letters.ts';
import { renderDocx } from '../../../src/render/docx/render-docx.ts';
import { LIGHT } from '../../../src/render/palette.ts';
import { hasGlyph } from '../../../src/render/pdf/canvas.ts';
import { openDocument } from '../../../src/render/pdf/open-document.ts';
import type { Block, Chart } from '../../../src/report/document/document.ts';
import { bodyOf, type OfficeFile, readOffice } from '../../helpers/read-office.ts';
import { pixelsOf } from '../../helpers/read-png.ts';
import { cell, column, figure, row, sampleReport, table } from '../../helpers/sample-report.ts';

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const ALT = 'Stapeldiagram. Tandvård: 7 uppfyllt, 2 ej uppfyllt.';

const DISTRIBUTION: Chart = {
  kind: 'chart',
  chart: 'distribution',
  id: 'diagram',
  caption: 'Nyckeltalens status',
  alt: ALT,
  data: table('Nyckeltalens status', [column('Område'), column('Uppfyllt')], [row([cell('Tandvård'), figure('7')])]),
  bars: [
    {
      name: 'Tandvård 😀',
      parts: [
        { status: 'uppfyllt', word: 'Uppfyllt', count: 7 },
        { status: 'ej_uppfyllt', word: 'Ej uppfyllt', count: 2 },
      ],
    },
  ],
};

const BULLETS: Chart = {
  ...DISTRIBUTION,
  chart: 'bullet',
  id: 'utfall',
  bars: [
    {
      name: 'Leverantörstrohet',
      status: 'delvis',
      outcome: 90,
      target: 95,
      yellowFrom: 85.5,
      lowerIsBetter: false,
      outcomeText: '90 %',
      targetText: '95 %',
    },
  ],
};

const SERIES: Chart = {
  ...DISTRIBUTION,
  chart: 'series',
  id: 'serie',
  points: ['2022', '2023', '2024'].map((period, index) => ({ period, value: 3 - index, text: String(3 - index) })),
  target: { value: 2.5, text: '2,5' },
  unit: '%',
};

async function drawn(...blocks: readonly Block[]): Promise<OfficeFile> {
  return readOffice(await renderDocx({ ...sampleReport(), blocks }));
}

/** The part of the file that a picture's id stands for. */
function partOf(file: OfficeFile, xpath: string): string {
  const [id] = file.texts(DOCUMENT, xpath);
  return `word/${file.texts(RELATIONS, `//rel:Relationship[@Id="${id}"]/@Target`)[0]}`;
}

describe('ett diagram i Word', () => {
  it('är en bild som säger vad den visar, mellan sin rubrik och sina siffror', async () => {
    const file = await drawn(DISTRIBUTION);
    expect(file.texts(DOCUMENT, '//wp:inline/wp:docPr/@descr')).toEqual([ALT]);
    expect(file.texts(DOCUMENT, '//wp:inline/wp:docPr/@title')).toEqual(['Nyckeltalens status']);
    const body = bodyOf(file).slice(3, 6);
    expect(body.map((one) => (one.kind === 'table' ? 'tabell' : one.style))).toEqual(['Caption', 'Diagram', 'tabell']);
    expect(file.find(DOCUMENT, '//w:p[w:pPr/w:pStyle/@w:val="Diagram"]//wp:inline')).toHaveLength(1);
  });

  it.each([
    ['fördelning', DISTRIBUTION, ['green', 'red', 'ink']],
    ['utfall', BULLETS, ['yellow', 'zone', 'head']],
    ['tidsserie', SERIES, ['accent', 'second']],
  ] as const)('är samma bild i former och i bildpunkter, i rapportens färger: %s', async (_name, chart, colours) => {
    const file = await drawn(chart);
    const svg = file.text(partOf(file, '//asvg:svgBlip/@r:embed'));
    const [, width = '', height = ''] = /^<svg width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    for (const colour of colours) {
      expect(svg, colour).toContain(LIGHT[colour]);
    }
    // Letters are shapes: the reader's fonts have no say.
    expect(svg).not.toMatch(/<text|font|href|<image|<script/);
    const image = pixelsOf(file.bytes(partOf(file, '//a:blip/@r:embed')));
    expect(image.width / image.height).toBeCloseTo(Number(width) / Number(height), 1);
    expect(image.width).toBeGreaterThan(1400);
    for (const colour of [...colours, 'surface'] as const) {
      expect(image.colours, colour).toContain(LIGHT[colour]);
    }
    const [cx, cy] = ['cx', 'cy'].map((one) => Number(file.texts(DOCUMENT, `//wp:inline/wp:extent/@${one}`)[0]));
    expect((cx ?? 0) / (cy ?? 1)).toBeCloseTo(Number(width) / Number(height), 1);
    expect((cx ?? 0) / 12700).toBeLessThanOrEqual(471);
  });

  it('står utan tabell där siffrorna står i en redan', async () => {
    const file = await drawn({ ...SERIES, data: null, figuresIn: { id: 'soliditet', caption: 'Soliditet' } });
    expect(bodyOf(file).map((one) => (one.kind === 'table' ? 'tabell' : one.style))).toEqual([
      ...['Title', 'Subtitle', 'Organisation', 'Caption', 'Diagram', 'Notering'],
    ]);
    expect(file.texts(DOCUMENT, '//w:t').join('')).toContain('Siffrorna står i tabellen ”Soliditet”.');
    expect(file.find(DOCUMENT, '//wp:inline')).toHaveLength(1);
  });

  it('är aldrig högre än en sida', async () => {
    const [bar] = DISTRIBUTION.bars;
    const bars = Array.from({ length: 90 }, (_, index) => ({
      ...bar,
      name: `Område ${index}`,
      parts: bar?.parts ?? [],
    }));
    const file = await drawn({ ...DISTRIBUTION, bars });
    expect(Number(file.texts(DOCUMENT, '//wp:inline/wp:extent/@cy')[0]) / 12700).toBeLessThan(670);
  });

  it('ritas bara där det finns ett', async () => {
    const file = await drawn({ kind: 'paragraph', content: [{ kind: 'text', text: 'Inget' }] });
    expect(file.parts.filter((part) => /media/.test(part))).toEqual([]);
  });
});

describe('bokstäverna i bilderna', () => {
  it('finns alla i typsnitten', async () => {
    const has = hasGlyph(await openDocument({ title: 'T', author: 'A', subject: 'S', date: '2025-06-01' }));
    const missing: string[] = [];
    let count = 0;
    for (let code = 0; code <= 0x10ffff; code++) {
      if (DRAWN.test(String.fromCodePoint(code))) {
        count++;
        if (!has(code)) {
          missing.push(code.toString(16));
        }
      }
    }
    expect(missing).toEqual([]);
    expect(count).toBeGreaterThan(600);
  });

  it('är de som svenska, samiska och siffror behöver, och de andra skrivs ut', () => {
    const words = 'Åre Ängel Östersund éü đŧŋïæ Š −34,8 % ≥ ≤ 10² CO₂ 5–7 ”ord” … ● ◆ ▲';
    expect(inDrawnLetters(words)).toBe(words);
    expect(inDrawnLetters('A\u030Are\u00AD 1\u202F000')).toBe('Åre 1 000');
    expect(inDrawnLetters('😀 ש \u001b \u202E')).toBe('[U+1F600] [U+05E9] [U+001B] [U+202E]');
  });

  it('försvinner aldrig, vilka de än är', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const drawnText = inDrawnLetters(text);
        expect([...drawnText].every((char) => DRAWN.test(char))).toBe(true);
        const visible = [...text.normalize('NFC')].filter((char) => !/[\u00AD\u200B\u2060]/.test(char));
        expect([...drawnText.replace(/\[U\+[0-9A-F]{4,6}\]/g, 'x')].length).toBeLessThanOrEqual(visible.length);
        expect(drawnText === '').toBe(visible.length === 0);
      }),
    );
  });
});
