import type { Cell, Column, Inline, List, Paragraph, Table } from '../../report/document/document.ts';
import { type ColumnWish, shareWidth } from '../share-width.ts';
import { MARK_ROOM, type Measure, widestWord } from './break-lines.ts';
import { estimatedLines, highestColumn } from './estimate-lines.ts';
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
  let result: ColumnWidths = { widths: [], style: styleOf(CELL_SIZES[0]) };
  for (const { size, line, manner } of ATTEMPTS) {
    const style = styleOf({ size, line });
    const columns = wishesOf(table, style, manner, measure);
    const needed = columns.reduce((sum, { need }) => sum + need, 0);
    if (needed <= width) {
      return { widths: manner === CALM ? lowest(table, style, width, measure) : shareWidth(columns, width), style };
    }
    result = { widths: columns.map(({ need }) => (need / needed) * width), style };
  }
  return result;
}

/** What of a table is kept on one line. */
interface Manner {
  /** A word of a header up to this width is not hyphenated. */
  readonly header: number;
  /** Nor a word of a cell. */
  readonly word: number;
  /** A figure with its words up to this is not broken. */
  readonly figure: number;
  /** The words of a status up to this stand on one line. */
  readonly status: number;
}

const CALM: Manner = { header: 76, word: FLEXIBLE, figure: 66, status: 84 };
const PLAIN: Manner = { header: FLEXIBLE, word: FLEXIBLE, figure: 0, status: 84 };

/** Where one column takes room from others, these do not break their words for it. */
const GIVING: readonly Manner[] = [
  { ...CALM, word: 76 },
  { header: 40, word: 76, figure: 50, status: 0 },
];

const ATTEMPTS = [
  { ...CELL_SIZES[0], manner: CALM },
  ...CELL_SIZES.map((size) => ({ ...size, manner: PLAIN })),
] as const;

/** Shares of the column that makes the table high, in parts of its weight: a wider one may make the whole lower. */
const SHARES = [1, 1.4, 1.8];

/** What is broken, or wider than its weight, must make the table this much lower, and by this many lines. */
const WORTH = { broken: 0.9, wider: 0.9, lines: 3 } as const;

/** Other widths are not tried for a table with more rows: to measure it again would take long. */
const MANY_ROWS = 300;

/** The widths that make the table lowest, calm ones before others. */
function lowest(table: Table, style: TextStyle, width: number, measure: Measure): readonly number[] {
  const heightOf = (widths: readonly number[]) =>
    estimatedLines(table, widths, style).reduce((sum, row) => sum + Math.max(1, ...row), 0);
  const calm = shareWidth(wishesOf(table, style, CALM, measure), width);
  if (table.rows.length > MANY_ROWS) {
    return calm;
  }
  const most = heightOf(calm) - WORTH.lines;
  let best = { widths: calm, cost: heightOf(calm) };
  for (const manner of GIVING) {
    const wishes = wishesOf(table, style, manner, measure);
    const highest = highestColumn(table, shareWidth(wishes, width), style);
    for (const part of SHARES) {
      const widths = shareWidth(
        wishes.map((one, index) => (index === highest ? { ...one, weight: one.weight * part } : one)),
        width,
      );
      const lines = heightOf(widths);
      const cost = lines / ((manner.status > 0 ? 1 : WORTH.broken) * (part === 1 ? 1 : WORTH.wider));
      best = lines <= most && cost < best.cost ? { widths, cost } : best;
    }
  }
  return best.widths;
}

function wishesOf(table: Table, style: TextStyle, manner: Manner, measure: Measure): readonly ColumnWish[] {
  const wishes = table.columns.map((column, index) => {
    const cells = table.rows.map((row) => ({ cell: row.cells[index], style: { ...style, strong: row.total } }));
    const need = columnNeed(column, cells, style, measure, manner) + ROUNDING + 2 * CELL_PAD.x;
    const natural = Math.max(need, naturalColumn(cells, measure) + 2 * CELL_PAD.x);
    return { need, natural, weight: Math.max(column.weight, 0.01) };
  });
  return withRoomForGroups(table.columns, wishes, { ...style, strong: true }, measure);
}

/** The longest word of a header above several columns has room over them all. */
function withRoomForGroups(
  columns: readonly Column[],
  wishes: readonly ColumnWish[],
  style: TextStyle,
  measure: Measure,
): readonly ColumnWish[] {
  return wishes.map((wish, index) => {
    const group = columns[index]?.group ?? null;
    if (group === null) {
      return wish;
    }
    const members = wishes.filter((_, at) => columns[at]?.group === group);
    const needed = members.reduce((sum, { need }) => sum + need, 0);
    const word = widestWord([{ kind: 'text', text: group }], style, measure, LONGEST_GROUP);
    const lack = Math.max(0, word + ROUNDING + 2 * CELL_PAD.x - needed) / members.length;
    return { ...wish, need: wish.need + lack, natural: wish.natural + lack };
  });
}

/** A word of such a header up to this width is not hyphenated. */
const LONGEST_GROUP = 110;

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

function columnNeed(
  { header, align }: Column,
  cells: readonly StyledCell[],
  style: TextStyle,
  measure: Measure,
  manner: Manner,
): number {
  const strong: TextStyle = { ...style, strong: true };
  let need = widestWord([{ kind: 'text', text: header }], strong, measure, manner.header);
  for (const { cell, style: own } of cells) {
    if (cell !== undefined) {
      const natural = align === 'right' && manner.figure > 0 ? naturalCellWidth(cell, measure) : 0;
      need = Math.max(need, cellNeed(cell, own, measure, manner), natural <= manner.figure ? natural : 0);
    }
  }
  return need;
}

/** How wide the column's texts are when none is broken. */
function naturalColumn(cells: readonly StyledCell[], measure: Measure): number {
  return cells.reduce((most, { cell }) => Math.max(most, naturalCellWidth(cell, measure)), 0);
}

function cellNeed(cell: Cell, style: TextStyle, measure: Measure, manner: Manner): number {
  let need = 0;
  const visit = (block: Paragraph | List, indent: number): void => {
    if (block.kind === 'paragraph') {
      const flexible = manner.word - indent;
      need = Math.max(need, indent + widestWord(shortened(block.content), style, measure, flexible));
      need = Math.max(need, indent + statusNeed(block.content, style, measure, manner));
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

/** The words of a status, if they are to stand on one line. */
function statusNeed(
  content: readonly Inline[],
  { size, strong }: TextStyle,
  measure: Measure,
  { status }: Manner,
): number {
  const widths = content
    .filter((inline) => inline.kind === 'status')
    .map(({ word }) => measure.width(word, strong ? 'S' : 'R', size) + MARK_ROOM * size);
  return Math.max(0, ...widths.filter((width) => width <= status));
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
