import type { CellObject, Image, Row, Sheet, SheetData } from 'write-excel-file/node';
import { arialWidth } from '../arial-width.ts';

/** A sheet, and what the package has no words for. */
export interface ReportSheet {
  readonly name: string;
  /** What stands above it on paper: its name may be cut. */
  readonly heading: string;
  readonly data: SheetData;
  readonly columns: { readonly width: number }[];
  /** Rows at the top that stay, and stand on every page of paper. */
  readonly headerRows: number;
  /** Columns at the left that stay. */
  readonly headerColumns: number;
  /** Whether the rows can be chosen by what stands in their columns. */
  readonly filter: boolean;
  /** Cells that lead to other sheets. */
  readonly links: readonly { readonly cell: string; readonly sheet: string }[];
}

export function toSheet({ name, data, columns, headerRows, headerColumns }: ReportSheet): Sheet<Image['content']> {
  return {
    sheet: name,
    data: data.map((row) => withHeight(row, columns)),
    columns,
    orientation: 'landscape',
    ...(headerRows === 0 ? {} : { stickyRowsCount: headerRows }),
    ...(headerColumns === 0 ? {} : { stickyColumnsCount: headerColumns }),
  };
}

/** Points that a line of text takes, and the most that Excel takes for a row. */
const LINE_HEIGHT = 12.75;
const HIGHEST = 409;

/** A row with the height that its broken texts need: not every program counts it for itself. */
function withHeight(row: Row, columns: ReportSheet['columns']): Row {
  const lines = row.map((cell, index) => (isCellObject(cell) ? linesOf(cell, widthOf(cell, columns, index)) : 1));
  const most = Math.max(1, ...lines);
  const first = row.findIndex(isCellObject);
  return most === 1
    ? row
    : row.map((cell, index) =>
        index === first && isCellObject(cell) ? { ...cell, height: Math.min(most * LINE_HEIGHT + 2, HIGHEST) } : cell,
      );
}

function isCellObject(cell: Row[number]): cell is CellObject {
  return typeof cell === 'object' && cell !== null && 'type' in cell;
}

function widthOf({ columnSpan = 1 }: CellObject, columns: ReportSheet['columns'], index: number): number {
  return columns.slice(index, index + columnSpan).reduce((sum, { width }) => sum + width, 0);
}

/** Columns are as wide as so many digits. */
const DIGIT = arialWidth('0');
const BOLDER = 1.08;

function linesOf({ value, wrap, rowSpan, indent = 0, fontWeight }: CellObject, width: number): number {
  if (typeof value !== 'string' || wrap !== true || rowSpan !== undefined) {
    return 1;
  }
  const room = (width - 1 - 1.5 * indent) * DIGIT;
  return value.split('\n').reduce((total, line) => {
    const length = arialWidth(line) * (fontWeight === 'bold' ? BOLDER : 1);
    return total + (length <= room ? 1 : Math.ceil(length / room));
  }, 0);
}
