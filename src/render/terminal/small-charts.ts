import type { Bullet } from '../../report/bullet.ts';
import type { Theme } from './theme.ts';

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const ASCII_LEVELS = ['_', '.', '-', '=', '+', '*', '%', '#'] as const;

/** A course as a row of signs, a column for each value, on a scale that also holds what `beside` says. */
export interface Sparkline {
  readonly drawn: string;
  /** The signs of the values beside, in order. */
  readonly beside: readonly string[];
}

/** The lowest value is the lowest sign, the highest the highest; where all are the same they stand in the middle. */
export function sparkline(values: readonly number[], beside: readonly number[], { utf8 }: Theme): Sparkline {
  const least = Math.min(...values, ...beside);
  const most = Math.max(...values, ...beside);
  const levels = utf8 ? LEVELS : ASCII_LEVELS;
  const signOf = (value: number): string => {
    const share = most === least ? 0.5 : (value - least) / (most - least);
    return levels[Math.round(share * (levels.length - 1))] ?? '';
  };
  return { drawn: values.map(signOf).join(''), beside: beside.map(signOf) };
}

const SIGNS = { full: '█', empty: '·', target: '┃', zero: '│' } as const;
const ASCII_SIGNS = { full: '#', empty: '.', target: '|', zero: '0' } as const;

/**
 * An outcome as a bar from zero, and the målvärde as a stroke: `██████████··┃`. The scale holds both and zero, which is
 * marked where it lies between them. Rounding never brings the bar to the stroke, nor past it.
 */
export function bulletBar({ outcome, target, status }: Bullet, width: number, theme: Theme): string {
  const signs = theme.utf8 ? SIGNS : ASCII_SIGNS;
  const least = Math.min(0, outcome, target);
  const most = Math.max(0, outcome, target);
  const columnOf = (value: number) =>
    most === least ? 0 : Math.round(((value - least) / (most - least)) * (width - 1));
  const zero = columnOf(0);
  const { end, mark } = apart(outcome, target, columnOf);
  const bar = Array.from({ length: width }, (_, column) => {
    const inside = column >= Math.min(zero, end) && column <= Math.max(zero, end) && outcome !== 0;
    const isZero = column === zero && least < 0 && most > 0;
    return isZero ? signs.zero : inside ? signs.full : signs.empty;
  }).join('');
  const tone = (text: string) =>
    text.replace(/[█#]+/g, (run) => theme.toned(status, run)).replace(/[·.]+/g, (run) => theme.dim(run));
  return `${tone(bar.slice(0, mark))}${theme.bold(signs.target)}${tone(bar.slice(mark + 1))}`;
}

/** The end of the bar and the stroke: with a gap between them where the bar is shorter, and it past it where longer. */
function apart(
  outcome: number,
  target: number,
  columnOf: (value: number) => number,
): { readonly end: number; readonly mark: number } {
  const end = columnOf(outcome);
  const mark = columnOf(target);
  if (outcome * target <= 0 || outcome === target) {
    return { end, mark };
  }
  const inwards = target > 0 ? -1 : 1;
  const nearer = (column: number, outer: number, by: number) =>
    inwards < 0 ? Math.min(column, outer - by) : Math.max(column, outer + by);
  return Math.abs(outcome) < Math.abs(target)
    ? { end: nearer(end, mark, 2), mark }
    : { end, mark: nearer(mark, end, 1) };
}
