import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export const PROGRAM = resolve('dist/vp.cjs');

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface Surroundings {
  readonly cwd?: string;
  /** Run as this user, which only root may ask for. */
  readonly uid?: number;
  /** A line of shell before the program, such as `ulimit`. */
  readonly before?: string;
  readonly program?: string;
}

/** Runs the built program in a clean environment. */
export function vp(args: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const { cwd = process.cwd(), uid, before, program = PROGRAM } = surroundings;
  const [command, all] =
    before === undefined
      ? [process.execPath, [program, ...args]]
      : ['sh', ['-c', `${before}; exec "$@"`, 'sh', process.execPath, program, ...args]];
  return new Promise((done, failed) => {
    const child = spawn(command, all, {
      cwd,
      env: { PATH: process.env['PATH'], LANG: 'sv_SE.UTF-8', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', failed);
    child.on('close', (exitCode) => done({ stdout, stderr, exitCode }));
  });
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A folder of its own, taken away when the tests of the file are done. */
export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vp-kontroll-')));
  folders.push(folder);
  return folder;
}
