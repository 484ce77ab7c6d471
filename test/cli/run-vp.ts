import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PROGRAM = join(ROOT, 'dist', 'vp.cjs');

export interface VpRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface VpOptions {
  /** The working folder; else the root of the project. */
  readonly cwd?: string;
  /** Added to the clean environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** After how many seconds of computing a run is taken to hang and is ended; waiting for a busy machine is no fault. */
  readonly cpuSeconds?: number;
}

/** Long enough for the slowest machine; a run that takes longer hangs. */
export const PATIENCE_MS = 30_000;

/** Runs the built program as a person would, in a clean environment: Swedish, UTF-8, no colour, no pipe to a terminal. */
export function runVp(args: readonly string[], options: VpOptions = {}): Promise<VpRun> {
  const { cpuSeconds } = options;
  return cpuSeconds === undefined
    ? start(process.execPath, [PROGRAM, ...args], options)
    : start('sh', ['-c', `ulimit -t ${cpuSeconds}; exec "$@"`, 'sh', process.execPath, PROGRAM, ...args], options);
}

/** Runs a line of shell in which `vp` is the built program. */
export function runShell(line: string, options: VpOptions = {}): Promise<VpRun> {
  return start('sh', ['-c', `vp() { "$VP_NODE" "$VP_PROGRAM" "$@"; }\n${line}`], {
    ...options,
    env: { VP_NODE: process.execPath, VP_PROGRAM: PROGRAM, ...options.env },
  });
}

/**
 * Runs the program on a terminal of its own, some columns wide. What it writes to either channel comes as stdout, with
 * the line ends of a terminal taken away.
 */
export async function runOnTerminal(line: string, columns: number, options: VpOptions = {}): Promise<VpRun> {
  const inner = `stty cols ${columns} rows 50; exec "$VP_NODE" "$VP_PROGRAM" ${line}`;
  const run = await runShell('script -qec "$VP_LINE" /dev/null', {
    ...options,
    env: { TERM: 'xterm', VP_LINE: inner, ...options.env },
  });
  return { ...run, stdout: run.stdout.replaceAll('\r\n', '\n') };
}

function start(command: string, args: readonly string[], { cwd = ROOT, env = {} }: VpOptions): Promise<VpRun> {
  refuseStaleProgram();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', HOME: cwd, LANG: 'sv_SE.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      if (exitCode === null) {
        reject(new Error(`${[command, ...args].join(' ')} was ended by ${signal}`));
      } else {
        resolve({ stdout: textOf(stdout), stderr: textOf(stderr), exitCode });
      }
    });
  });
}

/** The bytes as UTF-8, a byte order mark kept. */
function textOf(chunks: readonly Buffer[]): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
}

let known: 'fresh' | null = null;

/** A test of yesterday's program would say nothing about today's source. */
function refuseStaleProgram(): void {
  if (known === 'fresh') {
    return;
  }
  if (!existsSync(PROGRAM)) {
    throw new Error('dist/vp.cjs is missing: npm run build');
  }
  const built = statSync(PROGRAM).mtimeMs;
  const changed = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .find((path) => statSync(path).mtimeMs > built);
  if (changed !== undefined) {
    throw new Error(`dist/vp.cjs is older than ${changed}: npm run build`);
  }
  known = 'fresh';
}

/** JSON that the program wrote; the shape is what its schema says. */
export function parseOutput<T>({ stdout, stderr, exitCode }: VpRun): T {
  try {
    return JSON.parse(stdout) as T;
  } catch {
    throw new Error(`no JSON on stdout (exit ${exitCode})\n${stdout.slice(0, 500)}\n${stderr.slice(0, 500)}`);
  }
}
