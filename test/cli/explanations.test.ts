import { describe, expect, it } from 'vitest';
import { parseOutput } from './run-vp.ts';
import { runInPlan } from './temp-vp.ts';

interface Rad {
  readonly beräknad: string;
  readonly förklaring: string;
  readonly utfall: { readonly text: string; readonly värde: number | null } | null;
}

/** What `vp status` gives for a plan of one nyckeltal, in the period. */
async function status(keys: readonly string[], rows: readonly string[], period: string, format: string) {
  return await runInPlan(
    {
      '2025/plan.yaml': 'titel: Plan\nperiod: 2025\norgan: rs\n',
      '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n  - id: n\n    namn: Nyckeltalet\n${keys.map((key) => `    ${key}\n`).join('')}`,
      '2025/utfall/rader.csv': `nyckeltal;period;utfall\n${rows.map((row) => `n;${row}\n`).join('')}`,
    },
    ['status', '2025', '--period', period, '--format', format],
  );
}

/** The row of that plan. */
async function radOf(keys: readonly string[], rows: readonly string[], period = '2025-T1'): Promise<Rad> {
  const run = await status(keys, rows, period, 'json');
  const [rad] = parseOutput<{ rader: readonly Rad[] }>(run).rader;
  if (rad === undefined) {
    throw new Error(`no row: ${run.stderr}`);
  }
  // A figure and its unit are held together by a no-break space.
  return { ...rad, förklaring: rad.förklaring.replaceAll('\u00A0', ' ') };
}

describe('a status explains itself by the figures that decided', () => {
  it('names the share of a range that should have been reached, and the whole year', async () => {
    const keys = ['målvärde: mellan 240 och 360 st', 'ackumulerande: ja', 'takt: jämn'];
    expect((await radOf(keys, ['2025-T1;100 st'])).förklaring).toMatch(
      /^Utfallet 100 st .* ligger inom 80–120 st \(4\/12 av årets 240–360 st\)/,
    );
    expect((await radOf(keys, ['2025-T1;70 st'])).förklaring).toContain('ligger utanför 80–120 st');
  });

  it('names the month that stands for a tertial', async () => {
    const rad = await radOf(['målvärde: minst 70 %', 'mäts: månad'], ['2025-02;60 %', '2025-03;75 %']);
    expect(rad.förklaring).toContain('Utfallet 75 % (mars 2025) (');
  });

  it('says that months were put together', async () => {
    const keys = ['målvärde: minst 60 st', 'mäts: månad', 'periodvärde: summa'];
    const rad = await radOf(keys, ['2025-01;10 st', '2025-02;20 st', '2025-04;40 st']);
    expect(rad.förklaring).toContain('Utfallet 70 st (summa av 3 månader) (');
  });

  it('takes no outcome from two rows that disagree, and says what they are', async () => {
    const rad = await radOf(['målvärde: minst 70 %'], ['2025-T1;75 %', '2025-T1;10 %']);
    expect([rad.beräknad, rad.utfall?.värde ?? null]).toEqual(['utfall_saknas', null]);
    expect(rad.förklaring).toContain('två rader säger olika, ”75 %” och ”10 %”');
  });

  it.each([
    ['the latest month', [], ['2025-03;95 %', '2025-04;40 %', '2025-04;41 %'], 'utfall_saknas'],
    ['three rows of a month', [], ['2025-03;80 %', '2025-03;80 %', '2025-03;70 %'], 'utfall_saknas'],
    ['an earlier month', [], ['2025-02;40 %', '2025-02;41 %', '2025-03;95 %'], 'uppfyllt'],
    ['a month of several', ['periodvärde: medel'], ['2025-02;40 %', '2025-02;41 %', '2025-03;95 %'], 'utfall_saknas'],
    ['a month that cannot be read', ['periodvärde: medel'], ['2025-02;ca 40 %', '2025-03;95 %'], 'utfall_saknas'],
  ])('looks at all that is written of %s', async (_name, keys, rows, beräknad) => {
    const rad = await radOf(['målvärde: minst 70 %', 'mäts: månad', ...keys], rows);
    expect(rad.beräknad).toBe(beräknad);
    if (beräknad === 'utfall_saknas') {
      expect(rad.förklaring).toMatch(/två rader säger olika|kan inte användas/);
    }
  });

  it('takes no outcome from a row that cannot be read, and says what stands there', async () => {
    const rad = await radOf(['målvärde: minst 70 %'], ['2025-T1;ca 75 %']);
    expect([rad.beräknad, rad.utfall?.text, rad.utfall?.värde]).toEqual(['utfall_saknas', 'ca 75 %', null]);
    expect(rad.förklaring).toContain('”ca 75 %” kan inte användas');
  });

  it.each([
    ['ca 75 %', '–'],
    ['saknas', '–'],
    ['sekretess', 'sekretess'],
  ])('shows %s as %s among the outcomes', async (text, shown) => {
    const { stdout } = await status(['målvärde: minst 70 %'], [`2025-T1;${text}`], '2025-T1', 'md');
    expect(stdout).toMatch(new RegExp(`\\| Nyckeltalet +\\| [^|]+\\| +${shown} +\\|`));
  });

  it('has no way to measure from a start that had reached the target already', async () => {
    const keys = ['målvärde: minst 80 %', 'metod: startvärde', 'startvärde:', '  värde: 85 %', '  period: 2024'];
    const rad = await radOf(keys, ['2025-T1;70 %']);
    expect([rad.beräknad, rad.förklaring]).toEqual([
      'kan_inte_beräknas',
      'Går inte att beräkna: målvärdet var nått redan vid startvärdet.',
    ]);
  });
});
