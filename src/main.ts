import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import type { CliContext, CommandResult, OutputFile } from './cli/context.ts';
import { EXIT } from './cli/exit-code.ts';
import { openOutput } from './cli/output.ts';
import { canShowProgress, NO_PROGRESS, type Progress, showProgress } from './cli/progress.ts';
import { run } from './cli/run.ts';
import { visible } from './render/visible.ts';

// A reader such as `head` may close the pipe before everything is written; that is no fault. A full disk is.
const stdout = openOutput(
  1,
  () => process.stdout,
  (error) => {
    if (error.code !== 'EPIPE') {
      stderr.write(`vp: utskriften gick inte att skriva: ${reasonOf(error.code ?? 'okänt')}\n`);
      process.exitCode = EXIT.unusable;
    }
  },
);
// There is nobody left to tell.
const stderr = openOutput(
  2,
  () => process.stderr,
  () => {},
);

/** The edge of the program: the only place that writes to the outside and sets the exit code. */
async function main(): Promise<void> {
  const progress = startProgress();
  const context: CliContext = {
    cwd: process.cwd(),
    templates: join(__dirname, '..', 'templates'),
    env: process.env,
    stdout,
    stderr,
    idag: localDay(new Date()),
    progress: progress.step,
  };
  const result = await run(process.argv.slice(2), packageJson.version, context).finally(progress.clear);
  const { exitCode, files = [] } = result;
  const outcomes = files.map((file) => ({ file, failure: writeFile(file) }));
  process.exitCode = outcomes.some(({ failure }) => failure !== null) ? EXIT.unusable : exitCode;
  for (const piece of piecesOf(result.stdout)) {
    stdout.write(piece);
  }
  stderr.write(result.stderr + outcomes.map(({ file, failure }) => failure ?? file.written ?? '').join(''));
}

function piecesOf(content: CommandResult['stdout']): Iterable<string | Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

function startProgress(): Progress {
  return canShowProgress(process.env) ? showProgress(stderr) : NO_PROGRESS;
}

/** Null where the file was written, else what is told about it. */
function writeFile(file: OutputFile): string | null {
  const existed = existsSync(file.path);
  try {
    replaceFile(file);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) {
      throw error;
    }
    return `vp: ${visible(file.path)} gick inte att skriva: ${reasonOf(code)}\nHjälp: ${existed ? 'Filen är som den var' : 'Ingen fil skapades'}; ange en annan fil eller rätta felet\n`;
  }
}

/** Whole or not at all: the text is complete on the disk before it takes the place of an older file. */
function replaceFile({ path, content }: OutputFile): void {
  const old = oldFile(path);
  // Through a link, so that the link stays and what it names is replaced.
  const target = old === null ? path : realpathSync(path);
  const folder = mkdtempSync(join(dirname(target), '.vp-'));
  const temporary = join(folder, 'ny');
  try {
    const handle = openSync(temporary, 'wx');
    try {
      if (old !== null) {
        fchmodSync(handle, old.mode);
      }
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What would be replaced. A folder, a device or a file that may not be written is refused, as writing to it would be. */
function oldFile(path: string): Stats | null {
  const found = statSync(path, { throwIfNoEntry: false }) ?? null;
  if (found !== null && !found.isFile()) {
    throw Object.assign(new Error(path), { code: found.isDirectory() ? 'EISDIR' : 'EINVAL' });
  }
  if (found !== null) {
    accessSync(path, constants.W_OK);
  }
  return found;
}

/** Why something could not be written, in words for the person at the keyboard. */
function reasonOf(code: string): string {
  return WRITE_FAILURES[code] ?? `felet ${code}`;
}

const WRITE_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: 'mappen finns inte',
  ENOTDIR: 'mappen finns inte',
  EACCES: 'du har inte rätt att skriva där',
  EPERM: 'du har inte rätt att skriva där',
  EROFS: 'disken är skrivskyddad',
  ENOSPC: 'disken är full',
  EDQUOT: 'disken är full',
  EFBIG: 'filen blir för stor för disken',
  EISDIR: 'det är en mapp',
  EINVAL: 'det är ingen vanlig fil',
  ENAMETOOLONG: 'namnet är för långt',
};

/** The day in the person's own time zone, ISO. */
function localDay(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  stderr.write(
    `vp: ett fel i programmet avbröt körningen: ${reason}\nHjälp: Rapportera gärna felet tillsammans med kommandot som gav det.\n`,
  );
  process.exitCode = 2;
});
