import { scaleLinear, scalePoint } from 'd3-scale';
import { line, symbol, symbolCircle } from 'd3-shape';
import type { SeriesChart } from '../../report/document/document.ts';
import { type Drawing, type Line, label, type Shape, type Sheet } from './drawing.ts';
import { legend } from './legend.ts';

type Point = SeriesChart['points'][number];

const BOTTOM = 26;
const DASH = [6, 4];

/** Outcomes over time as a line with a point for each, and the target as a dashed line; each point says its figure. */
export function drawSeries(chart: SeriesChart, sheet: Sheet): Drawing {
  const { width, measure } = sheet;
  const points = chart.points.filter(({ value }) => Number.isFinite(value));
  const { target } = chart;
  const key = legend(
    [
      {
        text: chart.unit === null || chart.unit === '%' ? 'Utfall' : `Utfall (${chart.unit})`,
        signWidth: 28,
        sign: (x, y) => [{ ...across(x - 14, x + 14, y), width: 2 }, dot(x, y)],
      },
      ...(target === null
        ? []
        : [
            {
              text: `Målvärde ${target.text}`,
              signWidth: 28,
              sign: (x: number, y: number): readonly Shape[] => [targetLine(x - 14, x + 14, y)],
            },
          ]),
    ],
    sheet,
  );
  if (points.length === 0) {
    const said = label(0, key.height + 18, 'Inga utfall att visa.', { fill: 'muted' });
    return { width, height: key.height + 34, shapes: [...key.shapes, said] };
  }
  const values = [...points.map(({ value }) => value), ...(target === null ? [] : [target.value])];
  const y = scaleLinear().domain(paddedRange(values)).nice(4);
  const ticks = y.ticks(4);
  const format = swedishTicks(y.tickFormat(4), chart.unit === '%' ? '\u00A0%' : '');
  const left = Math.max(...ticks.map((tick) => measure(format(tick), 12, false))) + 10;
  const top = key.height + 14;
  const height = Math.round(Math.min(240, Math.max(180, width * 0.26)));
  y.range([top + height, top]);
  const firstHalf = measure(points[0]?.text ?? '', 12, true) / 2;
  const lastHalf = measure(points.at(-1)?.text ?? '', 12, true) / 2;
  const x = scalePoint<number>()
    .domain(points.map((_, index) => index))
    .range([left + Math.max(12, firstHalf), width - Math.max(12, lastHalf)]);
  const placed = points.map((point, index) => ({ point, x: x(index) ?? left, y: y(point.value) }));
  const shapes: Shape[] = [...key.shapes];
  for (const tick of ticks) {
    shapes.push(
      { shape: 'line', x1: left, y1: y(tick), x2: width, y2: y(tick), stroke: 'line', width: 1, dash: null },
      label(left - 8, y(tick) + 4, format(tick), { size: 12, anchor: 'end', fill: 'muted' }),
    );
  }
  if (target !== null) {
    shapes.push(targetLine(left, width, y(target.value)));
  }
  shapes.push({
    shape: 'path',
    x: 0,
    y: 0,
    d:
      line<(typeof placed)[number]>(
        (one) => one.x,
        (one) => one.y,
      ).digits(2)(placed) ?? '',
    fill: null,
    stroke: 'accent',
    width: 2,
  });
  shapes.push(...placed.map((one) => dot(one.x, one.y)));
  shapes.push(...pointLabels(placed, target === null ? null : y(target.value), left, sheet));
  shapes.push(...periodLabels(placed, top + height + BOTTOM - 6, sheet));
  return { width, height: top + height + BOTTOM, shapes };
}

interface Placed {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
}

/** The figure of each point for which there is room; the first and last, highest and lowest have it before the others. */
function pointLabels(
  placed: readonly Placed[],
  targetY: number | null,
  left: number,
  { width, measure }: Sheet,
): readonly Shape[] {
  const heights = placed.map(({ y }) => y);
  const order = new Set([
    0,
    placed.length - 1,
    heights.indexOf(Math.min(...heights)),
    heights.indexOf(Math.max(...heights)),
    ...placed.keys(),
  ]);
  const taken: { readonly from: number; readonly to: number }[] = [];
  const shapes: Shape[] = [];
  for (const index of order) {
    const one = placed[index];
    if (one === undefined) {
      continue;
    }
    const { above, aside } = sideOf(index, placed, targetY);
    const half = measure(one.point.text, 12, true) / 2 + 3;
    const middle = Math.max(left + half, Math.min(width - half, one.x + aside));
    if (taken.some(({ from, to }) => middle - half < to && middle + half > from)) {
      continue;
    }
    taken.push({ from: middle - half, to: middle + half });
    const y = above ? one.y - 10 : one.y + 19;
    shapes.push(label(middle, y, one.point.text, { size: 12, anchor: 'middle', bold: true }));
  }
  return shapes;
}

/**
 * Where a point's figure stands so that the line does not cross it: above, and below in a valley or where the line ends
 * downwards; beside the slope where the line only passes. It goes to the other side where the target would cross it.
 */
function sideOf(
  index: number,
  placed: readonly Placed[],
  targetY: number | null,
): { readonly above: boolean; readonly aside: number } {
  const here = placed[index]?.y ?? 0;
  const before = placed[index - 1]?.y;
  const after = placed[index + 1]?.y;
  const alone = before === undefined && after === undefined;
  const valley = !alone && here >= (before ?? here) && here >= (after ?? here) && (before ?? after) !== here;
  const meets = (y: number) => targetY !== null && Math.abs(y - 4 - targetY) < 9;
  const [first, second] = valley ? [here + 19, here - 10] : [here - 10, here + 19];
  const above = valley === (meets(first) && !meets(second));
  const slope = before === undefined || after === undefined || valley ? 0 : Math.sign(before - after);
  const peak = before !== undefined && after !== undefined && here <= before && here <= after;
  return { above, aside: peak ? 0 : slope * (above ? -9 : 9) };
}

/** The periods below, so many that they do not meet; always the first. */
function periodLabels(placed: readonly Placed[], y: number, { width, measure }: Sheet): readonly Shape[] {
  const widest = Math.max(...placed.map(({ point }) => measure(point.period, 12, false))) + 12;
  const gap = placed.length < 2 ? width : (placed[1]?.x ?? 0) - (placed[0]?.x ?? 0) || 1;
  const step = Math.max(1, Math.ceil(widest / gap));
  return placed
    .filter((_, index) => index % step === 0)
    .map(({ point, x }) => {
      const half = measure(point.period, 12, false) / 2;
      const middle = Math.max(half, Math.min(width - half, x));
      return label(middle, y, point.period, { size: 12, anchor: 'middle', fill: 'muted' });
    });
}

function dot(x: number, y: number): Shape {
  return { shape: 'path', x, y, d: symbol(symbolCircle, 50).digits(2)() ?? '', fill: 'accent', stroke: null, width: 0 };
}

function across(x1: number, x2: number, y: number): Line {
  return { shape: 'line', x1, y1: y, x2, y2: y, stroke: 'accent', width: 2, dash: null };
}

function targetLine(x1: number, x2: number, y: number): Line {
  return { ...across(x1, x2, y), stroke: 'second', dash: DASH };
}

/** The values with some room around them, so that a line along an edge is not one of the edge. */
function paddedRange(values: readonly number[]): readonly [number, number] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least) * 0.15 || Math.abs(most) * 0.1 || 1;
  return [least - room, most + room];
}

/** Numbers of an axis with Swedish signs. */
function swedishTicks(format: (value: number) => string, unit: string): (value: number) => string {
  return (value) => `${format(value).replaceAll(',', '\u00A0').replace('.', ',').replace('-', '−')}${unit}`;
}
