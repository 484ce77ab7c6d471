import { beforeAll, describe, expect, it } from 'vitest';
import type { StatusOutput } from './outputs.ts';
import { ESCAPES, readTables, squeeze, widestOf } from './read-table.ts';
import { PATIENCE_MS, parseOutput, runOnTerminal, runShell, runVp, type VpRun } from './run-vp.ts';

let data: StatusOutput;
let plain: VpRun;

beforeAll(async () => {
  [data, plain] = await Promise.all([
    runVp(['status', '2025', '--format', 'json']).then(parseOutput<StatusOutput>),
    runVp(['status', '2025', '--bredd', '120']),
  ]);
}, PATIENCE_MS);

const SHAPES: Readonly<Record<string, string>> = { uppfyllt: '●', delvis: '◆', ej_uppfyllt: '▲' };
const ASCII_SHAPES: Readonly<Record<string, string>> = { uppfyllt: '[+]', delvis: '[~]', ej_uppfyllt: '[!]' };
const WORDS: Readonly<Record<string, string>> = {
  uppfyllt: 'Uppfyllt',
  delvis: 'Delvis uppfyllt',
  ej_uppfyllt: 'Ej uppfyllt',
  utfall_saknas: 'Utfall saknas',
  mäts_senare: 'Mäts senare',
};

/** Holds every row of the drawn tables against the data: nothing is cut away. */
function expectEveryRow(run: VpRun, shapes = SHAPES, none = '○'): void {
  const rows = readTables(run.stdout);
  expect(rows.map(({ cells }) => cells[0])).toEqual(data.rader.map(({ nyckeltal }) => squeeze(nyckeltal)));
  expect(rows.map(({ cells }) => cells[1]?.toLowerCase())).toEqual(data.rader.map(({ organ }) => organ));
  expect(rows.map(({ cells }) => cells[3])).toEqual(data.rader.map(({ målvärde }) => printed(målvärde?.text ?? '–')));
  expect(rows.map(({ cells }) => cells[4])).toEqual(
    data.rader.map(({ måluppfyllelse: percent }) => squeeze(percent === null ? '–' : `${oneDecimal(percent)} %`)),
  );
  expect(rows.map(({ cells }) => cells[5])).toEqual(
    data.rader.map(({ status, bedömd }) =>
      squeeze(`${shapes[status] ?? none} ${WORDS[status]}${bedömd === null ? '' : ' (bedömt)'}`),
    ),
  );
  // An outcome without a unit of its own is shown with that of its nyckeltal.
  rows.forEach(({ cells }, index) => {
    const utfall = data.rader[index]?.utfall;
    const shown = utfall === null || utfall?.text === 'saknas' ? '–' : printed(utfall?.text ?? '');
    expect(cells[2]?.slice(0, shown.length)).toBe(shown);
  });
}

/** On a narrow screen each row is a name and its figures in a sentence: the same cells, in the same order. */
function expectEveryRowStacked(run: VpRun): void {
  const drawn = squeeze(run.stdout);
  let from = 0;
  for (const { nyckeltal, organ, utfall, målvärde, måluppfyllelse, status, bedömd } of data.rader) {
    const shown = utfall === null || utfall.text === 'saknas' ? '–' : printed(utfall.text);
    const start = drawn.indexOf(
      squeeze(`${SHAPES[status] ?? '○'} ${nyckeltal}${organ.toUpperCase()}: utfall `) + shown,
      from,
    );
    expect(start, `${nyckeltal} ${organ}`).toBeGreaterThanOrEqual(from);
    const percent = måluppfyllelse === null ? '–' : `${oneDecimal(måluppfyllelse)} %`;
    const rest = `målvärde ${printed(målvärde?.text ?? '–')}, måluppfyllelse ${percent}, ${WORDS[status]}${bedömd === null ? '' : ' (bedömt)'}`;
    const figures = drawn.indexOf(squeeze(rest), start);
    expect(figures - start, rest).toBeGreaterThan(0);
    expect(figures - start, rest).toBeLessThan(squeeze(nyckeltal).length + 60);
    from = figures;
  }
}

/** As Swedes print it: a true minus sign. */
function printed(text: string): string {
  return squeeze(text.replace(/^-/, '−'));
}

function oneDecimal(percent: number): string {
  return percent === 100 ? '100' : percent.toFixed(1).replace('.', ',');
}

describe.concurrent('a table', () => {
  it.each([40, 60, 80, 120, 200])('fits in %i columns and loses nothing', async (columns) => {
    const run = await runVp(['status', '2025', '--bredd', String(columns)]);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(widestOf(run.stdout)).toBeLessThanOrEqual(columns);
    (columns < 76 ? expectEveryRowStacked : expectEveryRow)(run);
    expect(run.stdout).not.toMatch(/[ \t]$/m);
  });

  it('fits with wider shapes too', async () => {
    const run = await runVp(['status', '2025', '--bredd', '80'], { env: { LANG: 'C' } });
    expect(widestOf(run.stdout)).toBeLessThanOrEqual(80);
    expectEveryRow(run, ASCII_SHAPES, '[]');
  });

  it('fits the terminal that it is written on', async () => {
    const run = await runOnTerminal('status 2025', 80);
    expect(run.exitCode).toBe(0);
    expect(widestOf(run.stdout)).toBeLessThanOrEqual(80);
    expectEveryRow({ ...run, stdout: run.stdout.replace(ESCAPES, '') });
  });

  it('says the totals in words', () => {
    const { uppfyllt, delvis, ej_uppfyllt } = data.totalt.fördelning;
    const flat = plain.stdout.replace(/[^\S\n]+/g, ' ');
    expect(flat).toContain(
      `\nNyckeltal: 46 rader: ${uppfyllt} uppfyllt, ${delvis} delvis uppfyllt, ${ej_uppfyllt} ej uppfyllt, 2 utfall saknas, 2 mäts senare\n`,
    );
    expect(flat).toMatch(/^Uppdrag: 54 uppdrag, 73 rader: 57 pågår, 1 genomförd, 15 utan läge; /m);
  });

  it('tells what needs attention, each with its reason, and counts the rest', () => {
    const told = plain.stdout.slice(plain.stdout.indexOf('Kräver uppmärksamhet'));
    const missed = data.rader.filter(({ status }) => ['ej_uppfyllt', 'utfall_saknas'].includes(status)).length;
    const entries = told.split('\n').filter((line) => line.startsWith('▲ ') || line.startsWith('○ ')).length;
    expect(told).toContain(`… och ${missed - entries} till; vp status 2025 --endast rod,saknas visar alla`);
    expect(told.replace(/\s+/g, ' ')).toContain(
      '▲ Sjuktal per enhet (HSN): Utfallet 7,2 % når inte målvärdet högst 5 %: 100 × (1 − |7,2 − 5| / |5|) = 56,0 %; delvis uppfyllt från 90 %. ▲',
    );
  });
});

describe.concurrent('colours', () => {
  const FORCED = [
    ['1', /^\p{Cc}\[(?:0|1|2|22|39|3[0-7]|9[0-7])m$/u],
    ['2', /^\p{Cc}\[(?:0|1|2|22|39|3[0-7]|38;5;\d+)m$/u],
    ['3', /^\p{Cc}\[(?:0|1|2|22|39|3[0-7]|38;5;\d+|38;2;\d+;\d+;\d+)m$/u],
  ] as const;

  it.each(FORCED)('of FORCE_COLOR=%s add nothing but colour', async (level, allowed) => {
    const run = await runVp(['status', '2025', '--bredd', '120'], { env: { FORCE_COLOR: level } });
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    const escapes = run.stdout.match(ESCAPES) ?? [];
    expect(escapes.length).toBeGreaterThan(46);
    expect(escapes.filter((sequence) => !allowed.test(sequence))).toEqual([]);
    expect(run.stdout.replace(ESCAPES, '')).toBe(plain.stdout);
  });

  it('are left out in a pipe', () => {
    expect(plain.stdout.match(ESCAPES)).toBeNull();
  });

  it.each([
    ['FORCE_COLOR=0', { FORCE_COLOR: '0', TERM: 'xterm-256color' }],
    ['NO_COLOR', { NO_COLOR: '1', TERM: 'xterm-256color' }],
    ['NO_COLOR with any value', { NO_COLOR: 'nej' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('are left out on a terminal with %s', async (_name, env) => {
    const run = await runOnTerminal('status 2025 --organ ktn', 100, { env });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('● Uppfyllt');
    expect(run.stdout).not.toContain('\u001b');
  });

  it.each([
    ['sixteen', { TERM: 'xterm' }, '\u001b[32m●\u001b[39m Uppfyllt'],
    ['two hundred and fifty-six', { TERM: 'xterm-256color' }, '\u001b[38;5;29m●\u001b[39m Uppfyllt'],
    ['sixteen, as an empty NO_COLOR says nothing', { TERM: 'xterm', NO_COLOR: '' }, '\u001b[32m●\u001b[39m Uppfyllt'],
  ])('on a terminal are %s', async (_name, env, legend) => {
    const run = await runOnTerminal('status 2025 --organ ktn', 100, { env });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain(legend);
  });

  it('mark errors on a terminal only', async () => {
    const [piped, forced] = await Promise.all([
      runVp(['tolka', 'minst sjuttio %']),
      runVp(['tolka', 'minst sjuttio %'], { env: { FORCE_COLOR: '1' } }),
    ]);
    expect(piped.stdout).not.toContain('\u001b');
    expect(forced.stdout).toContain('\u001b[31m');
  });
});

describe.concurrent('shapes', () => {
  it.each([
    ['LANG=C', { LANG: 'C' }],
    ['LC_ALL=C before LANG', { LC_ALL: 'C' }],
    ['LC_CTYPE=C before LANG', { LC_CTYPE: 'C' }],
    ['LANG=sv_SE.ISO-8859-1', { LANG: 'sv_SE.ISO-8859-1' }],
  ])('are of plain letters with %s', async (_name, env) => {
    const run = await runVp(['status', '2025', '--bredd', '120'], { env });
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout).not.toMatch(/[●◆▲○─·]/);
    expect(run.stdout).toContain('[+] Uppfyllt');
    expectEveryRow(run, ASCII_SHAPES, '[]');
  });

  it.each([
    ['no locale', { LANG: '' }],
    ['C.UTF-8', { LANG: 'C.UTF-8' }],
    ['LC_ALL=sv_SE.utf8 before LANG=C', { LANG: 'C', LC_ALL: 'sv_SE.utf8' }],
  ])('are of Unicode with %s', async (_name, env) => {
    const run = await runVp(['status', '2025', '--bredd', '120'], { env });
    expect(run).toEqual(plain);
  });
});

describe.concurrent('a reader that goes away', () => {
  it.each(['tabell', 'json', 'csv', 'md'])('is no fault: --format %s', async (format) => {
    const run = await runShell(`vp status 2025 --format ${format} | head -1`);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout.split('\n')).toHaveLength(2);
  });

  it('is no fault when nothing is read at all', async () => {
    expect(await runShell('vp status 2025 --format json | true')).toMatchObject({
      stdout: '',
      stderr: '',
      exitCode: 0,
    });
    expect(await runShell('vp status 2052 2>&1 >/dev/null | true')).toMatchObject({ stderr: '', exitCode: 0 });
  });

  it('is told when the disk is full', async () => {
    const run = await runShell('vp status 2025 > /dev/full');
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/^vp: .+/);
    expect(run.stderr).not.toMatch(/^ {4}at |node:|Error:/m);
    expect(run.stderr.length).toBeLessThan(500);
  });
});
