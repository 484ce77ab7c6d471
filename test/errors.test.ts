import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../src/check/rules/index.ts';
import { LOAD_CODES } from '../src/diagnostics/codes.ts';

const FIXTURES = resolve('test/errors');
const PROGRAM = resolve('dist/vp.cjs');

const CODES = [...Object.entries(LOAD_CODES).map(([code, info]) => ({ code, ...info })), ...RULES];

/** Codes that no file among the fixtures can provoke, and why. */
const WITHOUT_FIXTURE: ReadonlyMap<string, string> = new Map([
  ['VP004', 'en fil över gränsen på 64 MB kan inte ligga i projektet; den görs i en tillfällig mapp'],
]);

/** `VP101-yaml-syntax`, and further examples of the same code as `VP101-yaml-syntax.indrag`. */
const names = readdirSync(FIXTURES).sort();

interface Fynd {
  readonly kod: string;
  readonly regel: string;
  readonly allvar: string;
  readonly fil: string;
  readonly meddelande: string;
  readonly hjälp: string | null;
}

interface Kontroll {
  readonly exitCode: number;
  readonly fynd: readonly Fynd[];
}

/** `vp kontroll` of the built program in a folder that holds `plans/`. */
function kontroll(cwd: string): Promise<Kontroll> {
  return new Promise((done, failed) => {
    execFile(process.execPath, [PROGRAM, 'kontroll', '--format', 'json'], { cwd }, (error, stdout, stderr) => {
      if (stdout === '') {
        failed(new Error(`${cwd}: ${stderr}`));
        return;
      }
      done({ exitCode: typeof error?.code === 'number' ? error.code : 0, fynd: JSON.parse(stdout).fynd });
    });
  });
}

/** A few at once: each is a process of its own. */
async function kontrollOfAll(): Promise<ReadonlyMap<string, Kontroll>> {
  const results = new Map<string, Kontroll>();
  const left = [...names];
  const work = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      results.set(name, await kontroll(join(FIXTURES, name)));
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return results;
}

/** An exemption from an error can only be shown beside that error. */
const BESIDE: ReadonlyMap<string, readonly string[]> = new Map([['VP141', ['VP203']]]);

describe('felgalleriets exempel', () => {
  let results: ReadonlyMap<string, Kontroll> = new Map();
  beforeAll(async () => {
    results = await kontrollOfAll();
  }, 120_000);

  it.each(names)('%s ger sitt fynd och inget annat', (name) => {
    const [code, slug] = [name.slice(0, name.indexOf('-')), name.slice(name.indexOf('-') + 1).replace(/\..*$/, '')];
    const known = CODES.find((one) => one.code === code);
    expect(known?.slug).toBe(slug);
    const result = results.get(name);
    expect(result?.fynd.map((fynd) => fynd.kod).sort()).toEqual([...(BESIDE.get(code) ?? []), code].sort());
    const fynd = result?.fynd.find((one) => one.kod === code);
    expect(fynd).toMatchObject({ regel: slug, allvar: known?.severity, fil: expect.stringMatching(/^plans\//) });
    expect(result?.exitCode).toBe(known?.severity === 'fel' ? 1 : 0);
  });

  it('finns för varje kod, eller har sitt skäl att inte finnas', () => {
    const shown = new Set(names.map((name) => name.split('-')[0] ?? ''));
    expect(CODES.length).toBeGreaterThan(40);
    expect(CODES.map(({ code }) => code).filter((code) => !shown.has(code) && !WITHOUT_FIXTURE.has(code))).toEqual([]);
    expect([...WITHOUT_FIXTURE.keys()].filter((code) => shown.has(code))).toEqual([]);
  });
});

describe('det som inga små filer kan visa', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vp-errors-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('VP004: en fil över gränsen nekas med sin storlek', async () => {
    mkdirSync(join(folder, 'plans/2025/mal'), { recursive: true });
    writeFileSync(
      join(folder, 'plans/organisation.yaml'),
      'namn: Region Exempel\norgan:\n  rs:\n    namn: Regionstyrelsen\n',
    );
    writeFileSync(join(folder, 'plans/2025/plan.yaml'), 'titel: Verksamhetsplan 2025\nperiod: 2025\norgan: rs\n');
    writeFileSync(join(folder, 'plans/2025/mal/vard.yaml'), '');
    // A sparse file: as long as it says, without filling the disk.
    truncateSync(join(folder, 'plans/2025/mal/vard.yaml'), 65 * 1024 * 1024);
    const { exitCode, fynd } = await kontroll(folder);
    expect(fynd.map(({ kod, fil }) => ({ kod, fil }))).toEqual([{ kod: 'VP004', fil: 'plans/2025/mal/vard.yaml' }]);
    expect(fynd[0]?.meddelande).toContain('65 MB');
    expect(exitCode).toBe(1);
  });
});
