import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseOutput, runVp } from './cli/run-vp.ts';
import { chanceOf, mutate } from './helpers/mutate.ts';
import { type Bench, IDAG, type Mutation, openBench, UTSLAG, type Utslag } from './helpers/mutation-run.ts';
import { PROSE_FILES, type Site, SLAG, sitesOf } from './helpers/mutation-sites.ts';
import { realFiles } from './helpers/real-files.ts';

/**
 * One slip of the pen anywhere in the data of the project's plans must be noticed. Figures, ids, keys and dates are
 * changed at random, one at a time, and what `vp` then says is held against what it said before:
 *
 * - `fynd`: a finding that was not there, at the right file. Right is the mutated file, by the finding's place or by
 *   its note. For a name that others refer to (an id, an organ) the line that still says the old name is as right:
 *   which of the two is wrong no program can know.
 * - `status`: `vp status --format json` says something else, in some period of the plan; how many findings there are
 *   does not count.
 * - `samma plan`: the file means what it meant, value by value (4,50 for 4,5).
 * - `annan utskrift`: `vp budget`, `kalender`, `visa`, `rapport` or `kontroll` says something else as JSON. A status has
 *   no budget cell that no sum is about, no day of a meeting, no outcome from before the plan, no target in the words
 *   that a plan has printed, and no published figure that holds in another way than it did; they are data all the
 *   same, and it is these outputs that show them.
 * - `rest`: nothing noticed it. There is none.
 *
 * Running text is not data: a figure in a comment or a name is a word of a sentence (`PROSE` in `mutation-sites.ts`).
 *
 * The seed is fixed. Another one, and a longer run:
 *
 *     VP_SEED=7 VP_MUTATIONS=50000 npx vitest run test/mutation.test.ts
 */
const SEED = Number(process.env['VP_SEED'] ?? 2025);
const RUNS = Number(process.env['VP_MUTATIONS'] ?? 2500);
const PROCESSES = 30;

vi.mock('../src/load/read-yaml.ts', async (importOriginal) => {
  const { readYaml } = await importOriginal<typeof import('../src/load/read-yaml.ts')>();
  const { rememberReadYaml } = await import('./helpers/remember-loads.ts');
  return { readYaml: rememberReadYaml(readYaml) };
});
vi.mock('../src/load/load-plan.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../src/load/load-plan.ts')>();
  const { rememberLoadPlan } = await import('./helpers/remember-loads.ts');
  return { ...original, loadPlan: rememberLoadPlan(original.loadPlan) };
});

const files = [...realFiles('.yaml'), ...realFiles('.csv')];
const byKind = files.flatMap((file) => {
  const sites = sitesOf(file);
  return SLAG.map((slag) => sites.filter((site) => site.slag === slag)).filter((some) => some.length > 0);
});
const bySlag = SLAG.map((slag) => byKind.flat().filter((site) => site.slag === slag));

/** One of every kind in every file, then at random: each kind as often, however many keys there are. */
function* mutations(): Iterable<Mutation> {
  const chance = chanceOf(SEED);
  for (let number = 0; number < RUNS; number++) {
    const sites = byKind[number] ?? chance.pick(bySlag as [Site[], ...Site[][]]);
    yield mutate(chance.pick(sites as unknown as [Site, ...Site[]]), sites, chance);
  }
}

/** The line before and after, and how to see it again. */
function shown({ site: { file, slag, start, path }, text }: Mutation): string {
  const from = file.text.lastIndexOf('\n', start - 1) + 1;
  const line = (of: string) => of.slice(from).split('\n', 1)[0] ?? '';
  const number = file.text.slice(0, from).split('\n').length;
  return `${file.path}:${number} (${slag}, ${path}; VP_SEED=${SEED} VP_MUTATIONS=${RUNS})\n  före:  ${line(file.text)}\n  efter: ${line(text)}`;
}

describe('en ändrad siffra, ett ändrat id, en nyckel eller ett datum', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.close());

  it('finns att ändra i varje fil', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => sitesOf(file).length === 0).map(({ path }) => path)).toEqual([]);
    expect(bySlag.map((sites) => sites.length > 100)).toEqual(SLAG.map(() => true));
    expect(realFiles('.md').filter(({ path }) => !PROSE_FILES.test(path))).toEqual([]);
  });

  it('märks: i ett fynd, i status eller i en annan utskrift', async () => {
    const counts = new Map<string, number>();
    const unnoticed: string[] = [];
    for (const mutation of mutations()) {
      let verdict: Utslag | 'krasch';
      try {
        verdict = await bench.judge(mutation);
      } catch (error) {
        verdict = 'krasch';
        unnoticed.push(`${shown(mutation)}\n${error instanceof Error ? error.stack : error}`);
      }
      const key = `${mutation.site.slag} ${verdict}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (verdict === 'rest') {
        unnoticed.push(shown(mutation));
      }
      if (verdict === 'annan utskrift' && process.env['VP_VISA'] !== undefined) {
        process.stdout.write(`${verdict}: ${shown(mutation)}\n`);
      }
    }
    process.stdout.write(table(counts));
    expect(unnoticed).toEqual([]);
    const total = (verdict: string) => SLAG.reduce((sum, slag) => sum + (counts.get(`${slag} ${verdict}`) ?? 0), 0);
    expect(total('fynd') + total('status')).toBeGreaterThan(0.9 * RUNS);
  }, 3_600_000);

  it('får aldrig det byggda programmet att krascha', async () => {
    const some = [...mutations()].filter((_, index) => index % Math.ceil(RUNS / PROCESSES) === 0);
    expect(some.length).toBeGreaterThan(20);
    for (const mutation of some) {
      const id = /^plans\/([^/]+)\//.exec(mutation.site.file.path)?.[1] ?? '2025';
      const common = [id, '--plans', bench.path, '--idag', IDAG, '--format', 'json'];
      const [kontroll, status] = await bench.within(mutation, () =>
        Promise.all([runVp(['kontroll', ...common]), runVp(['status', ...common])]),
      );
      const { fynd } = parseOutput<{ readonly fynd: readonly { readonly allvar: string; readonly fil: string }[] }>(
        kontroll,
      );
      const errors = fynd.filter(({ allvar }) => allvar === 'fel');
      expect(kontroll.stderr, shown(mutation)).toBe('');
      expect(kontroll.exitCode, shown(mutation)).toBe(errors.length > 0 ? 1 : 0);
      // A status does not rest on the files beside the mål, and says nothing of them.
      const resting = errors.filter(({ fil }) => !/\/(?:budget|kalender|pastaenden)\.yaml$/.test(fil));
      expect(status.exitCode, shown(mutation)).toBe(resting.length > 0 ? 1 : 0);
      expect(`${kontroll.stderr}${status.stderr}`, shown(mutation)).not.toMatch(/\n\s+at |Error:/);
    }
  }, 600_000);
});

function table(counts: ReadonlyMap<string, number>): string {
  const row = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`;
  const rows = [...UTSLAG, 'krasch'].map((verdict) => {
    const cells = SLAG.map((slag) => counts.get(`${slag} ${verdict}`) ?? 0);
    return row(verdict, [...cells, cells.reduce((a, b) => a + b, 0)]);
  });
  const heading = `${RUNS} mutationer i ${files.length} filer, VP_SEED=${SEED}\n`;
  return `\n${heading}${row('', [...SLAG, 'summa'])}${rows.join('')}`;
}
