import { type SymbolType, symbol, symbolCircle, symbolDiamond2, symbolTriangle } from 'd3-shape';
import type { Status } from '../../model/status.ts';
import { type StatusColour, statusColour } from '../palette.ts';
import type { Path } from './drawing.ts';

/** The shape of each status and how large an area makes it look as large as the others, in a square of twelve. */
const MARKS: Readonly<
  Record<StatusColour, { readonly type: SymbolType; readonly area: number; readonly down: number }>
> = {
  green: { type: symbolCircle, area: 78, down: 0 },
  yellow: { type: symbolDiamond2, area: 72, down: 0 },
  red: { type: symbolTriangle, area: 58, down: 1 },
  none: { type: symbolCircle, area: 58, down: 0 },
};

/** The sign of a status, whose middle stands at a point: ● ◆ ▲, and a ring ○ for what has none. */
export function statusMark(status: Status | null, x: number, y: number, size = 12): Path {
  const colour = statusColour(status);
  const { type, area, down } = MARKS[colour];
  const scale = size / 12;
  const hollow = colour === 'none';
  return {
    shape: 'path',
    x,
    y: y + down * scale,
    d: symbol(type, area * scale * scale).digits(2)() ?? '',
    fill: hollow ? null : colour,
    stroke: hollow ? colour : null,
    width: hollow ? 1.8 * scale : 0,
  };
}
