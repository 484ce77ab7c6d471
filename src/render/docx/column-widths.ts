import type { Cell, Column, List, Paragraph, Row, Table } from '../../report/document/document.ts';
import { CELL_PADDING, TABLE_TEXT_SIZE } from './theme.ts';

const FONT_SIZE = TABLE_TEXT_SIZE * 10;
const LINE_HEIGHT = FONT_SIZE * 1.25;

/** How much of a text is not broken: texts of so many letters, else words of so many; longer words are hyphenated. */
interface Unbroken {
  readonly text: number;
  readonly word: number;
}
const BOLDER = 1.08;

/** From roomy to tight. */
const UNBROKEN: readonly Unbroken[] = [
  { text: 18, word: 24 },
  { text: 12, word: 24 },
  { text: 0, word: 24 },
  { text: 0, word: 18 },
];
const TIGHT: Unbroken = { text: 0, word: 14 };

/** A column of texts as long as this is to keep this part of its share. */
const LONG_TEXT = 60;
const LEAST_SHARE = 0.75;

/**
 * Widths of a table's columns, in twips, that add up to `available`: by weight, but none narrower than its words, and
 * if there is room, than its short texts.
 *
 * @returns the widths, and whether every column has room for its words
 */
export function columnWidths(
  table: Table,
  available: number,
): { readonly widths: readonly number[]; readonly fits: boolean } {
  for (const unbroken of UNBROKEN) {
    const least = leastWidths(table, unbroken);
    if (sumOf(least) <= available) {
      const widths = shareOut(table.columns, least, available);
      if (!isCrowded(table, widths, available)) {
        return { widths: withRest(widths, available), fits: true };
      }
    }
  }
  const least = leastWidths(table, TIGHT);
  const sum = sumOf(least);
  const fits = sum <= available;
  const widths = fits
    ? shareOut(table.columns, least, available)
    : least.map((one) => Math.floor((one / sum) * available));
  return { widths: withRest(widths, available), fits };
}

/** Whether columns of long texts got much less than their share. */
function isCrowded(table: Table, widths: readonly number[], available: number): boolean {
  const weights = sumOf(table.columns.map(weightOf));
  return table.columns.some(
    (column, index) =>
      (widths[index] ?? 0) < (weightOf(column) / weights) * available * LEAST_SHARE &&
      textsOfColumn(table, index).some((text) => text.length >= LONG_TEXT),
  );
}

/** Shares the width by weight; a column that would be too narrow gets its least, and the others share what is left. */
function shareOut(columns: readonly Column[], least: readonly number[], available: number): readonly number[] {
  const fixed = new Set<number>();
  for (;;) {
    const free = columns.map((_, index) => index).filter((index) => !fixed.has(index));
    const left = available - [...fixed].reduce((total, index) => total + (least[index] ?? 0), 0);
    const weights = free.reduce((total, index) => total + weightOf(columns[index]), 0);
    const share = (index: number) => (left * weightOf(columns[index])) / weights;
    const narrow = free.filter((index) => share(index) < (least[index] ?? 0));
    if (narrow.length === 0) {
      return columns.map((_, index) => Math.floor(fixed.has(index) ? (least[index] ?? 0) : share(index)));
    }
    for (const index of narrow) {
      fixed.add(index);
    }
  }
}

function weightOf(column: Column | undefined): number {
  const weight = column?.weight ?? 0;
  return Number.isFinite(weight) && weight > 0 ? weight : 0.01;
}

/** The twips that rounding leaves over go to the widest column. */
function withRest(widths: readonly number[], available: number): readonly number[] {
  const rest = available - widths.reduce((total, one) => total + one, 0);
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((one, index) => (index === widest ? one + rest : one));
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((total, one) => total + one, 0);
}

function leastWidths(table: Table, unbroken: Unbroken): readonly number[] {
  return table.columns.map(({ header }, index) => {
    const texts = textsOfColumn(table, index).map((text) => unbrokenWidth(text, unbroken));
    // Headers and totals are bold, which is wider.
    const bold = unbrokenWidth(header, unbroken) * BOLDER;
    const widest = Math.max(bold, ...texts) * (table.rows.some(({ total }) => total) ? BOLDER : 1);
    return Math.ceil(widest) + 2 * CELL_PADDING + 20;
  });
}

function textsOfColumn({ rows }: Table, index: number): readonly string[] {
  return rows.flatMap(({ cells }) => (cells[index] === undefined ? [] : textsOfCell(cells[index])));
}

/** The width of the longest part of a text that is not to be broken; figures with their unit hold together. */
function unbrokenWidth(text: string, { text: most, word }: Unbroken): number {
  return text.length <= most
    ? textWidth(text)
    : text
        .split(/[ \n]+|(?<=-)/)
        .reduce((widest, part) => Math.max(widest, textWidth([...part].slice(0, word).join(''))), 0);
}

/**
 * The width of a table: that of the page, but for one with so little in it that its columns would stand far apart.
 */
export function tableWidth(table: Table, available: number): number {
  const whole = sumOf(leastWidths(table, { text: Number.POSITIVE_INFINITY, word: Number.POSITIVE_INFINITY }));
  const width = Math.max(whole * 1.5, available / 2);
  return width > available * 0.85 ? available : Math.round(width);
}

/** About the width of a text in Arial, in twips; only a good guess is needed. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    width += /[fijlrt.,:;'|!()/ \u00A0-]/.test(char)
      ? 0.3
      : /[mwMW@%●◆▲○]/.test(char)
        ? 0.87
        : /\p{Lu}/u.test(char)
          ? 0.7
          : 0.556;
  }
  return width * FONT_SIZE;
}

/** About the height of a row, in twips. */
export function rowHeight({ cells }: Row, widths: readonly number[]): number {
  const lines = cells.map((cell, index) => {
    const width = Math.max((widths[index] ?? 0) - 2 * CELL_PADDING, FONT_SIZE);
    return textsOfCell(cell).reduce((total, text) => total + Math.max(1, Math.ceil(textWidth(text) / width)), 0);
  });
  return Math.max(1, ...lines) * LINE_HEIGHT + 80;
}

function textsOfCell({ content }: Cell): readonly string[] {
  return content.flatMap(textsOf);
}

function textsOf(block: Paragraph | List): readonly string[] {
  if (block.kind === 'paragraph') {
    const text = block.content.map((one) => (one.kind === 'text' ? one.text : `●\u00A0${one.word}`)).join('');
    return text.split('\n');
  }
  return block.items.flatMap((item) =>
    item.flatMap((one) => (one.kind === 'paragraph' || one.kind === 'list' ? textsOf(one) : [])),
  );
}
