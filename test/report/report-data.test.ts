import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { reportData } from '../../src/report/document/report-data.ts';
import { faultsOf } from '../cli/output-schema.ts';
import { arbitraryReport, textsOfReport } from '../helpers/arbitrary-report.ts';
import { runs } from '../helpers/property.ts';
import { cell, column, figure, paragraph, row, sampleReport, table } from '../helpers/sample-report.ts';

describe('rapporten som JSON', () => {
  it('följer sitt schema, med varje slags block', () => {
    const json = renderJson(reportData({ ...sampleReport(), rule: [paragraph('Minst 90 procent är gult.')] }));
    expect(faultsOf('rapport', JSON.parse(json))).toEqual([]);
  });

  it('skriver tal med sina siffror', () => {
    const digits = ['-34.80', '12345678901234567890.10', '0.0'];
    const json = renderJson(
      reportData(
        sampleReport([
          table(
            'Tal',
            [column('Tal')],
            [row([figure(digits[0] ?? '', 'mnkr')]), row([figure(digits[1] ?? '')]), row([figure(digits[2] ?? '')])],
          ),
        ]),
      ),
    );
    for (const one of digits) {
      expect(json).toContain(`"värde": ${one}`);
    }
  });

  it('säger ingenting om sådant som inte finns', () => {
    const data = JSON.parse(renderJson(reportData(sampleReport([table('T', [column('K')], [row([cell('–')])])]))));
    expect(data.regel).toEqual([]);
    expect(data.innehåll.at(-1).rader[0]).toMatchObject({ organ: null, status: null, celler: [{ tal: null }] });
  });

  it('har alla texter, vilka de än är', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const read: unknown = JSON.parse(renderJson(reportData(report)));
        expect(faultsOf('rapport', read)).toEqual([]);
        const strings = new Set(stringsOf(read));
        expect(textsOfReport(report).filter((text) => !strings.has(text))).toEqual([]);
      }),
      runs(100),
    );
  });
});

function stringsOf(data: unknown): readonly string[] {
  if (typeof data === 'string') {
    return [data];
  }
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsOf) : [];
}
