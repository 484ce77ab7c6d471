import { compare, type Decimal, decimal, HUNDRED } from '../model/decimal.ts';

const ROUND_DOWN = 0;
const ROUND_HALF_UP = 1;

/**
 * Måluppfyllelse as shown, with one decimal: rounded, but never across a threshold, so that what is read agrees with
 * the status: 99,97 of a missed target is shown 99,9 and 89,96 is shown 89,9.
 *
 * @param met whether the target is met; a missed one is never shown as 100
 * @param thresholds percentages at which the status changes
 * @returns digits with a point: `94.7`
 */
export function shownPercent(percent: Decimal, met: boolean, thresholds: readonly Decimal[], decimals = 1): string {
  if (met) {
    return '100';
  }
  for (let places = decimals; places <= decimals + 6; places++) {
    for (const mode of [ROUND_HALF_UP, ROUND_DOWN] as const) {
      const shown = percent.round(places, mode);
      if (compare(shown, HUNDRED) < 0 && thresholds.every((threshold) => agrees(percent, shown, threshold))) {
        return shown.toFixed(places);
      }
    }
  }
  // A strict limit that was exactly touched: just below 100, and not below any other threshold.
  for (let places = decimals; ; places++) {
    const shown = HUNDRED.minus(decimal(`0.${'0'.repeat(Math.max(0, places - 1))}1`));
    if (places > decimals + 20 || thresholds.every((threshold) => threshold.gte(HUNDRED) || shown.gte(threshold))) {
      return shown.toFixed();
    }
  }
}

/** A missed target stays below 100, even at exactly 100 %; every other threshold holds from its own value on. */
function agrees(percent: Decimal, shown: Decimal, threshold: Decimal): boolean {
  return compare(threshold, HUNDRED) === 0 || compare(shown, threshold) >= 0 === compare(percent, threshold) >= 0;
}
