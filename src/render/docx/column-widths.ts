import type { Column, Row, Table } from '../../report/document/document.ts';
import { shareWidth } from '../share-width.ts';
import { FONT_SIZE, textsOfCell, textWidth } from './text-width.ts';
import { CELL_PADDING } from './theme.ts';

const LINE_HEIGHT = FONT_SIZE * 1.25;
/** What lines lose on average since words are not broken. */
const RAGGED = FONT_SIZE * 1.6;
const BOLDER = 1.08;

/** How much of a text is not broken: texts of so many letters, else words of so many; longer words are hyphenated. */
interface Unbroken {
  readonly text: number;
  readonly word: number;
  /** Whether a status stands on one line. */
  readonly status: boolean;
}

/** From roomy to less so, and how much lower a table must become to be worth it. */
const ROOMY: readonly (Unbroken & { readonly worth: number })[] = [
  { text: 18, word: 32, status: true, worth: 1 },
  { text: 12, word: 32, status: true, worth: 1.04 },
  { text: 10, word: 32, status: true, worth: 1.08 },
  { text: 10, word: 32, status: false, worth: 1.18 },
  { text: 0, word: 32, status: true, worth: 1.3 },
  { text: 0, word: 32, status: false, worth: 1.4 },
  { text: 10, word: 24, status: false, worth: 1.4 },
  { text: 0, word: 24, status: false, worth: 1.5 },
];
/** Only where there is no room for more, for programs without a dictionary break words where they end. */
const TIGHT: readonly Unbroken[] = [
  { text: 0, word: 18, status: false },
  { text: 0, word: 14, status: false },
];
const WHOLE: Unbroken = { text: Number.POSITIVE_INFINITY, word: Number.POSITIVE_INFINITY, status: true };

/** How much the amount of text in a column counts beside its weight. */
const LEANINGS = [0, 0.25, 0.5, 0.75, 1];

/**
 * Widths of a table's columns, in twips, that add up to `available`: by weight and by how much text they hold, whatever
 * makes the table lowest, but none narrower than its words, and if it costs little, than its short texts.
 *
 * @returns the widths, and whether every column has room for its words
 */
export function columnWidths(
  table: Table,
  available: number,
): { readonly widths: readonly number[]; readonly fits: boolean } {
  const measured: Measured = {
    lines: table.rows.map(({ cells }) => cells.map((cell) => textsOfCell(cell).map(textWidth))),
    natural: leastWidths(table, WHOLE),
  };
  const roomy = ROOMY.flatMap(({ worth, ...unbroken }) =>
    shareOut(table, unbroken, available, measured).map(({ widths, height }) => ({ widths, height: height * worth })),
  );
  for (const unbroken of [null, ...TIGHT]) {
    const [first, ...others] = unbroken === null ? roomy : shareOut(table, unbroken, available, measured);
    if (first !== undefined) {
      const lowest = others.reduce((best, one) => (one.height < best.height * 0.999 ? one : best), first);
      return { widths: withRest(lowest.widths, available), fits: true };
    }
  }
  const least = leastWidths(table, TIGHT.at(-1) ?? WHOLE);
  const widths = least.map((one) => Math.floor((one / sumOf(least)) * available));
  return { widths: withRest(widths, available), fits: false };
}

interface Measured {
  /** The widths of the lines of each cell of each row, before any is broken. */
  readonly lines: readonly (readonly (readonly number[])[])[];
  /** How wide each column is when none is. */
  readonly natural: readonly number[];
}

/** Widths, and how high they make the table. */
interface Shared {
  readonly widths: readonly number[];
  readonly height: number;
}

/** The widths for each leaning; none where the words have no room. */
function shareOut(
  table: Table,
  unbroken: Unbroken,
  available: number,
  { lines, natural }: Measured,
): readonly Shared[] {
  const least = leastWidths(table, unbroken);
  if (sumOf(least) > available) {
    return [];
  }
  const amounts = table.columns.map((_, index) => lines.reduce((sum, row) => sum + sumOf(row[index] ?? []), 1));
  return LEANINGS.map((leaning) => {
    const wishes = table.columns.map((column, index) => {
      const need = least[index] ?? 0;
      const weight = weightOf(column) * (amounts[index] ?? 1) ** leaning;
      return { need, natural: Math.max(need, natural[index] ?? 0), weight };
    });
    const widths = shareWidth(wishes, available).map(Math.floor);
    return { widths, height: lines.reduce((sum, row) => sum + linesHeight(row, widths), 0) };
  });
}

function weightOf(column: Column): number {
  return Number.isFinite(column.weight) && column.weight > 0 ? column.weight : 0.01;
}

/** The twips that rounding leaves over go to the widest column. */
function withRest(widths: readonly number[], available: number): readonly number[] {
  const rest = available - sumOf(widths);
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((one, index) => (index === widest ? one + rest : one));
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((total, one) => total + one, 0);
}

function leastWidths(table: Table, unbroken: Unbroken): readonly number[] {
  const isBold = table.rows.some(({ total }) => total);
  const own = table.columns.map(({ header }, index) => {
    // Headers and totals are bold, which is wider.
    const bold = unbrokenWidth(header, unbroken) * BOLDER;
    const widest = textsOfColumn(table, index).reduce(
      (most, text) => Math.max(most, unbrokenWidth(text, unbroken)),
      bold,
    );
    return Math.ceil(widest * (isBold ? BOLDER : 1)) + 2 * CELL_PADDING + 20;
  });
  return table.columns.map(({ group }, index) => Math.ceil((own[index] ?? 0) * groupFactor(table, group, own)));
}

/** How much wider the columns below a group's header are to be, for its words to have room. */
function groupFactor({ columns }: Table, group: string | null, own: readonly number[]): number {
  if (group === null) {
    return 1;
  }
  const below = sumOf(own.filter((_, index) => columns[index]?.group === group));
  const need = unbrokenWidth(group, { text: 0, word: 32, status: true }) * BOLDER + 2 * CELL_PADDING + 20;
  return Math.max(1, need / below);
}

function textsOfColumn({ rows }: Table, index: number): readonly string[] {
  return rows.flatMap(({ cells }) => (cells[index] === undefined ? [] : textsOfCell(cells[index])));
}

/** The width of the longest part of a text that is not to be broken; figures with their unit hold together. */
function unbrokenWidth(text: string, { text: most, word, status }: Unbroken): number {
  return text.length <= most
    ? textWidth(text)
    : text
        .split(status ? /[ \n]+|(?<=-)/ : /[ \n\u202F]+|(?<=-)/)
        .reduce((widest, part) => Math.max(widest, textWidth(beginning(part, word))), 0);
}

function beginning(part: string, letters: number): string {
  return part.length <= letters ? part : [...part].slice(0, letters).join('');
}

/**
 * The width of a table: that of the page, but for one with so little in it that its columns would stand far apart.
 */
export function tableWidth(table: Table, available: number): number {
  const whole = sumOf(leastWidths(table, WHOLE));
  const width = Math.max(whole * 1.5, available / 2);
  return width > available * 0.85 ? available : Math.round(width);
}

/** About the height of a row, in twips. */
export function rowHeight({ cells }: Row, widths: readonly number[]): number {
  return linesHeight(
    cells.map((cell) => textsOfCell(cell).map(textWidth)),
    widths,
  );
}

/** @param cells the widths of the lines of each cell, before any is broken */
function linesHeight(cells: readonly (readonly number[])[], widths: readonly number[]): number {
  const counts = cells.map((lines, index) => {
    const width = Math.max((widths[index] ?? 0) - 2 * CELL_PADDING, FONT_SIZE);
    return lines.reduce(
      (total, line) => total + (line <= width ? 1 : Math.ceil(line / Math.max(width - RAGGED, FONT_SIZE))),
      0,
    );
  });
  return Math.max(1, ...counts) * LINE_HEIGHT + 80;
}
