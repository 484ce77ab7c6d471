import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileSchemas } from './compile-schemas.mjs';

const root = new URL('../../', import.meta.url);

compileSchemas(root);
rmSync(new URL('dist/', root), { recursive: true, force: true });

/** What packages load at start for features that vp does not use: programs as subcommands, guessing at colours. */
const nothing = fileURLToPath(new URL('nothing.cjs', import.meta.url));
const UNUSED = { 'node:child_process': nothing, '#supports-color': nothing };

/**
 * A file of plain ASCII is read much faster. esbuild writes strings and names so, but leaves regular expressions, where
 * the escape means the same.
 */
function inAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * One CommonJS file: it starts faster than ES modules and than many files. What only some commands need stays outside
 * and is loaded when it is used.
 */
await build({
  entryPoints: [fileURLToPath(new URL('src/main.ts', root))],
  outfile: fileURLToPath(new URL('dist/program.cjs', root)),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'ascii',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  external: ['iconv-lite', 'docx', 'write-excel-file'],
  // What is loaded when it is used is required: a compiled program cannot import.
  supported: { 'dynamic-import': false },
  alias: UNUSED,
  define: { 'import.meta.url': 'undefined' },
  logLevel: 'warning',
});
const program = new URL('dist/program.cjs', root);
writeFileSync(program, inAscii(readFileSync(program, 'utf8')));
copyFileSync(new URL('launcher.cjs', import.meta.url), new URL('dist/vp.cjs', root));
chmodSync(new URL('dist/vp.cjs', root), 0o755);
execFileSync(process.execPath, [
  fileURLToPath(new URL('compile-program.cjs', import.meta.url)),
  ...['dist', 'plans'].map((folder) => fileURLToPath(new URL(folder, root))),
]);
