import type { Cell, Inline, List, Paragraph, Table } from '../../report/document/document.ts';
import { MARK_ROOM, type Measure, widestWord } from './break-lines.ts';
import { CELL_PAD, CELL_SIZES, COLOUR, type TextStyle } from './theme.ts';

export interface ColumnWidths {
  readonly widths: readonly number[];
  readonly style: TextStyle;
}

/** A column of words may become as narrow as this, for its long words can be hyphenated. */
const FLEXIBLE = 52;

/**
 * The widths of columns by their weights, but none narrower than its longest figure or word needs; and the largest size
 * of text at which that is possible.
 */
export function columnWidths(table: Table, whole: number, measure: Measure): ColumnWidths {
  const width = Math.min(whole, Math.max(NARROWEST * whole, naturalWidth(table, measure)));
  for (const { size, line } of CELL_SIZES) {
    const style: TextStyle = { size, line, strong: false, colour: COLOUR.ink };
    const needs = table.columns.map((_, index) => columnNeed(table, index, style, measure) + 2 * CELL_PAD.x + 0.5);
    const needed = needs.reduce((sum, need) => sum + need, 0);
    if (needed <= width || size === CELL_SIZES.at(-1)?.size) {
      const weights = table.columns.map(({ weight }) => Math.max(weight, 0.01));
      return { widths: needed <= width ? share(weights, needs, width) : scale(needs, width), style };
    }
  }
  return { widths: [], style: { size: 9, line: 12, strong: false, colour: COLOUR.ink } };
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

/** Each its share; those that need more get what they need, at the cost of the others. */
function share(weights: readonly number[], needs: readonly number[], width: number): readonly number[] {
  const fixed = new Set<number>();
  for (;;) {
    const left = width - [...fixed].reduce((sum, index) => sum + (needs[index] ?? 0), 0);
    const weight = weights.reduce((sum, one, index) => (fixed.has(index) ? sum : sum + one), 0);
    const widths = weights.map((one, index) => (fixed.has(index) ? (needs[index] ?? 0) : (left * one) / weight));
    const short = widths.findIndex((one, index) => !fixed.has(index) && one < (needs[index] ?? 0));
    if (short === -1) {
      return widths;
    }
    fixed.add(short);
  }
}

function scale(needs: readonly number[], width: number): readonly number[] {
  const needed = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => (need / needed) * width);
}

function columnNeed(table: Table, index: number, style: TextStyle, measure: Measure): number {
  const column = table.columns[index];
  const strong: TextStyle = { ...style, strong: true };
  const header = [{ kind: 'text' as const, text: column?.header ?? '' }];
  let need = widestWord(header, strong, measure, FLEXIBLE);
  for (const row of table.rows) {
    const cell = row.cells[index];
    if (cell !== undefined) {
      need = Math.max(need, cellNeed(cell, row.total ? strong : style, measure));
    }
  }
  return need;
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
