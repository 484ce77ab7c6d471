import { directionOf } from '../../evaluate/regler.ts';
import { placeOf } from '../../load/place-of.ts';
import { capital } from '../../model/level-words.ts';
import type { Origin } from '../../model/origin.ts';
import { formatPeriod } from '../../model/period.ts';
import { statusSentence } from '../../report/explain-status.ts';
import { formatMålvärde, formatUtfall } from '../../report/format-value.ts';
import { MÄTS_WORDS, statusWord } from '../../report/phrases.ts';
import { readingLines } from '../../report/reading-words.ts';
import type { VisaNyckeltal, VisaReport, VisaUppdrag } from '../../report/visa-report.ts';
import { positionAt } from '../../source/source-file.ts';
import { visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { labelledLines } from './labelled.ts';
import { type Cell, type Column, drawHeader, drawRow, layoutColumns } from './table.ts';
import type { Theme } from './theme.ts';
import { rowCharts } from './visa-charts.ts';

/** All that a plan says of one nyckeltal or uppdrag, as text for a terminal. */
export function renderVisa(report: VisaReport, theme: Theme): string {
  const lines = report.slag === 'nyckeltal' ? nyckeltalLines(report, theme) : uppdragLines(report, theme);
  return `${lines.join('\n')}\n`;
}

function nyckeltalLines(
  { nyckeltal, målområde, rader, utfall, evaluated }: VisaNyckeltal,
  theme: Theme,
): readonly string[] {
  const { plan, period } = evaluated;
  const lines = [
    ...wrap(visible(nyckeltal.namn), theme.width).map((line) => theme.bold(line)),
    ...labelledLines(
      present([
        ['Id', nyckeltal.id],
        ['Plan', plan.titel],
        [capital(plan.nivåer.målområde), målområde?.namn ?? null],
        ['Sort', nyckeltal.sort],
        ['Beskrivning', nyckeltal.beskrivning],
        ['Definition', nyckeltal.definition],
        ['Riktning', nyckeltal.riktning],
        ['Måttenhet', nyckeltal.måttenhet],
        ['Mäts', MÄTS_WORDS[nyckeltal.mäts]],
        [
          'Startvärde',
          nyckeltal.startvärde === null
            ? null
            : `${nyckeltal.startvärde.text}${nyckeltal.startvärde.period === null ? '' : ` (${nyckeltal.startvärde.period.id})`}`,
        ],
        ['Samma som', nyckeltal.sammaSom],
        ['Står i', sourceWords(nyckeltal.origin)],
      ]),
      theme,
    ),
  ];
  for (const rad of rader) {
    const organ = plan.organisation.organ.get(rad.organ);
    lines.push('', theme.bold(visible(`${organ?.namn ?? rad.organ}, ${formatPeriod(period)}`)));
    lines.push(
      ...labelledLines(
        present([
          [
            'Målvärde',
            rad.målvärde === null ? 'saknas' : `${formatMålvärde(rad)} (${sourceWords(rad.målvärde.origin)})`,
          ],
          ...(rad.målvärde?.målvärde == null ? [] : readingLines(rad.målvärde.målvärde, directionOf(nyckeltal))),
          [
            'Utfall',
            rad.utfall === null
              ? '–'
              : `${formatUtfall(rad.utfall, nyckeltal)} (${rad.utfall.file.path}:${rad.utfall.rad})`,
          ],
        ]),
        theme,
      ),
      ...rowCharts(rad, evaluated, theme),
      '',
      ...statusLines(statusSentence(rad, evaluated, true), theme.symbol(rad.status), theme),
      ...commentLines(rad.uppföljning?.kommentar ?? null, theme),
    );
  }
  return [...lines, '', ...utfallTable(utfall, { nyckeltal, evaluated }, theme)];
}

const UTFALL_COLUMNS: readonly Column[] = [
  { header: 'Period', align: 'left', min: 7, soft: 14 },
  { header: 'Organ', align: 'left', min: 5, soft: 8 },
  { header: 'Enhet', align: 'left', min: 5, soft: 14 },
  { header: 'Utfall', align: 'right', min: 8, soft: 14 },
  { header: 'Källa', align: 'left', min: 12, soft: 24 },
  { header: 'Anmärkning', align: 'left', min: 16, soft: 60 },
];

function utfallTable(
  utfall: VisaNyckeltal['utfall'],
  { nyckeltal, evaluated }: Pick<VisaNyckeltal, 'nyckeltal' | 'evaluated'>,
  theme: Theme,
): readonly string[] {
  if (utfall.length === 0) {
    return ['Planen har inget utfall för nyckeltalet.'];
  }
  const { organ, enheter } = evaluated.plan.organisation;
  const rows: readonly (readonly Cell[])[] = utfall.map((one) => [
    formatPeriod(one.period),
    organ.get(one.organ)?.kort ?? one.organ,
    `${one.enhet === null ? '' : (enheter.get(one.enhet)?.namn ?? one.enhet)}${one.kön === 'totalt' ? '' : ` ${one.kön}`}`.trim() ||
      '–',
    formatUtfall(one, nyckeltal),
    `${one.file.path.replace(/^.*\//, '')}:${one.rad}`,
    one.anmärkning ?? '',
  ]);
  const count = rows.some((row) => row[5] !== '') ? 6 : 5;
  const columns = UTFALL_COLUMNS.slice(0, count);
  const cells = rows.map((row) => row.slice(0, count));
  const widths = layoutColumns(columns, cells, theme.width);
  return [
    ...drawHeader(columns, widths, theme.rule).map((line) => theme.dim(line)),
    ...cells.flatMap((row) => drawRow(columns, widths, row)),
  ];
}

function uppdragLines({ uppdrag, målområde, rader, evaluated }: VisaUppdrag, theme: Theme): readonly string[] {
  const { plan, period } = evaluated;
  const lines = [
    ...wrap(visible(uppdrag.namn), theme.width).map((line) => theme.bold(line)),
    ...labelledLines(
      present([
        ['Id', uppdrag.id],
        ['Plan', plan.titel],
        [capital(plan.nivåer.målområde), målområde.namn],
        ['Från', uppdrag.från === null ? null : (plan.organisation.organ.get(uppdrag.från)?.namn ?? uppdrag.från)],
        ['Beskrivning', uppdrag.beskrivning],
        ['Senast', uppdrag.senast],
        ['Mäts med', uppdrag.mätsMed.length === 0 ? null : uppdrag.mätsMed.join(', ')],
        ['Samma som', uppdrag.sammaSom],
        ['Står i', sourceWords(uppdrag.origin)],
      ]),
      theme,
    ),
  ];
  for (const rad of rader) {
    const organ = plan.organisation.organ.get(rad.organ);
    lines.push('', theme.bold(visible(`${organ?.namn ?? rad.organ}, ${formatPeriod(period)}`)));
    lines.push(
      ...statusLines(
        `${statusWord(rad.status, rad.nivå)}; läge: ${rad.läge ?? 'anges inte'}`,
        theme.symbol(rad.status),
        theme,
      ),
      ...commentLines(rad.uppföljning?.kommentar ?? null, theme),
    );
  }
  return lines;
}

function statusLines(text: string, symbol: string, theme: Theme): readonly string[] {
  return wrap(visible(text), theme.width - 4).map((line, index) => (index === 0 ? `${symbol} ${line}` : `  ${line}`));
}

function commentLines(kommentar: string | null, theme: Theme): readonly string[] {
  return kommentar === null ? [] : ['', ...labelledLines([['Kommentar', kommentar]], theme)];
}

function present(pairs: readonly (readonly [string, string | null])[]): readonly (readonly [string, string])[] {
  return pairs.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

function sourceWords(origin: Origin): string {
  const place = placeOf(origin);
  return `${place.file.path}:${positionAt(place.file, place.start).line}`;
}
