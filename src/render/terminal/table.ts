import { largest } from '../../model/lists.ts';
import { displayWidth, isPlain, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';

export interface Column {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** The narrowest that the column is made, on a narrow screen. */
  readonly min: number;
  /** The widest that the column becomes before the first column has all the room that it wants. */
  readonly soft: number;
}

/** What stands before the first line of a cell, already drawn: colours add no width. */
export interface Lead {
  readonly drawn: string;
  readonly width: number;
}

/** A text that something may stand before. */
export interface LedText {
  readonly text: string;
  readonly lead?: Lead;
}

/** What a cell holds; most are text alone. */
export type Cell = string | LedText;

const GAP = '  ';

/**
 * Column widths for all rows of a report, so that its tables stand in line. The first column holds the names and takes
 * what room the others leave; the others give way to it down to their least, the widest first. Linear in the cells.
 */
export function layoutColumns(
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
  width: number,
): readonly number[] {
  const natural = columns.map((column) => displayWidth(column.header));
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      natural[index] = Math.max(natural[index] ?? 0, cellWidth(row[index] ?? ''));
    }
  }
  const room = width - GAP.length * (columns.length - 1);
  const widths = natural.map((one, index) => Math.min(one, columns[index]?.soft ?? one));
  const wanted = Math.min(natural[0] ?? 0, columns[0]?.soft ?? 0);
  const least = Math.min(wanted, columns[0]?.min ?? 0);
  const free = () => room - widths.slice(1).reduce((sum, one) => sum + one, 0);
  while (free() < least && shrinkWidest(widths, columns)) {
    // One column at a time gives one place.
  }
  widths[0] = Math.max(1, Math.min(natural[0] ?? 0, free()));
  growOthers(widths, natural, free() - widths[0]);
  return widths;
}

/** Takes one place from the widest of the other columns; false where all are at their least. */
function shrinkWidest(widths: number[], columns: readonly Column[]): boolean {
  let widest = -1;
  widths.forEach((width, index) => {
    if (index > 0 && width > (columns[index]?.min ?? 1) && (widest < 0 || width > (widths[widest] ?? 0))) {
      widest = index;
    }
  });
  if (widest < 0) {
    return false;
  }
  widths[widest] = (widths[widest] ?? 1) - 1;
  return true;
}

/** Gives room that the first column does not need to the columns that were held back. */
function growOthers(widths: number[], natural: readonly number[], spare: number): void {
  let left = spare;
  natural.forEach((want, index) => {
    const more = Math.max(0, Math.min(left, want - (widths[index] ?? 0)));
    widths[index] = (widths[index] ?? 0) + more;
    left -= more;
  });
}

function cellWidth(cell: Cell): number {
  return typeof cell === 'string' ? textWidth(cell) : textWidth(cell.text) + leadWidth(cell.lead);
}

function textWidth(text: string): number {
  return isPlain(text) ? text.length : largest(text.split('\n').map((line) => displayWidth(visible(line))));
}

function leadWidth(lead: Lead | undefined): number {
  return lead === undefined ? 0 : lead.width + 1;
}

/** The lines of a table's head. */
export function drawHeader(columns: readonly Column[], widths: readonly number[], rule: string): readonly string[] {
  const cells = columns.map(({ header }) => header);
  return [...drawRow(columns, widths, cells), widths.map((width) => rule.repeat(width)).join(GAP)];
}

/** The lines of a row; a text that does not fit is wrapped, and the lines after its first are set in by two. */
export function drawRow(
  columns: readonly Column[],
  widths: readonly number[],
  cells: readonly Cell[],
): readonly string[] {
  let first = '';
  let height = 1;
  // Most cells have one line.
  const wrapped: (readonly string[] | undefined)[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? '';
    const text = typeof cell === 'string' ? cell : cell.text;
    const lead = typeof cell === 'string' ? undefined : cell.lead;
    const align = columns[index]?.align ?? 'left';
    const width = widths[index] ?? 1;
    let line = drawLine(text, lead, align, width);
    if (line === null) {
      const lines = wrapCell(text, lead, align, width);
      wrapped[index] = lines;
      height = Math.max(height, lines.length);
      line = lines[0] ?? '';
    }
    first += index === 0 ? line : GAP + line;
  }
  const rows = [first.trimEnd()];
  for (let at = 1; at < height; at++) {
    rows.push(
      widths
        .map((width, index) => wrapped[index]?.[at] ?? spaces(width))
        .join(GAP)
        .trimEnd(),
    );
  }
  return rows;
}

/** A text that fits on a line of its cell; null for one that does not. */
function drawLine(text: string, lead: Lead | undefined, align: Column['align'], width: number): string | null {
  const room = width - leadWidth(lead);
  if (text.length <= room && isPlain(text)) {
    return pad(text, text.length, align, room, lead);
  }
  const safe = visible(text);
  return !safe.includes('\n') && displayWidth(safe) <= room ? pad(safe, displayWidth(safe), align, room, lead) : null;
}

function wrapCell(text: string, lead: Lead | undefined, align: Column['align'], width: number): readonly string[] {
  const indent = align === 'left' && lead === undefined && width > 12 ? 2 : leadWidth(lead);
  const room = width - leadWidth(lead);
  return wrap(visible(text), room, width - indent).map((line, index) =>
    index === 0
      ? pad(line, displayWidth(line), align, room, lead)
      : spaces(indent) + pad(line, displayWidth(line), align, width - indent, undefined),
  );
}

function pad(text: string, taken: number, align: Column['align'], width: number, lead: Lead | undefined): string {
  const space = spaces(width - taken);
  const padded = align === 'right' ? space + text : text + space;
  return lead === undefined ? padded : `${lead.drawn} ${padded}`;
}

const BLANK = ' '.repeat(200);

/** A part of one long text: `repeat` would build each of the many anew. */
function spaces(count: number): string {
  return count <= BLANK.length ? BLANK.slice(0, Math.max(0, count)) : ' '.repeat(count);
}
