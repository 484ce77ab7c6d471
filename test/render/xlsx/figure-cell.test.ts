import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureCell } from '../../../src/render/xlsx/figure-cell.ts';
import { runs } from '../../helpers/property.ts';
import { figure } from '../../helpers/sample-report.ts';

describe('tal i Excel', () => {
  it.each([
    ['84.5', '%', '84,5\u00A0%', 0.845, '0.0 %'],
    ['84.5', '%', '84,5', 84.5, '0.0'],
    ['7', '%', '7 %', 0.07, '0 %'],
    ['-0.5', '%', '−0,5 %', -0.005, '0.0 %'],
    ['1821.50', 'tim', '1\u00A0821,50\u00A0tim', 1821.5, '#,##0.00" tim"'],
    ['2025', null, '2025', 2025, '0'],
    ['4.10', null, '4,10', 4.1, '0.00'],
  ])('%s %s som läses %s', (digits, unit, text, value, format) => {
    expect(figureCell({ digits, unit }, text)).toEqual({ value, format });
  });

  it.each([
    ['ord bredvid talet', '84.5', '%', 'cirka 84,5 %'],
    ['en annan måttenhet', '84.5', '%', '84,5 kr'],
    ['ett avrundat tal', '84.49', '%', '84,5 %'],
    ['mer än femton siffror', '1234567890.123456', null, '1\u00A0234\u00A0567\u00A0890,123456'],
    ['minus noll', '-0.0', null, '−0,0'],
    ['ett klockslag', '18.05', 'min', '18:05 min'],
    ['en måttenhet som styr formatet', '1', 'kr";[Red]0', '1 kr";[Red]0'],
  ])('%s blir text', (_, digits, unit, text) => {
    expect(figureCell({ digits, unit }, text)).toBeNull();
  });

  it('är samma tal, siffra för siffra, när det blir ett tal', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom(null, '%', 'mnkr'),
        (value, decimals, unit) => {
          const digits = new Big(value.toString()).div(new Big(10).pow(decimals)).toFixed(decimals);
          const { content, number } = figure(digits, unit);
          const [first] = content[0]?.kind === 'paragraph' ? content[0].content : [];
          const written = number === null || first?.kind !== 'text' ? null : figureCell(number, first.text);
          if (written !== null) {
            const shown = new Big(written.value.toPrecision(15)).times(unit === '%' ? 100 : 1);
            expect(shown.eq(digits)).toBe(true);
            expect(written.format).toContain(decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);
          } else {
            expect(digits.replace(/\D/g, '').replace(/^0+|0+$/g, '').length > 15 || /^-[0.]+$/.test(digits)).toBe(true);
          }
        },
      ),
      runs(500),
    );
  });
});
