import { isKlass, type Status } from '../../model/status.ts';
import type { Chart } from '../../report/document/document.ts';
import type { Colour, Drawing, Shape, Sheet } from './chart-shapes.ts';

const ROW = 22;

/** A row for each thing: its name, a bar, and its figures in words. */
export function drawSimpleChart(chart: Chart, sheet: Sheet): Drawing {
  const rows = rowsOf(chart);
  const names = sheet.width * 0.34;
  const words = sheet.width * 0.3;
  const left = names + 14;
  const scale = (sheet.width - left - words - 14) / Math.max(1, ...rows.map(({ most }) => most));
  const shapes: Shape[] = [];
  let y = 0;
  for (const { name, parts, target, text } of rows) {
    const lines = wrap(name, names, sheet);
    const figures = wrap(text, words, sheet);
    const height = Math.max(lines.length, figures.length, 1) * 16 + 10;
    const top = y + (height - ROW) / 2 + 3;
    shapes.push(
      ...lines.map((line, index) => label(0, y + 16 + index * 16, line)),
      ...figures.map((line, index) => label(sheet.width - words, y + 16 + index * 16, line)),
    );
    let x = left;
    for (const { value, colour } of parts) {
      shapes.push({
        shape: 'rect',
        x,
        y: top,
        width: Math.max(1, value * scale),
        height: 16,
        fill: colour,
        stroke: 'surface',
      });
      x += value * scale;
    }
    if (target !== null) {
      const at = left + target * scale;
      shapes.push({ shape: 'line', x1: at, y1: top - 3, x2: at, y2: top + 19, stroke: 'ink', width: 3, dash: null });
    }
    y += height;
  }
  return { width: sheet.width, height: Math.max(y, 1), shapes };
}

interface ChartRow {
  readonly name: string;
  readonly parts: readonly { readonly value: number; readonly colour: Colour }[];
  readonly target: number | null;
  readonly text: string;
  readonly most: number;
}

function rowsOf(chart: Chart): readonly ChartRow[] {
  switch (chart.chart) {
    case 'distribution':
      return chart.bars.map(({ name, parts }) => ({
        name,
        parts: parts.map(({ count, status }) => ({ value: count, colour: colourOf(status) })),
        target: null,
        text: parts.map(({ word, count }) => `${word}: ${count}`).join(', '),
        most: parts.reduce((sum, { count }) => sum + count, 0),
      }));
    case 'bullet':
      return chart.bars.map(({ name, status, outcome, target, outcomeText, targetText }) => ({
        name,
        // Each row has a scale of its own.
        parts: [{ value: share(outcome, target), colour: colourOf(status) }],
        target: share(target, outcome),
        text: `${outcomeText}, målvärde ${targetText}`,
        most: 1,
      }));
    case 'series': {
      const largest = Math.max(
        1e-9,
        ...chart.points.map(({ value }) => Math.abs(value)),
        Math.abs(chart.target?.value ?? 0),
      );
      return chart.points.map(({ period, value, text }) => ({
        name: period,
        parts: [{ value: Math.abs(value) / largest, colour: 'accent' as const }],
        target: chart.target === null ? null : Math.abs(chart.target.value) / largest,
        text: chart.target === null ? text : `${text}, målvärde ${chart.target.text}`,
        most: 1,
      }));
    }
  }
}

function share(value: number, other: number): number {
  return Math.abs(value) / Math.max(Math.abs(value), Math.abs(other), 1e-9);
}

function colourOf(status: Status | null): Colour {
  if (status === null || !isKlass(status)) {
    return 'none';
  }
  return ({ uppfyllt: 'green', delvis: 'yellow', ej_uppfyllt: 'red' } as const)[status];
}

function wrap(text: string, width: number, { measure }: Sheet): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && measure(longer, 13, false) <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function label(x: number, y: number, text: string): Shape {
  return { shape: 'text', x, y, text, size: 13, anchor: 'start', bold: false, fill: 'ink' };
}
