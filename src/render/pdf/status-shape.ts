import { isKlass, type Status } from '../../model/status.ts';
import type { Canvas } from './canvas.ts';
import { statusColours } from './theme.ts';

/**
 * The shape of a status around a middle point: a disc, a diamond, a triangle, and a ring for what has none. It is told
 * apart without its colour, and its word always stands beside it.
 */
export function drawStatusShape(canvas: Canvas, status: Status | null, x: number, y: number, size: number): void {
  const { symbol } = statusColours(status);
  const half = size / 2;
  if (status === null || !isKlass(status)) {
    canvas.doc
      .lineWidth(size * 0.14)
      .strokeColor(symbol)
      .circle(x, y, half * 0.88)
      .stroke();
    return;
  }
  const doc = canvas.fill(symbol);
  switch (status) {
    case 'uppfyllt':
      doc.circle(x, y, half).fill();
      return;
    case 'delvis': {
      const arm = half * 1.18;
      doc.polygon([x, y - arm], [x + arm, y], [x, y + arm], [x - arm, y]).fill();
      return;
    }
    case 'ej_uppfyllt': {
      const arm = half * 1.1;
      doc.polygon([x, y - arm], [x + arm, y + arm * 0.85], [x - arm, y + arm * 0.85]).fill();
      return;
    }
  }
}
