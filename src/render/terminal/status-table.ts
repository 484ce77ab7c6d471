import type { EvaluatedIndikator } from '../../evaluate/evaluated-plan.ts';
import { inSentence, withLevel } from '../../model/level-words.ts';
import type { Status } from '../../model/status.ts';
import { indikatorWords, otherRowsWords, rollUpWords } from '../../report/phrases.ts';
import type { StatusGrupp } from '../../report/status-levels.ts';
import type { StatusReport } from '../../report/status-report.ts';
import { type StatusColumn, statusColumns } from '../status-columns.ts';
import { visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { type Cell, drawHeader, drawRow, layoutColumns } from './table.ts';
import { symbolWidth, type Theme } from './theme.ts';

/** Below this width a table has no room for its names. */
const NARROW = 76;

/** The tables of a report: all have the same columns, so that they stand in line. */
export interface StatusTable {
  readonly columns: readonly StatusColumn[];
  readonly widths: readonly number[];
  readonly cells: ReadonlyMap<EvaluatedIndikator, readonly Cell[]>;
}

export function layoutTable(report: StatusReport, theme: Theme): StatusTable {
  const columns = statusColumns(report, false);
  const cells = new Map<EvaluatedIndikator, readonly Cell[]>();
  for (const rader of [report.rader, report.indikatorer]) {
    for (const rad of rader) {
      cells.set(rad, cellsOf(rad, columns, theme));
    }
  }
  return { columns, widths: layoutColumns(columns, cells.values(), theme.width), cells };
}

/** The rows of a målområde under their mål, below one head. */
export function* groupLines(
  grupper: readonly StatusGrupp[],
  table: StatusTable,
  { evaluated: { plan }, filter }: StatusReport,
  theme: Theme,
): Iterable<string> {
  if (grupper.length === 0) {
    return;
  }
  yield '';
  if (grupper.some(({ rader }) => rader.length > 0)) {
    yield* headLines(table, theme);
  }
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
      yield* shaped(whole ? status : null, `${withLevel(nivåer.mål, mål.mål.namn)}${words}`, theme);
    } else if (grupper.length > 1) {
      yield* wrap(otherRowsWords(rader, nivåer), theme.width);
    }
    yield* rowLines(rader, table, theme);
  }
}

/** Indikatorer under a head of their own: they are followed, and weighed into nothing. */
export function* indikatorLines(
  indikatorer: readonly EvaluatedIndikator[],
  table: StatusTable,
  { evaluated: { plan } }: StatusReport,
  theme: Theme,
): Iterable<string> {
  if (indikatorer.length > 0) {
    yield '';
    const [name, ...rest] = table.columns;
    yield* headLines(
      { ...table, columns: name === undefined ? rest : [{ ...name, header: indikatorWords(plan.nivåer).en }, ...rest] },
      theme,
    );
    yield* rowLines(indikatorer, table, theme);
  }
}

function* headLines({ columns, widths }: StatusTable, theme: Theme): Iterable<string> {
  if (theme.width >= NARROW) {
    yield* drawHeader(columns, widths, theme.rule).map((line) => theme.dim(line));
  }
}

function* rowLines(
  rader: readonly EvaluatedIndikator[],
  { columns, widths, cells }: StatusTable,
  theme: Theme,
): Iterable<string> {
  if (theme.width >= NARROW) {
    for (const rad of rader) {
      yield* drawRow(columns, widths, cells.get(rad) ?? []);
    }
    return;
  }
  // On a narrow screen each row is a name and a line of its figures.
  const indent = ' '.repeat(symbolWidth(theme) + 1);
  for (const rad of rader) {
    const own = cells.get(rad) ?? [];
    yield* shaped(rad.status, own[0]?.text ?? '', theme);
    for (const line of wrap(visible(figuresOf(columns, own)), theme.width - indent.length)) {
      yield indent + line;
    }
  }
}

/** The cells of a row; the status has its shape before it. */
function cellsOf(rad: EvaluatedIndikator, columns: readonly StatusColumn[], theme: Theme): readonly Cell[] {
  const last = columns.length - 1;
  return columns.map(({ text }, index) =>
    index === last
      ? { text: text(rad), lead: { drawn: theme.symbol(rad.status), width: symbolWidth(theme) } }
      : { text: text(rad) },
  );
}

/** The figures of a row as a sentence: `HSN: utfall 84 %, målvärde minst 88 %, måluppfyllelse 95,5 %, Delvis uppfyllt`. */
function figuresOf(columns: readonly StatusColumn[], cells: readonly Cell[]): string {
  const parts = columns.slice(2).map(({ label }, index) => `${label} ${cells[index + 2]?.text ?? ''}`.trim());
  return `${cells[1]?.text ?? ''}: ${parts.join(', ')}`;
}

/** A text with the shape of its status before its first line. */
export function shaped(status: Status | null, text: string, theme: Theme): readonly string[] {
  const indent = ' '.repeat(symbolWidth(theme) + 1);
  return wrap(visible(text), theme.width - indent.length).map((line, index) =>
    index === 0 ? `${theme.symbol(status)} ${line}` : `${indent}${line}`,
  );
}
