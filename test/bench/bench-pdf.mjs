/**
 * Measures the making of PDF files, from the start of a process to its end, against what is promised: 10 pages in less
 * than 1.5 s, 500 pages in less than 10 s and 600 MB.
 *
 *     npm run bench:pdf
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(root, 'dist', 'bench-'));
const program = join(folder, 'pdf-report.cjs');
const CASES = [
  { pages: 10, kind: 'blandat', seconds: 1.5, memory: 600 },
  { pages: 100, kind: 'tabell', seconds: 10, memory: 600 },
  { pages: 500, kind: 'blandat', seconds: 10, memory: 600 },
  { pages: 500, kind: 'tabell', seconds: 10, memory: 600 },
];
let failed = false;
try {
  await build({
    entryPoints: [join(root, 'test/bench/pdf-report.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['pdfkit', 'hyphen/sv'],
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'undefined' },
    logLevel: 'warning',
  });
  for (const { pages, kind, seconds, memory } of CASES) {
    const { stdout, stderr } = spawnSync(process.execPath, [program, String(pages), kind], { encoding: 'utf8' });
    if (stdout === '') {
      throw new Error(stderr);
    }
    const one = JSON.parse(stdout);
    const slow = one.seconds > seconds || one.memory > memory;
    failed ||= slow;
    const size = `${(one.bytes / 1e6).toFixed(2)} MB`;
    console.log(
      `${String(one.pages).padStart(4)} sidor ${kind}: ${one.seconds.toFixed(2)} s, ${one.memory} MB minne, fil ${size}${slow ? '  FÖR LÅNGSAMT' : ''}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
