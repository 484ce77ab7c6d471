import type { Chart } from '../../report/document/document.ts';
import { drawChart } from '../chart/draw-chart.ts';
import type { Drawing } from '../chart/drawing.ts';
import { estimateWidth } from '../chart/measure.ts';
import { type Paint, svgShape } from '../chart/svg-shape.ts';
import { escapeXml, xmlElement } from '../diagnostics/xml.ts';
import { LIGHT } from '../palette.ts';
import { inDrawnLetters } from './drawn-letters.ts';
import type { Raster, Rasterise } from './rasterise.ts';
import { A4, MARGIN } from './theme.ts';

/** Charts are made for larger texts than those of a printed page. */
const SCALE = 0.72;
const TWIPS = 20;

/** Room for the caption above, and for the line that the picture stands on. */
const TALLEST = (A4.height - MARGIN.top - MARGIN.bottom) / TWIPS - 60;

/** A chart as a picture, with the size that it has on paper, in points. */
export interface ChartPicture extends Raster {
  readonly width: number;
  readonly height: number;
}

/** @param width of the text, in twips */
export function drawPicture(chart: Chart, width: number, rasterise: Rasterise): ChartPicture {
  const drawing = drawChart(chart, { width: width / TWIPS / SCALE, measure: estimateWidth });
  const scale = Math.min(SCALE, TALLEST / drawing.height);
  return { ...rasterise(toSvg(drawing)), width: drawing.width * scale, height: drawing.height * scale };
}

/** On white, whatever the reader's page looks like. */
function toSvg({ width, height, shapes }: Drawing): string {
  const drawn = shapes.map((shape) => {
    const { name, attributes, text } = svgShape(shape, paint);
    return xmlElement(name, attributes, text === null ? [] : [escapeXml(inDrawnLetters(text))]);
  });
  const sheet = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return xmlElement('svg', sheet, [xmlElement('rect', { width, height, fill: LIGHT.surface }), ...drawn]);
}

const paint: Paint = ({ fill, stroke }) => ({
  ...(fill === undefined ? {} : { fill: fill === null ? 'none' : LIGHT[fill] }),
  ...(stroke == null ? {} : { stroke: LIGHT[stroke] }),
});
