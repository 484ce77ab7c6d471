import { label, type Shape, type Sheet } from './drawing.ts';

const SIZE = 13;
const LINE = 22;

export interface LegendItem {
  readonly text: string;
  /** Draws the sign, whose middle stands at a point. */
  readonly sign: (x: number, y: number) => readonly Shape[];
  readonly signWidth: number;
}

/** What the signs mean, beside each other for as long as they fit. */
export function legend(
  items: readonly LegendItem[],
  { width, measure }: Sheet,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let x = 0;
  let y = LINE / 2;
  for (const { text, sign, signWidth } of items) {
    const wide = signWidth + 6 + measure(text, SIZE, false);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LINE;
    }
    shapes.push(...sign(x + signWidth / 2, y), label(x + signWidth + 6, y + 4.5, text, { size: SIZE, fill: 'muted' }));
    x += wide + 22;
  }
  return { shapes, height: items.length === 0 ? 0 : y + LINE / 2 + 12 };
}
