import type { Column } from '../../report/document/document.ts';

/**
 * Widths stand in the style sheet, since the page's policy forbids style in elements. A column's share is rounded to
 * whole percents; a table is never so narrow that its columns become towers of words, but is scrolled in its region.
 */
const NARROWEST = 12;
const WIDEST = 90;

export function columnClass(weight: number, whole: number): string {
  const share = whole > 0 && weight > 0 ? (100 * weight) / whole : 1;
  return `w-${Math.min(100, Math.max(1, Math.round(share)))}`;
}

/** How wide a table is at least: figures need little, words more, and the columns of long texts most. */
export function tableClass(columns: readonly Column[]): string | undefined {
  if (columns.length < 3) {
    return undefined;
  }
  const average = columns.reduce((sum, { weight }) => sum + weight, 0) / columns.length;
  const rem = columns.reduce(
    (sum, { align, weight }) => sum + (align === 'right' ? 5 : weight > 1.25 * average ? 13 : 8),
    0,
  );
  return `least-${Math.min(WIDEST, Math.max(NARROWEST, rem))}`;
}

/** The rules for all widths that there are: always the same, so that the style sheet is. */
export function widthRules(): string {
  const shares = Array.from({ length: 100 }, (_, index) => `.w-${index + 1}{width:${index + 1}%}`);
  const tables = Array.from(
    { length: WIDEST - NARROWEST + 1 },
    (_, index) => `.least-${index + NARROWEST}{min-width:${index + NARROWEST}rem}`,
  );
  return [...shares, ...tables].join('\n');
}
