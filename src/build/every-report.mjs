/**
 * Writes every report that there is: every template for every plan, and one for each organ where a template is about
 * one. For those who look at them, and for tests and validators that read them all.
 *
 *     node src/build/every-report.mjs FOLDER pdf|html|docx|xlsx|md|json
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { load } from 'js-yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist', 'vp.cjs');
const [folder, format] = process.argv.slice(2);
if (folder === undefined || format === undefined) {
  console.error('Ange mapp och format: node src/build/every-report.mjs MAPP pdf');
  process.exit(2);
}

const plans = readdirSync(join(root, 'plans')).filter((id) => existsSync(join(root, 'plans', id, 'plan.yaml')));
const { organ } = load(readFileSync(join(root, 'plans', 'organisation.yaml'), 'utf8'));
// Others are reported in the chapter of their host.
const hosts = Object.keys(organ).filter((id) => organ[id].redovisas_i === undefined);
const templates = readdirSync(join(root, 'templates'))
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({
    name: file.slice(0, -3),
    isOfOrgan: /:organ\b|organ=vald/.test(readFileSync(join(root, 'templates', file), 'utf8')),
  }));
const reports = plans.flatMap((plan) =>
  templates.flatMap(({ name, isOfOrgan }) => (isOfOrgan ? hosts : [null]).map((id) => ({ plan, name, organ: id }))),
);

mkdirSync(folder, { recursive: true });
const run = promisify(execFile);
const waiting = [...reports];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const chosen = one.organ === null ? [] : ['--organ', one.organ];
      const file = join(
        folder,
        `${[one.plan, one.name, ...(one.organ === null ? [] : [one.organ])].join('-')}.${format}`,
      );
      const args = [program, 'rapport', one.plan, '--mall', one.name, ...chosen, '--plans', join(root, 'plans')];
      await run(process.execPath, [...args, '--idag', '2025-06-01', '-o', file]);
    }
  }),
);
