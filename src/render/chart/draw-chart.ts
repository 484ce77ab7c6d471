import type { Chart } from '../../report/document/document.ts';
import { drawBullets } from './bullet.ts';
import { drawDistribution } from './distribution.ts';
import type { Drawing, Sheet } from './drawing.ts';
import { drawSeries } from './series.ts';

/** A chart as shapes, on a sheet of a width; its height follows from what it holds. */
export function drawChart(chart: Chart, sheet: Sheet): Drawing {
  switch (chart.chart) {
    case 'distribution':
      return drawDistribution(chart, sheet);
    case 'bullet':
      return drawBullets(chart, sheet);
    case 'series':
      return drawSeries(chart, sheet);
  }
}
