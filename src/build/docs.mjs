import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fillMarkers } from './docs/markers.mjs';
import { errorPage, glossaryPage, rulesPage } from './docs/pages.mjs';
import { picture } from './docs/picture.mjs';
import { program, readSource, root } from './docs/project.mjs';

const FILLED = ['README.md', 'docs/handbok.md'];

/**
 * Makes every generated part of the documentation from the built program and from the source: `npm run docs`. With
 * `--check` it writes nothing, names the files that differ, and exits with 1.
 */
async function main(check) {
  if (!existsSync(program)) {
    throw new Error('dist/vp.cjs is missing: run npm run build first');
  }
  const source = await readSource();
  const made = new Map([
    ['docs/ordlista.md', glossaryPage(source)],
    ['docs/regler.md', await rulesPage(source)],
    ['docs/fel.md', await errorPage(source)],
    ['docs/bilder/status.svg', await picture()],
  ]);
  for (const path of FILLED) {
    made.set(path, await fillMarkers(path, readFileSync(join(root, path), 'utf8'), source));
  }
  const differing = [...made].filter(([path, text]) => textOf(path) !== text);
  for (const [path, text] of check ? [] : differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path] of differing) {
    console.log(check ? `${path} differs from what npm run docs makes` : `wrote ${path}`);
  }
  process.exitCode = check && differing.length > 0 ? 1 : 0;
}

function textOf(path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
}

await main(process.argv.includes('--check'));
