import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTempPlan } from './helpers/temp-plan.ts';

/** Says, when the program ends, which files and which of Node's own modules it loaded. */
const REPORTER = `
const before = new Set(process.moduleLoadList);
process.on('exit', () => {
  require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify({
    files: Object.keys(require.cache).filter((file) => file !== __filename),
    builtins: process.moduleLoadList.filter((name) => !before.has(name)).map((name) => name.replace(/^.* /, '')),
  }));
});
`;

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'vp-loaded-'));
  writeFileSync(join(work, 'reporter.cjs'), REPORTER);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Loaded {
  readonly files: readonly string[];
  readonly builtins: readonly string[];
}

function loadedBy(...args: readonly string[]): Loaded {
  const told = join(work, 'loaded.json');
  rmSync(told, { force: true });
  spawnSync(process.execPath, ['--require', join(work, 'reporter.cjs'), 'dist/vp.cjs', ...args], {
    env: { PATH: process.env['PATH'], LOADED: told },
    stdio: 'ignore',
  });
  return JSON.parse(readFileSync(told, 'utf8'));
}

/** Node's modules that take long to load and that no ordinary command has use for. */
const SLOW = [
  ...['crypto', 'child_process', 'net', 'tls', 'http', 'https', 'worker_threads', 'readline', 'zlib', 'dns'],
  ...['stream', 'tty', 'v8'],
];

describe('ett kommando laddar bara det som det använder', () => {
  it.each([
    [['--version']],
    [['status', '2025', '--tertial', '1']],
    [['status', '2025', '--tertial', '1', '--format', 'json']],
    [['kontroll', '2025']],
    [['visa', 'telefon-samma-dag', '2025']],
    [['budget', '2022']],
    [['kalender', '2022']],
    [['tolka', 'minst 70 %']],
    [['forklara', 'VP201']],
  ])('vp %j', (args) => {
    const { files, builtins } = loadedBy(...args);
    expect(files.map((file) => file.replace(/^.*[/\\](?=dist[/\\])/, ''))).toEqual([join('dist', 'vp.cjs')]);
    expect(builtins.filter((name) => SLOW.includes(name))).toEqual([]);
    expect(builtins.length).toBeLessThan(20);
  });

  it('och en fil i Windows-1252 läses med det paket som kan det', () => {
    const { plansFolder, cleanup } = writeTempPlan({});
    writeFileSync(
      join(plansFolder.path, '2025/plan.yaml'),
      Buffer.from('titel: Sjukv\xe5rd\nperiod: 2025\norgan: rs\n', 'latin1'),
    );
    const { files } = loadedBy('status', '2025', '--plans', plansFolder.path);
    cleanup();
    expect(files.some((file) => file.includes('iconv-lite'))).toBe(true);
  });
});
