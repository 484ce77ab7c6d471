import type { EvaluatedIndikator } from '../../evaluate/evaluated-plan.ts';
import { inSentence, withLevel } from '../../model/level-words.ts';
import { pushAll } from '../../model/lists.ts';
import { indikatorWords, otherRowsWords, rollUpWords } from '../../report/phrases.ts';
import type { StatusGrupp } from '../../report/status-levels.ts';
import type { StatusReport } from '../../report/status-report.ts';
import { type StatusColumn, statusColumns } from '../status-columns.ts';
import { visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { shaped } from './shaped.ts';
import { type Cell, drawHeader, drawRow, layoutColumns } from './table.ts';
import { symbolWidth, type Theme } from './theme.ts';

/** Below this width a table has no room for its names. */
const NARROW = 76;

/** The tables of a report: all have the same columns, so that they stand in line. */
export interface StatusTable {
  readonly columns: readonly StatusColumn[];
  readonly widths: readonly number[];
}

export function layoutTable(report: StatusReport, theme: Theme): StatusTable {
  const columns = statusColumns(report, false);
  return { columns, widths: layoutColumns(columns, cellsOfAll(report, columns, theme), theme.width) };
}

/** Made to be measured, and once more to be drawn: to keep the cells of many rows costs more than to make them. */
function* cellsOfAll(
  { rader, indikatorer }: StatusReport,
  columns: readonly StatusColumn[],
  theme: Theme,
): Iterable<readonly Cell[]> {
  for (const some of [rader, indikatorer]) {
    for (const rad of some) {
      yield cellsOf(rad, textsOf(rad, columns), theme);
    }
  }
}

function textsOf(rad: EvaluatedIndikator, columns: readonly StatusColumn[]): readonly string[] {
  return columns.map(({ text }) => text(rad));
}

/** The rows of a målområde under their mål, below one head. */
export function groupLines(
  grupper: readonly StatusGrupp[],
  table: StatusTable,
  { evaluated: { plan }, filter }: StatusReport,
  theme: Theme,
): readonly string[] {
  if (grupper.length === 0) {
    return [];
  }
  const lines = ['', ...(grupper.some(({ rader }) => rader.length > 0) ? headLines(table, theme) : [])];
  const { nivåer } = plan;
  for (const { mål, rader } of grupper) {
    if (mål !== null) {
      const { status, bedömd, fördelning } = mål.sammanvägning;
      const assessed = status !== null || fördelning.uppfyllt + fördelning.delvis + fördelning.ej_uppfyllt > 0;
      const lacks =
        mål.rader.length === 0 && bedömd === null ? ` – saknar ${inSentence(nivåer.nyckeltal)} och målvärde` : '';
      // With some of the rows only, the roll-up of all would mislead.
      const whole = filter.organ.length + filter.endast.length === 0;
      const words = assessed && (whole || rader.length === 0) ? ` – ${rollUpWords(mål.sammanvägning)}` : lacks;
      pushAll(lines, shaped(whole ? status : null, `${withLevel(nivåer.mål, mål.mål.namn)}${words}`, theme));
    } else if (grupper.length > 1) {
      pushAll(lines, wrap(otherRowsWords(rader, nivåer), theme.width));
    }
    pushAll(lines, rowLines(rader, table, theme));
  }
  return lines;
}

/** Indikatorer under a head of their own: they are followed, and weighed into nothing. */
export function indikatorLines(
  indikatorer: readonly EvaluatedIndikator[],
  table: StatusTable,
  { evaluated: { plan } }: StatusReport,
  theme: Theme,
): readonly string[] {
  if (indikatorer.length === 0) {
    return [];
  }
  const [name, ...rest] = table.columns;
  const columns = name === undefined ? rest : [{ ...name, header: indikatorWords(plan.nivåer).en }, ...rest];
  return ['', ...headLines({ ...table, columns }, theme), ...rowLines(indikatorer, table, theme)];
}

function headLines({ columns, widths }: StatusTable, theme: Theme): readonly string[] {
  return theme.width < NARROW ? [] : drawHeader(columns, widths, theme.rule).map((line) => theme.dim(line));
}

function rowLines(
  rader: readonly EvaluatedIndikator[],
  { columns, widths }: StatusTable,
  theme: Theme,
): readonly string[] {
  const lines: string[] = [];
  // On a narrow screen each row is a name and a line of its figures.
  const indent = ' '.repeat(symbolWidth(theme) + 1);
  for (const rad of rader) {
    const own = textsOf(rad, columns);
    if (theme.width >= NARROW) {
      pushAll(lines, drawRow(columns, widths, cellsOf(rad, own, theme)));
      continue;
    }
    pushAll(lines, shaped(rad.status, own[0] ?? '', theme));
    for (const line of wrap(visible(figuresOf(columns, own)), theme.width - indent.length)) {
      lines.push(indent + line);
    }
  }
  return lines;
}

/** The cells of a row; the status has its shape before it. */
function cellsOf(rad: EvaluatedIndikator, texts: readonly string[], theme: Theme): readonly Cell[] {
  const last = texts.length - 1;
  return texts.map((text, index) => (index === last ? { text, lead: theme.lead(rad.status) } : text));
}

/** The figures of a row as a sentence: `HSN: utfall 84 %, målvärde minst 88 %, måluppfyllelse 95,5 %, Delvis uppfyllt`. */
function figuresOf(columns: readonly StatusColumn[], texts: readonly string[]): string {
  const parts = columns.slice(2).map(({ label }, index) => `${label} ${texts[index + 2] ?? ''}`.trim());
  return `${texts[1] ?? ''}: ${parts.join(', ')}`;
}
