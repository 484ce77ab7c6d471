import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { readJunit } from './read-junit.ts';
import { tempFolder, vp } from './run-program.ts';
import { brokenRules, schemaFaults } from './sarif-validator.ts';

/** Two plans with three errors, two of them alike, and a warning in each plan, alike too. */
function writePlans(): string {
  const folder = tempFolder();
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, 'plans', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'plans', name), text);
  };
  write('organisation.yaml', 'namn: Region Prov\norgan:\n  rs:\n    namn: Regionstyrelsen\n');
  for (const plan of ['2024', '2025']) {
    write(`${plan}/plan.yaml`, `titel: Plan ${plan}\nperiod: ${plan}\norgan: rs\n`);
    write(
      `${plan}/mal/vard.yaml`,
      'namn: Vård\nnyckeltal:\n  - id: telefon\n    namn: Besvarade samtal\n    målvärde: kompletteras senare\n',
    );
  }
  write(
    '2025/mal/kultur.yaml',
    'namn: Kultur\nnyckeltal:\n  - id: besok\n    namn: Besök\n    målvärde: 88 %\n  - id: lan\n    namn: Lån\n    målvärde: minst 5 %\n    felstavat: x\n  - id: film\n    namn: Film\n    målvärde: minst 5 %\n    felstavat: x\n',
  );
  return folder;
}

interface Fynd {
  readonly kod: string;
  readonly allvar: string;
  readonly fil: string;
  readonly rad: number;
}

interface Kontroll {
  readonly antal: { readonly fel: number; readonly varningar: number; readonly notiser: number };
  readonly fynd: readonly Fynd[];
}

let cwd: string;

beforeAll(() => {
  cwd = writePlans();
});

async function kontroll(...args: readonly string[]): Promise<Kontroll> {
  return JSON.parse((await vp(['kontroll', '--format', 'json', ...args], { cwd })).stdout) as Kontroll;
}

describe('vp kontroll', () => {
  it('visar fynden efter fil och plats, lika fynd tillsammans och en räkning sist', async () => {
    const { stdout, exitCode } = await vp(['kontroll', '--bredd', '100'], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout.match(/^plans\S+:\d+:\d+: \S+/gm)).toEqual([
      'plans/2024/mal/vard.yaml:5:15: varning[VP206',
      'plans/2025/mal/kultur.yaml:5:15: fel[VP203',
      'plans/2025/mal/kultur.yaml:9:5: fel[VP110',
    ]);
    expect(stdout).toContain('  Samma på 1 ställe till:\n    plans/2025/mal/vard.yaml:5:15\n');
    expect(stdout).toContain('  Samma på 1 ställe till:\n    plans/2025/mal/kultur.yaml:13:5\n');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 planer (2024, 2025): 3 fel, 2 varningar');
  });

  it('kortar bara text', async () => {
    const { stdout } = await vp(['kontroll', '--max', '1'], { cwd });
    expect(stdout).toContain('\n… 4 till, visa med --max 0\n');
    expect((await kontroll('--max', '1')).fynd).toHaveLength(5);
    const github = await vp(['kontroll', '--max', '1', '--format', 'github'], { cwd });
    expect(github.stdout.trimEnd().split('\n')).toHaveLength(5);
  });
});

describe('--regel', () => {
  it('tar bara med reglerna som anges, efter namn eller kod', async () => {
    const codes = async (regel: string) => (await kontroll('--regel', regel)).fynd.map(({ kod }) => kod);
    expect(await codes('riktning-saknas')).toEqual(['VP203']);
    expect(await codes('vp203, Malvarde-Inte-Satt')).toEqual(['VP206', 'VP203', 'VP206']);
    expect(await codes('VP110')).toEqual(['VP110', 'VP110']);
    expect(await codes('plan-saknas')).toEqual([]);
  });

  it('styr också slutkoden och räkningen', async () => {
    const run = await vp(['kontroll', '--regel', 'VP206'], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(/: 2 varningar\n$/);
  });

  it('hjälper den som skriver fel', async () => {
    expect(await vp(['kontroll', '--regel', 'VP203,plan-sakns'], { cwd })).toEqual({
      stdout: '',
      stderr: 'vp: regeln ”plan-sakns” finns inte\nHjälp: Menade du ”plan-saknas”? vp forklara visar alla regler\n',
      exitCode: 2,
    });
    expect((await vp(['kontroll', '--regel', 'constructor'], { cwd })).exitCode).toBe(2);
    expect((await vp(['kontroll', '--regel', ' , '], { cwd })).exitCode).toBe(2);
  });
});

describe('--niva', () => {
  const exitCode = async (...args: readonly string[]) => (await vp(['kontroll', ...args], { cwd })).exitCode;

  it('säger om varningar ger slutkod 1', async () => {
    expect(await exitCode('2024')).toBe(0);
    expect(await exitCode('2024', '--niva', 'fel')).toBe(0);
    expect(await exitCode('2024', '--niva', 'varning')).toBe(1);
    expect(await exitCode('2024', '--niva', 'notis')).toBe(1);
    expect(await exitCode('2025', '--niva', 'varning')).toBe(1);
    expect(await exitCode('2024', '--niva', 'varning', '--regel', 'VP203')).toBe(0);
  });

  it('låter aldrig notiser ge slutkod 1', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'plans/2025/mal'), { recursive: true });
    writeFileSync(join(folder, 'plans/organisation.yaml'), 'namn: Prov\norgan:\n  rs:\n    namn: Styrelsen\n');
    writeFileSync(
      join(folder, 'plans/2025/plan.yaml'),
      'titel: P\nperiod: 2025\norgan: rs\nstatus: publicerad\nkända_avvikelser:\n  - regel: riktning-saknas\n    gäller: a\n    skäl: Så trycktes det\n    källa: Planen\n',
    );
    writeFileSync(
      join(folder, 'plans/2025/mal/vard.yaml'),
      'namn: Vård\nnyckeltal:\n  - id: a\n    namn: A\n    målvärde: 88 %\n',
    );
    for (const niva of ['fel', 'varning', 'notis']) {
      const run = await vp(['kontroll', '--niva', niva], { cwd: folder });
      expect(run.stdout).toMatch(/: 1 notis\n$/);
      expect(run.exitCode).toBe(0);
    }
  });

  it('gör varningar till underkända prov i JUnit', async () => {
    const failures = async (niva: string) =>
      (await readJunit((await vp(['kontroll', '--format', 'junit', '--niva', niva], { cwd })).stdout)).counts.failures;
    expect(await failures('fel')).toBe(3);
    expect(await failures('varning')).toBe(5);
  });
});

describe('--format', () => {
  it('ger flera format från en körning', async () => {
    const args = ['text', 'json=a.json', 'sarif=b.sarif', 'github=c.txt', 'junit=d.xml'].flatMap((one) => [
      '--format',
      one,
    ]);
    const run = await vp(['kontroll', ...args], { cwd });
    expect(run).toMatchObject({ exitCode: 1, stderr: '' });
    expect(run.stdout).toBe((await vp(['kontroll'], { cwd })).stdout);
    const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
    for (const [name, format] of [
      ['a.json', 'json'],
      ['b.sarif', 'sarif'],
      ['c.txt', 'github'],
      ['d.xml', 'junit'],
    ] as const) {
      expect(read(name)).toBe((await vp(['kontroll', '--format', format], { cwd })).stdout);
    }
    expect(schemaFaults(read('b.sarif'))).toEqual([]);
    expect(readdirSync(cwd).sort()).toEqual(['a.json', 'b.sarif', 'c.txt', 'd.xml', 'plans']);
  });

  it('skriver text till fil utan färger, och räkningen till den som väntar', async () => {
    const run = await vp(['kontroll', '2024', '--format', 'text=ut.txt'], { cwd });
    expect(run).toEqual({ stdout: '', stderr: '1 plan (2024): 1 varning\n', exitCode: 0 });
    const text = readFileSync(join(cwd, 'ut.txt'), 'utf8');
    expect(text).toContain('varning[VP206 malvarde-inte-satt]');
    expect(text).not.toContain('\u001b');
  });

  it.each([
    [['--format', 'jsno'], 'vp: --format kan inte vara ”jsno”\nHjälp: Menade du ”json”? Välj bland: '],
    [
      ['--format', 'xlsx=a.xlsx'],
      'vp: --format kan inte vara ”xlsx”\nHjälp: Välj bland: text, json, sarif, github, junit',
    ],
    [['--format', 'sarif='], 'vp: --format sarif= säger inte vilken fil\n'],
    [['--format', 'json', '--format', 'sarif'], 'vp: json och sarif kan inte skrivas till samma ställe\n'],
    [['--format', 'json=x', '--format', 'sarif=./x'], 'vp: två format skrivs till samma fil, ./x\n'],
    [['--format', 'json=plans/2025/plan.yaml'], 'vp: plans/2025/plan.yaml ligger bland planerna\n'],
    [['--format', '__proto__'], 'vp: --format kan inte vara ”__proto__”\n'],
  ])('säger vad som är fel med %j', async (args, told) => {
    const run = await vp(['kontroll', ...args], { cwd });
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toContain(told);
    expect(readFileSync(join(cwd, 'plans/2025/plan.yaml'), 'utf8')).toContain('titel: Plan 2025');
  });
});

describe('felgalleriet', () => {
  const FIXTURES = 'test/errors';

  it('ger SARIF och JUnit som stämmer med JSON, vilket fel det än är', async () => {
    const left = readdirSync(FIXTURES).sort();
    expect(left.length).toBeGreaterThan(40);
    const sarifs: string[] = [];
    const check = async (name: string): Promise<void> => {
      const ut = tempFolder();
      const formats = ['sarif', 'junit', 'json'].map((format) => `--format=${format}=${join(ut, format)}`);
      await vp(['kontroll', ...formats], { cwd: join(FIXTURES, name) });
      const read = (format: string) => readFileSync(join(ut, format), 'utf8');
      const { antal, fynd } = JSON.parse(read('json')) as Kontroll;
      const sarif = read('sarif');
      sarifs.push(sarif);
      expect(schemaFaults(sarif), name).toEqual([]);
      expect(sarif.match(/"ruleId"/g) ?? [], name).toHaveLength(fynd.length);
      XmlDocument.fromString(read('junit')).dispose();
      const { suites } = await readJunit(read('junit'));
      const sum = (key: 'failures' | 'skipped') => suites.reduce((total, one) => total + one.counted[key], 0);
      expect([sum('failures'), sum('skipped')], name).toEqual([antal.fel, antal.varningar + antal.notiser]);
      expect(suites.every((one) => one.tests === one.counted.tests && one.failures === one.counted.failures)).toBe(
        true,
      );
    };
    const work = async (): Promise<void> => {
      for (let name = left.shift(); name !== undefined; name = left.shift()) {
        await check(name);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    expect(await brokenRules(sarifs)).toEqual(['warning SARIF2005']);
  }, 120_000);
});
