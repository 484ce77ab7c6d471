import { execFile } from 'node:child_process';
import { program, root } from './project.mjs';

/** Columns of all output shown; with its indentation it fits the 120 of a Markdown line. */
export const WIDTH = 100;

/** The same for every machine and every run. */
const ENVIRONMENT = { LANG: 'C.UTF-8', COLUMNS: String(WIDTH) };

/** What the built program prints. */
export async function vp(args, { colours = false } = {}) {
  const env = { PATH: process.env.PATH, ...ENVIRONMENT, ...(colours ? { FORCE_COLOR: '2' } : { NO_COLOR: '1' }) };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...args], { cwd: root, env }, (error, stdout, stderr) => {
      // 1 tells of faults in a plan, which may be what is shown; anything else is a command that cannot be run.
      if (error !== null && error.code !== 1) {
        reject(new Error(`vp ${args.join(' ')}: ${stderr}`));
      }
      resolve(`${stdout}${stderr}`);
    });
  });
}

/** What a command says, run from the source within this process: there are too many of these to start each anew. */
export async function say({ run }, args, cwd) {
  const screen = { isTerminal: false, columns: null };
  const { stdout, stderr } = await run(args, '', { cwd, env: ENVIRONMENT, stdout: screen, stderr: screen });
  return `${stdout}${stderr}`;
}

/** `visa "telefon samma dag"` as arguments. */
export function argumentsOf(command) {
  return (command.match(/"[^"]*"|\S+/g) ?? []).map((part) => part.replaceAll('"', ''));
}
