import { figuresWords } from '../../report/document/chart-figures.ts';
import type { Chart } from '../../report/document/document.ts';
import { drawChart as shapesOf } from '../chart/draw-chart.ts';
import type { Drawing, Shape, Sheet } from '../chart/drawing.ts';
import { LIGHT as COLOURS } from '../palette.ts';
import type { Canvas } from './canvas.ts';
import { described } from './drawable.ts';
import { type FlowLine, heightOf, layOutText } from './lay-out-flow.ts';
import { drawPlainLines } from './table-header.ts';
import { CAPTION, CONTENT_HEIGHT, CONTENT_WIDTH, NOTE, PAGE, type TextStyle } from './theme.ts';

/** Charts are made for larger texts than those of a printed page. */
const SCALE = 0.72;

const BELOW_CAPTION = 8;
const BELOW_CHART = 16;

interface LaidChart {
  readonly drawing: Drawing;
  readonly scale: number;
  /** With its caption. */
  readonly height: number;
}

/** A chart is never split: one that is taller than a page is drawn smaller. */
export function layOutChart(canvas: Canvas, chart: Chart): LaidChart {
  const sheet: Sheet = {
    width: CONTENT_WIDTH / SCALE,
    measure: (text, size, bold) => canvas.width(text, bold ? 'S' : 'R', size),
  };
  const drawing = shapesOf(chart, sheet);
  const caption = heightOf(captionLines(canvas, chart)) + BELOW_CAPTION;
  const scale = Math.min(SCALE, (CONTENT_HEIGHT - caption - 4) / drawing.height);
  return { drawing, scale, height: caption + drawing.height * scale };
}

/** The chart as a figure that says in words what it shows; its caption belongs to it. */
export function drawChart(canvas: Canvas, chart: Chart): void {
  const { drawing, scale, height } = layOutChart(canvas, chart);
  if (canvas.room < height && !canvas.isAtTop) {
    canvas.newPage();
  }
  const lines = captionLines(canvas, chart);
  const captionHeight = heightOf(lines);
  const top = canvas.y + captionHeight + BELOW_CAPTION;
  const bottom = top + drawing.height * scale;
  const figure = canvas.element(canvas.root, 'Figure', {
    alt: description(chart),
    bbox: [PAGE.left, canvas.y, PAGE.left + CONTENT_WIDTH, bottom],
    placement: 'Block',
  });
  const caption = canvas.element(figure, 'Caption');
  const placed = { lines, x: PAGE.left, y: canvas.y, width: CONTENT_WIDTH, align: 'left' as const };
  canvas.content(caption, 'Caption', () => drawPlainLines(canvas, placed));
  canvas.content(figure, 'Figure', () => {
    for (const shape of drawing.shapes) {
      drawShape(canvas, shape, PAGE.left, top, scale);
    }
  });
  figure.end();
  canvas.y = bottom + BELOW_CHART;
}

/** A description says more than the caption; at least that there is a picture. */
function description({ alt, caption }: Chart): string {
  const words = described(alt);
  return words === '' || words === described(caption) ? `Diagram: ${described(caption)}` : words;
}

/** The caption, and below it where the figures stand, if that is in another table. */
function captionLines(canvas: Canvas, chart: Chart): readonly FlowLine[] {
  const node = { tag: 'Caption', parent: null };
  const linesOf = (text: string, style: TextStyle) =>
    text === '' ? [] : layOutText([{ kind: 'text', text }], node, { width: CONTENT_WIDTH, style, measure: canvas });
  return [...linesOf(chart.caption, CAPTION), ...linesOf(figuresWords(chart), NOTE)];
}

function drawShape(canvas: Canvas, shape: Shape, left: number, top: number, scale: number): void {
  const { doc } = canvas;
  const x = (value: number) => left + value * scale;
  const y = (value: number) => top + value * scale;
  switch (shape.shape) {
    case 'rect':
      if (shape.fill !== null) {
        canvas.fill(COLOURS[shape.fill]);
        doc.rect(x(shape.x), y(shape.y), shape.width * scale, shape.height * scale).fill();
      }
      if (shape.stroke !== null) {
        doc.lineWidth(scale).strokeColor(COLOURS[shape.stroke]);
        const inner = (length: number) => Math.max(0, length - 1) * scale;
        doc.rect(x(shape.x + 0.5), y(shape.y + 0.5), inner(shape.width), inner(shape.height)).stroke();
      }
      return;
    case 'line':
      doc.lineWidth(shape.width * scale).strokeColor(COLOURS[shape.stroke]);
      if (shape.dash !== null) {
        const [length = 4, space = length] = shape.dash;
        doc.dash(length * scale, { space: space * scale });
      }
      doc.moveTo(x(shape.x1), y(shape.y1)).lineTo(x(shape.x2), y(shape.y2)).stroke();
      if (shape.dash !== null) {
        doc.undash();
      }
      return;
    case 'path':
      drawPath(canvas, shape, x(shape.x), y(shape.y), scale);
      return;
    case 'text': {
      const font = shape.bold ? 'S' : 'R';
      const size = shape.size * scale;
      const width = canvas.width(shape.text, font, size);
      const shift = shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0;
      canvas.text(shape.text, x(shape.x) - shift, y(shape.y), font, size, COLOURS[shape.fill]);
      return;
    }
  }
}

function drawPath(canvas: Canvas, shape: Extract<Shape, { shape: 'path' }>, x: number, y: number, scale: number): void {
  if (shape.fill !== null) {
    canvas.fill(COLOURS[shape.fill]);
  }
  if (shape.stroke !== null) {
    canvas.doc.strokeColor(COLOURS[shape.stroke]);
  }
  const path = canvas.doc.save().translate(x, y).scale(scale).lineWidth(shape.width).path(shape.d);
  if (shape.fill !== null && shape.stroke !== null) {
    path.fillAndStroke();
  } else if (shape.fill !== null) {
    path.fill();
  } else {
    path.stroke();
  }
  canvas.doc.restore();
}
