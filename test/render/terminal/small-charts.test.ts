import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulletBar, sparkline } from '../../../src/render/terminal/small-charts.ts';
import { themeFor } from '../../../src/render/terminal/theme.ts';
import { runs } from '../../helpers/property.ts';

const theme = themeFor({ width: 80, colours: 0, utf8: true });

function bar(outcome: number, target: number, width = 20): string {
  const bullet = { name: '', status: null, outcome, target, yellowFrom: null, lowerIsBetter: false };
  return bulletBar({ ...bullet, outcomeText: '', targetText: '' }, width, theme);
}

describe('stapeln mot målvärdet', () => {
  it.each([
    [50, 100, '███████████········┃'],
    [100, 50, '██████████┃█████████'],
    [100, 100, '███████████████████┃'],
    [99.99, 100, '██████████████████·┃'],
    [100.01, 100, '██████████████████┃█'],
    [-99.99, -100, '┃·██████████████████'],
    [-100.01, -100, '█┃██████████████████'],
    [0, 100, '···················┃'],
    [5, 0, '┃███████████████████'],
    [0, 0, '┃···················'],
    [10, -9, '┃········│██████████'],
  ])('visar utfallet %s mot %s', (outcome, target, drawn) => {
    expect(bar(outcome, target)).toBe(drawn);
  });

  it('är alltid lika bred, har ett streck, och når det bara när målvärdet är nått', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 20, max: 60 }), (outcome, target, width) => {
        const drawn = bar(outcome, target, width);
        expect(Array.from(drawn)).toHaveLength(width);
        expect(drawn.split('┃')).toHaveLength(2);
        // From zero outwards; a mark at zero itself stands at the foot of any bar.
        if (outcome * target > 0) {
          const outwards = target > 0 ? drawn : Array.from(drawn).reverse().join('');
          const shape = outcome === target ? /^█*┃$/ : Math.abs(outcome) < Math.abs(target) ? /^█+·+┃$/ : /^█*┃█+$/;
          expect(outwards).toMatch(shape);
        }
      }),
      runs(500),
    );
  });
});

describe('förloppet', () => {
  it('har det lägsta värdet lägst och det högsta högst, målvärdet inräknat', () => {
    expect(sparkline([0, 50, 100], [], theme)).toEqual({ drawn: '▁▅█', beside: [] });
    expect(sparkline([0, 50], [100], theme)).toEqual({ drawn: '▁▅', beside: ['█'] });
    expect(sparkline([7, 7, 7], [], theme)).toEqual({ drawn: '▅▅▅', beside: [] });
  });
});
