import type { Row, Table } from '../../report/document/document.ts';
import type { Canvas } from './canvas.ts';
import { type ColumnWidths, columnWidths } from './column-widths.ts';
import {
  type Destinations,
  drawLineArtifacts,
  drawLineTexts,
  type FlowElements,
  type PlacedLines,
} from './draw-lines.ts';
import { countFitting, type FlowLine, heightOf, layOutFlow, layOutText } from './lay-out-flow.ts';
import type { PdfElement } from './pdfkit-types.ts';
import {
  drawHeader,
  drawHeaderAgain,
  drawHeaderGround,
  drawPlainLines,
  type LaidHeader,
  layOutHeader,
} from './table-header.ts';
import { CAPTION, CELL_PAD, COLOUR, CONTENT_HEIGHT, CONTENT_WIDTH, NOTE, PAGE, type TextStyle } from './theme.ts';

const BELOW_CAPTION = 5;
const BELOW_TABLE = 16;

/** A row that is taller than this part of a page is split rather than moved to the next. */
const SPLIT_FROM = 0.45;

/** A row is only begun at the foot of a page where this many of its lines have room. */
const MIN_LINES = 4;

interface LaidCell {
  readonly lines: readonly FlowLine[];
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly header: boolean;
}

interface LaidRow {
  readonly cells: readonly LaidCell[];
  readonly height: number;
  readonly total: boolean;
}

/** A table ready to be drawn; rows are laid out as they come. */
export interface LaidTable {
  readonly table: Table;
  readonly columns: ColumnWidths;
  readonly caption: readonly FlowLine[];
  readonly header: LaidHeader;
  /** What must stand together: caption, head and the first rows. */
  readonly keep: number;
}

export function layOutTable(canvas: Canvas, table: Table): LaidTable {
  const known = laidTables.get(table);
  const laid = known ?? layOutAnew(canvas, table);
  laidTables.set(table, laid);
  return laid;
}

/** A heading asks how much room the table below it needs, before the table is drawn. */
const laidTables = new WeakMap<Table, LaidTable>();

function layOutAnew(canvas: Canvas, table: Table): LaidTable {
  const columns = columnWidths(table, CONTENT_WIDTH, canvas);
  const content = [{ kind: 'text' as const, text: table.caption }];
  const options = { width: CONTENT_WIDTH, style: CAPTION, measure: canvas };
  const caption = layOutText(content, { tag: 'Caption', parent: null }, options);
  const header = layOutHeader(table, columns, canvas);
  const head = heightOf(caption) + BELOW_CAPTION + header.height;
  return { table, columns, caption, header, keep: head + keepOfRows(canvas, table, columns, WHOLE_TO - head) };
}

/** A table that is no taller than this stands on one page. */
const WHOLE_TO = 0.45 * CONTENT_HEIGHT;

/** A first row of this height has enough to stand alone below its head. */
const TALL = 60;

/** Of a row that is to be split, this height is a beginning. */
const BEGINNING = 130;

/** All rows where they are few and low; else the first two, or a first that is tall. */
function keepOfRows(canvas: Canvas, table: Table, columns: ColumnWidths, most: number): number {
  let height = 0;
  let two = 0;
  for (const [index, row] of table.rows.entries()) {
    height += layOutRow(canvas, table, columns, row).height;
    if (index === 0 && height > SPLIT_FROM * CONTENT_HEIGHT) {
      return BEGINNING;
    }
    two = index === 0 || (index === 1 && two < TALL) ? height : two;
    if (height > most && index > 0) {
      return Math.min(two, most);
    }
  }
  return height <= most ? height : most;
}

/** Draws a table from where the page is at, over as many pages as it takes. */
export function drawTable(canvas: Canvas, parent: PdfElement, laid: LaidTable, links: Destinations): void {
  if (canvas.room < laid.keep && !canvas.isAtTop) {
    canvas.newPage();
  }
  new TableDrawer(canvas, canvas.element(parent, 'Table'), laid, links).draw();
  canvas.y += BELOW_TABLE;
}

class TableDrawer {
  readonly #canvas: Canvas;
  readonly #element: PdfElement;
  readonly #laid: LaidTable;
  readonly #links: Destinations;

  constructor(canvas: Canvas, element: PdfElement, laid: LaidTable, links: Destinations) {
    this.#canvas = canvas;
    this.#element = element;
    this.#laid = laid;
    this.#links = links;
  }

  draw(): void {
    const { table, columns, header } = this.#laid;
    const canvas = this.#canvas;
    this.#drawCaption();
    drawHeaderGround(canvas, header, PAGE.left);
    drawHeader(canvas, this.#element, header, PAGE.left, this.#links);
    this.#headEnd = canvas.y;
    const body = canvas.element(this.#element, 'TBody');
    let next = table.rows[0] === undefined ? null : layOutRow(canvas, table, columns, table.rows[0]);
    for (let index = 0; next !== null; index++) {
      const row = next;
      const following = table.rows[index + 1];
      next = following === undefined ? null : layOutRow(canvas, table, columns, following);
      this.#drawRow(body, row, index % 2 === 1, next?.total === true ? next.height : 0);
    }
    this.#rule(COLOUR.rule, 0.75);
    this.#element.end();
  }

  #drawCaption(): void {
    const canvas = this.#canvas;
    const { caption } = this.#laid;
    const element = canvas.element(this.#element, 'Caption');
    const node = caption[0]?.node;
    const placed: PlacedLines = { lines: caption, x: PAGE.left, y: canvas.y, width: CONTENT_WIDTH, align: 'left' };
    drawLineTexts(canvas, element, new Map(node === undefined ? [] : [[node, element]]), placed, this.#links);
    element.end();
    canvas.y += heightOf(caption) + BELOW_CAPTION;
  }

  /** `after` is the height of what must not be left alone on the next page: a row of totals. */
  #drawRow(body: PdfElement, row: LaidRow, striped: boolean, after: number): void {
    const canvas = this.#canvas;
    const needed = row.height + after;
    const whole = CONTENT_HEIGHT - this.#laid.header.height - 2 * NOTE.line;
    if (canvas.room < needed && needed < SPLIT_FROM * whole) {
      this.#goOn(null);
    }
    const element = canvas.element(body, 'TR');
    const cells = row.cells.map((cell) => {
      const attributes = cell.header ? { O: 'Table', Scope: 'Row' } : undefined;
      return { ...cell, element: canvas.element(element, cell.header ? 'TH' : 'TD', {}, attributes), from: 0 };
    });
    const elements: FlowElements = new Map();
    for (;;) {
      const counts = cells.map(({ lines, from }) => countInPart(lines, from, canvas.room - 2 * CELL_PAD.y));
      const isRest = cells.every(({ lines, from }, index) => from + (counts[index] ?? 0) === lines.length);
      const isTooLittle = cells.some(({ lines, from }, index) => {
        const count = counts[index] ?? 0;
        return from + count < lines.length && count < MIN_LINES;
      });
      if (!isRest && isTooLittle && !this.#isBelowHead()) {
        this.#goOn(cells.some(({ from }) => from > 0) ? cells : null);
        continue;
      }
      const parts = cells.map(({ lines, from, ...cell }, index) => ({
        ...cell,
        lines: lines.slice(from, from + Math.max(counts[index] ?? 0, isRest ? 0 : Math.min(1, lines.length - from))),
      }));
      this.#drawPart(parts, elements, striped, row.total);
      cells.forEach((cell, index) => {
        cell.from += parts[index]?.lines.length ?? 0;
      });
      if (cells.every(({ lines, from }) => from === lines.length)) {
        break;
      }
      this.#goOn(cells);
    }
    element.end();
  }

  /** Cells, or parts of them, beside each other: first all that is for the eye, then the texts. */
  #drawPart(
    cells: readonly (Omit<LaidCell, 'header'> & { readonly element: PdfElement })[],
    elements: FlowElements,
    striped: boolean,
    total: boolean,
  ): void {
    const canvas = this.#canvas;
    const height = Math.max(0, ...cells.map(({ lines }) => heightOf(lines))) + 2 * CELL_PAD.y;
    if (striped || total) {
      const colour = total ? COLOUR.head : COLOUR.zebra;
      const { width } = this.#laid.header;
      canvas.artifact(() => canvas.fill(colour).rect(PAGE.left, canvas.y, width, height).fill());
    }
    if (!this.#isBelowHead()) {
      this.#rule(total ? COLOUR.rule : COLOUR.hairline, total ? 0.75 : 0.5);
    }
    const placed = cells.map((cell) => ({
      lines: cell.lines,
      x: PAGE.left + cell.x + CELL_PAD.x,
      y: canvas.y + CELL_PAD.y,
      width: cell.width - 2 * CELL_PAD.x,
      align: cell.align,
    }));
    for (const one of placed) {
      drawLineArtifacts(canvas, one, this.#links);
    }
    cells.forEach(({ element }, index) => {
      const one = placed[index];
      if (one !== undefined) {
        drawLineTexts(canvas, element, elements, one, this.#links);
      }
    });
    canvas.y += height;
    this.#headEnd = null;
  }

  /** Where the head on this page ended, until a row stands below it. */
  #headEnd: number | null = null;

  #isBelowHead(): boolean {
    return this.#headEnd === this.#canvas.y;
  }

  /** The next page: caption and head again, and the name of the row that goes on. All for the eye. */
  #goOn(cells: readonly (LaidCell & { readonly from: number })[] | null): void {
    const canvas = this.#canvas;
    this.#rule(COLOUR.rule, 0.75);
    canvas.newPage();
    this.#drawAgain(`${oneLine(this.#laid.table.caption, 90)} (forts.)`, CAPTION.size - 1, PAGE.left, CONTENT_WIDTH);
    canvas.y += 2;
    drawHeaderAgain(canvas, this.#laid.header, PAGE.left);
    const named = cells?.find(({ header }) => header);
    if (named !== undefined) {
      const text = named.lines
        .map(({ line }) => line.spans.map((span) => (span.softHyphen ? '' : span.text)).join(''))
        .join('');
      canvas.y += 3;
      this.#drawAgain(
        `${oneLine(text, 90)} (forts.)`,
        NOTE.size,
        PAGE.left + CELL_PAD.x,
        CONTENT_WIDTH - 2 * CELL_PAD.x,
      );
    }
    this.#headEnd = canvas.y;
  }

  #drawAgain(text: string, size: number, x: number, width: number): void {
    const canvas = this.#canvas;
    const style: TextStyle = { ...NOTE, size };
    const content = [{ kind: 'text' as const, text, emphasis: true }];
    const lines = layOutText(content, { tag: 'P', parent: null }, { width, style, measure: canvas });
    canvas.artifact(() => drawPlainLines(canvas, { lines, x, y: canvas.y, width, align: 'left' }), 'Pagination');
    canvas.y += heightOf(lines) + 2;
  }

  #rule(colour: string, thickness: number): void {
    const { doc, y } = this.#canvas;
    const right = PAGE.left + this.#laid.header.width;
    this.#canvas.artifact(() => {
      doc.lineWidth(thickness).strokeColor(colour).moveTo(PAGE.left, y).lineTo(right, y).stroke();
    });
  }
}

function layOutRow(canvas: Canvas, table: Table, { widths, style }: ColumnWidths, row: Row): LaidRow {
  const own: TextStyle = row.total ? { ...style, strong: true } : style;
  let x = 0;
  const cells = table.columns.map(({ align }, index): LaidCell => {
    const width = widths[index] ?? 0;
    const cell = row.cells[index];
    const content = cell === undefined || cell.content.length === 0 ? [EMPTY] : cell.content;
    const lines = layOutFlow(content, { width: width - 2 * CELL_PAD.x, style: own, measure: canvas });
    const laid: LaidCell = { lines, x, width, align, header: cell?.header === true };
    x += width;
    return laid;
  });
  const height = Math.max(0, ...cells.map(({ lines }) => heightOf(lines))) + 2 * CELL_PAD.y;
  return { cells, height, total: row.total };
}

/** How many lines stand in this part of a cell; the last line of all is not left alone. */
function countInPart(lines: readonly FlowLine[], from: number, height: number): number {
  const count = countFitting(lines, from, height);
  return lines.length - from - count === 1 && count > MIN_LINES ? count - 1 : count;
}

const EMPTY = { kind: 'paragraph', content: [] } as const;

function oneLine(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
