import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { FIGURES_WORDS } from '../../report/document/chart-figures.ts';
import type { Chart } from '../../report/document/document.ts';
import { drawChart } from '../chart/draw-chart.ts';
import type { Drawing, Shape } from '../chart/drawing.ts';
import { estimateWidth } from '../chart/measure.ts';
import { type Paint, svgShape } from '../chart/svg-shape.ts';
import { visible } from '../visible.ts';
import type { Names } from './names.ts';
import { table } from './table.ts';

/** Sheets for a wide page, a tablet and a telephone, of which one is shown: letters are of the same size on all. */
const SHEETS = [
  { name: 'bred', width: 800 },
  { name: 'mellan', width: 560 },
  { name: 'smal', width: 300 },
] as const;

/** A chart with its caption, and its figures as a table that can be opened, or the way to the table that has them. */
export function chart(one: Chart, names: Names): Element {
  const id = names.charts.get(one) ?? `diagram-${one.id}`;
  const { data } = one;
  return h(
    'figure.chart',
    { id },
    h('figcaption', visible(one.caption), ...figuresPlace(one, names)),
    ...SHEETS.map(({ name, width }) =>
      drawingImage(drawChart(one, { width, measure: estimateWidth }), one, `${id}-${name}`, name),
    ),
    ...(data === null ? [] : [h('details', h('summary', 'Visa som tabell'), table(data, names, false))]),
  );
}

function figuresPlace({ figuresIn }: Chart, { tableIds }: Names): readonly Element[] {
  if (figuresIn === undefined) {
    return [];
  }
  const id = tableIds.get(figuresIn.id);
  const caption = visible(figuresIn.caption);
  const name = id === undefined ? caption : h('a', { href: `#${id}` }, caption);
  return [h('span.place', FIGURES_WORDS.before, name, FIGURES_WORDS.after)];
}

function drawingImage({ width, height, shapes }: Drawing, { caption, alt }: Chart, id: string, name: string): Element {
  return s(
    'svg',
    {
      class: `sheet-${name}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-titel ${id}-text`,
    },
    s('title', { id: `${id}-titel` }, visible(caption)),
    s('desc', { id: `${id}-text` }, visible(alt)),
    ...shapes.map(shapeElement),
  );
}

function shapeElement(shape: Shape): Element {
  const { name, attributes, text } = svgShape(shape, paint);
  return text === null ? s(name, attributes) : s(name, attributes, visible(text));
}

/** Colours are classes, so that they follow the theme. */
const paint: Paint = ({ fill, stroke }) => ({
  class: [
    ...(fill === undefined ? [] : [fill === null ? 'f-no' : `f-${fill}`]),
    ...(stroke == null ? [] : [`s-${stroke}`]),
  ].join(' '),
});
