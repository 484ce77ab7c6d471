import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Tries every property, and the mutations of the real plans, with a seed of its own and many times as often as the
 * tests do. Says which seed, so that what it finds can be found again.
 *
 *     npm run fuzz [-- SEED [TIMES]]
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const [seed = String(Date.now() % 1_000_000), times = '20'] = process.argv.slice(2);
const MUTATIONS_AT_A_TIME = 2_500;

const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('test', name))
  .filter((path) => /\bruns\(\d/.test(readFileSync(join(root, path), 'utf8')));
if (files.length === 0) {
  throw new Error('no test has a property');
}
console.log(`VP_SEED=${seed} VP_TIMES=${times}: ${files.length} files with properties, and the mutations\n`);
const { status } = spawnSync('npx', ['vitest', 'run', '--testTimeout=3600000', ...files, 'test/mutation.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    VP_SEED: seed,
    VP_TIMES: times,
    VP_MUTATIONS: String(MUTATIONS_AT_A_TIME * Number(times)),
  },
});
process.exitCode = status ?? 1;
