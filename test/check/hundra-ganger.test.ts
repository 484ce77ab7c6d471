import { describe, expect, it } from 'vitest';
import { hundraGånger } from '../../src/check/rules/hundra-ganger.ts';
import { runRule } from '../helpers/run-rule.ts';

/** What the rule says of rows of `period;enhet;utfall`, in percent; the målvärde is no figure. */
async function told(...rows: readonly string[]): Promise<readonly string[]> {
  const texts = {
    '2025/mal/omrade.yaml':
      'namn: Området\nnyckeltal:\n  - id: n\n    namn: N\n    målvärde: högre än 2021\n    måttenhet: "%"\n',
    '2025/utfall/rader.csv': ['nyckeltal;period;enhet;utfall', ...rows.map((row) => `n;${row}`), ''].join('\n'),
  };
  const found = await runRule(hundraGånger, texts, () => []);
  return found.map(({ message }) => message.replace(/^.*”N” /, ''));
}

describe('ett utfall som är hundra gånger fel', () => {
  it('märks mot ett tidigare, i vilken ordning de än står', async () => {
    expect(await told('2025-T2;;0,84', '2025-T1;;83')).toEqual(['är omkring hundra gånger för litet mot 2025-T1']);
    expect(await told('2024;;8,3', '2025-T1;;840')).toEqual(['är omkring hundra gånger för stort mot 2024']);
  });

  it('jämförs med samma enhet, aldrig med samma period eller en senare', async () => {
    expect(await told('2025-T1;birka;83', '2025-T2;;0,84')).toEqual([]);
    expect(await told('2025-T1;birka;83', '2025-T1;;0,84')).toEqual([]);
    expect(await told('2025-T1;birka;83', '2025-T2;birka;0,84')).toEqual([
      'är omkring hundra gånger för litet mot 2025-T1',
    ]);
  });

  it('jämförs med de senaste före, den närmaste först', async () => {
    const months = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')};;83`);
    expect(await told(...months, '2025-01;;0,84')).toEqual(['är omkring hundra gånger för litet mot 2024-12']);
    // Thirteen periods back the measure may have been another one.
    const later = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')};;0,9`);
    expect(await told('2023-12;;84', ...later)).toHaveLength(12);
    expect(await told('2023-12;;84', ...later, '2025-01;;0,84')).toHaveLength(12);
  });
});
