/** What a column asks for of a table's width. */
export interface ColumnWish {
  /** Less than this, and words are broken. */
  readonly need: number;
  /** More than this is of no use to it. */
  readonly natural: number;
  readonly weight: number;
}

/**
 * Each its share by weight; those that need more get what they need, those that can use no more get what they can use,
 * whichever is the greater trouble first. What nobody can use is shared by all.
 */
export function shareWidth(columns: readonly ColumnWish[], width: number): readonly number[] {
  const fixed = new Map<number, number>();
  for (;;) {
    const left = width - [...fixed.values()].reduce((sum, one) => sum + one, 0);
    const weight = columns.reduce((sum, one, index) => (fixed.has(index) ? sum : sum + one.weight), 0);
    const wished = columns.map((one, index) => fixed.get(index) ?? (left * one.weight) / weight);
    const bound = wished.map((one, index) => {
      const { need = 0, natural = 0 } = columns[index] ?? {};
      return fixed.has(index) ? one : Math.min(Math.max(one, need), natural);
    });
    const excess = bound.reduce((sum, one, index) => sum + one - (wished[index] ?? 0), 0);
    const broken = [...bound.keys()].filter((index) => {
      const by = (bound[index] ?? 0) - (wished[index] ?? 0);
      return excess >= 0 ? by > 0 : by < 0;
    });
    if (broken.length === 0) {
      return wished;
    }
    for (const index of broken) {
      fixed.set(index, bound[index] ?? 0);
    }
    if (fixed.size === columns.length) {
      return spread(
        [...columns.keys()].map((index) => fixed.get(index) ?? 0),
        width,
      );
    }
  }
}

/** What is left goes to all in proportion. */
function spread(widths: readonly number[], width: number): readonly number[] {
  const sum = widths.reduce((all, one) => all + one, 0);
  return widths.map((one) => (one / sum) * width);
}
