import type { CellObject, Image, Row, Sheet, SheetData } from 'write-excel-file/node';

/** A sheet, and what the package has no words for. */
export interface ReportSheet {
  readonly name: string;
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
  const lines = row.map((cell, index) => (isCellObject(cell) ? linesOf(cell, columns[index]?.width ?? 8) : 1));
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

function linesOf({ value, wrap, columnSpan, indent = 0, fontWeight }: CellObject, width: number): number {
  if (typeof value !== 'string' || wrap !== true || columnSpan !== undefined) {
    return 1;
  }
  const room = (width - 1 - indent) / (fontWeight === 'bold' ? 0.92 : 0.87);
  return value.split('\n').reduce((total, line) => total + Math.max(1, Math.ceil(line.length / room)), 0);
}
