import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runVp } from './cli/run-vp.ts';

/**
 * What the program writes of the real plans, as files that a person can read. A change of words or shape shows
 * as a difference here; when it is meant, the files are written anew by this one command, and read before they are kept:
 *
 *     UPDATE_GOLDEN=1 npx vitest run test/golden.test.ts
 */
const GOLDEN: readonly (readonly [file: string, args: readonly string[], stderr: string])[] = [
  ['2025/status-t1-80.txt', ['status', '2025', '--tertial', '1', '--bredd', '80'], ''],
  ['2025/status-t1-120.txt', ['status', '2025', '--tertial', '1', '--bredd', '120'], ''],
  ['2025/status-t1.json', ['status', '2025', '--tertial', '1', '--format', 'json'], ''],
  ['2025/status-t1.csv', ['status', '2025', '--tertial', '1', '--format', 'csv'], ''],
  ['2025/status-t1.md', ['status', '2025', '--tertial', '1', '--format', 'md'], ''],
  ['2025/kontroll.txt', ['kontroll', '2025', '--bredd', '120'], ''],
  // A plan whose mål have mätetal or nothing, and one whose mål are their own nyckeltal; both without outcomes.
  ['2020/status-80.txt', ['status', '2020', '--bredd', '80'], 'Planen 2020 har inget utfall än.\n'],
  ['2020/status.csv', ['status', '2020', '--format', 'csv'], 'Planen 2020 har inget utfall än.\n'],
  ['2020/status.md', ['status', '2020', '--format', 'md'], 'Planen 2020 har inget utfall än.\n'],
  ['2022/status-120.txt', ['status', '2022', '--bredd', '120'], 'Planen 2022 har inget utfall än.\n'],
];

const update = process.env['UPDATE_GOLDEN'] === '1';

describe.concurrent('the program writes what it wrote before', () => {
  it.each(GOLDEN)('test/golden/%s', async (file, args, stderr) => {
    const path = join(ROOT, 'test', 'golden', file);
    const run = await runVp([...args, '--idag', '2025-06-01']);
    expect(run).toMatchObject({ stderr, exitCode: 0 });
    if (update) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, run.stdout);
    }
    expect(existsSync(path), `${relative(ROOT, path)} is missing; written by UPDATE_GOLDEN=1`).toBe(true);
    expect(run.stdout).toBe(readFileSync(path, 'utf8'));
  });
});
