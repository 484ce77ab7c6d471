import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderXlsx } from '../../../src/render/xlsx/render-xlsx.ts';
import { xmlText } from '../../../src/render/xml-text.ts';
import type { Chart } from '../../../src/report/document/document.ts';
import { arbitraryReport, HOSTILE, textsOfReport } from '../../helpers/arbitrary-report.ts';
import { runs } from '../../helpers/property.ts';
import { cellsOf, type OfficeFile, readOffice, sheetNamesOf } from '../../helpers/read-office.ts';
import { cell, column, figure, paragraph, row, sampleReport, table } from '../../helpers/sample-report.ts';

const SERIES: Chart = {
  kind: 'chart',
  chart: 'series',
  id: 'serie',
  caption: 'Soliditet år för år',
  alt: 'Linjediagram. 2023: 2. 2024: 3.',
  data: table('Soliditet år för år', [column('År')], []),
  points: ['2023', '2024'].map((period, index) => ({ period, value: index + 2, text: String(index + 2) })),
  target: null,
  unit: null,
};

const RULE = 'Delvis uppfyllt: minst 90 procent av målvärdet.';

describe('en rapport som arbetsbok', () => {
  let file: OfficeFile;
  beforeAll(async () => {
    file = readOffice(await renderXlsx({ ...sampleReport(), rule: [paragraph(RULE)] }));
  });
  const sheet = (name: string) => cellsOf(file, sheetNamesOf(file).indexOf(name));

  it('har ett blad för varje tabell och diagram, mellan ett om rapporten och ett med dess text', () => {
    expect(sheetNamesOf(file)).toEqual([
      'Om rapporten',
      'Måluppfyllelse per målområde',
      'Status för nyckeltal per organ',
      'Nyckeltal för Hälso- och…',
      'Uppdrag från fullmäktige',
      'Kontakt samma dag',
      'Utfall mot målvärde',
      'Text',
    ]);
  });

  it('säger först vad rapporten är, hur den bedömer och vad som finns var', () => {
    const words = [...sheet('Om rapporten').values()].map(({ value }) => value);
    expect(words).toEqual(
      expect.arrayContaining([
        'Sammanställning av måluppfyllelse',
        'Regionplan med budget 2025–2027 · T1 2025',
        'Region Jämtland Härjedalen',
        '2025-T1',
        '1 juni 2025',
        RULE,
        'Nyckeltal för Hälso- och sjukvårdsnämnden',
      ]),
    );
    const links = file.texts('xl/worksheets/sheet1.xml', '//x:hyperlink/@location');
    expect(links).toEqual(
      sheetNamesOf(file)
        .slice(1)
        .map((name) => `'${name}'!A1`),
    );
  });

  it('har huvudet överst, fryst, med filter och på varje papper', () => {
    const part = 'xl/worksheets/sheet2.xml';
    expect(file.find(part, '//x:pane[@ySplit="2"][@xSplit="1"][@state="frozen"]')).toHaveLength(1);
    expect(file.texts(part, '//x:mergeCell/@ref')).toEqual(['A1:A2', 'B1:E1', 'F1:I1', 'J1:J2']);
    expect(file.texts(part, '//x:autoFilter/@ref')).toEqual(['A2:J7']);
    expect(file.texts('xl/workbook.xml', '//x:definedName[@name="_xlnm.Print_Titles"]')[0]).toBe(
      "'Måluppfyllelse per målområde'!$1:$2",
    );
    expect(file.find('xl/workbook.xml', '//x:definedNames')).toHaveLength(1);
    expect(file.find(part, '//x:row[@customHeight]')).toEqual([]);
  });

  it('säger på papper vad bladet visar och vilken sida det är, utan att läsa & som tecken för något', async () => {
    expect(file.texts('xl/worksheets/sheet4.xml', '//x:headerFooter/x:oddHeader')).toEqual([
      '&L&"Arial,Bold"Nyckeltal för Hälso- och sjukvårdsnämnden',
    ]);
    expect(file.texts('xl/worksheets/sheet1.xml', '//x:headerFooter/x:oddFooter')).toEqual([
      '&LSammanställning av måluppfyllelse · Regionplan med budget 2025–2027 · T1 2025&RSida &P av &N',
    ]);
    const named = table(`FoU &P & ${'lång '.repeat(60)}`, [column('A')], [row([cell('a')])]);
    const drawn = readOffice(await renderXlsx({ ...sampleReport(), blocks: [named] }));
    const [header = ''] = drawn.texts('xl/worksheets/sheet2.xml', '//x:headerFooter/x:oddHeader');
    expect(header).toMatch(/^&L&"Arial,Bold"FoU &&P && lång/);
    expect(header.length).toBeLessThan(255);
  });

  it('har tal som tal, med rapportens decimaler och måttenhet', () => {
    const cells = sheet('Nyckeltal för Hälso- och…');
    expect(cells.get('B2')).toEqual({ value: 0.845, format: '0.0 %' });
    expect(cells.get('B3')).toEqual({ value: -34.8, format: '0.00" mnkr"' });
    expect(cells.get('B4')).toEqual({ value: 1821, format: '#,##0" tim"' });
    expect(cells.get('B5')).toEqual({ value: '–', format: 'General' });
    expect(cells.get('C2')?.value).toBe('minst 90\u00A0%');
    expect(cells.get('E2')?.value).toBe('◆ Delvis uppfyllt');
    expect(sheet('Måluppfyllelse per målområde').get('B3')).toEqual({ value: 3, format: '0' });
  });

  it('har listor och länkar som text', () => {
    expect(sheet('Uppdrag från fullmäktige').get('C2')?.value).toBe(
      [
        'Arbetet pågår enligt plan:',
        '• lokala överenskommelser med sex av åtta kommuner',
        '• gemensam digital vårdplanering från den 1 september',
        'Se regionens webbplats (https://regionjh.se/nara-vard).',
      ].join('\n'),
    );
  });

  it('nämner ett diagram vars siffror står i tabellen ovanför tillsammans med den', async () => {
    const above = table('Finansiella mål', [column('Mål')], [row([cell('Soliditet')])]);
    const chart: Chart = { ...SERIES, data: null, figuresIn: { id: above.id, caption: above.caption } };
    const drawn = readOffice(await renderXlsx({ ...sampleReport(), blocks: [above, chart] }));
    expect(sheetNamesOf(drawn)).toEqual(['Om rapporten', 'Finansiella mål']);
    const about = [...cellsOf(drawn, 0).values()].map(({ value }) => value);
    expect(about.at(-1)).toBe('Finansiella mål\nSoliditet år för år\nLinjediagram. 2023: 2. 2024: 3.');
  });

  it('har titel, organisation och rapportens dag', () => {
    expect(file.texts('docProps/core.xml', '//dc:title | //dc:creator | //dcterms:created')).toEqual([
      'Sammanställning av måluppfyllelse',
      'Region Jämtland Härjedalen',
      '2025-06-01T00:00:00Z',
    ]);
  });

  it('håller text för text, vad den än liknar', async () => {
    const rows = HOSTILE.map((one) => row([cell(one)]));
    const hostile = readOffice(
      await renderXlsx({ ...sampleReport(), blocks: [table('Farligt', [column('Text')], rows)] }),
    );
    const cells = cellsOf(hostile, 1);
    HOSTILE.forEach((text, index) => {
      const read = cells.get(`A${index + 2}`);
      expect(read?.value).toBe(xmlText(text));
      expect(read?.format, text).toBe(/^[=+\-@]/.test(text) ? '@' : 'General');
    });
    expect(hostile.find('xl/worksheets/sheet2.xml', '//x:f')).toEqual([]);
  });

  it('delar en text som är längre än en cell på rader under', async () => {
    const long = `${'å'.repeat(32_766)}🧪${'ä'.repeat(40_000)}`;
    const drawn = readOffice(
      await renderXlsx({
        ...sampleReport(),
        blocks: [table('Lång', [column('A')], [row([cell(long)]), row([cell('sist')])])],
      }),
    );
    const cells = cellsOf(drawn, 1);
    const pieces = ['A2', 'A3', 'A4'].map((address) => String(cells.get(address)?.value));
    expect(pieces.join('')).toBe(long);
    expect(pieces.every(({ length }) => length <= 32_767)).toBe(true);
    expect(cells.get('A5')?.value).toBe('sist');
  });

  it('har en rapport utan tabeller också', async () => {
    const drawn = readOffice(await renderXlsx({ ...sampleReport(), blocks: [] }));
    expect(sheetNamesOf(drawn)).toEqual(['Om rapporten']);
  });

  it('tappar inga siffror', async () => {
    const digits = [
      '123456789012345',
      '1234567890123456',
      '0.00000012345',
      '-99.99',
      '8470',
      '0.10',
      '1000000000000000000',
    ];
    const drawn = readOffice(
      await renderXlsx({
        ...sampleReport(),
        blocks: [
          table(
            'Tal',
            [column('Tal'), column('Procent')],
            digits.map((one) => row([figure(one), figure(one, '%')])),
          ),
        ],
      }),
    );
    const cells = cellsOf(drawn, 1);
    expect(cells.get('A2')).toEqual({ value: 123456789012345, format: '#,##0' });
    expect(cells.get('A3')).toEqual({ value: '1\u00A0234\u00A0567\u00A0890\u00A0123\u00A0456', format: 'General' });
    expect(cells.get('A4')).toEqual({ value: 1.2345e-7, format: `0.${'0'.repeat(11)}` });
    expect(cells.get('B5')).toEqual({ value: -0.9999, format: '0.00 %' });
    expect(cells.get('B7')).toEqual({ value: 0.001, format: '0.00 %' });
    expect(cells.get('A8')?.value).toBe(1e18);
  });

  it('har varje text och varje siffra i rapporten, vilka de än är', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport(), async (report) => {
        const drawn = readOffice(await renderXlsx(report));
        const values = sheetNamesOf(drawn).flatMap((_, index) => [...cellsOf(drawn, index).values()]);
        const all = values.map(({ value }) => value).join('\n\n');
        expect(textsOfReport(report).filter((text) => !all.includes(xmlText(text)))).toEqual([]);
      }),
      runs(60),
    );
  }, 120_000);
});
