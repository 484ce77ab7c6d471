import { describe, expect, it } from 'vitest';
import { målRedanNått } from '../../src/check/rules/mal-redan-natt.ts';
import { runRule } from '../helpers/run-rule.ts';

/** What the rule says of a nyckeltal of two organ with these keys and outcomes. */
async function told(keys: string, rows: string, målvärde = 'minst 70 %'): Promise<readonly string[]> {
  const found = await runRule(målRedanNått, {
    '2025/plan.yaml': 'titel: Plan\nperiod: 2025\norgan: rs\n',
    '2025/mal/omrade.yaml': `namn: Området\nnyckeltal:\n  - id: n\n    namn: N\n    organ: [rs, hsn]\n    målvärde: "${målvärde}"\n${keys}`,
    '2025/utfall/rader.csv': `nyckeltal;organ;period;utfall\n${rows}`,
  });
  return found.map(({ message }) => message);
}

const START = '    startvärde:\n      värde: 65 %\n      period: 2024\n';

describe('ett målvärde som är nått redan vid startvärdet', () => {
  it('är ett fynd', async () => {
    expect(await told(START.replace('65', '75'), '')).toEqual([
      'målvärdet ”minst 70 %” för n ”N” är redan nått vid startvärdet 75 % (rs)',
    ]);
  });

  it('också när det är ett organs egen rad för startvärdets period', async () => {
    expect(await told(START, 'n;hsn;2024;75 %\n')).toEqual([
      'målvärdet ”minst 70 %” för n ”N” är redan nått vid startvärdet 75 % (2024) (hsn)',
    ]);
  });

  it.each([
    ['utan startvärde är tidigare utfall bara historia', '', 'n;rs;2024;75 %\n'],
    ['ett utfall för ett annat år är inget startvärde', START, 'n;rs;2023;75 %\n'],
    ['ett startvärde som inte är nått', START, ''],
  ])('%s', async (_name, keys, rows) => {
    expect(await told(keys, rows)).toEqual([]);
  });

  it('den som ska gå över en gräns är inte framme på den', async () => {
    expect(await told(START, '', '> 65 %')).toEqual([]);
    expect(await told(START, '', 'under 65 %')).toEqual([]);
    expect(await told(START, '', 'minst 65 %')).toHaveLength(1);
  });

  it('men med metoden startvärde finns ingen väg dit att räkna på', async () => {
    expect(await told(`${START}    metod: startvärde\n`, '', '> 65 %')).toEqual([
      'målvärdet ”> 65 %” för n ”N” är detsamma som startvärdet 65 % (rs)',
    ]);
    expect(await told(`${START}    metod: startvärde\n    tolerans: 1\n`, '', '> 65 %')).toEqual([]);
  });
});
