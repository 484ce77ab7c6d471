import type { EvaluatedIndikator } from '../../evaluate/evaluated-plan.ts';
import type { SeriesValue, TimeSeries } from '../../evaluate/time-series.ts';
import { unitOf } from '../../load/utfall-value.ts';
import { formatSwedish } from '../../malvarde/numbers.ts';
import { withUnit } from '../../malvarde/read-kvantitet.ts';
import { convert } from '../../malvarde/units.ts';
import { formatPeriod } from '../../model/period.ts';
import { formatMålvärde } from '../format-value.ts';
import { type PartContext, radName, table } from './context.ts';
import type { Block, Row, SeriesChart } from './document.ts';
import { seriesText, sourceWords } from './follow-up-words.ts';
import { paragraphOf } from './markdown.ts';
import { chosenRader } from './parts.ts';
import { column, figureCell, textCell } from './rows.ts';

/** `::diagram{typ=serie nyckeltal=telefon-samma-dag}`: the outcomes over time of each row that has at least two. */
export function seriesPart(context: PartContext): readonly Block[] {
  return chosenRader(context).flatMap((rad) => seriesBlocks(context, rad, context.followUp(rad).series));
}

/** The chart with its figures, and what earlier plans say otherwise. Nothing of a single value. */
export function seriesBlocks(
  context: PartContext,
  rad: EvaluatedIndikator,
  { värden, contradicted }: TimeSeries,
): readonly Block[] {
  const last = värden.at(-1);
  if (last === undefined || värden.length < 2) {
    return [];
  }
  const { plan } = context.evaluated;
  const caption = `${context.attributes.get('rubrik') ?? 'Utfall över tid'}: ${radName(context, rad)}`;
  const unit = last.kvantitet.måttenhet;
  const target = targetOf(rad, unit);
  const told = värden.map((one) => `${formatPeriod(one.period)}: ${seriesText(one)}`);
  const chart: SeriesChart = {
    kind: 'chart',
    chart: 'series',
    id: context.unique(caption),
    caption,
    alt: `Linjediagram. ${told.join('. ')}.${target === null ? '' : ` Målvärde: ${target.text}.`}`,
    data: seriesTable(context, caption, värden),
    points: värden.map((one) => ({
      period: formatPeriod(one.period),
      value: Number(one.värde.toFixed()),
      text: pointText(one, unit),
    })),
    target,
    unit,
  };
  const others = contradicted.map(
    (one) =>
      `${plan === one.plan ? 'Startvärdet' : `”${one.plan.titel}”`} anger ${seriesText(one)} för ${formatPeriod(one.period)}.`,
  );
  return [chart, ...(others.length === 0 ? [] : [{ ...paragraphOf(others.join(' ')), note: true }])];
}

function seriesTable(context: PartContext, caption: string, värden: readonly SeriesValue[]) {
  const { plan } = context.evaluated;
  const sources = värden.map((one) => sourceWords(one, plan));
  const hasSources = sources.some((source) => source !== '');
  const rows = värden.map(
    (one, index): Row => ({
      cells: [
        textCell(formatPeriod(one.period), { header: true }),
        figureCell(seriesText(one), { digits: one.kvantitet.siffror, unit: one.kvantitet.måttenhet }),
        ...(hasSources ? [textCell(sources[index] ?? '')] : []),
      ],
      organ: null,
      status: null,
      total: false,
    }),
  );
  const columns = [
    column('Period', 20),
    column('Utfall', 20, { align: 'right' }),
    ...(hasSources ? [column('Källa', 60)] : []),
  ];
  return table(context, caption, columns, rows);
}

/** The unit stands in the chart's legend; a share and a clock are not read without theirs. */
function pointText(one: SeriesValue, unit: string | null): string {
  const { utfall, kvantitet } = one;
  const needsUnit = unit === '%' || kvantitet.måttenhet !== unit || utfall?.text.includes(':') === true;
  return needsUnit ? seriesText(one) : formatSwedish(kvantitet.siffror);
}

/** The målvärde as a line, where it is one limit in the unit of the outcomes. */
function targetOf(rad: EvaluatedIndikator, unit: string | null): SeriesChart['target'] {
  const { krav, nyckeltal } = rad;
  const isLimit = krav?.slag === 'gräns' || (krav?.slag === 'förändring' && nyckeltal.utfallÄr === 'förändring');
  if (krav === null || !isLimit) {
    return null;
  }
  const limit = krav.slag === 'gräns' ? withUnit(krav.kvantitet, unitOf(nyckeltal)) : krav.kvantitet;
  const value = convert(limit, unit);
  return value === null
    ? null
    : {
        value: Number(value.toFixed()),
        text: `${formatMålvärde(rad)}${nyckeltal.ackumulerande && !rad.etapp ? ' för hela året' : ''}`,
      };
}
