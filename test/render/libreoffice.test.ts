import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../src/render/docx/render-docx.ts';
import { renderXlsx } from '../../src/render/xlsx/render-xlsx.ts';
import { HOSTILE } from '../helpers/arbitrary-report.ts';
import { paragraph, sampleReport, WIDE_TABLE } from '../helpers/sample-report.ts';

const missing = ['soffice', 'pdftotext'].filter((program) => spawnSync(program, ['--version']).error !== undefined);
const why = missing.length === 0 ? '' : ` (hoppas över: ${missing.join(' och ')} finns inte här)`;

describe.skipIf(missing.length > 0)(`LibreOffice öppnar rapporten${why}`, () => {
  let work = '';
  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'vp-office-'));
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const report = sampleReport([WIDE_TABLE, ...HOSTILE.map((one) => paragraph(one))]);

  /** What LibreOffice has read, with a profile of its own, so that it does not meet one that runs already. */
  function convert(name: string, bytes: Uint8Array, to: string): string {
    writeFileSync(join(work, name), bytes);
    const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', work, join(work, name)], {
      stdio: 'ignore',
      timeout: 110_000,
    });
    return join(work, name.replace(/\.\w+$/, `.${to.split(':')[0]}`));
  }

  it('som Worddokument, med alla sidor', async () => {
    const pdf = convert('rapport.docx', await renderDocx(report), 'pdf');
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    const pages = text.split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(4);
    pages.forEach((page, index) => {
      expect(page).toContain(`Sida ${index + 1} av ${pages.length}`);
    });
    expect(text).toContain('<script>alert("x")</script>');
    expect(text).toContain('\\u001b[31mröd');
    expect(text.match(/Nyckeltal +Utfall +Målvärde/g)?.length).toBeGreaterThan(1);
  }, 120_000);

  it('som arbetsbok, med tal som går att räkna med', async () => {
    const read = readFileSync(convert('rapport.xlsx', await renderXlsx(report), 'fods'), 'utf8');
    expect(read).toContain('office:value-type="percentage" office:value="0.845"');
    expect(read).toContain('office:value-type="float" office:value="-34.8"');
    expect(read).toContain('<table:database-range table:name="__Anonymous_Sheet_DB__1" table:target-range-address="');
    expect(read.match(/<table:table table:name=/g)).toHaveLength(9);
    expect(read).toContain('&lt;script&gt;alert');
  }, 120_000);
});
