/**
 * Writes `dist/program.cache`: the bundle as V8 has it after a few ordinary runs, so that it holds what they use and
 * nothing else. Run by the build in a process of its own, since the program writes to its output and sets the exit code.
 *
 *     node src/build/compile-program.cjs DIST PLANS
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const [dist, plans] = process.argv.slice(2);
const filename = join(dist, 'program.cjs');
const script = new Script(require('node:module').wrap(readFileSync(filename, 'latin1')), { filename });
const program = script.runInThisContext();

const runs = [
  ['status', '2025', '--tertial', '1'],
  ['kontroll', '2025'],
  ['visa', 'telefon-samma-dag', '2025'],
];

async function main() {
  for (const args of runs) {
    process.argv = [process.execPath, filename, ...args, '--idag', '2025-06-01', '--plans', plans];
    program({}, require, { exports: {} }, filename, dist);
    // A run reads its files at once and waits for nothing, so it has ended when the next turn begins.
    await new Promise((resolve) => setImmediate(resolve));
    if (process.exitCode !== 0) {
      throw new Error(`vp ${args.join(' ')} ended with ${process.exitCode}`);
    }
  }
  writeFileSync(join(dist, 'program.cache'), script.createCachedData());
}

main();
