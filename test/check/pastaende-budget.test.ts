import { describe, expect, it } from 'vitest';
import { påstående } from '../../src/check/rules/pastaende.ts';
import { runRule, told } from '../helpers/run-rule.ts';

const BUDGET = `tabeller:
  - id: ramar
    rubrik: Budgetramar
    måttenhet: mkr
    tabell: |
      | Område   | Budget 2025 | Övriga  externa |
      |----------|------------:|----------------:|
      | Vårdval  |     1 783,1 |        -763,0 * |
      | Motsedda | Ej specificerat |             |
      | Summa    |        10   |             1   |
      | Summa    |        20   |             2   |
`;

const MÅL = `namn: Vård
nyckeltal:
  - id: telefon
    namn: Besvarade samtal
    målvärde: minst 88 %
uppdrag:
  - id: koer
    namn: Korta köerna
    organ: [rs, hsn]
`;

/** What is found of claims, each given by its YAML lines. */
async function find(...claims: readonly (readonly string[])[]): Promise<readonly string[]> {
  const text = claims.map((lines) => lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}\n`).join(''));
  const found = await runRule(påstående, {
    '2025/budget.yaml': BUDGET,
    '2025/mal/vard.yaml': MÅL,
    '2025/utfall/2025-t1.csv': 'nyckeltal;period;utfall\ntelefon;2025-T1;84,46 %\n',
    '2025/pastaenden.yaml': `påståenden:\n${text.join('')}`,
  });
  return found.map(told);
}

function cell(rad: string, kolumn: string, väntat: string, tabell = 'ramar'): readonly string[] {
  return ['budget:', `  tabell: ${tabell}`, `  rad: ${rad}`, `  kolumn: ${kolumn}`, `väntat: ${väntat}`];
}

describe('påståenden om en cell i budgeten', () => {
  it.each([
    ['1 783,1', 'Budget 2025', 'Vårdval'],
    ['1 783 mkr', 'Budget 2025', 'Vårdval'],
    ['1 783 100 tkr', 'Budget 2025', 'Vårdval'],
    ['-763', 'Övriga externa', 'Vårdval'],
    ['ej specificerat', 'Budget 2025', 'Motsedda'],
  ])('”%s” håller', async (väntat, kolumn, rad) => {
    expect(await find(cell(rad, kolumn, väntat))).toEqual([]);
  });

  it('avviker med tabellens måttenhet', async () => {
    expect(await find(cell('Vårdval', 'Budget 2025', '1 784 mkr'), cell('Motsedda', 'Budget 2025', '5 mkr'))).toEqual([
      'fel 6:13 ”1 784 mkr”: påståendet om Vårdval, Budget 2025 i tabellen ramar säger 1 784 mkr, men planen ger 1\u00A0783,1 mkr',
      'fel 11:13 ”5 mkr”: påståendet om Motsedda, Budget 2025 i tabellen ramar säger 5 mkr, men planen ger Ej specificerat',
    ]);
  });

  it.each([
    ['en tabell som inte finns', cell('Vårdval', 'Budget 2025', '1', 'ramr'), 'budgettabellen ”ramr” finns inte'],
    ['en rad som inte finns', cell('Vård', 'Budget 2025', '1'), 'tabellen ”ramar” har ingen rad ”Vård”'],
    ['en kolumn som inte finns', cell('Vårdval', 'Budget', '1'), 'tabellen ”ramar” har ingen kolumn ”Budget”'],
    ['två rader som heter lika', cell('Summa', 'Budget 2025', '10'), 'tabellen ”ramar” har mer än en rad ”Summa”'],
  ])('säger till om %s', async (_, claim, message) => {
    const found = await find(claim);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`: ${message}`);
    expect(found[0]).toMatch(/^fel 2:5 ”budget”|^fel 3:7 /);
  });
});

describe('påståenden om planen', () => {
  it('räknar, läser utfall och mål och lägger ihop', async () => {
    expect(
      await find(
        ['räkna: uppdrag', 'väntat: 1'],
        ['räkna: uppdrag_per_organ', 'väntat: 2'],
        ['räkna: uppdrag', 'där:', '  organ: hsn', 'väntat: ett'],
        ['utfall: telefon', 'period: 2025-T1', 'väntat: 84,5 %'],
        ['målvärde: telefon', 'väntat: 88 %'],
        ['målvärde: telefon', 'väntat: lägst 88 %'],
        ['summa:', '  - 30 mkr', '  - 2 500 tkr', 'väntat: 32,5 mkr'],
        ['förändring:', '  från: 200', '  till: 150', 'väntat: -25 %'],
      ),
    ).toEqual([]);
  });

  it('säger vad planen ger när siffran är en annan', async () => {
    expect(
      await find(
        ['räkna: uppdrag', 'väntat: 2', 'källa: Inledningen'],
        ['utfall: telefon', 'period: 2025-T1', 'väntat: 84 %'],
        ['utfall: telefon', 'period: 2025-T1', 'väntat: 85 %'],
        ['målvärde: telefon', 'väntat: högst 88 %'],
      ),
    ).toEqual([
      'fel 3:13 ”2”: påståendet om antalet uppdrag säger 2 (Inledningen), men planen ger 1',
      'fel 10:13 ”85 %”: påståendet om utfall för telefon (2025-T1) säger 85 %, men planen ger 84,5 %',
      'fel 12:13 ”högst 88 %”: påståendet om målvärde för telefon säger högst 88 %, men planen ger minst 88 %',
    ]);
  });

  it('gör en känd avvikelse till en notis, tills siffran stämmer', async () => {
    const known = ['räkna: uppdrag', 'väntat: 2', 'känd_avvikelse: Ett uppdrag är struket'];
    expect(await find(known)).toEqual([
      'notis 3:13 ”2”: påståendet om antalet uppdrag säger 2, men planen ger 1. Känd avvikelse: Ett uppdrag är struket',
    ]);
    expect(await find(known.map((line) => line.replace('väntat: 2', 'väntat: 1')))).toEqual([
      'fel 4:5 ”känd_avvikelse”: påståendet om antalet uppdrag stämmer nu: 1, men står kvar som känd avvikelse',
    ]);
  });
});
