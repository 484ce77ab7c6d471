import { describe, expect, it } from 'vitest';
import { parseOutput } from './run-vp.ts';
import { runInPlan } from './temp-vp.ts';

const PLAN = 'titel: Plan\nperiod: 2025\norgan: rs\n';

interface Rad {
  readonly beräknad: string;
  readonly måluppfyllelse: number | null;
  readonly förklaring: string;
}

/** A plan of one nyckeltal with a målvärde, and one outcome of it. */
function planOf(målvärde: string, utfall: string, more = ''): Record<string, string> {
  return {
    '2025/plan.yaml': PLAN,
    '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n  - id: n\n    namn: Nyckeltalet\n    målvärde: ${målvärde}\n${more}`,
    '2025/utfall/2025-t1.csv': `nyckeltal;period;utfall\nn;2025-T1;${utfall}\n`,
  };
}

describe('a målvärde of so many of so many', () => {
  it.each([
    ['minst 9 av 10 patienter', '50 %', 'ej_uppfyllt', 55.6],
    ['minst 9 av 10 patienter', '85 %', 'delvis', 94.4],
    ['minst 9 av 10 patienter', '90 %', 'uppfyllt', 100],
    ['minst 9 av 10 patienter', '9 av 10 patienter', 'uppfyllt', 100],
    ['minst 9 av 10 patienter', '41 av 50', 'delvis', 91.1],
    ['minst 9 av 10 patienter', '10', 'uppfyllt', 100],
    ['minst 900 av 1 200 medarbetare', '1 000 av 1 200 medarbetare', 'uppfyllt', 100],
    ['minst 90 % av patienterna', '1 412 av 1 500 patienter', 'uppfyllt', 100],
    ['minst 9 av 10 patienter', '1 412 av 1 500 patienter', 'uppfyllt', 100],
    ['högst 2 av 5 helger', '2 av 5 helger', 'uppfyllt', 100],
    ['högst 2 av 5 helger', '3 av 5 helger', 'ej_uppfyllt', 50],
    ['högst 2 av 5 helger', '60 %', 'ej_uppfyllt', 50],
  ])('%s against %s', async (målvärde, utfall, status, percent) => {
    const run = await runInPlan(planOf(målvärde, utfall), ['status', '2025', '--tertial', '1', '--format', 'json']);
    const [rad] = parseOutput<{ rader: readonly Rad[] }>(run).rader;
    expect([run.exitCode, rad?.beräknad, rad?.måluppfyllelse]).toEqual([0, status, percent]);
  });

  it('is compared as a share where the nyckeltal is measured in percent', async () => {
    const run = await runInPlan(planOf('minst 9 av 10 patienter', '85', '    måttenhet: "%"\n'), [
      'status',
      '2025',
      '--tertial',
      '1',
      '--format',
      'json',
    ]);
    expect(parseOutput<{ rader: readonly Rad[] }>(run).rader[0]?.beräknad).toBe('delvis');
  });

  it.each(['11', '90', '10,5', '110 %'])('is of no more than all: %s', async (utfall) => {
    const run = await runInPlan(planOf('minst 9 av 10 patienter', utfall), ['kontroll', '2025']);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('VP135');
    expect(run.stdout).toContain(`utfallet ”${utfall}” är fler än alla`);
    expect(run.stdout).toContain('Skriv hur många av 10 patienter det är, eller andelen i procent, som 90 %');
  });

  it('counts all of a stated unit of thousands', async () => {
    const run = await runInPlan(planOf('minst 900', '1 000', '    måttenhet: av 1 200 medarbetare\n'), [
      'kontroll',
      '2025',
    ]);
    expect([run.exitCode, run.stdout]).toEqual([0, expect.not.stringContaining('VP')]);
  });

  it('is not met by an outcome of other things', async () => {
    const run = await runInPlan(planOf('minst 9 av 10 patienter', '4 av 5 helger'), ['kontroll', '2025']);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('har måttenheten av 5 helger, men n ”Nyckeltalet” mäts i av 10 patienter');
  });
});
