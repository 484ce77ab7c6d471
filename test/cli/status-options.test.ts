import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyPlans, emptyFolder } from './copy-plans.ts';
import type { Rad, StatusOutput } from './outputs.ts';
import { PATIENCE_MS, parseOutput, ROOT, runVp, type VpOptions } from './run-vp.ts';

const PLANS = join(ROOT, 'plans');
const TITLE = 'Regionplan med budget 2025-2027 · T1 2025';

/** Runs `vp status --format json`, which must go well and be silent. */
async function statusOf(args: readonly string[], options: VpOptions = {}): Promise<StatusOutput> {
  const run = await runVp(['status', ...args, '--format', 'json'], options);
  expect(run.stderr).toBe('');
  expect(run.exitCode).toBe(0);
  return parseOutput<StatusOutput>(run);
}

let whole: StatusOutput;

beforeAll(async () => {
  whole = await statusOf(['2025', '--tertial', '1']);
}, PATIENCE_MS);

describe.concurrent('which plan', () => {
  it.each([[['2025']], [['plans/2025']], [['plans/2025/']], [[join(PLANS, '2025')]], [[]]])(
    'is named by %j',
    async (named) => {
      expect(await statusOf(named)).toEqual(whole);
    },
  );

  it('is the latest one where none is named', async () => {
    const copy = copyPlans();
    copy.write('2026/plan.yaml', 'titel: Nästa plan\nperiod: 2026\norgan: rjh\n');
    const { plan } = await parseOutput<StatusOutput>(await runVp(['status', '--format', 'json'], { cwd: copy.folder }));
    expect(plan).toMatchObject({ id: '2026', titel: 'Nästa plan' });
  });

  it.each([
    ['the folder of plans', PLANS],
    ['a folder in the plan', join(PLANS, '2025', 'mal')],
  ])('is found from %s', async (_name, cwd) => {
    const found = await statusOf(['2025'], { cwd });
    expect(found.rader.map(({ id, organ, status }) => [id, organ, status])).toEqual(
      whole.rader.map(({ id, organ, status }) => [id, organ, status]),
    );
  });

  it('is found by --plans, by VP_PLANS, and by --plans before VP_PLANS', async () => {
    const { folder } = emptyFolder();
    const runs = await Promise.all([
      statusOf(['2025', '--plans', PLANS], { cwd: folder }),
      statusOf(['2025'], { cwd: folder, env: { VP_PLANS: PLANS } }),
      statusOf(['2025', '--plans', PLANS], { cwd: folder, env: { VP_PLANS: join(folder, 'nowhere') } }),
    ]);
    expect(runs.map(({ rader }) => rader.length)).toEqual([46, 46, 46]);
  });

  it('cannot be found where there is no folder of plans', async () => {
    const { folder } = emptyFolder();
    const run = await runVp(['status', '2025'], { cwd: folder });
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toMatch(/^vp: ingen mapp plans hittades här eller ovanför\nHjälp: .*--plans/);
  });

  it.each([
    ['--plans', ['--plans', 'nowhere'], {}],
    ['VP_PLANS', [], { VP_PLANS: 'nowhere' }],
  ])('cannot be found where %s names no folder', async (_name, args, env) => {
    const run = await runVp(['status', '2025', ...args], { env });
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toMatch(/^vp: mappen nowhere finns inte\nHjälp: /);
  });

  it('cannot be found in an empty folder of plans', async () => {
    const { folder } = emptyFolder();
    mkdirSync(join(folder, 'plans'));
    const run = await runVp(['status'], { cwd: folder });
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toMatch(/^vp: i plans finns inga planer\nHjälp: /);
  });
});

describe.concurrent('which period', () => {
  it.each([[['--tertial', '1']], [['--tertial', 'T1']], [['--period', '2025-t1']], [['--period', 'T1']], [[]]])(
    'is T1 with %j',
    async (args) => {
      expect(await statusOf(['2025', ...args])).toEqual(whole);
    },
  );

  it.each([
    [['--tertial', '2'], '2025-T2'],
    [['--tertial', '3'], '2025'],
    [['--period', '2025-03'], '2025-03'],
  ])('is said to have no utfall with %j', async (args, period) => {
    const run = await runVp(['status', '2025', ...args, '--format', 'json']);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe(`Perioden ${period} har inget utfall. Perioder med utfall: 2025-T1\n`);
    const { period: shown, rader } = parseOutput<StatusOutput>(run);
    expect(shown).toBe(period);
    // A value of an earlier period is never carried forward.
    expect(new Set(rader.map(({ beräknad }) => beräknad))).toEqual(
      period === '2025' ? new Set(['utfall_saknas']) : new Set(['utfall_saknas', 'mäts_senare']),
    );
    expect(rader.every(({ utfall, måluppfyllelse }) => utfall === null && måluppfyllelse === null)).toBe(true);
  });

  it('shows the earlier value as last known', async () => {
    const run = await runVp(['status', '2025', '--tertial', '2', '--format', 'json']);
    const { rader } = parseOutput<StatusOutput>(run);
    expect(rader.find(({ id }) => id === 'telefon-samma-dag')?.förklaring).toMatch(
      /senast kända är 84\u00A0% \(T1 2025\)\.$/,
    );
  });

  it.each([
    [['--tertial', '1', '--period', '2025-T1'], /^vp: --tertial och --period kan inte anges samtidigt\nHjälp: /],
    [['--tertial', '4'], /^vp: ”4” är inget tertial\nHjälp: .*--tertial 1/],
    [['--tertial', ''], /^vp: ”” är inget tertial\nHjälp: /],
    [['--period', 'våren'], /^vp: ”våren” är ingen period\nHjälp: .*2025-T1/],
    [['--period', '2024'], /^vp: perioden 2024 ligger utanför planens period 2025\nHjälp: .*2025-T1/],
    [['--period', '2024-T1'], /^vp: perioden 2024-T1 ligger utanför planens period 2025\nHjälp: /],
  ])('is refused with %j', async (args, stderr) => {
    const run = await runVp(['status', '2025', ...args]);
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toMatch(stderr);
  });
});

describe.concurrent('which rows', () => {
  const only = (test: (rad: Rad) => boolean) => whole.rader.filter(test);

  it.each([
    ['HSN', ['hsn']],
    ['Hälso- och sjukvårdsnämnden', ['hsn']],
    ['hälso- och sjukvårdsnämnden', ['hsn']],
    ['rs,hsn', ['rs', 'hsn']],
    ['RS, Kollektivtrafiknämnden', ['rs', 'ktn']],
    ['rf', ['rf']],
  ])('are those of --organ %s', async (named, organ) => {
    const { rader, uppdrag, totalt } = await statusOf(['2025', '--organ', named]);
    expect(rader).toEqual(only((rad) => organ.includes(rad.organ)));
    expect(uppdrag).toEqual(whole.uppdrag.filter((one) => organ.includes(one.organ)));
    expect(totalt.rader).toBe(rader.length);
  });

  it('are found by a name typed with a decomposed letter', async () => {
    const { rader } = await statusOf(['2025', '--organ', 'Kollektivtrafiknämnden'.normalize('NFD')]);
    expect(rader).toEqual(only(({ organ }) => organ === 'ktn'));
  });

  it.each([
    ['tandvard', ['tandvard']],
    ['tandvård', ['tandvard']],
    ['stodverksamhet,Hälso- och sjukvård', ['stodverksamhet', 'halso-och-sjukvard']],
  ])('are those of --malomrade %s', async (named, ids) => {
    const { rader, uppdrag, målområden } = await statusOf(['2025', '--malomrade', named]);
    expect(målområden.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(rader).toEqual(only((rad) => ids.includes(rad.målområde)));
    expect(uppdrag).toEqual(whole.uppdrag.filter((one) => ids.includes(one.målområde)));
  });

  it.each([
    ['grön', ['uppfyllt'], 15],
    ['gul', ['delvis'], 11],
    ['rod', ['ej_uppfyllt'], 16],
    ['saknas', ['utfall_saknas', 'målvärde_saknas', 'kan_inte_beräknas'], 2],
    ['utan', ['utfall_saknas', 'mäts_senare'], 4],
    ['rod,gul', ['ej_uppfyllt', 'delvis'], 27],
  ])('are those of --endast %s', async (named, statuses, count) => {
    const { rader, totalt } = await statusOf(['2025', '--endast', named]);
    expect(rader).toEqual(only(({ status }) => statuses.includes(status)));
    expect(rader).toHaveLength(count);
    expect(totalt.rader).toBe(count);
  });

  it('are those of all options together', async () => {
    const { rader } = await statusOf(['2025', '-o', 'hsn', '-m', 'ledningsprocesser', '-e', 'rod', '-t', '1']);
    expect(rader.map(({ id }) => id)).toEqual(['bruttokostnadsutveckling', 'sjuktal']);
  });

  it('are said to be none', async () => {
    const run = await runVp(['status', '2025', '--organ', 'rf']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout).toContain('Inga rader att visa.');
  });
});

describe.concurrent('in which order', () => {
  const collator = new Intl.Collator('sv');
  const urgency = ['ej_uppfyllt', 'utfall_saknas', 'delvis', 'mäts_senare', 'uppfyllt'];
  const percent = ({ måluppfyllelse }: Rad) => måluppfyllelse ?? Number.POSITIVE_INFINITY;

  it.each([
    ['namn', (a: Rad, b: Rad) => collator.compare(a.nyckeltal, b.nyckeltal)],
    ['organ', (a: Rad, b: Rad) => collator.compare(a.organ, b.organ)],
    ['maluppfyllelse', (a: Rad, b: Rad) => percent(a) - percent(b) || 0],
    ['status', (a: Rad, b: Rad) => urgency.indexOf(a.status) - urgency.indexOf(b.status)],
  ] as const)('by --sort %s within each målområde', async (sort, compare) => {
    const { rader, målområden } = await statusOf(['2025', '--sort', sort]);
    expect(målområden).toEqual(whole.målområden);
    expect([...rader].sort(byId)).toEqual([...whole.rader].sort(byId));
    for (const { id } of målområden) {
      const own = rader.filter(({ målområde }) => målområde === id);
      for (const [index, rad] of own.slice(1).entries()) {
        const before = own[index] as Rad;
        expect(compare(before, rad), `${before.id} ${before.organ} before ${rad.id} ${rad.organ}`).toBeLessThanOrEqual(
          0,
        );
      }
    }
  });

  it('of the plan by --sort plan', async () => {
    expect(await statusOf(['2025', '--sort', 'plan'])).toEqual(whole);
  });

  function byId(a: Rad, b: Rad): number {
    return collator.compare(`${a.id} ${a.organ}`, `${b.id} ${b.organ}`);
  }
});

describe.concurrent('in which format', () => {
  it('is a table, as without --format', async () => {
    const [without, tabell] = await Promise.all([
      runVp(['status', '2025']),
      runVp(['status', '2025', '--format', 'tabell']),
    ]);
    expect(without).toMatchObject({ stderr: '', exitCode: 0 });
    expect(without.stdout.split('\n')[0]).toBe(TITLE);
    expect(tabell).toEqual(without);
  });

  it('is Markdown with every row in a table', async () => {
    const run = await runVp(['status', '2025', '--format', 'md']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    const lines = run.stdout.split('\n');
    expect(lines[0]).toMatch(/^# Regionplan med budget 2025-2027, T1 2025$/);
    expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(8);
    expect(lines.filter((line) => line.startsWith('| ') && !line.startsWith('| Nyckeltal |'))).toHaveLength(46);
    expect(run.stdout).toContain('| 84\u00A0% | minst 88\u00A0% | 95,5\u00A0% | ◆ Delvis uppfyllt |');
  });
});

describe.concurrent('an unknown word', () => {
  const STATUSES = ['gron', 'gul', 'rod', 'saknas', 'utan'];
  const MÅLOMRÅDEN = ['halso-och-sjukvard', 'tandvard', 'kultur', 'ledningsprocesser'];
  const ORGAN = ['rf', 'rs', 'hsn', 'run', 'ktn', 'rjh'];

  it.each([
    ['plan', ['status', '2052'], '2052', '2025', ['2025']],
    ['organ', ['status', '2025', '--organ', 'hns'], 'hns', 'hsn', ORGAN],
    ['organ', ['status', '2025', '--organ', 'Regionstyrlsen'], 'Regionstyrlsen', 'regionstyrelsen', ORGAN],
    ['organ in a list', ['status', '2025', '--organ', 'rs,hsm'], 'hsm', 'hsn', ORGAN],
    ['målområde', ['status', '2025', '--malomrade', 'tandvrd'], 'tandvrd', 'tandvard', MÅLOMRÅDEN],
    ['status', ['status', '2025', '--endast', 'grn'], 'grn', 'gron', STATUSES],
    ['status in a list', ['status', '2025', '--endast', 'gron,gull'], 'gull', 'gul', STATUSES],
    ['order', ['status', '2025', '--sort', 'nman'], 'nman', 'namn', ['plan', 'status', 'namn', 'organ']],
    ['format', ['status', '2025', '--format', 'jsno'], 'jsno', 'json', ['tabell', 'json', 'csv', 'md']],
    ['option', ['status', '2025', '--frmat', 'json'], '--frmat', '--format', ['--tertial', '--organ', '--bredd']],
    ['command', ['stauts', '2025'], 'stauts', 'status', ['status', 'kontroll', 'visa', 'tolka']],
    ['format of kontroll', ['kontroll', '2025', '--format', 'jsno'], 'jsno', 'json', ['text', 'json']],
  ])('for %s gives the near one and all that there are: vp %j', async (_what, args, word, near, list) => {
    const run = await runVp(args);
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toMatch(/^vp: .+\nHjälp: .+\n$/);
    expect(run.stderr.split('\n')[0]).toContain(word);
    expect(run.stderr).toMatch(/Menade du [^?]+\?/);
    expect(/Menade du [^?]+\?/.exec(run.stderr)?.[0]).toContain(near);
    const rest = run.stderr.slice(run.stderr.indexOf('?') + 1);
    expect(list.filter((one) => !rest.includes(one))).toEqual([]);
  });

  it.each([
    ['plan', ['status', 'abcdefgh'], ['2025']],
    ['målområde', ['status', '2025', '--malomrade', 'qqqqqq'], MÅLOMRÅDEN],
    ['format', ['status', '2025', '--format', 'parquet'], ['tabell', 'json', 'csv', 'md']],
    ['command', ['zzzzzz'], ['status', 'kontroll', 'visa', 'tolka']],
  ])('for %s that is near nothing gives all that there are', async (_what, args, list) => {
    const run = await runVp(args);
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).not.toContain('Menade du');
    expect(list.filter((one) => !run.stderr.includes(one))).toEqual([]);
  });

  it('is never a property that every object has', async () => {
    const word = 'constructor';
    const runs = await Promise.all([
      runVp(['status', '2025', '--endast', word]),
      runVp(['status', '2025', '--organ', word]),
      runVp(['status', '2025', '--malomrade', word]),
      runVp(['status', word]),
      runVp(['visa', word]),
    ]);
    for (const run of runs) {
      expect(run).toMatchObject({ stdout: '', exitCode: 2 });
      expect(run.stderr).toContain(`”${word}” finns inte`);
    }
  });

  it.each([
    [['status', '2025', '--bredd', 'bred']],
    [['status', '2025', '--bredd', '-5']],
    [['status', '2025', '--bredd']],
    [['status', '2025', '2024']],
    [['visa']],
  ])('or a missing one is told in Swedish: %j', async (args) => {
    const run = await runVp(args);
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toMatch(/^vp: .+\nHjälp: .+\n$/);
    expect(run.stderr).not.toMatch(/error|argument '|option '|required|missing|too many|invalid/i);
  });
});
