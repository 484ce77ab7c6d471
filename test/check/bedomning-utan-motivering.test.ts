import { describe, expect, it } from 'vitest';
import { bedömningUtanMotivering } from '../../src/check/rules/bedomning-utan-motivering.ts';
import { runRule } from '../helpers/run-rule.ts';

/** What the rule says when each level is judged lower than it is, in a plan where everything is met. */
async function told(motivering: string): Promise<readonly string[]> {
  const judged = (id: string, status: string) =>
    `  ${id}:\n    bedömning:\n      status: ${status}\n${motivering === '' ? '' : `      motivering: ${motivering}\n`}`;
  const texts = {
    '2025/plan.yaml': `titel: Plan
period: 2025
organ: rs
nivåer:
  målområde: nämndmål
  mål: delmål
strategier:
  - id: s
    namn: Strategin
    målområden: [omrade]
`,
    '2025/mal/omrade.yaml':
      'namn: Området\nmål:\n  - id: m\n    namn: Målet\n    nyckeltal:\n      - id: n\n        namn: N\n        målvärde: minst 5\n',
    '2025/utfall/rader.csv': 'nyckeltal;period;utfall\nn;2025;6\n',
    '2025/uppfoljning/2025/rs.yaml': `strategier:\n${judged('s', 'delvis uppfyllt')}målområden:\n${judged('omrade', 'ej uppfyllt')}mål:\n${judged('m', 'ej uppfyllt')}`,
  };
  const found = await runRule(bedömningUtanMotivering, texts, (plan) => [plan.period]);
  return found.map(({ id, message }) => `${id}: ${message}`);
}

describe('en nivå som är bedömd annorlunda än den är beräknad', () => {
  it('behöver en motivering, vad nivån än heter', async () => {
    expect(await told('')).toEqual([
      // It is computed from what its målområde was judged as.
      's: strategin s ”Strategin” har bedömts som ”delvis uppfyllt” 2025, men beräkningen ger ej uppfyllt; motivering saknas',
      'm: delmålet m ”Målet” har bedömts som ”ej uppfyllt” 2025, men beräkningen ger uppfyllt; motivering saknas',
      'omrade: nämndmålet omrade ”Området” har bedömts som ”ej uppfyllt” 2025, men beräkningen ger uppfyllt; motivering saknas',
    ]);
  });

  it('har ingen i blanktecken', async () => {
    expect(await told('"  "')).toHaveLength(3);
  });

  it('är i sin ordning med en', async () => {
    expect(await told('Bara en enhet av tio har rapporterat')).toEqual([]);
  });
});

describe('en rad som är bedömd', () => {
  /** What the rule says of one nyckeltal that is judged without a reason. */
  async function toldOf(målvärde: string, rows: string): Promise<number> {
    const texts = {
      '2025/plan.yaml': 'titel: Plan\nperiod: 2025\norgan: rs\n',
      '2025/mal/omrade.yaml': `namn: Området\nnyckeltal:\n  - id: n\n    namn: N\n    målvärde: ${målvärde}\n`,
      '2025/utfall/rader.csv': `nyckeltal;period;utfall\n${rows}`,
      '2025/uppfoljning/2025/rs.yaml': 'nyckeltal:\n  n:\n    bedömning:\n      status: delvis uppfyllt\n',
    };
    return (await runRule(bedömningUtanMotivering, texts, (plan) => [plan.period])).length;
  }

  it.each([
    ['annorlunda än den är beräknad', 'minst 5', 'n;2025;6\n', 1],
    ['utan att något värde finns', 'minst 5', 'n;2025;saknas\n', 1],
    ['som den är beräknad', 'minst 5', 'n;2025;4,9\n', 0],
    ['fast den aldrig beräknas', 'bedöms', 'n;2025;saknas\n', 0],
  ])('%s', async (_name, målvärde, rows, findings) => {
    expect(await toldOf(målvärde, rows)).toBe(findings);
  });
});
