import { exampleOf } from '../../report/rule-examples.ts';
import type { RuleInfo } from '../../report/rule-infos.ts';
import { markSpaces } from '../mark-spaces.ts';
import { labelledLines } from './labelled.ts';
import { type Column, drawHeader, drawRow, layoutColumns } from './table.ts';
import type { Theme } from './theme.ts';

/** One rule: what it finds, why it is there, how what it finds is mended, and what that looks like. */
export function renderRule({ code, slug, severity, title, why, help }: RuleInfo, theme: Theme): string {
  const paint = severity === 'fel' ? theme.red : severity === 'varning' ? theme.yellow : theme.blue;
  const example = exampleOf(code);
  const lines = [
    `${theme.bold(`${code} ${slug}`)} (${paint(severity)})`,
    '',
    ...labelledLines(
      [
        ['Vad', title],
        ['Varför', why],
        ['Så lagar du', help],
      ],
      theme,
    ),
    ...(example === null
      ? []
      : [
          '',
          `Exempel i ${example.file}`,
          `  ${theme.dim('Fel')}`,
          ...markedLines(example.wrong, example.right, theme),
          `  ${theme.dim('Lagat')}`,
          ...markedLines(example.right, example.wrong, theme),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The lines of one form, those that the other form does not have marked where there are others beside them. */
function markedLines(form: string, other: string, theme: Theme): readonly string[] {
  const lines = form.split('\n');
  const known = new Set(other.split('\n'));
  const isMarked = lines.some((line) => known.has(line));
  return lines.map((line) => `  ${isMarked && !known.has(line) ? theme.bold('>') : ' '} ${markSpaces(line)}`);
}

const COLUMNS: readonly Column[] = [
  { header: 'Kod', align: 'left', min: 5, soft: 5 },
  { header: 'Regel', align: 'left', min: 12, soft: 30 },
  { header: 'Allvar', align: 'left', min: 7, soft: 7 },
  { header: 'Titel', align: 'left', min: 12, soft: 200 },
];

/** Every rule on a line of its own. */
export function renderRules(rules: readonly RuleInfo[], theme: Theme): string {
  const rows = rules.map(({ code, slug, severity, title }) => [code, slug, severity, title]);
  const widths = layoutColumns(COLUMNS, rows, theme.width);
  const lines = [
    ...drawHeader(COLUMNS, widths, theme.rule).map((line) => theme.dim(line)),
    ...rows.flatMap((row) => drawRow(COLUMNS, widths, row)),
    '',
    'vp forklara och en kod eller regel berättar mer om den.',
  ];
  return `${lines.join('\n')}\n`;
}
