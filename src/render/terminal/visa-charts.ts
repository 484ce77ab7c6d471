import type { EvaluatedIndikator, EvaluatedPlan } from '../../evaluate/evaluated-plan.ts';
import { type SeriesValue, seriesOf } from '../../evaluate/time-series.ts';
import { formatPeriod } from '../../model/period.ts';
import { bulletOf } from '../../report/bullet.ts';
import { formatKvantitet, formatUtfall } from '../../report/format-value.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { bulletBar, sparkline } from './small-charts.ts';
import type { Theme } from './theme.ts';

const WIDEST_BAR = 40;
const NARROWEST_BAR = 20;
const GAP = 2;

/** Two outcomes are a difference; a course needs more. */
const FEWEST = 3;

/**
 * A row as small charts with their figures beside: its outcome against its målvärde, and the course of its outcomes.
 * Nothing where there is no such figure.
 */
export function rowCharts(rad: EvaluatedIndikator, evaluated: EvaluatedPlan, theme: Theme): readonly string[] {
  const lines = [...bulletLines(rad, theme), ...seriesLines(rad, evaluated, theme)];
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

function seriesLines(rad: EvaluatedIndikator, evaluated: EvaluatedPlan, theme: Theme): readonly string[] {
  const points = seriesOf(rad, evaluated, []).värden.slice(-WIDEST_BAR);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < FEWEST) {
    return [];
  }
  const target = targetOf(rad, last);
  const { drawn, beside } = sparkline(
    points.map(({ värde }) => Number(värde.toFixed())),
    target === null ? [] : [target],
    theme,
  );
  const level = beside[0] === undefined ? '' : `; målvärdet ligger vid ${beside[0]}`;
  return withWords(drawn, points.length, `${valueWords(first)} till ${valueWords(last)}${level}`, theme);
}

/** `84 % (april 2025)`. */
function valueWords({ utfall, nyckeltal, kvantitet, period }: SeriesValue): string {
  return `${utfall === null ? formatKvantitet(kvantitet) : formatUtfall(utfall, nyckeltal)} (${formatPeriod(period)})`;
}

/** The målvärde on the scale of the series; null where it is no limit in the same unit. */
function targetOf({ grund, nyckeltal }: EvaluatedIndikator, { kvantitet }: SeriesValue): number | null {
  if (grund.slag !== 'gräns' || grund.takt !== null) {
    return null;
  }
  const { mål } = grund.prövning;
  const same = (mål.måttenhet ?? nyckeltal.måttenhet) === (kvantitet.måttenhet ?? nyckeltal.måttenhet);
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
