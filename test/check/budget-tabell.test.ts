import { describe, expect, it } from 'vitest';
import { budgetTabell } from '../../src/check/rules/budget-tabell.ts';
import { tableYaml } from '../helpers/budget-of.ts';
import { runRule, told } from '../helpers/run-rule.ts';

const ROWS = ['| Mkr | B25 | B26 |', '|---|---:|---:|', '| Vård | 1 | 2 |', '| Stab | 3 | 4 |', '| Summa | 4 | 6 |'];

async function find(...tables: readonly string[]): Promise<readonly string[]> {
  const found = await runRule(budgetTabell, { '2025/budget.yaml': `tabeller:\n${tables.join('\n')}\n` });
  expect(found.every(({ severity, help }) => severity === 'fel' && help !== null)).toBe(true);
  return found.map((one) => told(one).replace(/^fel /, ''));
}

describe('budget-tabell', () => {
  it('är tyst om en hel tabell', async () => {
    const keys = ['summor:', '  - rad: Summa', '    av: [Vård, Stab]', '  - kolumn: B26', '    av: B25'];
    expect(await find(tableYaml(ROWS, keys))).toEqual([]);
    expect(await runRule(budgetTabell, {})).toEqual([]);
  });

  it('pekar på rader med fel antal celler', async () => {
    expect(await find(tableYaml([...ROWS, '| Kort | 1 |', '| Lång | 1 | 2 | 3 |', 'prosa']))).toEqual([
      '9:7 ”| Kort | 1 |”: raden ”Kort” i tabellen t har 2 celler, rubrikraden 3',
      '10:7 ”| Lång | 1 | 2 | 3 |”: raden ”Lång” i tabellen t har 4 celler, rubrikraden 3',
      '11:7 ”prosa”: raden ”prosa” i tabellen t har 1 cell, rubrikraden 3',
    ]);
  });

  it('säger till om streckraden och om en tom tabell', async () => {
    expect(await find(tableYaml(['| Mkr | B |', '| Vård | 1 |']))).toEqual([
      '4:7 ”| Mkr | B |”: tabellen t saknar streckrad under rubrikraden',
    ]);
    expect(await find(tableYaml(['| Mkr | B |', '|---|', '| Vård | 1 |']))).toEqual([
      '5:7 ”|---|”: streckraden i tabellen t har 1 cell, rubrikraden 2',
    ]);
    expect(await find(tableYaml(['| Mkr | B |', '|---|---|']))).toEqual([
      '4:7 ”| Mkr | B |”: tabellen t har inga rader',
    ]);
  });

  it('stoppar belopp som inte går att läsa, men inte text', async () => {
    const [found, ...more] = await find(tableYaml(['| Mkr | B |', '|---|---|', '| Vård | 1.234 |', '| Stab | ca 3 |']));
    expect(found).toMatch(
      /^6:16 ”1\.234”: beloppet ”1\.234” på raden ”Vård” i tabellen t går inte att läsa: .*1234 och 1,234/,
    );
    expect(more).toEqual([]);
    expect(await find(tableYaml(ROWS, ['avrundning: 0.125']))).toEqual([
      '9:17 ”0.125”: avrundningen ”0.125” i tabellen t går inte att läsa',
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['okänd summarad', ['- rad: Suma', '  av: [Vård]'], ['10:14 ”Suma”: raden ”Suma” finns inte i tabellen t']],
    ['okänd del', ['- rad: Summa', '  av: [Vård, Stap]'], ['11:20 ”Stap”: raden ”Stap” finns inte i tabellen t']],
    ['okänd del, ensam', ['- rad: Summa', '  av: Stap'], ['11:13 ”Stap”: raden ”Stap” finns inte i tabellen t']],
    ['okänd kolumn', ['- kolumn: B26', '  av: [B24]'], ['11:14 ”B24”: kolumnen ”B24” finns inte i tabellen t']],
    ['varken eller', ['- av: [Vård]'], ['10:13 ”[”: en summa i tabellen t har varken rad eller kolumn']],
    [
      'sig själv',
      ['- rad: Summa', '  av: [Vård, Summa]'],
      ['11:20 ”Summa”: summan ”Summa” i tabellen t kan inte vara en del av sig själv'],
    ],
    [
      'två gånger',
      ['- rad: Summa', '  av: [Vård, Vård]'],
      ['11:20 ”Vård”: ”Vård” läggs till två gånger i summan ”Summa” i tabellen t'],
    ],
  ])('%s i summor', async (_, lines, expected) => {
    const found = await find(tableYaml(ROWS, ['summor:', ...lines.map((line) => `  ${line}`)]));
    expect(found.map((one) => one.replace(/”\[[^”]*”/, '”[”'))).toEqual(expected);
  });

  it('föreslår det som nästan heter så, annars det som finns', async () => {
    const [near, far] = await runRule(budgetTabell, {
      '2025/budget.yaml': `tabeller:\n${tableYaml(ROWS, ['summor:', '  - rad: Summa', '    av: [Vrd, Räntor]'])}\n`,
    });
    expect(near?.help).toBe('Menade du ”Vård”?');
    expect(far?.help).toBe('Rader som finns: ”Vård”, ”Stab”, ”Summa”');
  });

  it('säger till om namn som står flera gånger, bara när de används', async () => {
    const rows = [...ROWS, '| Stab | 5 | 6 |'];
    expect(await find(tableYaml(rows))).toEqual([]);
    expect(await find(tableYaml(rows, ['summor:', '  - rad: Summa', '    av: [Vård, Stab]']))).toEqual([
      '12:20 ”Stab”: 2 rader i tabellen t heter ”Stab”',
    ]);
  });

  it('prövar lika_med', async () => {
    const other = tableYaml(['| Mkr | B24 |', '|---|---:|', '| Summa | 4 |'], [], 'annan');
    const like = (...lines: readonly string[]) =>
      find(tableYaml(ROWS, ['lika_med:', ...lines.map((line) => `  ${line}`)]), other);
    expect(await like('- rad: Summa', '  med:', '    tabell: annat')).toEqual([
      '12:19 ”annat”: tabellen ”annat” finns inte i budget.yaml',
    ]);
    expect(await like('- med:', '    tabell: annan')).toEqual([
      '11:19 ”annan”: lika_med i tabellen t säger inte vad som jämförs',
    ]);
    expect(await like('- rad: Summa', '  med:', '    tabell: annan', '    kolumn: B24')).toEqual([
      '12:19 ”annan”: lika_med i tabellen t säger inte vad som jämförs',
    ]);
    expect(await like('- rad: Summa', '  med:', '    tabell: annan')).toEqual([
      '12:19 ”annan”: tabellen t och tabellen annan har ingen kolumn med samma namn att jämföra',
    ]);
    expect(await like('- rad: Summa', '  kolumn: B25', '  med:', '    tabell: annan')).toEqual([
      '11:17 ”B25”: kolumnen ”B25” finns inte i tabellen annan',
    ]);
    expect(await like('- rad: Summa', '  kolumn: B25', '  med:', '    tabell: annan', '    kolumn: B24')).toEqual([]);
  });

  it('prövar namnen i känd_avvikelse', async () => {
    const keys = ['känd_avvikelse:', '  - rad: Suma', '    kolumn: B25', '    skäl: x'];
    expect(await find(tableYaml(ROWS, keys))).toEqual(['10:14 ”Suma”: raden ”Suma” finns inte i tabellen t']);
  });

  it('säger till om ett id som används två gånger', async () => {
    const found = await runRule(budgetTabell, {
      '2025/budget.yaml': `tabeller:\n${tableYaml(ROWS)}\n${tableYaml(ROWS)}\n`,
    });
    expect(found.map(told)).toEqual(['fel 9:9 ”t”: id ”t” används redan av en annan budgettabell']);
    expect(found[0]?.notes).toHaveLength(1);
  });
});
