import type { EvaluatedIndikator } from '../evaluate/evaluated-plan.ts';
import { capital } from '../model/level-words.ts';
import { formatPeriod } from '../model/period.ts';
import { formatMålvärde, formatPercent, formatUtfall } from '../report/format-value.ts';
import { radStatusWord } from '../report/phrases.ts';
import type { StatusReport } from '../report/status-report.ts';
import type { Column } from './terminal/table.ts';

/** A column of the status table: what stands in its cells, and how it is told where there is no room for a table. */
export interface StatusColumn extends Column {
  /** Stands before the value in a sentence: `utfall 84 %`. */
  readonly label: string;
  readonly text: (rad: EvaluatedIndikator) => string;
}

/**
 * The columns that the rows need. Where nothing has an outcome the table says what is to be measured instead, how often
 * and from what; a plan whose scale has no percentages has no column for them.
 *
 * @param roomy whether there is room for a column of dashes, so that tables of many plans have the same columns
 */
export function statusColumns(report: StatusReport, roomy: boolean): readonly StatusColumn[] {
  const { evaluated, utanUtfall, rader, indikatorer } = report;
  const { nivåer, organisation, bedömningsregler } = evaluated.plan;
  const namn: StatusColumn = {
    header: capital(rader.length === 0 && indikatorer.length > 0 ? 'indikator' : nivåer.nyckeltal),
    label: '',
    align: 'left',
    min: 26,
    soft: 200,
    text: (rad) => rad.nyckeltal.namn,
  };
  const organ: StatusColumn = {
    header: 'Organ',
    label: '',
    align: 'left',
    min: 5,
    soft: 8,
    text: (rad) => organisation.organ.get(rad.organ)?.kort ?? rad.organ,
  };
  const målvärde: StatusColumn = {
    header: 'Målvärde',
    label: 'målvärde',
    align: 'right',
    min: 10,
    soft: 16,
    text: formatMålvärde,
  };
  const status: StatusColumn = {
    header: 'Status',
    label: '',
    align: 'left',
    min: 12,
    soft: 20,
    // Where nothing has an outcome, that it is missing is no news.
    text: (rad) => (utanUtfall && rad.status === 'utfall_saknas' ? 'Ska mätas' : radStatusWord(rad)),
  };
  if (utanUtfall) {
    const mäts: StatusColumn = {
      header: 'Mäts',
      label: 'mäts varje',
      align: 'left',
      min: 7,
      soft: 7,
      text: (rad) => rad.nyckeltal.mäts,
    };
    const known: StatusColumn = {
      header: 'Senast känt',
      label: 'senast känt',
      align: 'right',
      min: 11,
      soft: 16,
      text: lastKnownWords,
    };
    const anyKnown = roomy || [...rader, ...indikatorer].some((rad) => lastKnownWords(rad) !== '–');
    return [namn, organ, mäts, ...(anyKnown ? [known] : []), målvärde, status];
  }
  const utfall: StatusColumn = {
    header: 'Utfall',
    label: 'utfall',
    align: 'right',
    min: 9,
    soft: 13,
    text: (rad) => formatUtfall(rad.utfall, rad.nyckeltal),
  };
  const procent: StatusColumn = {
    header: 'Måluppf.',
    label: 'måluppfyllelse',
    align: 'right',
    min: 8,
    soft: 8,
    text: (rad) => formatPercent(rad.visadProcent),
  };
  return [namn, organ, utfall, målvärde, ...(bedömningsregler.utanProcent ? [] : [procent]), status];
}

/** The latest outcome before the period, else where the work began: `27,4 % (2020)`. */
function lastKnownWords({ grund, nyckeltal }: EvaluatedIndikator): string {
  if (grund.slag === 'utfall saknas' && grund.senastKända !== null) {
    return `${formatUtfall(grund.senastKända, nyckeltal)} (${formatPeriod(grund.senastKända.period)})`;
  }
  const start = nyckeltal.startvärde;
  return start === null ? '–' : `${start.text}${start.period === null ? '' : ` (${formatPeriod(start.period)})`}`;
}
