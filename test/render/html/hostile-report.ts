import type { ReportDocument } from '../../../src/report/document/document.ts';
import { cell, column, heading, mark, p, report, row, rowHeader, table, text } from './report-parts.ts';

export const LONG = 'ordet '.repeat(833).trim();
export const LONG_WORD = 'x'.repeat(5000);
export const HEBREW = 'שלום עולם';
export const EMOJI = '👩‍🔬😀';
export const SAMISKA = 'Čállinmašiidna đ ŧ ï æ ŋ';
export const SCRIPT = '</title></script><script>alert("mål")</script><img src=x onerror=alert(1)>';

export const REFUSED = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  'https://',
  '#finns-inte',
  '',
];

/** A report whose texts would all like to be something else. */
export function hostileReport(): ReportDocument {
  const words = [SCRIPT, LONG, LONG_WORD, HEBREW, EMOJI, SAMISKA, '=cmd()', '\u001b[31mrött\u001b[0m', 'a\u202Eb'];
  return report(
    [
      { kind: 'contents' },
      heading(2, SCRIPT, 'rubrik'),
      heading(3, `${HEBREW} "citat" '&amp;' `, 'rubrik-2'),
      ...words.map((one) => p(one)),
      ...REFUSED.map((link) => p(text(`länk ${link}`, { link }))),
      p(
        text('webben', { link: 'https://example.org/å?a=1&b="2"' }),
        text('post', { link: 'mailto:a@b.se' }),
        text('rubriken', { link: '#rubrik', strong: true, emphasis: true }),
      ),
      { kind: 'list', ordered: true, items: words.map((one) => [p(one), p(mark('delvis', SCRIPT))]) },
      table(
        'samma',
        'Uppdrag',
        [column(SCRIPT, 1), column('', 1), column('Status', 0)],
        words.map((one) =>
          row([rowHeader(one), cell(one, one), cell(mark('ej_uppfyllt', `Ej "uppfyllt" <b>`))], {
            organ: '"><script>',
            status: 'ej_uppfyllt',
          }),
        ),
      ),
      table('samma', 'Uppdrag', [column('a', 1)], []),
      table(
        'samma',
        'Uppdrag',
        [column('a', 1)],
        [row([cell(mark('delvis', 'Delvis'))], { organ: 'b', status: 'delvis' })],
      ),
      {
        kind: 'chart',
        chart: 'distribution',
        id: 'a b"c',
        caption: SCRIPT,
        alt: SCRIPT,
        bars: words.map((name) => ({ name, parts: [{ status: null, word: SCRIPT, count: 1 }] })),
        data: table('a b"c', SCRIPT, [column('x', 1)], [row([cell(SCRIPT)])]),
      },
    ],
    {
      title: SCRIPT,
      subtitle: SCRIPT,
      organisation: SCRIPT,
      plan: '<plan>',
      period: '<period>',
      organ: [
        { id: '"><script>', name: SCRIPT },
        { id: 'b', name: EMOJI },
      ],
      contact: 'javascript:alert(1)',
      accessibilityStatement: '"><script>',
    },
  );
}
