import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Decimal, decimal, HUNDRED, percentOf, quotient, signOf, ZERO } from '../../src/model/decimal.ts';
import { runs } from '../helpers/property.ts';

const figure = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 10n ** 18n })),
    fc.constantFrom('', '0', '5', '05', '25', '333', '00001'),
  )
  .map(([sign, whole, decimals]): Decimal => decimal(`${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`));

describe('compare', () => {
  it('ger samma ordning som biblioteket', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(compare(a, b)).toBe(a.cmp(b) + 0);
      }),
      runs(3000),
    );
  });

  it.each([
    ['0', '-0', 0],
    ['1.50', '1.5', 0],
    ['-2', '1', -1],
    ['-2', '-3', 1],
    ['0.9', '10', -1],
    ['59.4', '59.40001', -1],
  ])('%s mot %s är %i', (a, b, expected) => {
    expect(compare(decimal(a), decimal(b))).toBe(expected);
    expect(signOf(decimal(a).minus(decimal(b)))).toBe(expected);
  });
});

describe('percentOf', () => {
  it('ger samma procent som biblioteket, avrundat på samma decimal', () => {
    fc.assert(
      fc.property(figure, figure, (part, whole) => {
        fc.pre(!whole.eq(ZERO));
        expect(percentOf(part, whole).toFixed()).toBe(part.times(HUNDRED).div(whole).plus(ZERO).toFixed());
      }),
      runs(3000),
    );
  });

  it('ger samma kvot som biblioteket', () => {
    fc.assert(
      fc.property(figure, figure, (part, whole) => {
        fc.pre(!whole.eq(ZERO));
        expect(quotient(part, whole).toFixed()).toBe(part.div(whole).plus(ZERO).toFixed());
      }),
      runs(3000),
    );
  });

  it.each([
    ['59.4', '66', '90'],
    ['1', '3', '33.33333333333333333333'],
    ['2', '3', '66.66666666666666666667'],
    ['-1', '8', '-12.5'],
    ['0', '-7', '0'],
    ['6000000000', '0.003', '200000000000000'],
  ])('%s av %s är %s procent', (part, whole, expected) => {
    expect(percentOf(decimal(part), decimal(whole)).toFixed()).toBe(expected);
  });
});
