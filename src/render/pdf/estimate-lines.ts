import type { List, Paragraph, Table } from '../../report/document/document.ts';
import { CELL_PAD, type TextStyle } from './theme.ts';

/** Width of an average letter, in parts of the size of its font. */
const AVERAGE_LETTER = 0.46;

/** The column whose cells are the highest of their rows in most lines. */
export function highestColumn(table: Table, widths: readonly number[], style: TextStyle): number {
  const rows = estimatedLines(table, widths, style);
  const lines = table.columns.map((_, index) =>
    rows.reduce((sum, row) => sum + (row[index] === Math.max(...row) ? (row[index] ?? 0) : 0), 0),
  );
  return lines.indexOf(Math.max(...lines));
}

/** About how many lines each cell of each row has, when each letter is as wide as the average. */
export function estimatedLines(
  { rows }: Table,
  widths: readonly number[],
  { size }: TextStyle,
): readonly (readonly number[])[] {
  return rows.map(({ cells }) =>
    cells.map(({ content }, index) => {
      const room = Math.max(1, (widths[index] ?? 0) - 2 * CELL_PAD.x) / (AVERAGE_LETTER * size);
      return content.reduce((all, block) => all + linesOf(block, room), 0);
    }),
  );
}

function linesOf(block: Paragraph | List, room: number): number {
  if (block.kind === 'paragraph') {
    const letters = block.content.reduce((sum, one) => sum + (one.kind === 'text' ? one.text : one.word).length, 0);
    return Math.ceil(letters / room);
  }
  const inner = block.items.flat().filter((one) => one.kind === 'paragraph' || one.kind === 'list');
  return inner.reduce((sum, one) => sum + linesOf(one, Math.max(1, room - 4)), 0);
}
