import type { Table } from '../../report/document/document.ts';
import type { Canvas } from './canvas.ts';
import type { ColumnWidths } from './column-widths.ts';
import { type Destinations, drawLineTexts, type PlacedLines } from './draw-lines.ts';
import { type FlowLine, heightOf, layOutText } from './lay-out-flow.ts';
import type { PdfElement } from './pdfkit-types.ts';
import { CELL_PAD, COLOUR, type TextStyle } from './theme.ts';

/** A header cell over one or more columns and one or two rows. */
interface HeaderCell {
  readonly lines: readonly FlowLine[];
  readonly x: number;
  readonly width: number;
  readonly row: 0 | 1;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly align: PlacedLines['align'];
}

/** The head of a table: drawn once as its header, and again on each page as furniture. */
export interface LaidHeader {
  readonly cells: readonly HeaderCell[];
  /** One or two. */
  readonly rowHeights: readonly number[];
  readonly height: number;
  readonly width: number;
}

export function layOutHeader(table: Table, { widths, style }: ColumnWidths, canvas: Canvas): LaidHeader {
  const strong: TextStyle = { ...style, strong: true, colour: COLOUR.accent };
  const hasGroups = table.columns.some(({ group }) => group !== null);
  const cells: HeaderCell[] = [];
  let x = 0;
  const add = (text: string, cell: Omit<HeaderCell, 'lines'>) => {
    const width = cell.width - 2 * CELL_PAD.x;
    const content = [{ kind: 'text' as const, text: text.trim() === '' ? '–' : text }];
    cells.push({
      ...cell,
      lines: layOutText(content, { tag: 'TH', parent: null }, { width, style: strong, measure: canvas }),
    });
  };
  table.columns.forEach(({ header, group, align }, index) => {
    const width = widths[index] ?? 0;
    if (group !== null && table.columns[index - 1]?.group !== group) {
      const members = table.columns.slice(index).findIndex((column) => column.group !== group);
      const colSpan = members === -1 ? table.columns.length - index : members;
      const spanned = widths.slice(index, index + colSpan).reduce((sum, one) => sum + one, 0);
      add(group, { x, width: spanned, row: 0, colSpan, rowSpan: 1, align: 'center' });
    }
    const isLow = hasGroups && group !== null;
    add(header, { x, width, row: isLow ? 1 : 0, colSpan: 1, rowSpan: hasGroups && !isLow ? 2 : 1, align });
    x += width;
  });
  const rowHeights = heightsOfRows(cells, hasGroups);
  return { cells, rowHeights, height: rowHeights.reduce((sum, one) => sum + one, 0), width: x };
}

function heightsOfRows(cells: readonly HeaderCell[], hasGroups: boolean): readonly number[] {
  const tallest = (fits: (cell: HeaderCell) => boolean) =>
    cells.filter(fits).reduce((most, { lines }) => Math.max(most, heightOf(lines) + 2 * CELL_PAD.y), 0);
  if (!hasGroups) {
    return [tallest(() => true)];
  }
  const first = tallest(({ row, rowSpan }) => row === 0 && rowSpan === 1);
  const second = tallest(({ row }) => row === 1);
  return [first, Math.max(second, tallest(({ rowSpan }) => rowSpan === 2) - first)];
}

/** The ground of the head and the lines between its rows. */
export function drawHeaderGround(canvas: Canvas, header: LaidHeader, x: number): void {
  const { doc, y } = canvas;
  canvas.artifact(() => {
    canvas.fill(COLOUR.head).rect(x, y, header.width, header.height).fill();
    doc.lineWidth(1).strokeColor(COLOUR.accent);
    doc
      .moveTo(x, y + header.height)
      .lineTo(x + header.width, y + header.height)
      .stroke();
    doc.lineWidth(0.5).strokeColor(COLOUR.rule);
    for (const cell of header.cells.filter(
      ({ colSpan, rowSpan }) => colSpan > 1 || (header.rowHeights.length > 1 && rowSpan === 1),
    )) {
      if (cell.row === 0) {
        const below = y + (header.rowHeights[0] ?? 0);
        doc
          .moveTo(x + cell.x + CELL_PAD.x, below)
          .lineTo(x + cell.x + cell.width - CELL_PAD.x, below)
          .stroke();
      }
    }
  });
}

/** The head as header cells, which say what they are the headers of. */
export function drawHeader(
  canvas: Canvas,
  table: PdfElement,
  header: LaidHeader,
  x: number,
  links: Destinations,
): void {
  const head = canvas.element(table, 'THead');
  for (const row of header.rowHeights.keys()) {
    const rowElement = canvas.element(head, 'TR');
    for (const cell of header.cells.filter((one) => one.row === row)) {
      const { colSpan, rowSpan } = cell;
      const element = canvas.element(
        rowElement,
        'TH',
        {},
        {
          O: 'Table',
          Scope: 'Column',
          ...(colSpan > 1 ? { ColSpan: colSpan } : {}),
          ...(rowSpan > 1 ? { RowSpan: rowSpan } : {}),
        },
      );
      const node = cell.lines[0]?.node;
      const elements = new Map(node === undefined ? [] : [[node, element]]);
      drawLineTexts(canvas, element, elements, place(canvas, header, cell, x), links);
    }
  }
  head.end();
  canvas.y += header.height;
}

/** The head on a page where its table goes on: for the eye, since the header cells are said already. */
export function drawHeaderAgain(canvas: Canvas, header: LaidHeader, x: number): void {
  drawHeaderGround(canvas, header, x);
  canvas.artifact(() => {
    for (const cell of header.cells) {
      drawPlainLines(canvas, place(canvas, header, cell, x));
    }
  }, 'Pagination');
  canvas.y += header.height;
}

/** Lines as part of an artifact. */
export function drawPlainLines(canvas: Canvas, placed: PlacedLines): void {
  let y = placed.y;
  for (const { line, style, height, x } of placed.lines) {
    const spare = placed.width - x - line.width;
    const shift = placed.align === 'right' ? spare : placed.align === 'center' ? spare / 2 : 0;
    for (const span of line.spans) {
      const baseline = y + height / 2 + style.size * 0.34;
      canvas.text(span.text, placed.x + x + shift + span.x, baseline, span.font, style.size, style.colour);
    }
    y += height;
  }
}

/** At the foot of its rows. */
function place(canvas: Canvas, header: LaidHeader, cell: HeaderCell, x: number): PlacedLines {
  const bottom = cell.row + cell.rowSpan === header.rowHeights.length ? header.height : (header.rowHeights[0] ?? 0);
  return {
    lines: cell.lines,
    x: x + cell.x + CELL_PAD.x,
    y: canvas.y + bottom - CELL_PAD.y - heightOf(cell.lines),
    width: cell.width - 2 * CELL_PAD.x,
    align: cell.align,
  };
}
