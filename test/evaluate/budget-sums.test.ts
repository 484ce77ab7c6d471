import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummaPrövning } from '../../src/evaluate/add-amounts.ts';
import { placeInTable, readCell } from '../../src/evaluate/budget-cell.ts';
import { type CellPrövning, checkInvesteringar, checkTabell } from '../../src/evaluate/budget-sums.ts';
import { decimal } from '../../src/model/decimal.ts';
import { budgetOf, budgetWith, first, tableYaml, textAt } from '../helpers/budget-of.ts';
import { runs } from '../helpers/property.ts';

/** `Totalt/Budget: 10 ≠ 9 (1)` for every checked cell. */
function told(checked: readonly CellPrövning[]): readonly string[] {
  return checked.map(({ ruta, prövning }) => `${ruta.rad.namn}/${ruta.kolumn}: ${wordsOf(prövning)}`);
}

function wordsOf(prövning: SummaPrövning): string {
  switch (prövning.slag) {
    case 'stämmer':
      return prövning.angiven;
    case 'avviker':
      return `${prövning.angiven} ≠ ${prövning.beräknad} (${prövning.skillnad})`;
    case 'oprövad':
      return `? ${prövning.hinder.slag} ”${prövning.hinder.text}”`;
  }
}

/** A column of parts and a sum; what becomes of the sum. */
function sumOf(parts: readonly string[], sum: string, keys: readonly string[] = []): string {
  const rows = [
    '| x | B |',
    '|---|---:|',
    ...parts.map((part, index) => `| r${index} | ${part} |`),
    `| Totalt | ${sum} |`,
  ];
  const av = parts.map((_, index) => `r${index}`).join(', ');
  const budget = budgetWith(tableYaml(rows, ['summor:', `  - rad: Totalt`, `    av: [${av}]`, ...keys]));
  const [one] = told(checkTabell(budget, first(budget)));
  return one?.replace('Totalt/B: ', '') ?? 'ingen';
}

describe('readCell', () => {
  it.each([
    ['15', '15'],
    ['1 170,7', '1170.7'],
    ['1\u00A0170,7', '1170.7'],
    ['1\u202F170,7', '1170.7'],
    ['-86,50', '-86.50'],
    ['−86,5', '-86.5'],
    ['–86,5', '-86.5'],
    ['- 86,5', '-86.5'],
    ['+4,5', '4.5'],
    ['105 mkr', '105'],
    ['21,5*', '21.5'],
    ['0', '0'],
  ])('läser %s', (text, siffror) => {
    const value = readCell(text);
    expect(value.slag === 'tal' ? value.kvantitet.siffror : value).toBe(siffror);
  });

  it.each(['Ej specificerat', '36,5 +?', '92,5 mkr +?', '–', '-', 'tre', 'ett', '2022-2024', '18:05', '(5) x'])(
    '%s är text',
    (text) => {
      expect(readCell(text)).toEqual({ slag: 'text' });
    },
  );

  it.each(['1.234', '1 2345', '12,3,4', '1..2'])('%s är inget tal, fast det ser ut så', (text) => {
    expect(readCell(text).slag).toBe('oläst');
  });

  it.each(['', ' ', '*'])('”%s” är tom', (text) => {
    expect(readCell(text)).toEqual({ slag: 'tom' });
  });
});

describe('en summa av rader', () => {
  it.each([
    [['1 170,7', '289,2'], '1 459,9', '1459.9'],
    // 0,1 + 0,2 is not 0,3 in binary floating point.
    [['0,1', '0,2'], '0,3', '0.3'],
    [['-282,9', '−265,8', '–0'], '−548,7', '-548.7'],
    [['15', 'Ej specificerat', '120'], '135', '? text ”Ej specificerat”'],
    [['21,5', '36,5 +?'], '58', '? text ”36,5 +?”'],
    [['15', ''], '15', '? tom ””'],
    [['15', '5'], '', '? tom ””'],
    [['15', '5'], 'se bilaga', '? text ”se bilaga”'],
    [['-168,6', '-455,1', '-139,7'], '-763,0', '-763.0 ≠ -763.4 (0.4)'],
    // The sum is rounded half up to the printed decimals of the figure.
    [['1,25', '1,2'], '2,5', '2.5'],
    [['1,24', '1,2'], '2,5', '2.5 ≠ 2.44 (0.06)'],
    [['-1,5', '-1'], '-3', '-3'],
    [['2', '3'], '5,0', '5.0'],
  ] as const)('%j = %s', (parts, sum, expected) => {
    expect(sumOf(parts, sum)).toBe(expected);
  });

  it('tillåter skillnader upp till avrundningen, i tabellens enhet', () => {
    expect(sumOf(['1,2', '1,2'], '2,5', ['avrundning: 0,1'])).toBe('2.5');
    expect(sumOf(['1,2', '1,2'], '2,3', ['avrundning: 0,1'])).toBe('2.3');
    expect(sumOf(['1,2', '1,2'], '2,6', ['avrundning: 0,1'])).toBe('2.6 ≠ 2.4 (0.2)');
    expect(sumOf(['1,24', '1,2'], '2', ['avrundning: 0,1'])).toBe('2');
  });

  it('räknar om mellan enheter och lägger aldrig ihop olika saker', () => {
    expect(sumOf(['1 mkr', '500 tkr'], '1 500', ['måttenhet: tkr'])).toBe('1500');
    expect(sumOf(['1,5', '0,5'], '2 000 tkr', ['måttenhet: mkr'])).toBe('2000');
    expect(sumOf(['1 mkr', '500 tkr'], '1,5 mkr')).toBe('1.5');
    expect(sumOf(['1 mkr', '5 %'], '6', ['måttenhet: mkr'])).toBe('? måttenhet ”5 %”');
  });

  it('stämmer för varje summa av decimaltal som skrivs som den är', () => {
    const amount = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), fc.boolean(), (amounts, off) => {
        const texts = amounts.map(([digits, decimals]) =>
          decimal(digits)
            .div(decimal(10 ** decimals))
            .toFixed(decimals),
        );
        const sum = texts.reduce((total, text) => total.plus(decimal(text)), decimal(off ? '0.001' : '0')).toFixed(3);
        const swedish = (text: string) => text.replace('.', ',').replace('-', '−');
        expect(sumOf(texts.map(swedish), swedish(sum)).includes('≠')).toBe(off);
      }),
      runs(200),
    );
  });
});

const RAMAR = [
  '| Mkr | Intäkter | Kostnader | Netto |',
  '|---|---:|---:|---:|',
  '| Stab | 10 | -4 | 6 |',
  '| Vård | 20 | -5 | 14 |',
  '| Summa | 30 | -9 | 21 |',
];

describe('summor i en tabell', () => {
  it('prövar en rad i varje kolumn och en kolumn på varje rad', () => {
    const budget = budgetWith(
      tableYaml(RAMAR, [
        'summor:',
        '  - rad: Summa',
        '    av: [Stab, Vård]',
        '  - kolumn: Netto',
        '    av: [Intäkter, Kostnader]',
      ]),
    );
    const checked = checkTabell(budget, first(budget));
    expect(told(checked)).toEqual([
      'Summa/Intäkter: 30',
      'Summa/Kostnader: -9',
      'Summa/Netto: 21 ≠ 20 (1)',
      'Stab/Netto: 6',
      'Vård/Netto: 14 ≠ 15 (1)',
      'Summa/Netto: 21',
    ]);
    expect(checked.map(({ grund }) => grund.slag)).toEqual([
      'rader',
      'rader',
      'rader',
      'kolumner',
      'kolumner',
      'kolumner',
    ]);
    const [, , net] = checked;
    expect(net === undefined ? '' : textAt(placeInTable(net.ruta.tabell, net.ruta.cell))).toBe('21');
  });

  it('prövar bara cellen när både rad och kolumn anges', () => {
    const budget = budgetWith(
      tableYaml(RAMAR, ['summor:', '  - rad: Summa', '    kolumn: Kostnader', '    av: [Stab, Vård]']),
    );
    expect(told(checkTabell(budget, first(budget)))).toEqual(['Summa/Kostnader: -9']);
  });

  it.each([
    ['en okänd rad', ['- rad: Summa', '  av: [Stab, Vard]']],
    ['en okänd kolumn', ['- kolumn: Netto', '  av: [Intäkter, Kostnad]']],
    ['en okänd summa', ['- rad: Totalt', '  av: [Stab, Vård]']],
    ['varken rad eller kolumn', ['- av: [Stab, Vård]']],
  ])('%s prövas inte', (_, lines) => {
    const budget = budgetWith(tableYaml(RAMAR, ['summor:', ...lines.map((line) => `  ${line}`)]));
    expect(checkTabell(budget, first(budget))).toEqual([]);
  });

  it('hoppar över en rad utan alla celler', () => {
    const rows = [...RAMAR.slice(0, 3), '| Vård | 20 |', RAMAR[4] ?? ''];
    const budget = budgetWith(tableYaml(rows, ['summor:', '  - rad: Summa', '    av: [Stab, Vård]']));
    expect(told(checkTabell(budget, first(budget)))).toEqual(['Summa/Intäkter: 30']);
  });
});

describe('lika med en annan tabell', () => {
  const other = tableYaml(
    ['| Tkr | Netto | Intäkter |', '|---|---:|---:|', '| Summa | 21 000 | 30 400 |', '| Stab | 6 004 | Ej klart |'],
    ['måttenhet: tkr'],
    'annan',
  );
  function compare(...lines: readonly string[]): readonly string[] {
    const budget = budgetWith(
      tableYaml(RAMAR, ['måttenhet: mkr', 'lika_med:', ...lines.map((line) => `  ${line}`)]),
      other,
    );
    return told(checkTabell(budget, first(budget)));
  }

  it('jämför en cell, också när den heter något annat där', () => {
    expect(compare('- rad: Summa', '  kolumn: Netto', '  med:', '    tabell: annan')).toEqual(['Summa/Netto: 21']);
    expect(
      compare('- rad: Vård', '  kolumn: Netto', '  med:', '    tabell: annan', '    rad: Stab', '    kolumn: Netto'),
    ).toEqual(['Vård/Netto: 14 ≠ 6.004 (7.996)']);
  });

  it('jämför en rad i de kolumner som finns i båda, och en kolumn i raderna', () => {
    expect(compare('- rad: Summa', '  med:', '    tabell: annan')).toEqual(['Summa/Intäkter: 30', 'Summa/Netto: 21']);
    expect(compare('- kolumn: Netto', '  med:', '    tabell: annan')).toEqual(['Stab/Netto: 6', 'Summa/Netto: 21']);
    expect(compare('- rad: Stab', '  kolumn: Intäkter', '  med:', '    tabell: annan')).toEqual([
      'Stab/Intäkter: ? text ”Ej klart”',
    ]);
  });

  it('samma ord är lika', () => {
    const rows = ['| x | B |', '|---|---|', '| a | Ej klart |'];
    const budget = budgetWith(
      tableYaml(rows, ['lika_med:', '  - rad: a', '    med:', '      tabell: annan']),
      tableYaml(rows, [], 'annan'),
    );
    expect(told(checkTabell(budget, first(budget)))).toEqual(['a/B: Ej klart']);
  });

  it.each([
    ['en okänd tabell', ['- rad: Summa', '  med:', '    tabell: borta']],
    ['inget alls', ['- med:', '    tabell: annan']],
    ['en rad mot en cell', ['- rad: Summa', '  med:', '    tabell: annan', '    kolumn: Netto']],
  ])('%s jämförs inte', (_, lines) => {
    expect(compare(...lines)).toEqual([]);
  });
});

describe('investeringar', () => {
  const objects = (...amounts: readonly (readonly [string, string])[]) =>
    amounts.flatMap(([område, belopp]) => [`    - område: ${område}`, '      objekt: Sak', `      belopp: ${belopp}`]);
  function check(...lines: readonly string[]) {
    const { investeringar } = budgetOf(`investeringar:\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
    return investeringar === null ? null : checkInvesteringar(investeringar);
  }

  it('läggs ihop per område och jämförs med planens summa', () => {
    const objekt = [
      'objekt:',
      ...objects(['IT', '9 600'], ['Fastighet', '150'], ['IT', '3630']).map((line) => line.slice(2)),
    ];
    expect(check('måttenhet: tkr', 'summa: 13 380', ...objekt)).toMatchObject({
      områden: [
        { namn: 'IT', summa: '13230' },
        { namn: 'Fastighet', summa: '150' },
      ],
      beräknad: '13380',
      prövning: { slag: 'stämmer' },
    });
    expect(check('summa: 13 381', ...objekt)?.prövning).toEqual({
      slag: 'avviker',
      angiven: '13381',
      beräknad: '13380',
      skillnad: '1',
    });
    expect(check(...objekt)).toMatchObject({ beräknad: '13380', prövning: null });
  });

  it('räknar om belopp med egna enheter, och säger när ett är text', () => {
    const own = ['objekt:', ...objects(['IT', '1,5 mkr'], ['IT', '500 tkr']).map((line) => line.slice(2))];
    expect(check('summa: 2 mkr', ...own)).toMatchObject({ beräknad: '2.0', prövning: { slag: 'stämmer' } });
    const words = ['objekt:', ...objects(['IT', '5'], ['IT', 'oklart']).map((line) => line.slice(2))];
    expect(check('summa: 5', ...words)).toMatchObject({
      områden: [{ summa: null }],
      beräknad: null,
      prövning: { slag: 'oprövad', hinder: { text: 'oklart' } },
    });
  });
});
