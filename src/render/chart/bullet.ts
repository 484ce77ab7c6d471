import { scaleLinear } from 'd3-scale';
import type { BulletChart } from '../../report/document/document.ts';
import { type Colour, statusColour } from '../palette.ts';
import { type Drawing, label, type Rect, type Shape, type Sheet } from './drawing.ts';
import { type LegendItem, legend } from './legend.ts';
import { statusMark } from './mark.ts';
import { wrapLabel } from './wrap-label.ts';

type Bar = BulletChart['bars'][number];

const LINE = 17;
const TRACK = 20;
const BAR = 10;

/**
 * A row for each thing, on a scale of its own that holds zero: the outcome as a bar, the target as a line across it,
 * and behind them what counts as nearly reached. The figures stand in words beside it.
 */
export function drawBullets({ bars }: BulletChart, sheet: Sheet): Drawing {
  const { width, measure } = sheet;
  const key = legend(legendItems(bars), sheet);
  const wide = width >= 560;
  const names = wide ? width * 0.36 : width;
  const words = wide ? width * 0.28 : width - 18;
  const barLeft = wide ? names + 16 : 0;
  const barWidth = wide ? width - names - words - 48 : width;
  const shapes: Shape[] = [...key.shapes];
  let y = key.height;
  for (const bar of bars) {
    const name = wrapLabel(bar.name, names, wide ? 4 : 5, measure);
    const outcome = wrapLabel(bar.outcomeText, words, 2, measure, 13, true);
    const target = wrapLabel(`målvärde ${bar.targetText}`, words, 3, measure, 12);
    const nameHeight = name.length * LINE;
    const wordsHeight = (outcome.length + target.length) * LINE;
    const height = wide ? Math.max(nameHeight, wordsHeight, TRACK) : nameHeight + 6 + TRACK + 6 + wordsHeight;
    const nameTop = wide ? y + (height - nameHeight) / 2 : y;
    const barTop = wide ? y + (height - TRACK) / 2 : y + nameHeight + 6;
    const wordsTop = wide ? y + (height - wordsHeight) / 2 : barTop + TRACK + 6;
    const wordsLeft = wide ? width - words : 18;
    shapes.push(
      ...name.map((line, index) => label(0, nameTop + index * LINE + 13, line)),
      ...bulletShapes(bar, barLeft, barTop, barWidth),
      statusMark(bar.status, wordsLeft - 11, wordsTop + 8.5),
      ...outcome.map((line, index) => label(wordsLeft, wordsTop + index * LINE + 13, line, { bold: true })),
      ...target.map((line, index) =>
        label(wordsLeft, wordsTop + (outcome.length + index) * LINE + 12, line, { size: 12, fill: 'muted' }),
      ),
    );
    y += height + (wide ? 16 : 22);
  }
  return { width, height: Math.max(1, Math.ceil(y)), shapes };
}

function legendItems(bars: readonly Bar[]): readonly LegendItem[] {
  const zone: LegendItem = {
    text: 'Nära målvärdet',
    signWidth: 22,
    sign: (x, y) => [{ shape: 'rect', x: x - 11, y: y - 7, width: 22, height: 14, fill: 'zone', stroke: 'yellow' }],
  };
  return [
    {
      text: 'Utfall',
      signWidth: 22,
      sign: (x, y) => [{ shape: 'rect', x: x - 11, y: y - 5, width: 22, height: 10, fill: 'none', stroke: null }],
    },
    {
      text: 'Målvärde',
      signWidth: 4,
      sign: (x, y) => [{ shape: 'line', x1: x, y1: y - 9, x2: x, y2: y + 9, stroke: 'ink', width: 3, dash: null }],
    },
    ...(bars.some(({ yellowFrom }) => yellowFrom !== null) ? [zone] : []),
  ];
}

function bulletShapes(bar: Bar, left: number, top: number, width: number): readonly Shape[] {
  const { outcome, target, yellowFrom } = bar;
  const x = scaleOf([outcome, target, yellowFrom ?? target], left, width);
  const shapes: Shape[] = [span(left, left + width, top, TRACK, 'head')];
  if (yellowFrom !== null && Number.isFinite(yellowFrom)) {
    shapes.push({ ...span(x(yellowFrom), x(target), top, TRACK, 'zone'), stroke: 'yellow' });
  }
  if (Number.isFinite(outcome)) {
    shapes.push(span(x(0), x(outcome), top + (TRACK - BAR) / 2, BAR, statusColour(bar.status)));
  }
  shapes.push({ shape: 'line', x1: x(0), y1: top, x2: x(0), y2: top + TRACK, stroke: 'muted', width: 1, dash: null });
  if (Number.isFinite(target)) {
    const at = x(target);
    shapes.push({
      shape: 'line',
      x1: at,
      y1: top - 3,
      x2: at,
      y2: top + TRACK + 3,
      stroke: 'ink',
      width: 3,
      dash: null,
    });
  }
  return shapes;
}

/** A scale that holds zero and the values, with a little room behind the longest, so that a line there is seen. */
function scaleOf(all: readonly number[], left: number, width: number): (value: number) => number {
  const values = [0, ...all.filter(Number.isFinite)];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || 1) * 0.06;
  return scaleLinear()
    .domain([least < 0 ? least - room : 0, most > 0 || least === 0 ? most + room : 0])
    .range([left, left + width])
    .clamp(true);
}

/** A bar from one place to another, whichever lies to the left; never so short that it is not seen. */
function span(one: number, other: number, y: number, height: number, fill: Colour): Rect {
  const x = Math.min(one, other);
  return { shape: 'rect', x, y, width: Math.max(2, Math.abs(other - one)), height, fill, stroke: null };
}
