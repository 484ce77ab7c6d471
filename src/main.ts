import packageJson from '../package.json' with { type: 'json' };
import type { CliContext } from './cli/context.ts';
import { run } from './cli/run.ts';

/** The edge of the program: the only place that writes to the outside and sets the exit code. */
async function main(): Promise<void> {
  const context: CliContext = {
    cwd: process.cwd(),
    env: process.env,
    stdout: { isTerminal: process.stdout.isTTY === true, columns: process.stdout.columns ?? null },
    stderr: { isTerminal: process.stderr.isTTY === true },
    idag: localDay(new Date()),
  };
  const { stdout, stderr, exitCode } = await run(process.argv.slice(2), packageJson.version, context);
  process.exitCode = exitCode;
  process.stdout.write(stdout);
  process.stderr.write(stderr);
}

/** The day in the person's own time zone, ISO. */
function localDay(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// A reader such as `head` may close the pipe before everything is written; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
});

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `vp: ett fel i programmet avbröt körningen: ${reason}\nHjälp: Rapportera gärna felet tillsammans med kommandot som gav det.\n`,
  );
  process.exitCode = 2;
});
