import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compileSchemas } from './compile-schemas.mjs';

const root = new URL('../../', import.meta.url);

compileSchemas(root);
rmSync(new URL('dist/', root), { recursive: true, force: true });

/** What packages load at start for features that vp does not use: programs as subcommands, guessing at colours. */
const nothing = fileURLToPath(new URL('nothing.cjs', import.meta.url));
const UNUSED = { '#supports-color': nothing };

/**
 * A file of plain ASCII is read much faster. esbuild writes strings and names so, but leaves regular expressions, where
 * the escape means the same.
 */
function inAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Packages that are left where npm has put them, and loaded when they are used. */
const PACKAGES = ['iconv-lite', 'pdfkit', 'hyphen/sv', 'docx', 'write-excel-file', '@resvg/resvg-wasm'];

/**
 * What only a report needs is large, and what runs git needs what no other does: each of these is a file of its own
 * beside the program, loaded when it is used. They take plain values and give plain values, so that nothing is shared
 * but what is passed.
 */
const PARTS = {
  'compare-plans': 'src/diff/compare-plans.ts',
  'build-document': 'src/report/document/build-document.ts',
  'render-html': 'src/render/html/render-html.ts',
  'render-pdf': 'src/render/pdf/render-pdf.ts',
  'render-docx': 'src/render/docx/render-docx.ts',
  'render-xlsx': 'src/render/xlsx/render-xlsx.ts',
  'read-revision': 'src/source/read-revision.ts',
};
const beside = {
  name: 'beside',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
      const name = path.replace(/^.*\/|\.ts$/g, '');
      return kind === 'dynamic-import' && name in PARTS ? { path: `./${name}.cjs`, external: true } : undefined;
    });
  },
};

/**
 * V8 of Node 20 gives an object that is made by `{ ...a, b }` in a function that runs often a shape of its own, and
 * whatever reads many such objects is slow. js-yaml keeps what it knows of a file in one: written without spread, it
 * reads a large plan three times as fast.
 */
const withoutSpread = {
  name: 'without-spread',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/].*\.mjs$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { supported: { 'object-rest-spread': false } });
      return { contents: code, loader: 'js' };
    });
  },
};

const COMMON = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'ascii',
  minify: true,
  legalComments: 'linked',
  external: PACKAGES,
  // What is loaded when it is used is required: a compiled program cannot import.
  supported: { 'dynamic-import': false },
  alias: UNUSED,
  define: { 'import.meta.url': 'undefined' },
  logLevel: 'warning',
};

/**
 * One CommonJS file for the program: it starts faster than ES modules and than many files. What only some commands need
 * stays outside and is loaded when it is used.
 */
await build({
  ...COMMON,
  entryPoints: { program: fileURLToPath(new URL('src/main.ts', root)) },
  outdir: fileURLToPath(new URL('dist', root)),
  outExtension: { '.js': '.cjs' },
  // The program starts no other; commander could.
  alias: { ...UNUSED, 'node:child_process': nothing },
  plugins: [beside, withoutSpread],
});
await build({
  ...COMMON,
  entryPoints: Object.fromEntries(
    Object.entries(PARTS).map(([name, path]) => [name, fileURLToPath(new URL(path, root))]),
  ),
  outdir: fileURLToPath(new URL('dist', root)),
  outExtension: { '.js': '.cjs' },
});
const program = new URL('dist/program.cjs', root);
writeFileSync(program, inAscii(readFileSync(program, 'utf8')));
copyFileSync(new URL('launcher.cjs', import.meta.url), new URL('dist/vp.cjs', root));
chmodSync(new URL('dist/vp.cjs', root), 0o755);
execFileSync(
  process.execPath,
  [
    fileURLToPath(new URL('compile-program.cjs', import.meta.url)),
    ...['dist', 'plans'].map((folder) => fileURLToPath(new URL(folder, root))),
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
