import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../cli/run-vp.ts';
import { everyReport, makeReport, nameOf } from '../../helpers/every-report.ts';
import { checkPdf } from './checker.ts';

const reports = await everyReport();

describe('varje plans varje rapport som PDF', () => {
  it('är varje mall för varje plan, och en för varje organ där mallen gäller ett', () => {
    const plans = readdirSync(join(ROOT, 'plans'), { withFileTypes: true }).filter((one) => one.isDirectory());
    const templates = readdirSync(join(ROOT, 'templates')).map((file) => file.replace(/\.md$/, ''));
    expect(plans.length).toBeGreaterThanOrEqual(5);
    expect(new Set(reports.map(({ plan, template }) => `${plan} ${template}`))).toEqual(
      new Set(plans.flatMap(({ name }) => templates.map((template) => `${name} ${template}`))),
    );
    const organ = reports.filter(({ plan, template }) => plan === '2025' && template === 'namnd');
    expect(organ.map((one) => one.organ)).toEqual(['rf', 'rs', 'hsn', 'run', 'ktn']);
  });

  it.each(reports.map((report) => [nameOf(report), report] as const))('%s är utan fel', async (_, report) => {
    const { problems, pages, texts } = checkPdf((await makeReport(report, 'pdf')) as Uint8Array);
    expect(problems).toEqual([]);
    expect(pages).toBeGreaterThan(0);
    expect(texts.length).toBeGreaterThan(3);
  });
});
