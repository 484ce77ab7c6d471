import { beforeAll, describe, expect, it } from 'vitest';
import type { StatusOutput } from './outputs.ts';
import { ESCAPES, widestOf } from './read-table.ts';
import { PATIENCE_MS, parseOutput, runVp } from './run-vp.ts';
import { runInPlan } from './temp-vp.ts';

let data: StatusOutput;

beforeAll(async () => {
  data = parseOutput<StatusOutput>(await runVp(['status', '2025', '--tertial', '1', '--format', 'json']));
}, PATIENCE_MS);

const KLASSER = ['uppfyllt', 'delvis', 'ej_uppfyllt'];

interface Line {
  readonly name: string;
  readonly counts: readonly string[];
  readonly bar: string;
}

/** The lines of the overview: what stands before its bar, which may go on below. */
function overviewOf(stdout: string): readonly Line[] {
  const lines = stdout.replace(ESCAPES, '').split('\n');
  const head = lines.findIndex((line) => /^Målområde .* (?:●|\[\+\]) /.test(line));
  expect(head).toBeGreaterThan(0);
  const bar = (lines[head] ?? '').indexOf('Nyckeltal');
  const drawn: Line[] = [];
  for (const line of lines.slice(head + 2, lines.indexOf('', head))) {
    const before = line
      .slice(0, bar)
      .trim()
      .split(/\s{2,}/);
    const last = drawn.at(-1);
    if (before[0] === '' && last !== undefined) {
      drawn[drawn.length - 1] = { ...last, bar: last.bar + line.slice(bar) };
    } else {
      drawn.push({ name: before[0] ?? '', counts: before.slice(1), bar: line.slice(bar) });
    }
  }
  return drawn;
}

/** How many of the rows have each status, and how many none. */
function countsOf(rader: StatusOutput['rader']): readonly number[] {
  const counts = KLASSER.map((klass) => rader.filter(({ status }) => status === klass).length);
  return [...counts, rader.length - counts.reduce((sum, one) => sum + one, 0)];
}

function expectOverview(stdout: string, signs: readonly string[]): void {
  const lines = overviewOf(stdout);
  const wanted = [
    ...data.målområden.map(({ id, namn }) => ({ namn, rader: data.rader.filter((rad) => rad.målområde === id) })),
    { namn: 'Totalt', rader: data.rader },
  ];
  expect(lines.map(({ name }) => name.replace(/^(?:[●◆▲○]|\[.\]) /, ''))).toEqual(wanted.map(({ namn }) => namn));
  lines.forEach(({ counts, bar }, index) => {
    const rader = wanted[index]?.rader ?? [];
    const own = countsOf(rader);
    expect(counts).toEqual(rader.length === 0 ? ['–', '–', '–', '–'] : own.map(String));
    expect(bar).toBe(
      rader.length === 0 ? 'endast uppdrag' : own.map((count, sign) => (signs[sign] ?? '').repeat(count)).join(''),
    );
  });
}

describe.concurrent('översikten i vp status', () => {
  it.each([76, 80, 120, 200])(
    'has a sign for each row, as the counts beside it say, in %i columns',
    async (columns) => {
      const { stdout } = await runVp(['status', '2025', '--tertial', '1', '--bredd', String(columns)]);
      expectOverview(stdout, ['●', '◆', '▲', '○']);
      expect(widestOf(stdout)).toBeLessThanOrEqual(columns);
    },
  );

  it('says the same in letters where the terminal has no others', async () => {
    const { stdout } = await runVp(['status', '2025', '--tertial', '1', '--bredd', '80'], { env: { LANG: 'C' } });
    expectOverview(stdout, ['+', '~', '!', '.']);
  });

  it('says the same in colour', async () => {
    const args = ['status', '2025', '--tertial', '1', '--bredd', '80'];
    const { stdout } = await runVp(args, { env: { FORCE_COLOR: '2' } });
    expectOverview(stdout, ['●', '◆', '▲', '○']);
    expect(stdout).toContain('\u001b[38;5;29m●●●●●\u001b[39m');
  });

  it.each([
    ['where it has no room', ['2025', '--bredd', '60']],
    ['where only some statuses were asked for', ['2025', '--endast', 'rod']],
    ['where one målområde was asked for', ['2025', '--malomrade', 'tandvard']],
    ['where nothing has an outcome', ['2020']],
  ])('is left out %s', async (_, args) => {
    const { stdout } = await runVp(['status', ...args]);
    expect(stdout).not.toMatch(/^\S.* ● +◆ +▲ +○ /m);
  });

  it('lets a sign stand for several rows where there are many, and says so', async () => {
    const nyckeltal = (prefix: string, count: number) =>
      Array.from(
        { length: count },
        (_, n) => `  - id: ${prefix}${n}\n    namn: ${prefix} ${n}\n    målvärde: minst 5\n`,
      );
    const rows = (prefix: string, count: number, utfall: (n: number) => number) =>
      Array.from({ length: count }, (_, n) => `${prefix}${n};2025;${utfall(n)}\n`);
    const run = await runInPlan(
      {
        '2025/mal/a.yaml': `namn: Stort\nnyckeltal:\n${nyckeltal('a', 300).join('')}`,
        '2025/mal/b.yaml': `namn: Litet\nnyckeltal:\n${nyckeltal('b', 2).join('')}`,
        '2025/utfall/x.csv': `nyckeltal;period;utfall\n${rows('a', 300, (n) => (n === 0 ? 1 : 6)).join('')}${rows('b', 2, () => 6).join('')}`,
      },
      ['status', '2025', '--bredd', '80'],
    );
    const lines = overviewOf(run.stdout);
    const per = Number(/^Ett tecken i staplarna är upp till (\d+) rader\.$/m.exec(run.stdout)?.[1]);
    expect(per).toBeGreaterThan(1);
    expect(lines.slice(0, 2).map(({ counts, bar }) => [counts, bar])).toEqual([
      [['299', '0', '1', '0'], `${'●'.repeat(Math.ceil(299 / per))}▲`],
      [['2', '0', '0', '0'], '●'],
    ]);
    expect(widestOf(run.stdout)).toBeLessThanOrEqual(80);
  });
});

describe.concurrent('diagrammen i vp visa', () => {
  it('show the outcome against the målvärde, with the figures beside', async () => {
    const { stdout } = await runVp(['visa', 'telefon-samma-dag', '2025', '--bredd', '80']);
    expect(stdout).toMatch(/^█{38}·┃ {2}utfall 84.%, målvärde minst 88.%$/mu);
  });

  it('show it on both sides of zero', async () => {
    const { stdout } = await runVp(['visa', 'bruttokostnadsutveckling', '2025', '--bredd', '80']);
    expect(stdout).toMatch(/^┃·+│█+ {2}utfall 0,4.%, målvärde −3,1.%$/mu);
    expect(stdout).toMatch(/^█+│·+┃ {2}utfall −0,2.%, målvärde 0,5.%$/mu);
  });

  it('are drawn with letters where the terminal has no others, and fit in 40 columns', async () => {
    const options = { env: { LANG: 'C' } };
    const { stdout } = await runVp(['visa', 'bruttokostnadsutveckling', '2025', '--bredd', '40'], options);
    expect(stdout).toMatch(/^\|\.+0#+$\n^utfall 0,4.%, målvärde −3,1.%$/mu);
    expect(widestOf(stdout)).toBeLessThanOrEqual(40);
  });

  const series = (months: readonly string[], målvärde: string) => ({
    '2025/mal/a.yaml': `namn: Vård\nnyckeltal:\n  - id: svar\n    namn: Svarstid\n    mäts: månad\n    måttenhet: "%"\n    målvärde: ${målvärde}\n`,
    '2025/utfall/x.csv': `nyckeltal;period;enhet;utfall\n${months.map((value, month) => `svar;2025-${String(month + 1).padStart(2, '0')};;${value}\n`).join('')}svar;2025-01;birka;3 %\n`,
  });

  it('show the course of a series, and where the målvärde lies', async () => {
    const texts = series(['60 %', '65 %', '70 %', '95 %', '81 %'], 'minst 80 %');
    const { stdout } = await runInPlan(texts, ['visa', 'svar', '2025', '--bredd', '80']);
    expect(stdout).toMatch(/^▁▂▃█▅ {2}60.% \(januari 2025\) till 81.% \(maj 2025\); målvärdet ligger vid ▅$/mu);
    const ascii = await runInPlan(texts, ['visa', 'svar', '2025', '--bredd', '80'], { env: { LANG: 'C' } });
    expect(ascii.stdout).toMatch(/^_\.-#\+ {2}60/mu);
  });

  it('show no course of two values, nor a målvärde that is no limit', async () => {
    const two = await runInPlan(series(['60 %', '65 %'], 'minst 80 %'), ['visa', 'svar', '2025']);
    expect(two.stdout).not.toMatch(/[▁-▇] /u);
    const none = await runInPlan(series(['60 %', '65 %', '70 %'], 'bedöms'), ['visa', 'svar', '2025']);
    expect(none.stdout).toMatch(/^▁▅█ {2}60.% \(januari 2025\) till 70.% \(mars 2025\)$/mu);
    expect(none.stdout).not.toMatch(/[┃]/u);
  });
});
