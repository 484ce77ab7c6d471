import type { Cell, Column, Inline, List, Paragraph, Table } from '../../report/document/document.ts';
import { shareWidth } from '../share-width.ts';
import { MARK_ROOM, type Measure, widestWord } from './break-lines.ts';
import { CELL_PAD, CELL_SIZES, COLOUR, type TextStyle } from './theme.ts';

export interface ColumnWidths {
  readonly widths: readonly number[];
  readonly style: TextStyle;
}

/** A column of words may become as narrow as this, for its long words can be hyphenated. */
const FLEXIBLE = 52;

/**
 * The widths of columns by their weights, but none narrower than its longest figure or word needs, and none wider than
 * its texts while another has lines to break. Where the words do not fit, headers are hyphenated, then texts are smaller.
 */
export function columnWidths(table: Table, whole: number, measure: Measure): ColumnWidths {
  const width = Math.min(whole, Math.max(NARROWEST * whole, naturalWidth(table, measure)));
  const attempts = [{ ...CELL_SIZES[0], isCalm: true }, ...CELL_SIZES.map((size) => ({ ...size, isCalm: false }))];
  let result: ColumnWidths = { widths: [], style: styleOf(CELL_SIZES[0]) };
  for (const { size, line, isCalm } of attempts) {
    const style = styleOf({ size, line });
    const columns = table.columns.map((column, index) => {
      const cells = table.rows.map((row) => ({ cell: row.cells[index], style: { ...style, strong: row.total } }));
      const need = columnNeed(column, cells, style, measure, isCalm) + ROUNDING + 2 * CELL_PAD.x;
      const natural = Math.max(need, naturalColumn(cells, measure) + 2 * CELL_PAD.x);
      return { need, natural, weight: Math.max(column.weight, 0.01) };
    });
    const needed = columns.reduce((sum, { need }) => sum + need, 0);
    if (needed <= width) {
      return { widths: shareWidth(columns, width), style };
    }
    result = { widths: columns.map(({ need }) => (need / needed) * width), style };
  }
  return result;
}

/** Widths that are summed up in another order are not quite the same. */
const ROUNDING = 0.5;

function styleOf({ size, line }: { readonly size: number; readonly line: number }): TextStyle {
  return { size, line, strong: false, colour: COLOUR.ink };
}

/** A table of few words is no wider than that reading along its rows is easy, nor narrower than this part of the page. */
const NARROWEST = 0.5;
const FEW_COLUMNS = 3;
const FEW_LETTERS = 60;
const AIR = 36;

/** As wide as the table's texts when none is broken; without end where they are long or many. */
function naturalWidth({ columns, rows }: Table, measure: Measure): number {
  if (columns.length > FEW_COLUMNS) {
    return Number.POSITIVE_INFINITY;
  }
  return columns.reduce((sum, { header }, index) => {
    const cells = rows.map((row) => naturalCellWidth(row.cells[index], measure));
    return sum + AIR + Math.max(measure.width(header, 'S', CELL_SIZES[0].size), ...cells);
  }, 0);
}

function naturalCellWidth(cell: Cell | undefined, measure: Measure): number {
  const [block, another] = cell?.content ?? [];
  if (block === undefined) {
    return 0;
  }
  if (block.kind !== 'paragraph' || another !== undefined) {
    return Number.POSITIVE_INFINITY;
  }
  const text = block.content.map((inline) => (inline.kind === 'status' ? `● ${inline.word}` : inline.text)).join('');
  return text.length > FEW_LETTERS ? Number.POSITIVE_INFINITY : measure.width(text, 'S', CELL_SIZES[0].size);
}

interface StyledCell {
  readonly cell: Cell | undefined;
  readonly style: TextStyle;
}

/** A word of a header up to this width is not hyphenated, and a figure with its words up to this is not broken. */
const CALM_HEADER = 76;
const CALM_FIGURE = 66;

function columnNeed(
  { header, align }: Column,
  cells: readonly StyledCell[],
  style: TextStyle,
  measure: Measure,
  isCalm: boolean,
): number {
  const strong: TextStyle = { ...style, strong: true };
  const flexible = isCalm ? CALM_HEADER : FLEXIBLE;
  let need = widestWord([{ kind: 'text', text: header }], strong, measure, flexible);
  for (const { cell, style: own } of cells) {
    if (cell !== undefined) {
      const natural = isCalm && align === 'right' ? naturalCellWidth(cell, measure) : 0;
      need = Math.max(need, cellNeed(cell, own, measure), natural <= CALM_FIGURE ? natural : 0);
    }
  }
  return need;
}

/** How wide the column's texts are when none is broken. */
function naturalColumn(cells: readonly StyledCell[], measure: Measure): number {
  return cells.reduce((most, { cell }) => Math.max(most, naturalCellWidth(cell, measure)), 0);
}

function cellNeed(cell: Cell, style: TextStyle, measure: Measure): number {
  let need = 0;
  const visit = (block: Paragraph | List, indent: number): void => {
    if (block.kind === 'paragraph') {
      const flexible = FLEXIBLE - indent;
      need = Math.max(need, indent + widestWord(shortened(block.content), style, measure, flexible));
      need = Math.max(need, indent + statusNeed(block.content, style, measure));
      return;
    }
    for (const inner of block.items.flat()) {
      if (inner.kind === 'paragraph' || inner.kind === 'list') {
        visit(inner, indent + 1.8 * style.size);
      }
    }
  };
  for (const block of cell.content) {
    visit(block, 0);
  }
  return need;
}

/** The words of a status stand on one line, if they are few. */
const STATUS_ROOM = 84;

function statusNeed(content: readonly Inline[], { size }: TextStyle, measure: Measure): number {
  const widths = content
    .filter((inline) => inline.kind === 'status')
    .map(({ word }) => measure.width(word, 'R', size) + MARK_ROOM * size);
  return Math.max(0, ...widths.filter((width) => width <= STATUS_ROOM));
}

/** A word that nobody would write (an address, a row of signs) is broken rather than given a column. */
const LONGEST_WORD = 24;

function shortened(content: readonly Inline[]): readonly Inline[] {
  return content.map((inline) =>
    inline.kind === 'text' && /[^ \n]{25}/.test(inline.text)
      ? { ...inline, text: inline.text.replace(/[^ \n]{25,}/g, (word) => word.slice(0, LONGEST_WORD)) }
      : inline,
  );
}
