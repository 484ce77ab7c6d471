import { describe, expect, it } from 'vitest';
import { placeInTable } from '../../src/evaluate/budget-cell.ts';
import { readMarkdownTable } from '../../src/load/markdown-table.ts';
import { partOf } from '../../src/load/place-of.ts';
import { wholeFile, within } from '../../src/model/origin.ts';
import { positionAt } from '../../src/source/source-file.ts';
import { budgetOf, first, textAt } from '../helpers/budget-of.ts';

const TEXT = `# Budget
tabeller:
  - id: ramar
    rubrik: Budgetramar
    måttenhet: mkr
    tabell: |
      | Område  | Budget 2025 | Plan 2026 |
      |---------|------------:|----------:|
      | Åre     |     1 170,7 |       -12 |

      | **Totalt** | **1 170,7** |  |
    avrundning: 0,1
    summor:
      - rad: Totalt
        av: Åre
    lika_med:
      - rad: Totalt
        kolumn: Budget 2025
        med:
          tabell: annan
          kolumn: Budget
    fotnoter:
      - En fotnot
    känd_avvikelse:
      - rad: Totalt
        kolumn: Plan 2026
        skäl: Saknas
ändringar:
  - område: Vårdval
    text: Mer pengar
    belopp: 2 mkr
investeringar:
  måttenhet: tkr
  summa: 150
  objekt:
    - objekt: Elfordon
      belopp: 150
`;

describe('budget.yaml', () => {
  const budget = budgetOf(TEXT);
  const tabell = first(budget);

  it('läses med tabeller, ändringar och investeringar', () => {
    expect(tabell).toMatchObject({
      id: 'ramar',
      rubrik: 'Budgetramar',
      måttenhet: 'mkr',
      radrubrik: 'Område',
      kolumner: ['Budget 2025', 'Plan 2026'],
      streckrad: { antal: 3 },
      avrundning: '0,1',
      summor: [{ rad: 'Totalt', kolumn: null, av: ['Åre'] }],
      likheter: [{ rad: 'Totalt', kolumn: 'Budget 2025', med: { tabell: 'annan', rad: 'Totalt', kolumn: 'Budget' } }],
      fotnoter: ['En fotnot'],
      kändaAvvikelser: [{ rad: 'Totalt', kolumn: 'Plan 2026', skäl: 'Saknas' }],
    });
    expect(tabell.rader.map(({ namn, celler }) => [namn, ...celler.map(({ text }) => text)])).toEqual([
      ['Åre', '1 170,7', '-12'],
      ['Totalt', '1 170,7', ''],
    ]);
    expect(budget.ändringar).toMatchObject([{ område: 'Vårdval', text: 'Mer pengar', belopp: '2 mkr' }]);
    expect(budget.investeringar).toMatchObject({
      måttenhet: 'tkr',
      summa: '150',
      objekt: [{ objekt: 'Elfordon', slag: null }],
    });
  });

  it('vet var varje cell står, till rad och kolumn', () => {
    const places = tabell.rader.flatMap(({ celler }) =>
      celler.map((cell) => {
        const place = placeInTable(tabell, cell);
        const { line, column } = positionAt(place.file, place.start);
        return `${line}:${column} ${textAt(place)}`;
      }),
    );
    expect(places).toEqual(['9:23 1 170,7', '9:39 -12', '11:24 1 170,7', '11:36  ']);
  });

  it('gör det också med CRLF, annat indrag och blocktecken', () => {
    const text = TEXT.replace('tabell: |\n', 'tabell: |+2\n').replaceAll('\n', '\r\n');
    const crlf = first(budgetOf(text));
    const cell = crlf.rader[1]?.celler[0];
    expect(cell === undefined ? '' : textAt(placeInTable(crlf, cell))).toBe('1 170,7');
  });

  it('pekar på hela texten när tabellen inte står rad för rad', () => {
    const quoted = first(budgetOf('tabeller:\n  - id: t\n    tabell: "| A | B |\\n|---|---|\\n| c | 1 |"\n'));
    expect(quoted.rader.map(({ namn }) => namn)).toEqual(['c']);
    const cell = quoted.rader[0]?.celler[0];
    expect(cell === undefined ? '' : textAt(placeInTable(quoted, cell))).toContain('| A | B |');
  });
});

describe('partOf i ett block', () => {
  it('pekar på en del av en rad, och högst till radens slut', () => {
    const file = { path: 'x.yaml', text: 'a:\n  b: |\n    första\n\n    andra raden\n  c: d\n' };
    const origin = within(wholeFile(file), 'a', 'b');
    const text = 'första\n\nandra raden\n';
    expect(textAt(partOf(origin, text, 8, 13))).toBe('andra');
    expect(textAt(partOf(origin, text, 14, 40))).toBe('raden');
    expect(textAt(partOf(origin, text, 0, 20))).toBe('första');
  });
});

describe('readMarkdownTable', () => {
  const cells = (text: string) =>
    readMarkdownTable(text).rader.map(({ namn, celler }) => [namn, ...celler.map((cell) => cell.text)]);

  it('läser rader utan yttre streck, och ett streck i texten', () => {
    expect(cells('A | B\n--- | ---\nx | 1\n| a\\|b | 2 |')).toEqual([
      ['x', '1'],
      ['a|b', '2'],
    ]);
  });

  it('tappar ingen rad: streck är bara en streckrad under rubrikerna', () => {
    expect(cells('| A | B |\n|:--|--:|\n| - | - |\n|  |  |\n|---|---|')).toEqual([
      ['-', '-'],
      ['', ''],
      ['---', '---'],
    ]);
    expect(readMarkdownTable('| A | B |\n| x | 1 |')).toMatchObject({ streckrad: null, rader: [{ namn: 'x' }] });
    expect(readMarkdownTable('| A | B |\n|---|\n')).toMatchObject({ streckrad: { antal: 1 } });
  });

  it('behåller rader med för få och för många celler', () => {
    expect(cells('| A | B |\n|---|---|\n| x |\n| y | 1 | 2 |\nprosa')).toEqual([['x'], ['y', '1', '2'], ['prosa']]);
  });

  it('är tom för en tom text', () => {
    expect(readMarkdownTable('')).toMatchObject({ header: { namn: '', celler: [] }, streckrad: null, rader: [] });
  });

  it('fastnar inte på långa rader', () => {
    const started = Date.now();
    readMarkdownTable(`|${' '.repeat(200_000)}x\n|${'-'.repeat(200_000)}x\n${'*'.repeat(200_000)}|`);
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});
