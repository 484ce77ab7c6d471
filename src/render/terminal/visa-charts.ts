import type { EvaluatedIndikator } from '../../evaluate/evaluated-plan.ts';
import { formatPeriod } from '../../model/period.ts';
import type { Utfall } from '../../model/utfall.ts';
import { bulletOf } from '../../report/bullet.ts';
import { formatUtfall } from '../../report/format-value.ts';
import { type SeriesPoint, seriesOf } from '../../report/series.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { bulletBar, sparkline } from './small-charts.ts';
import type { Theme } from './theme.ts';

const WIDEST_BAR = 40;
const NARROWEST_BAR = 20;
const GAP = 2;

/**
 * A row as small charts with their figures beside: its outcome against its målvärde, and the course of its outcomes.
 * Nothing where there is no such figure.
 *
 * @param utfall every outcome of the nyckeltal, oldest first
 */
export function rowCharts(rad: EvaluatedIndikator, utfall: readonly Utfall[], theme: Theme): readonly string[] {
  const lines = [...bulletLines(rad, theme), ...seriesLines(rad, utfall, theme)];
  return lines.length === 0 ? [] : ['', ...lines];
}

function bulletLines(rad: EvaluatedIndikator, theme: Theme): readonly string[] {
  const bullet = bulletOf(rad);
  if (bullet === null) {
    return [];
  }
  const words = `utfall ${bullet.outcomeText}, målvärde ${bullet.targetText}`;
  const room = theme.width - GAP - displayWidth(visible(words));
  const width = Math.min(theme.width, WIDEST_BAR, Math.max(NARROWEST_BAR, room));
  return withWords(bulletBar(bullet, width, theme), width, words, theme);
}

function seriesLines(rad: EvaluatedIndikator, utfall: readonly Utfall[], theme: Theme): readonly string[] {
  const points = seriesOf(rad, utfall).slice(-WIDEST_BAR);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) {
    return [];
  }
  const target = targetOf(rad, last);
  const { drawn, beside } = sparkline(
    points.map(({ value }) => value),
    target === null ? [] : [target],
    theme,
  );
  const pointWords = ({ period, utfall: one }: SeriesPoint) =>
    `${formatUtfall(one, rad.nyckeltal)} (${formatPeriod(period)})`;
  const level = beside[0] === undefined ? '' : `; målvärdet ligger vid ${beside[0]}`;
  return withWords(drawn, points.length, `${pointWords(first)} till ${pointWords(last)}${level}`, theme);
}

/** The målvärde on the scale of the series; null where it is no limit in the same unit. */
function targetOf({ grund, nyckeltal }: EvaluatedIndikator, { utfall: { värde } }: SeriesPoint): number | null {
  if (grund.slag !== 'gräns' || grund.takt !== null || värde.slag !== 'tal') {
    return null;
  }
  const { mål } = grund.prövning;
  const same = (mål.måttenhet ?? nyckeltal.måttenhet) === (värde.kvantitet.måttenhet ?? nyckeltal.måttenhet);
  const value = Number(mål.siffror);
  return same && Number.isFinite(value) ? value : null;
}

/** A chart and its words beside it, or below where they do not fit. */
function withWords(chart: string, width: number, words: string, theme: Theme): readonly string[] {
  const safe = visible(words);
  return width + GAP + displayWidth(safe) <= theme.width
    ? [`${chart}${' '.repeat(GAP)}${safe}`]
    : [chart, ...wrap(safe, theme.width)];
}
