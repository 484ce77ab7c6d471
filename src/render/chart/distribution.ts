import { scaleLinear } from 'd3-scale';
import { KLASSER, TILLSTÅND } from '../../model/status.ts';
import type { DistributionChart } from '../../report/document/document.ts';
import { statusColour } from '../palette.ts';
import { type Drawing, label, type Shape, type Sheet } from './drawing.ts';
import { legend } from './legend.ts';
import { statusMark } from './mark.ts';
import { wrapLabel } from './wrap-label.ts';

type Part = DistributionChart['bars'][number]['parts'][number];

const LINE = 17;
const BAR = 18;
const COUNT = 46;

/**
 * A bar for each thing, as long as what it counts, with a part for each status; the counts stand beside it in columns,
 * with the shape of their status. On a narrow sheet the name stands above its bar and the counts below.
 */
export function drawDistribution({ bars }: DistributionChart, sheet: Sheet): Drawing {
  const { width, measure } = sheet;
  const kinds = kindsOf(bars.flatMap(({ parts }) => parts));
  const { shapes: signs, height: top } = legend(
    kinds.map((kind) => ({
      text: kind.word,
      signWidth: 12,
      sign: (x: number, y: number) => [statusMark(kind.status, x, y)],
    })),
    sheet,
  );
  const wide = width >= 560;
  const countsWidth = kinds.length * COUNT;
  const names = wide ? Math.max(150, width * 0.3) : width;
  const barLeft = wide ? names + 16 : 0;
  const barWidth = wide ? Math.max(80, width - barLeft - countsWidth - 8) : width;
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0)));
  const x = scaleLinear().domain([0, most]).range([0, barWidth]);

  const shapes: Shape[] = [...signs];
  let y = top;
  for (const { name, parts } of bars) {
    const lines = wrapLabel(name, names, 3, measure);
    const textHeight = lines.length * LINE;
    const height = wide ? Math.max(textHeight, BAR) : textHeight + 4 + BAR + 24;
    const nameTop = wide ? y + (height - textHeight) / 2 : y;
    shapes.push(...lines.map((line, index) => label(0, nameTop + index * LINE + 13, line)));
    const barTop = wide ? y + (height - BAR) / 2 : y + textHeight + 4;
    shapes.push(...barShapes(parts, (count) => x(count), barLeft, barTop));
    const countsLeft = wide ? width - countsWidth : 0;
    const countsMiddle = wide ? barTop + BAR / 2 : barTop + BAR + 15;
    for (const [index, kind] of kinds.entries()) {
      const count = countOf(parts, kind.word);
      const left = countsLeft + index * COUNT + 8;
      shapes.push(
        ...(count > 0 ? [statusMark(kind.status, left, countsMiddle, 11)] : []),
        label(left + 11, countsMiddle + 4.5, count > 0 ? String(count) : '–', { fill: count > 0 ? 'ink' : 'muted' }),
      );
    }
    y += height + (wide ? 14 : 18);
  }
  return { width, height: Math.max(1, Math.ceil(y)), shapes };
}

/** What the bars count, each word once: the classes from best to worst, then what has no status. */
function kindsOf(parts: readonly Part[]): readonly Part[] {
  const order = [...KLASSER, ...TILLSTÅND, null];
  const kinds = new Map<string, Part>();
  for (const part of parts) {
    if (!kinds.has(part.word)) {
      kinds.set(part.word, part);
    }
  }
  return [...kinds.values()].sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
}

function countOf(parts: readonly Part[], word: string): number {
  return parts.reduce((sum, part) => sum + (part.word === word ? part.count : 0), 0);
}

/** The parts of a bar beside each other; a hair between them, and those without status hollow as their ring. */
function barShapes(
  parts: readonly Part[],
  length: (count: number) => number,
  left: number,
  top: number,
): readonly Shape[] {
  const shapes: Shape[] = [];
  let from = left;
  for (const { status, count } of parts.filter((part) => part.count > 0)) {
    const colour = statusColour(status);
    const width = Math.max(1, length(count) - 1.5);
    const hollow = colour === 'none';
    shapes.push({
      shape: 'rect',
      x: from,
      y: top,
      width,
      height: BAR,
      fill: hollow ? null : colour,
      stroke: hollow ? colour : null,
    });
    from += length(count);
  }
  return shapes;
}
