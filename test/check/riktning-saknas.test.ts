import { describe, expect, it } from 'vitest';
import { riktningSaknas } from '../../src/check/rules/riktning-saknas.ts';
import { runRule, told } from '../helpers/run-rule.ts';

const MÅL = `namn: Området
mål:
  - id: m
    namn: Målet
    målvärde: 4,8 %
    nyckeltal:
`;
const nyckeltal = (id: string, riktning = '') =>
  `      - id: ${id}\n        namn: ${id.toUpperCase()}\n${riktning === '' ? '' : `        riktning: ${riktning}\n`}`;

async function findings(...below: readonly string[]): Promise<readonly string[]> {
  return (await runRule(riktningSaknas, { '2025/mal/omrade.yaml': MÅL + below.join('') })).map(told);
}

describe('ett målvärde som flera nyckeltal har från sitt mål', () => {
  it('saknar riktning om något av dem gör det, och det sägs en gång', async () => {
    expect(await findings(nyckeltal('a', 'minska'), nyckeltal('b'), nyckeltal('c'))).toEqual([
      'fel 5:15 ”4,8 %”: målvärdet ”4,8 %” för b ”B” säger inte om värdet ska öka eller minska',
    ]);
  });

  it('saknar den inte när alla har en', async () => {
    expect(await findings(nyckeltal('a', 'minska'), nyckeltal('b', 'öka'))).toEqual([]);
  });
});
