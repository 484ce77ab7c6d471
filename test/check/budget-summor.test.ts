import { describe, expect, it } from 'vitest';
import { budgetSummor } from '../../src/check/rules/budget-summor.ts';
import { runRule, told } from '../helpers/run-rule.ts';

const PUBLISHED = 'titel: Plan\nperiod: 2025\norgan: rs\nstatus: publicerad\n';
const DECIDED = 'titel: Plan\nperiod: 2025\norgan: rs\n';

function budget(total: string, ...keys: readonly string[]): string {
  return `tabeller:
  - id: ramar
    rubrik: Ramar
    tabell: |
      | Mkr    | Budget |
      |--------|-------:|
      | Vård   |  783,1 |
      | Stab   |  472,0 |
      | Totalt | ${total} |
    summor:
      - rad: Totalt
        av: [Vård, Stab]
${keys.map((key) => `    ${key}\n`).join('')}`;
}

const KNOWN = ['känd_avvikelse:', '  - rad: Totalt', '    kolumn: Budget', '    skäl: Tryckt fel'];

describe('budget-summor', () => {
  it('pekar på cellen med båda talen', async () => {
    const found = await runRule(budgetSummor, { '2025/budget.yaml': budget('-1 255,9') });
    expect(found.map(told)).toEqual([
      'fel 9:18 ”-1 255,9”: summan ”Totalt” i kolumnen ”Budget” i tabellen ramar ”Ramar” är −1\u00A0255,9, men raderna blir 1\u00A0255,1 (skillnad 2\u00A0511,0)',
    ]);
    expect(found[0]).toMatchObject({ code: 'VP220', slug: 'budget-summor', id: 'ramar', notes: [] });
    expect(found[0]?.help).toContain('avrundning');
  });

  it('är tyst när summorna stämmer', async () => {
    expect(await runRule(budgetSummor, { '2025/budget.yaml': budget('1 255,1') })).toEqual([]);
    expect(await runRule(budgetSummor, { '2025/budget.yaml': budget('1 255', 'avrundning: 0,1') })).toEqual([]);
    expect(await runRule(budgetSummor, { '2025/budget.yaml': budget('') })).toEqual([]);
    expect(await runRule(budgetSummor, { '2025/budget.yaml': budget('Ej klart') })).toEqual([]);
    expect(await runRule(budgetSummor, {})).toEqual([]);
  });

  it('säger när en summa inte kan kontrolleras', async () => {
    const text = budget('1 255,1').replace('472,0', '472 +?');
    expect((await runRule(budgetSummor, { '2025/budget.yaml': text })).map(told)).toEqual([
      'notis 9:18 ”1 255,1”: summan ”Totalt” i kolumnen ”Budget” i tabellen ramar ”Ramar” kan inte kontrolleras: ”472 +?” är inget tal',
    ]);
  });

  it('gör en känd avvikelse till en notis i en publicerad plan', async () => {
    const text = budget('1 255,9', ...KNOWN);
    const published = await runRule(budgetSummor, { '2025/plan.yaml': PUBLISHED, '2025/budget.yaml': text });
    expect(published).toMatchObject([{ severity: 'notis', help: null }]);
    expect(published[0]?.message).toMatch(/\(skillnad 0,8\)\. Känd avvikelse: Tryckt fel$/);
    const decided = await runRule(budgetSummor, { '2025/plan.yaml': DECIDED, '2025/budget.yaml': text });
    expect(decided).toMatchObject([
      { severity: 'fel', help: 'En känd avvikelse gäller bara i en plan med status: publicerad' },
    ]);
    expect(decided[0]?.notes.map(({ place }) => place.file.text.slice(place.start, place.end))).toEqual(['Tryckt fel']);
  });

  it('säger till om en känd avvikelse som inte längre avviker', async () => {
    const mended = budget('1 255,1', ...KNOWN);
    expect(
      (await runRule(budgetSummor, { '2025/plan.yaml': PUBLISHED, '2025/budget.yaml': mended })).map(told),
    ).toEqual([
      'fel 14:14 ”Totalt”: den kända avvikelsen för ”Totalt”, ”Budget” i tabellen ramar ”Ramar” stämmer inte längre: summan går ihop',
    ]);
    const unsummed = budget('1 255,1', ...KNOWN).replace('- rad: Totalt\n    kolumn', '- rad: Vård\n    kolumn');
    const other = unsummed.replace(
      '      - rad: Totalt\n        kolumn: Budget',
      '      - rad: Vård\n        kolumn: Budget',
    );
    const [found] = await runRule(budgetSummor, { '2025/plan.yaml': PUBLISHED, '2025/budget.yaml': other });
    expect(found?.message).toContain('stämmer inte längre: ingen summa prövar cellen');
    const words = budget('1 255,1', ...KNOWN).replace('472,0', 'oklart');
    const all = await runRule(budgetSummor, { '2025/plan.yaml': PUBLISHED, '2025/budget.yaml': words });
    expect(all.map(({ severity }) => severity)).toEqual(['notis', 'fel']);
    expect(all[1]?.message).toContain('summan kan inte kontrolleras');
  });

  it('visar den andra cellen när två tabeller ska vara lika', async () => {
    const text = `${budget('1 255,1', 'lika_med:', '  - rad: Totalt', '    med:', '      tabell: ram')}  - id: ram
    tabell: |
      | Mkr | Budget |
      |---|---:|
      | Totalt | 1 255,0 |
`;
    const found = await runRule(budgetSummor, { '2025/budget.yaml': text });
    expect(found.map(told)).toEqual([
      'fel 9:18 ”1 255,1”: ”Totalt”, ”Budget” i tabellen ramar ”Ramar”, som ska vara lika med ”Totalt”, ”Budget” i tabellen ram, är 1\u00A0255,1, men där står 1\u00A0255,0 (skillnad 0,1)',
    ]);
    expect(found[0]?.notes.map(({ place }) => place.file.text.slice(place.start, place.end))).toEqual(['1 255,0']);
  });

  it('prövar investeringarnas summa', async () => {
    const text = (summa: string, belopp: string) =>
      `investeringar:\n  summa: ${summa}\n  objekt:\n    - objekt: Bil\n      belopp: 150\n    - objekt: Tak\n      belopp: ${belopp}\n`;
    expect((await runRule(budgetSummor, { '2025/budget.yaml': text('49 383', '1 500') })).map(told)).toEqual([
      'fel 2:10 ”49 383”: investeringarnas summa är 49\u00A0383, men objekten blir 1\u00A0650 (skillnad 47\u00A0733)',
    ]);
    expect(await runRule(budgetSummor, { '2025/budget.yaml': text('1650', '1 500') })).toEqual([]);
    expect(await runRule(budgetSummor, { '2025/budget.yaml': text('1650', 'oklart') })).toMatchObject([
      { severity: 'notis', id: 'investeringar' },
    ]);
  });
});
