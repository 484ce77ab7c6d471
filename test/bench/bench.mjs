import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Measures `vp` in interleaved runs beside a bare `node -e 0`: start-up on the real plan, then time and memory on
 * generated plans: nyckeltal with målvärden and outcomes, for which the targets are set, and beside them the same with
 * all the words that plans have (descriptions, sources, uppdrag, forecasts, comments). Absolute figures belong to the
 * machine; the ratio to bare node in the same run is what counts.
 *
 *     npm run bench [-- --quick] [-- --program FILE]
 *
 * `--quick` repeats less and leaves out the largest plan; `--program` measures another build. Exit code 1 when a target
 * is missed.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const quick = process.argv.includes('--quick');
const stated = process.argv.indexOf('--program');
const program = stated < 0 ? join(root, 'dist/vp.cjs') : (process.argv[stated + 1] ?? '');

const TARGETS = {
  /** `vp status` on the real plan, in times of bare node. */
  startup: 4,
  medium: { seconds: 0.8, megabytes: 150 },
  large: { megabytes: 400 },
  /** Time per nyckeltal at the largest size over that at the next: 1 is linear, 10 is quadratic. */
  linearity: 1.3,
};
const MEDIUM = 10_000;
const LARGE = 100_000;
const STARTUP_ROUNDS = quick ? 9 : 25;
/** Size of the plan → runs. */
const SCALE = quick
  ? new Map([
      [1_000, 3],
      [MEDIUM, 3],
    ])
  : new Map([
      [1_000, 9],
      [MEDIUM, 7],
      [LARGE, 3],
    ]);

const BARE = 'node -e 0';
const STATUS = ['status', '2025', '--tertial', '1'];
const COMMANDS = [
  ['--version'],
  STATUS,
  [...STATUS, '--format', 'json'],
  ['kontroll', '2025'],
  ['tolka', 'minst 70 %'],
  ['visa', 'telefon-samma-dag'],
];

/** What would make one machine's or one terminal's runs unlike another's. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:NODE_|VP_|NO_COLOR$|FORCE_COLOR$|COLUMNS$|SSL_|npm_)/.test(name),
  ),
);

const work = mkdtempSync(join(tmpdir(), 'vp-bench-'));

function main() {
  buildIfStale();
  console.log(
    `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, load ${loadAverage()}${quick ? ', quick' : ''}\n`,
  );
  const startup = measureStartup();
  const scale = measureScale(startup.get(BARE).ms);
  return judge(startup, scale);
}

function loadAverage() {
  const found = existsSync('/proc/loadavg') ? spawnSync('cat', ['/proc/loadavg'], { encoding: 'utf8' }).stdout : '';
  return found.split(' ')[0] || 'unknown';
}

/** The default program is built anew when a source is younger, so that what is measured is what is written. */
function buildIfStale() {
  if (stated >= 0) {
    return;
  }
  const built = existsSync(program) ? statSync(program).mtimeMs : 0;
  const sources = ['src', 'schemas'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('generated'))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  if (sources.some((time) => time > built)) {
    run(process.execPath, [join(root, 'src/build/build.mjs')]);
  }
}

/** Runs a program to its end and returns the wall milliseconds; what it prints goes nowhere. */
function run(file, args, stdio = 'ignore') {
  const start = process.hrtime.bigint();
  const { status, error, output } = spawnSync(file, args, { cwd: root, env: environment, stdio });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined || status !== 0) {
    throw new Error(`${args.join(' ')} ended with ${error?.message ?? `exit code ${status}`}`);
  }
  return { ms, output };
}

function measureStartup() {
  const subjects = [
    { name: BARE, args: ['-e', '0'] },
    ...COMMANDS.map((args) => ({ name: shown(args), args: [program, ...args] })),
  ];
  const times = new Map(subjects.map(({ name }) => [name, []]));
  for (const { args } of subjects) {
    run(process.execPath, args);
  }
  for (let round = 0; round < STARTUP_ROUNDS; round++) {
    for (const { name, args } of subjects) {
      times.get(name).push(run(process.execPath, args).ms);
    }
  }
  const bare = median(times.get(BARE));
  const rows = [...times].map(([name, list]) => ({ name, ms: median(list), ratio: median(list) / bare }));
  print(
    ['Start-up, the plan of 2025', 'median ms', 'least ms', '× bare node'],
    rows.map(({ name, ms, ratio }) => [name, ms.toFixed(1), Math.min(...times.get(name)).toFixed(1), ratio.toFixed(2)]),
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function shown(args) {
  return `vp ${args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)).join(' ')}`;
}

function measureScale(bare) {
  const reporter = join(work, 'report-memory.cjs');
  writeFileSync(reporter, REPORTER);
  const subjects = [...SCALE.entries()].map(([size, rounds]) => ({ size, rounds, words: false, runs: [] }));
  subjects.push({ size: MEDIUM, rounds: SCALE.get(MEDIUM), words: true, runs: [] });
  const generator = fileURLToPath(new URL('generate-plan.mjs', import.meta.url));
  for (const subject of subjects) {
    // In a process of its own: a child inherits the peak of a large parent.
    const seed = '2025';
    const size = String(subject.size);
    run(process.execPath, [generator, plansOf(subject), size, seed, ...(subject.words ? [] : ['--bare'])]);
    run(process.execPath, [program, 'kontroll', '2025', '--plans', plansOf(subject)]);
  }
  for (let round = 0; round < Math.max(...SCALE.values()); round++) {
    for (const subject of subjects.filter(({ rounds }) => round < rounds)) {
      subject.runs.push(runMeasured(reporter, [...STATUS, '--plans', plansOf(subject)]));
    }
  }
  const rows = subjects.map(({ size, words, runs }) => ({
    size,
    words,
    seconds: median(runs.map(({ ms }) => ms)) / 1000,
    megabytes: median(runs.map(({ kilobytes }) => kilobytes)) / 1024,
  }));
  print(
    [`Scale, vp ${STATUS.join(' ')}`, 'wall s', '× bare node', 'peak RSS MB', 'ms per 1,000'],
    rows.map(({ size, words, seconds, megabytes }) => [
      `${size.toLocaleString('en')} nyckeltal × 3 tertial${words ? ', with words' : ''}`,
      seconds.toFixed(2),
      ((seconds * 1000) / bare).toFixed(0),
      megabytes.toFixed(0),
      ((seconds * 1e6) / size).toFixed(1),
    ]),
  );
  return new Map(rows.filter(({ words }) => !words).map((row) => [row.size, row]));
}

function plansOf({ size, words }) {
  return join(work, `plans-${size}${words ? '-words' : ''}`);
}

/**
 * Tells the peak memory of the process that loads it on descriptor 3. Linux keeps a peak for each program image, while
 * `maxRSS` begins at the size of the process that started it.
 */
const REPORTER = `
const { readFileSync, writeSync } = require('node:fs');
process.on('exit', () => {
  let peak;
  try {
    peak = /^VmHWM:\\s*(\\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
  } catch {}
  writeSync(3, String(peak ?? process.resourceUsage().maxRSS));
});
`;

function runMeasured(reporter, args) {
  const { ms, output } = run(
    process.execPath,
    ['--require', reporter, program, ...args],
    ['ignore', 'ignore', 'ignore', 'pipe'],
  );
  return { ms, kilobytes: Number(output[3]) };
}

/** Prints every target with what was measured; whether all are reached. */
function judge(startup, scale) {
  const medium = scale.get(MEDIUM);
  const large = scale.get(LARGE);
  const targets = [
    {
      what: `vp ${STATUS.join(' ')} on the plan of 2025, × bare node`,
      value: startup.get(shown(STATUS)).ratio,
      limit: TARGETS.startup,
    },
    { what: '10,000 nyckeltal, s', value: medium.seconds, limit: TARGETS.medium.seconds },
    { what: '10,000 nyckeltal, MB', value: medium.megabytes, limit: TARGETS.medium.megabytes },
    ...(large === undefined
      ? []
      : [
          { what: '100,000 nyckeltal, MB', value: large.megabytes, limit: TARGETS.large.megabytes },
          {
            what: '100,000 against 10,000, × time per nyckeltal',
            value: large.seconds / LARGE / (medium.seconds / MEDIUM),
            limit: TARGETS.linearity,
          },
        ]),
  ];
  print(
    ['Target', 'measured', 'at most', ''],
    targets.map(({ what, value, limit }) => [
      what,
      value.toFixed(limit >= 100 ? 0 : 2),
      String(limit),
      value <= limit ? 'reached' : 'NOT REACHED',
    ]),
  );
  return targets.every(({ value, limit }) => value <= limit);
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function print(header, rows) {
  const widths = header.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index].length)));
  const line = (cells) =>
    cells
      .map((cell, index) =>
        index === 0 || (index === 3 && header[3] === '') ? cell.padEnd(widths[index]) : cell.padStart(widths[index]),
      )
      .join('  ')
      .trimEnd();
  console.log([line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line), ''].join('\n'));
}

try {
  process.exitCode = main() ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
