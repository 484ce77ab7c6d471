import { beforeAll, describe, expect, it } from 'vitest';
import { type Pdf, renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import { checkPdf, type Verdict } from './checker.ts';
import { expectedTexts } from './expected-texts.ts';
import { PdfFile } from './pdf-file.ts';
import {
  CHARTS,
  cell,
  column,
  FULL,
  HOSTILE,
  heading,
  list,
  longTable,
  matrix,
  paragraph,
  report,
  row,
} from './reports.ts';

function plain(text: string): string {
  return text
    .replaceAll('\u00AD', '')
    .replace(/[\u00A0\u202F\s]+/g, ' ')
    .trim();
}

/** What is read aloud, without pictures and the table of contents. */
function heard({ texts }: Verdict): readonly string[] {
  return texts.filter(({ type }) => /^(?:H\d|P|Lbl|Caption|TH)$/.test(type)).map(({ text }) => plain(text));
}

const OPENING = 4;

describe('renderPdf', () => {
  let pdf: Pdf;
  let verdict: Verdict;
  beforeAll(async () => {
    pdf = await renderPdf(FULL);
    verdict = checkPdf(pdf.bytes);
  });

  it('ger en fil som följer PDF/UA-1 och PDF/A-2a', () => {
    expect(verdict.problems).toEqual([]);
    expect(verdict.pages).toBe(pdf.pages);
    expect(pdf.pages).toBeGreaterThan(12);
    expect(pdf.warnings).toEqual([]);
  });

  it('säger allt i rapporten, i ordning, en gång', () => {
    expect(heard(verdict).slice(0, OPENING)).toEqual([
      FULL.organisation,
      FULL.title,
      FULL.subtitle,
      'Upprättad 1 juni 2025',
    ]);
    expect(heard(verdict).slice(OPENING)).toEqual(expectedTexts(FULL).map(plain));
  });

  it('har innehållsförteckning med sidnummer och länkar', () => {
    const entries = verdict.texts.filter(({ type }) => type === 'Link').map(({ text }) => text);
    expect(entries).toContain('Inledning 1');
    expect(entries.find((text) => text.startsWith('Mål 14 '))).toBe(`Mål 14 ${pdf.pages}`);
  });

  it('har rubrikerna i bokmärkena', () => {
    const headings = FULL.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(verdict.outline).toEqual([FULL.title, 'Innehåll', ...headings]);
  });

  it('upprepar tabellens huvud för ögat på varje sida där tabellen fortsätter', () => {
    const pages = verdict.artifacts.map((texts) => texts.join('|'));
    const continued = pages.filter((text) => text.includes('Nyckeltal för kollektivtrafiknämnden (forts.)'));
    expect(continued.length).toBeGreaterThan(2);
    expect(continued.filter((text) => text.includes('NyckeltalUtfallMålvärde'))).toEqual(continued);
    expect(pages.filter((text) => text.includes('mätning 8 (forts.)')).length).toBeGreaterThan(0);
  });

  it('ger samma byte för samma rapport', async () => {
    const again = await renderPdf(FULL);
    expect(Buffer.compare(pdf.bytes, again.bytes)).toBe(0);
    const later = await renderPdf({ ...FULL, date: '2025-06-02' });
    expect(Buffer.compare(pdf.bytes, later.bytes)).not.toBe(0);
  });

  it('leder länkar till adresser som går att följa, och ingen annanstans', async () => {
    const links = [
      'https://å.se/ö?a=(1)',
      'mailto:a@b.se',
      '#finns',
      '#finns-inte',
      'javascript:alert(1)',
      'inte en adress',
    ];
    const { bytes } = await renderPdf(
      report([
        heading(2, 'Finns'),
        ...links.map((link) => paragraph('före ', { kind: 'text', text: `till ${link} `.repeat(9), link }, ' efter')),
      ]),
    );
    const found = checkPdf(bytes);
    expect(found.problems).toEqual([]);
    expect(found.texts.filter(({ type }) => type === 'Link')).toHaveLength(3);
    const file = new PdfFile(bytes);
    const targets = file.numbers.flatMap((number) => file.text(file.dict(file.object(number)).get('URI')) ?? []);
    expect([...new Set(targets)]).toEqual(['https://xn--5ca.se/%C3%B6?a=(1)', 'mailto:a@b.se']);
  });

  it('slutar med vart man vänder sig och tillgänglighetsredogörelsen', async () => {
    const { bytes } = await renderPdf(
      report([], { contact: 'region@regionjh.se', accessibilityStatement: 'https://www.regionjh.se/tillganglighet' }),
    );
    const found = checkPdf(bytes);
    expect(found.problems).toEqual([]);
    const links = found.texts.filter(({ type }) => type === 'Link').map(({ text }) => text);
    expect(links).toEqual(['region@regionjh.se', 'https://www.regionjh.se/tillganglighet']);
  });

  it('skriver ut tecken som inget typsnitt har, och säger vilka', async () => {
    const { bytes, warnings } = await renderPdf(
      report([
        heading(2, HOSTILE[2] ?? ''),
        list(false, ...HOSTILE),
        { ...longTable(1), rows: [row(HOSTILE.slice(0, 5).map((text) => cell(text, { header: true })))] },
      ]),
    );
    const found = checkPdf(bytes);
    expect(found.problems).toEqual([]);
    const text = plain(found.texts.map((one) => one.text).join(' '));
    for (const expected of [
      '<script>alert(1)</script> =cmd|calc',
      '[U+001B][31mröd[U+001B][0m [U+0000] [U+202E]omvänd[U+202C]',
      'emoji [U+1F600] och [U+1F468][U+200D][U+1F469][U+200D][U+1F467], [U+D800] ensam',
      'NFD ångström',
      'đuoddji ŧ ï æ Ŋ',
      '[U+0639][U+0631][U+0628][U+064A] [U+05D5]',
      'mjuka bindestreck, hårda mellanrum och 12 345 kr samt a-b',
      'x'.repeat(400),
      'långtsammansattordsomintetarslut'.repeat(12),
    ]) {
      expect(text).toContain(expected);
    }
    expect(warnings.map((warning) => warning.text)).toEqual([HOSTILE[2], HOSTILE[1], HOSTILE[5]]);
    expect(warnings[0]?.written).toEqual(['[U+1F600]', '[U+1F468]', '[U+200D]', '[U+1F469]', '[U+1F467]', '[U+D800]']);
  });

  it('tål det som en rapport sällan har', async () => {
    const strange = report(
      [
        heading(4, 'Hoppar över nivåer'),
        heading(6, 'Och en till'),
        heading(4, ''),
        paragraph(),
        list(true, []),
        list(false, [CHARTS[0] ?? paragraph(), matrix(1), heading(3, 'I en lista')]),
        { ...longTable(3), rows: [] },
        { ...longTable(2), columns: Array.from({ length: 5 }, () => column('', 0)) },
        { ...matrix(2), columns: matrix(2).columns.map((one) => ({ ...one, header: `${one.header}lång`.repeat(4) })) },
        { ...matrix(1), rows: [row(matrix(1).columns.map(() => cell([])))] },
        { kind: 'contents' },
      ],
      { title: 'A & B < C > "D"', organisation: '', subtitle: '' },
    );
    expect(checkPdf((await renderPdf(strange)).bytes).problems).toEqual([]);
    expect(checkPdf((await renderPdf(report([]))).bytes).problems).toEqual([]);
  });

  it('delar en cell över sidor utan att något faller bort, hur stor sidan än är', async () => {
    for (const rows of [1, 6, 11]) {
      const table = longTable(rows, 40);
      const one = report([heading(2, 'Tabell'), paragraph('x '.repeat(rows * 90)), table]);
      const found = checkPdf((await renderPdf(one)).bytes);
      expect(found.problems).toEqual([]);
      expect(heard(found).slice(OPENING)).toEqual(expectedTexts(one).map(plain));
    }
  });

  it('ställer ingen rubrik sist på en sida', async () => {
    for (let lines = 20; lines < 60; lines += 3) {
      const filler = Array.from({ length: lines }, () => 'rad').join('\n');
      const { bytes } = await renderPdf(
        report([paragraph(filler), heading(2, 'Kapitel'), heading(3, 'Avsnitt'), matrix(2), paragraph('slut')]),
      );
      const { pages, outline, problems } = checkPdf(bytes);
      expect(problems).toEqual([]);
      expect(outline).toEqual([report([]).title, 'Kapitel', 'Avsnitt']);
      const file = new PdfFile(bytes);
      const tops = file.numbers.flatMap((number) => {
        const item = file.dict(file.object(number));
        return file.text(item.get('Title')) === 'Kapitel' ? [Number(file.array(item.get('Dest'))[3])] : [];
      });
      expect(tops[0], `${lines} rader, ${pages} sidor`).toBeGreaterThan(200);
    }
  });
});
