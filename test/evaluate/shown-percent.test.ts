import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownPercent } from '../../src/evaluate/shown-percent.ts';
import { type Decimal, decimal } from '../../src/model/decimal.ts';
import { runs } from '../helpers/property.ts';

function shown(percent: string | Decimal, thresholds: readonly (string | Decimal)[], met = false): number {
  return Number(
    shownPercent(
      decimal(percent.toString()),
      met,
      thresholds.map((one) => decimal(one.toString())),
    ),
  );
}

describe('shownPercent', () => {
  it.each([
    ['99.97', ['90'], 99.9],
    ['99.999999', ['90'], 99.9],
    ['89.96', ['90'], 89.9],
    ['89.94', ['90'], 89.9],
    ['89.999999', ['90'], 89.9],
    ['90', ['90'], 90],
    ['90.04', ['90'], 90],
    ['90.05', ['90'], 90.1],
    ['85.714285', ['90'], 85.7],
    ['94.65', ['90'], 94.7],
    ['0', ['90'], 0],
    ['0.04', ['90'], 0],
    ['79.97', ['100', '91', '80', '60', '0'], 79.9],
    ['90.96', ['100', '91', '80', '60', '0'], 90.9],
    ['97.49', ['97.5'], 97.4],
    ['97.5', ['97.5'], 97.5],
    ['99.97', ['99.95'], 99.97],
  ])('%s mot %j visas %d', (percent, thresholds, expected) => {
    expect(shown(percent, thresholds)).toBe(expected);
  });

  it('visar uppfyllt som 100 och det som missats aldrig som det', () => {
    expect(shown('100', ['90'], true)).toBe(100);
    expect(shown('100', ['90'])).toBe(99.9);
  });

  it('en sträng gräns som precis nås visas inte under en gräns mellan 99,9 och 100', () => {
    const visible = shown('100', ['99.95']);
    expect(visible >= 99.95 && visible < 100).toBe(true);
  });

  const percent = fc
    .tuple(
      fc.integer({ min: 0, max: 100 }),
      fc.oneof(
        fc.constantFrom(
          '',
          '.0',
          '.9',
          '.94',
          '.95',
          '.96',
          '.99',
          '.949999999',
          '.99999999',
          '.00000001',
          '.05',
          '.04',
        ),
        fc.stringMatching(/^\.\d{1,8}$/),
      ),
    )
    .map(([whole, decimals]) => decimal(`${whole}${decimals}`))
    .filter((one) => one.lte(100));
  const threshold = fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.constantFrom('', '.5', '.9', '.05', '.95', '.96', '.99'))
    .map(([whole, decimals]) => decimal(`${whole}${decimals}`));

  it('går aldrig över en gräns', () => {
    fc.assert(
      fc.property(
        percent,
        fc.uniqueArray(threshold, { maxLength: 5, comparator: (a, b) => a.eq(b) }),
        (one, thresholds) => {
          const visible = decimal(shownPercent(one, false, thresholds));
          for (const limit of [...thresholds, decimal(100)]) {
            expect(visible.gte(limit), `${one.toFixed()} visas ${visible.toFixed()} mot ${limit.toFixed()}`).toBe(
              limit.lt(100) && one.gte(limit),
            );
          }
        },
      ),
      runs(5000),
    );
  });

  it('ligger aldrig mer än en tiondel från det verkliga', () => {
    fc.assert(
      fc.property(percent, fc.array(threshold, { maxLength: 5 }), (one, thresholds) => {
        expect(
          Number(
            decimal(shownPercent(one, false, thresholds))
              .minus(one)
              .abs()
              .toFixed(),
          ),
        ).toBeLessThanOrEqual(0.1);
      }),
      runs(2000),
    );
  });
});
