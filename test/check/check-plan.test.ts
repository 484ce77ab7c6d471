import { describe, expect, it } from 'vitest';
import { loadChecked } from '../../src/cli/load-evaluated.ts';
import { SIDE_FILES } from '../../src/load/plan-files.ts';
import { writeTempPlan } from '../helpers/temp-plan.ts';

const OPEN = 'namn: Område\nnyckeltal:\n  - id: n\n    namn: Nyckeltalet\n    målvärde: kompletteras senare\n';

/** Severity and code of what a plan of one open målvärde gives. */
async function find(plan: string, omrade = OPEN): Promise<readonly string[]> {
  const { plansFolder, cleanup } = writeTempPlan({
    '2025/plan.yaml': `titel: Plan\nperiod: 2025\norgan: rs\n${plan}`,
    '2025/mal/omrade.yaml': omrade,
  });
  try {
    const { diagnostics } = await loadChecked(plansFolder, '2025', {
      idag: '2025-01-01',
      beside: SIDE_FILES,
      rules: 'all',
    });
    return diagnostics.map(({ severity, code, id }) => `${severity} ${code} ${id}`);
  } finally {
    cleanup();
  }
}

function deviation(regel: string): string {
  return `kända_avvikelser:\n  - regel: ${regel}\n    gäller: n\n    skäl: Så trycktes det\n`;
}

describe('det som är öppet i ett utkast', () => {
  it('är en varning innan planen är publicerad, sedan ett fel', async () => {
    expect(await find('')).toEqual(['varning VP206 n']);
    expect(await find('status: publicerad\n')).toEqual(['fel VP206 n']);
  });

  it('är en notis när det är en känd avvikelse', async () => {
    expect(await find(`status: publicerad\n${deviation('malvarde-inte-satt')}`)).toEqual(['notis VP206 n']);
  });

  it('har en känd avvikelse som är felstavad kvar som fel, på båda ställena', async () => {
    expect(await find(`status: publicerad\n${deviation('malvarde-inte-sat')}`)).toEqual(['fel VP206 n', 'fel VP140 n']);
  });

  it('säger inget om avvikelser när en fil inte gick att läsa', async () => {
    const found = await find(`status: publicerad\n${deviation('malvarde-inte-satt')}`, 'namn: [Område\n');
    expect(found).toEqual(['fel VP101 null']);
  });

  it.each([
    ['inte går att läsa', OPEN.replace('kompletteras senare', 'minst sjuttio'), 'fel VP202 n'],
    ['inte står där', OPEN.replace(/\n {4}målvärde.*/, ''), 'fel VP201 n'],
  ])('säger inget om en avvikelse i ett målvärde som %s', async (_name, omrade, expected) => {
    expect(await find(`status: publicerad\n${deviation('malvarde-inte-satt')}`, omrade)).toEqual([expected]);
    expect(await find(`status: publicerad\n${deviation('malvarde-inte-sat')}`, omrade)).toEqual([
      expected,
      'fel VP140 n',
    ]);
  });
});
