import { Big } from 'big.js';

/**
 * Exact decimals for everything that is compared: 59,4 of 66 is exactly 90 %. Thresholds are compared by
 * multiplication, so that a quotient, the only thing here that is rounded, is made for showing alone.
 */
export type Decimal = Big;

const strict = Big();
// Quotients carry 20 decimals: far beyond any printed figure.
strict.DP = 20;
strict.RM = strict.roundHalfUp;
strict.NE = -1_000;
strict.PE = 1_000;

/** The decimal of a plain number text such as `-34.80`; the printed digits are kept by whoever holds the text. */
export function decimal(digits: string | number): Decimal {
  return new strict(digits);
}

export const ZERO: Decimal = decimal('0');
export const HUNDRED: Decimal = decimal('100');
