import { describe, expect, it } from 'vitest';
import { COLOUR, statusColours } from '../../../src/render/pdf/theme.ts';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = [COLOUR.paper, COLOUR.zebra, COLOUR.head];
const STATUSES = ['uppfyllt', 'delvis', 'ej_uppfyllt', 'utfall_saknas', null] as const;

describe('färgerna i PDF', () => {
  it.each(['ink', 'muted', 'accent'] as const)('text i %s syns på varje grund', (name) => {
    for (const ground of GROUNDS) {
      expect(contrast(COLOUR[name], ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(STATUSES)('tecknet för %s syns på varje grund, och text på dess fält', (status) => {
    const { symbol, field, onField } = statusColours(status);
    for (const ground of GROUNDS) {
      expect(contrast(symbol, ground)).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(onField, field)).toBeGreaterThanOrEqual(4.5);
  });

  it('linjer som betyder något syns', () => {
    expect(contrast(COLOUR.rule, COLOUR.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(COLOUR.rule, COLOUR.head)).toBeGreaterThanOrEqual(3);
  });
});
