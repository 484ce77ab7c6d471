import { largest } from '../../model/lists.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { hyphenate } from './hyphenate.ts';
import { type Cell, type Column, drawRow, type LedText, layoutColumns } from './table.ts';
import type { Theme } from './theme.ts';

/** A row of a table with many columns of figures: its name and one text for each column. */
export interface WideRow {
  readonly name: LedText;
  readonly cells: readonly string[];
  /** A sum stands out. */
  readonly bold: boolean;
  /** Says something of the row above, and is left out of a part of the table where it has nothing to say. */
  readonly remark?: boolean;
}

export interface WideColumn {
  readonly header: string;
  readonly align: Column['align'];
}

/** The names keep at least this much, or all that they need, before a table is drawn in parts. */
const LEAST_NAME = 16;
const LEAST_FIGURES = 5;
/** Up to this, a column is as wide as it takes to break its header where words may be broken. */
const MOST_SYLLABLE = 8;
/** No sum of money is longer; with the least name it fits on the narrowest screen. */
const MOST_FIGURES = 22;
/** A column of words is broken into lines, and its words only where they are longer than this; figures never are. */
const MOST_WORDS = 20;
const GAP = '  ';

/**
 * Draws a table of figures so that nothing is cut: long headers are hyphenated, and a table that is still too wide is
 * drawn in parts below each other, each with the names of the rows.
 */
export function drawWideTable(
  nameHeader: string,
  columns: readonly WideColumn[],
  rows: readonly WideRow[],
  theme: Theme,
): readonly string[] {
  const least = columns.map((column, index) => leastWidth(column, rows, index));
  const names = rows.map(
    ({ name }) => displayWidth(visible(name.text)) + (name.lead === undefined ? 0 : name.lead.width + 1),
  );
  const wanted = Math.max(1, displayWidth(visible(nameHeader)), largest(names));
  return partsOf(least, theme.width - Math.min(wanted, LEAST_NAME)).flatMap((part, index) => [
    ...(index === 0 ? [] : ['']),
    ...drawPart(
      { nameHeader, wanted, least },
      columns,
      rows.filter((row) => saysIn(row, part)),
      part,
      theme,
    ),
  ]);
}

function leastWidth({ header, align }: WideColumn, rows: readonly WideRow[], index: number): number {
  const texts = rows.map(({ cells }) => visible(cells[index] ?? ''));
  const natural = Math.max(leastHeader(visible(header)), largest(texts.map(displayWidth)));
  return align === 'right'
    ? Math.min(natural, MOST_FIGURES)
    : Math.min(natural, MOST_WORDS, largest(texts.map(longestWord)));
}

function leastHeader(header: string): number {
  let width = LEAST_FIGURES;
  while (width < MOST_SYLLABLE && longestWord(hyphenate(header, width)) > width) {
    width += 1;
  }
  return width;
}

/** Indexes of the columns that stand beside each other. */
function partsOf(least: readonly number[], room: number): readonly (readonly number[])[] {
  const parts: number[][] = [[]];
  let used = 0;
  least.forEach((width, index) => {
    const part = parts.at(-1);
    if (part !== undefined && (part.length === 0 || used + GAP.length + width <= room)) {
      part.push(index);
      used += GAP.length + width;
    } else {
      parts.push([index]);
      used = GAP.length + width;
    }
  });
  return parts;
}

function saysIn({ cells, remark = false }: WideRow, part: readonly number[]): boolean {
  return !remark || part.some((index) => (cells[index] ?? '') !== '');
}

function drawPart(
  {
    nameHeader,
    wanted,
    least,
  }: { readonly nameHeader: string; readonly wanted: number; readonly least: readonly number[] },
  columns: readonly WideColumn[],
  rows: readonly WideRow[],
  part: readonly number[],
  theme: Theme,
): readonly string[] {
  const shown: readonly Column[] = [
    { header: nameHeader, align: 'left', min: Math.min(wanted, 2 * LEAST_NAME), soft: Number.POSITIVE_INFINITY },
    ...part.map((index) => {
      const { header = '', align = 'right' } = columns[index] ?? {};
      const min = least[index] ?? LEAST_FIGURES;
      return { header, align, min, soft: Math.max(min, longestWord(header)) };
    }),
  ];
  const figures = rows.map(({ cells }) => part.map((index) => cells[index] ?? ''));
  const cells = rows.map(({ name }, row): readonly Cell[] => [name, ...(figures[row] ?? [])]);
  const widths = layoutColumns(shown, cells, theme.width);
  return [
    ...headerLines(shown, widths).map(theme.dim),
    theme.dim(widths.map((width) => theme.rule.repeat(width)).join(GAP)),
    ...rows.flatMap(({ name, bold }, row) => {
      const broken = { ...name, text: brokenName(name, widths[0] ?? 1) };
      const lines = drawRow(shown, widths, [broken, ...(figures[row] ?? [])]);
      return bold ? lines.map(theme.bold) : lines;
    }),
  ];
}

/** A name that does not fit has its long words hyphenated; its later lines are set in. */
function brokenName({ text, lead }: LedText, width: number): string {
  const before = lead === undefined ? 0 : lead.width + 1;
  return displayWidth(visible(text)) + before <= width ? text : hyphenate(text, width - (before || 2));
}

function longestWord(text: string): number {
  return largest(visible(text).split(/\s+/).map(displayWidth));
}

/** Headers in as many lines as they need, the last of each just above its column. */
function headerLines(columns: readonly Column[], widths: readonly number[]): readonly string[] {
  const drawn = columns.map(({ header }, index) => {
    const width = widths[index] ?? 1;
    return wrap(hyphenate(visible(header), width), width);
  });
  const height = largest(drawn.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    drawn
      .map((lines, index) => {
        const text = lines[line - (height - lines.length)] ?? '';
        const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(text)));
        return columns[index]?.align === 'right' ? space + text : text + space;
      })
      .join(GAP)
      .trimEnd(),
  );
}
