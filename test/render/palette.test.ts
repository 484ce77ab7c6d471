import { describe, expect, it } from 'vitest';
import { type Colour, DARK, LIGHT } from '../../src/render/palette.ts';
import { contrast } from '../helpers/contrast.ts';

const GROUNDS = ['surface', 'raised', 'head'] as const;

/** What is read, what is only seen, and the ground that each stands on. */
const TEXTS = ['ink', 'muted', 'accent'] as const;
const SIGNS = ['green', 'yellow', 'red', 'none', 'second', 'edge'] as const;
const ON_ZONE = ['green', 'yellow', 'red', 'none', 'ink'] as const;

const pairs: readonly (readonly [Colour, Colour, number])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground, 4.5] as const)),
  ...SIGNS.flatMap((sign) => GROUNDS.map((ground) => [sign, ground, 3] as const)),
  ...ON_ZONE.map((sign) => [sign, 'zone', 3] as const),
];

describe.each([
  ['ljus', LIGHT],
  ['mörk', DARK],
])('paletten %s', (_, palette) => {
  it.each(pairs)('%s syns på %s: minst %d till 1', (front, ground, least) => {
    expect(contrast(palette[front], palette[ground])).toBeGreaterThanOrEqual(least);
  });
});

it('kontrast räknas som i WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
