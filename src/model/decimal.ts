import { Big } from 'big.js';

/**
 * Exact decimals for everything that is compared: 59,4 of 66 is exactly 90 %. Thresholds are compared by
 * multiplication, so that a quotient, the only thing here that is rounded, is made for showing alone.
 */
export type Decimal = Big;

/** Decimals of a quotient: far beyond any printed figure. */
const PLACES = 20;

const strict = Big();
strict.DP = PLACES;
strict.RM = strict.roundHalfUp;
strict.NE = -1_000;
strict.PE = 1_000;

/** The decimal of a plain number text such as `-34.80`; the printed digits are kept by whoever holds the text. */
export function decimal(digits: string | number): Decimal {
  const made = new strict(digits);
  // The digits were put into a list with room for more; a plan has many decimals, and keeps them.
  made.c = made.c.slice();
  return made;
}

/** The order of two decimals. `Big.cmp` gives the same, but makes a copy of its operand every time. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const one = signOf(a);
  const other = signOf(b);
  if (one !== other) {
    return one < other ? -1 : 1;
  }
  return one === 0 ? 0 : one === 1 ? compareSize(a, b) : compareSize(b, a);
}

/** -1 below zero, 0 at zero, 1 above. */
export function signOf({ s, c }: Decimal): -1 | 0 | 1 {
  return c[0] === 0 ? 0 : s === 1 ? 1 : -1;
}

/** Neither is zero; signs do not count. Coefficients have neither leading nor trailing zeros. */
function compareSize(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a.e !== b.e) {
    return a.e < b.e ? -1 : 1;
  }
  const length = Math.max(a.c.length, b.c.length);
  for (let at = 0; at < length; at++) {
    const difference = (a.c[at] ?? 0) - (b.c[at] ?? 0);
    if (difference !== 0) {
      return difference < 0 ? -1 : 1;
    }
  }
  return 0;
}

/** How many percent one decimal is of another that is not zero, rounded half up at 20 decimals. */
export function percentOf(part: Decimal, whole: Decimal): Decimal {
  return divide(part, whole, 2);
}

/** One decimal divided by another that is not zero, rounded half up at 20 decimals. */
export function quotient(part: Decimal, whole: Decimal): Decimal {
  return divide(part, whole, 0);
}

/**
 * `Big.div` works digit by digit; whole numbers are divided at once.
 *
 * @param tens by what power of ten the quotient is multiplied before it is rounded
 */
function divide(part: Decimal, whole: Decimal, tens: number): Decimal {
  const shift = PLACES + tens + exponentOf(part) - exponentOf(whole);
  const dividend = digitsOf(part) * powerOfTen(shift);
  const divisor = digitsOf(whole) * powerOfTen(-shift);
  const rest = dividend % divisor;
  const digits = dividend / divisor + (rest * 2n >= divisor ? 1n : 0n);
  return decimal(`${part.s === whole.s || digits === 0n ? '' : '-'}${digits}e-${PLACES}`);
}

/** The digits as a whole number, without sign. */
function digitsOf({ c }: Decimal): bigint {
  return BigInt(c.join(''));
}

/** The power of ten by which those digits are to be multiplied. */
function exponentOf({ c, e }: Decimal): number {
  return e - c.length + 1;
}

function powerOfTen(exponent: number): bigint {
  return exponent <= 0 ? 1n : 10n ** BigInt(exponent);
}

export const ZERO: Decimal = decimal('0');
export const HUNDRED: Decimal = decimal('100');
