import type { Cell as SheetCell, Row as SheetRow } from 'write-excel-file/node';
import type { Cell, Column, Row, Table } from '../../report/document/document.ts';
import { statusShape } from '../status-shape.ts';
import { cellText } from './cell-text.ts';
import { figureCell } from './figure-cell.ts';
import type { ReportSheet } from './sheet.ts';
import { type CellStyle, piecesOf, textCell } from './text-cell.ts';

const HEAD: CellStyle = {
  fontWeight: 'bold',
  textColor: '#12395B',
  backgroundColor: '#E8EEF5',
  bottomBorderColor: '#12395B',
  bottomBorderStyle: 'thin',
  wrap: true,
  alignVertical: 'bottom',
};
const BODY: CellStyle = { bottomBorderColor: '#D5DDE6', bottomBorderStyle: 'thin' };
const TOTAL: CellStyle = {
  fontWeight: 'bold',
  backgroundColor: '#E8EEF5',
  topBorderColor: '#12395B',
  topBorderStyle: 'thin',
};

/** A table as a sheet: its headers at the top, so that it can be filtered and counted on as it is. */
export function tableSheet(table: Table, name: string): ReportSheet {
  const { columns, rows } = table;
  const header = headerRows(columns);
  return {
    name,
    heading: table.caption,
    data: [...header, ...rows.flatMap((row) => bodyRows(row, columns))],
    columns: columns.map((column, index) => ({ width: columnWidth(column, rows, index) })),
    headerRows: columns.length === 0 ? 0 : header.length,
    headerColumns: columns.length > 1 && rows.length > 0 && rows.every(({ cells }) => cells[0]?.header) ? 1 : 0,
    filter: columns.length > 0 && rows.length > 0,
    links: [],
  };
}

function headerRows(columns: readonly Column[]): SheetRow[] {
  const own = columns.map(({ header, align }) => textCell(header, { ...HEAD, ...aligned(align) }));
  if (columns.every(({ group }) => group === null)) {
    return [own];
  }
  const groups = columns.map(({ group, align }, index): SheetCell => {
    if (group === null) {
      return { ...own[index], rowSpan: 2 };
    }
    if (index > 0 && columns[index - 1]?.group === group) {
      return null;
    }
    const end = columns.findIndex((other, at) => at > index && other.group !== group);
    const columnSpan = (end === -1 ? columns.length : end) - index;
    return textCell(group, { ...HEAD, ...(columnSpan === 1 ? aligned(align) : { align: 'center', columnSpan }) });
  });
  return [groups, own.map((cell, index) => (columns[index]?.group === null ? null : cell))];
}

/** A row, and more below it only where a text is longer than Excel takes in one cell. */
function bodyRows({ cells, total }: Row, columns: readonly Column[]): SheetRow[] {
  const style = total ? TOTAL : BODY;
  const pieces = cells.map((cell, index) => bodyCells(cell, columns[index]?.align ?? 'left', style));
  const count = Math.max(1, ...pieces.map(({ length }) => length));
  return Array.from({ length: count }, (_, at) => pieces.map((own) => own[at] ?? null));
}

function bodyCells({ content, number, header }: Cell, align: 'left' | 'right', extra: CellStyle): SheetCell[] {
  const style: CellStyle = {
    ...extra,
    ...aligned(align),
    alignVertical: 'top',
    ...(header ? { fontWeight: 'bold' } : {}),
  };
  const text = cellText(content);
  const figure = number === null ? null : figureCell(number, text);
  if (figure !== null) {
    return [{ ...style, value: figure.value, type: Number, format: figure.format }];
  }
  return piecesOf(text).map((piece) => textCell(piece, { ...style, ...statusColour(content), wrap: true }));
}

/** Text keeps away from the figures of the column before it. */
function aligned(align: 'left' | 'right'): CellStyle {
  return align === 'left' ? { align, indent: 1 } : { align };
}

/** A cell that is a status and nothing else has its colour; the word and the shape say the same. */
function statusColour(content: Cell['content']): CellStyle {
  const [first, ...others] = content;
  const only = first?.kind === 'paragraph' && others.length === 0 ? first.content : [];
  const [mark] = only;
  return only.length === 1 && mark?.kind === 'status' ? { textColor: `#${statusShape(mark.status).textColour}` } : {};
}

/** About as many letters as the longest line, within reason; long texts are broken. */
function columnWidth({ header }: Column, rows: readonly Row[], index: number): number {
  const lines = rows.flatMap(({ cells }) => cellText(cells[index]?.content ?? []).split('\n'));
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const word = header.split(/\s+/).reduce((most, one) => Math.max(most, one.length), 0);
  const most = longest > 120 ? 70 : longest > 52 ? 44 : 56;
  return Math.max(8, Math.min(longest + 4, most), Math.min(word + 4, 30));
}
