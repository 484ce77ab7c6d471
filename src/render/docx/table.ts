import {
  AlignmentType,
  type FileChild,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cell, Column, Table as ReportTable, Row } from '../../report/document/document.ts';
import { columnWidths, rowHeight, tableWidth } from './column-widths.ts';
import type { Drawing } from './drawing.ts';
import { drawInlines, drawRuns } from './inline.ts';
import { drawCellList } from './list.ts';
import { STYLES } from './styles.ts';
import { A4, HEAD } from './theme.ts';

/** A row higher than this may be split: a page with a large hole is worse. */
const TALL_ROW = A4.height * 0.25;

/** A table lower than this is not split at all. */
const LOW_TABLE = A4.height * 0.2;

const SHADING = { type: ShadingType.CLEAR, color: 'auto', fill: HEAD } as const;

/** A table of fixed widths whose header rows stand on every page; nothing where it has no columns. */
export function drawTable(table: ReportTable, drawing: Drawing): FileChild[] {
  const { columns, rows } = table;
  if (columns.length === 0) {
    return [];
  }
  const width = tableWidth(table, drawing.width);
  const { widths } = columnWidths(table, width);
  const isLow = rows.reduce((sum, row) => sum + rowHeight(row, widths), 0) < LOW_TABLE;
  return [
    new Table({
      style: STYLES.table,
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [
        ...headerRows(columns),
        ...rows.map((row, index) => bodyRow(row, table, widths, drawing, isLow && index < rows.length - 1)),
      ],
    }),
  ];
}

function headerRows(columns: readonly Column[]): TableRow[] {
  const hasGroups = columns.some(({ group }) => group !== null);
  if (!hasGroups) {
    return [headerRow(columns.map((column) => headerCell(column.header, column.align)))];
  }
  const groups = groupColumns(columns);
  return [
    headerRow(
      groups.map(({ group, columns: [first, ...others] }) =>
        group === null
          ? headerCell(first?.header ?? '', first?.align ?? 'left', { rowSpan: 2 })
          : headerCell(group, others.length === 0 ? (first?.align ?? 'left') : 'center', {
              columnSpan: others.length + 1,
            }),
      ),
    ),
    headerRow(columns.filter(({ group }) => group !== null).map(({ header, align }) => headerCell(header, align))),
  ];
}

/** Columns that stand beside each other under one header; a column without stands alone. */
function groupColumns(columns: readonly Column[]): { readonly group: string | null; readonly columns: Column[] }[] {
  const groups: { readonly group: string | null; readonly columns: Column[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last !== undefined && column.group !== null && last.group === column.group) {
      last.columns.push(column);
    } else {
      groups.push({ group: column.group, columns: [column] });
    }
  }
  return groups;
}

function headerRow(children: TableCell[]): TableRow {
  return new TableRow({ tableHeader: true, cantSplit: true, children });
}

function headerCell(
  text: string,
  align: 'left' | 'right' | 'center',
  span: { readonly rowSpan?: number; readonly columnSpan?: number } = {},
): TableCell {
  return new TableCell({
    ...span,
    shading: SHADING,
    verticalAlign: VerticalAlignTable.BOTTOM,
    children: [
      new Paragraph({ style: STYLES.tableHead, alignment: AlignmentType[UPPER[align]], children: drawRuns(text) }),
    ],
  });
}

const UPPER = { left: 'LEFT', right: 'RIGHT', center: 'CENTER' } as const;

function bodyRow(
  row: Row,
  { columns }: ReportTable,
  widths: readonly number[],
  drawing: Drawing,
  keepNext: boolean,
): TableRow {
  return new TableRow({
    ...(rowHeight(row, widths) <= TALL_ROW ? { cantSplit: true } : {}),
    children: row.cells.map((cell, index) =>
      bodyCell(cell, columns[index]?.align ?? 'left', { total: row.total, keepNext }, drawing),
    ),
  });
}

function bodyCell(
  { content }: Cell,
  align: 'left' | 'right',
  { total, keepNext }: { readonly total: boolean; readonly keepNext: boolean },
  drawing: Drawing,
): TableCell {
  const children = content.flatMap((block) =>
    block.kind === 'list'
      ? drawCellList(block, drawing)
      : [
          new Paragraph({
            style: block.note === true ? STYLES.tableNote : STYLES.tableText,
            ...(keepNext ? { keepNext } : {}),
            ...(align === 'right' ? { alignment: AlignmentType.RIGHT } : {}),
            children: drawInlines(block.content, drawing.bookmarks, total),
          }),
        ],
  );
  return new TableCell({
    ...(total ? { shading: SHADING } : {}),
    children: children.length === 0 ? [new Paragraph({ style: STYLES.tableText })] : children,
  });
}
