import type { EvaluatedRad, EvaluatedUppdrag, Sammanvägning } from '../../evaluate/evaluated-plan.ts';
import { formatPeriod } from '../../model/period.ts';
import { type Bedömningsregler, LÄGEN } from '../../model/plan.ts';
import { KLASSER, type Status, TILLSTÅND } from '../../model/status.ts';
import { explainRad } from '../../report/explain-status.ts';
import { formatMålvärde, formatPercent, formatUtfall } from '../../report/format-value.ts';
import {
  fördelningWords,
  plural,
  radStatusWord,
  shareWords,
  statusWord,
  TILLSTÅND_WORDS,
} from '../../report/phrases.ts';
import type { StatusMålområde, StatusReport } from '../../report/status-report.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { type Cell, type Column, drawHeader, drawRow, layoutColumns } from './table.ts';
import { symbolWidth, type Theme } from './theme.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Nyckeltal', align: 'left', min: 26, soft: 200 },
  { header: 'Organ', align: 'left', min: 5, soft: 8 },
  { header: 'Utfall', align: 'right', min: 9, soft: 13 },
  { header: 'Målvärde', align: 'right', min: 10, soft: 16 },
  { header: 'Måluppf.', align: 'right', min: 8, soft: 8 },
  { header: 'Status', align: 'left', min: 12, soft: 20 },
];

/** How many rows that need attention are told in words; the rest are counted. */
const MOST_TOLD = 12;

/** Below this width a table has no room for its names. */
const NARROW = 76;

/** The status of a plan as text for a terminal. */
export function renderStatus(report: StatusReport, theme: Theme): string {
  const cells = new Map(report.rader.map((rad) => [rad, cellsOf(rad, report, theme)]));
  const columns = COLUMNS.map((column, index) =>
    index === 0 ? { ...column, header: capital(report.evaluated.plan.nivåer.nyckeltal) } : column,
  );
  const widths = layoutColumns(columns, [...cells.values()], theme.width);
  const lines: string[] = [...headingOf(report, theme)];
  for (const one of report.målområden) {
    lines.push('', ...målområdeHeading(one, report, theme));
    if (one.rader.length > 0) {
      lines.push('');
      const drawn =
        theme.width < NARROW ? narrowRows(one.rader, cells, theme) : wideRows(one.rader, cells, columns, widths, theme);
      for (const line of drawn) {
        lines.push(line);
      }
    }
    if (one.uppdrag.length > 0) {
      lines.push('', ...paragraph(`Uppdrag: ${uppdragWords(one.uppdrag)}`, theme));
    }
  }
  lines.push('', ...totalsOf(report, theme), ...attentionOf(report, theme));
  return `${lines.join('\n')}\n`;
}

function* wideRows(
  rader: readonly EvaluatedRad[],
  cells: ReadonlyMap<EvaluatedRad, readonly Cell[]>,
  columns: readonly Column[],
  widths: readonly number[],
  theme: Theme,
): Iterable<string> {
  yield* drawHeader(columns, widths, theme.rule).map((line) => theme.dim(line));
  for (const rad of rader) {
    yield* drawRow(columns, widths, cells.get(rad) ?? []);
  }
}

/** On a narrow screen each row is a name and a line of its figures. */
function* narrowRows(
  rader: readonly EvaluatedRad[],
  cells: ReadonlyMap<EvaluatedRad, readonly Cell[]>,
  theme: Theme,
): Iterable<string> {
  const indent = ' '.repeat(symbolWidth(theme) + 1);
  for (const rad of rader) {
    const [name, organ, utfall, målvärde, percent, status] = (cells.get(rad) ?? []).map(({ text }) => text);
    const figures = `${organ}: utfall ${utfall}, målvärde ${målvärde}, måluppfyllelse ${percent}, ${status}`;
    const [first = '', ...rest] = wrap(visible(name ?? ''), theme.width - indent.length);
    yield `${theme.symbol(rad.status)} ${first}`;
    for (const line of [...rest, ...wrap(visible(figures), theme.width - indent.length)]) {
      yield indent + line;
    }
  }
}

function headingOf({ evaluated, filter, rader, uppdrag }: StatusReport, theme: Theme): readonly string[] {
  const { plan, period } = evaluated;
  const narrowed = [
    ...filter.organ.map((id) => plan.organisation.organ.get(id)?.namn ?? id),
    ...(filter.endast.length > 0
      ? [`endast ${filter.endast.map((status) => statusWord(status, null).toLowerCase()).join(', ')}`]
      : []),
  ];
  return [
    ...paragraph(`${plan.titel} ${theme.bullet} ${formatPeriod(period)}`, theme).map((line) => theme.bold(line)),
    ...paragraph([plan.organisation.namn, ...narrowed].filter((text) => text !== '').join(` ${theme.bullet} `), theme),
    '',
    ...legendLines(plan.bedömningsregler, theme),
    ...(rader.length === 0 && uppdrag.length === 0 ? ['', 'Inga rader att visa.'] : []),
  ];
}

/** The shapes and their words, as many on a line as there is room for. */
function legendLines({ gulFrån, egenSkala, skala }: Bedömningsregler, theme: Theme): readonly string[] {
  const items = [
    ...skala.map((nivå) => {
      const from = egenSkala
        ? ` från ${formatPercent(nivå.från)}`
        : nivå.klass === 'delvis'
          ? ` (från ${formatPercent(gulFrån.toFixed())})`
          : '';
      return { status: nivå.klass as Status | null, text: visible(`${nivå.namn}${from}`) };
    }),
    { status: null, text: 'ingen status' },
  ];
  const lines: string[] = [];
  let width = 0;
  for (const { status, text } of items) {
    const own = symbolWidth(theme) + 1 + displayWidth(text);
    const fits = lines.length > 0 && width + 3 + own <= theme.width;
    const item = `${theme.symbol(status)} ${text}`;
    if (fits) {
      lines[lines.length - 1] += `   ${item}`;
      width += 3 + own;
    } else {
      lines.push(item);
      width = own;
    }
  }
  return lines;
}

function målområdeHeading(
  { evaluated, sammanvägning }: StatusMålområde,
  { evaluated: { plan }, filter }: StatusReport,
  theme: Theme,
): readonly string[] {
  const { målområde, perOrgan } = evaluated;
  const goal = målområde.övergripandeMål === null ? [] : paragraph(målområde.övergripandeMål, theme);
  // What an organ has judged of its own part would else be seen nowhere.
  const judged = [...perOrgan].filter(
    ([organ, one]) =>
      one.bedömd !== null && one !== sammanvägning && (filter.organ.length === 0 || filter.organ.includes(organ)),
  );
  return [
    ...paragraph(målområde.namn, theme).map((line) => theme.bold(line)),
    ...goal,
    ...rollUpLine(sammanvägning, '', theme),
    ...judged.flatMap(([organ, one]) =>
      rollUpLine(one, `${plan.organisation.organ.get(organ)?.kort ?? organ}: `, theme),
    ),
  ];
}

/** `◆ Delvis uppfyllt (bedömt), 9 av 13 bedömda: 3 uppfyllt, …` */
function rollUpLine(one: Sammanvägning, whose: string, theme: Theme): readonly string[] {
  const { status, nivå, bedömd, beräknad, metod, fördelning } = one;
  const computed =
    bedömd !== null && beräknad !== null && beräknad !== bedömd.klass
      ? `; beräknat ${statusWord(beräknad, null).toLowerCase()}`
      : '';
  const judged = bedömd === null ? '' : ` (bedömt${computed})`;
  const counts = fördelningWords(fördelning);
  const word = metod === 'ingen' && status === null ? 'Vägs inte samman' : statusWord(status, nivå);
  const lines = wrap(
    visible(`${whose}${word}${judged}, ${shareWords(fördelning)}${counts === '' ? '' : `: ${counts}`}`),
    theme.width - symbolWidth(theme) - 1,
  );
  return lines.map((line, index) =>
    index === 0 ? `${theme.symbol(status)} ${line}` : `${' '.repeat(symbolWidth(theme) + 1)}${line}`,
  );
}

function cellsOf(rad: EvaluatedRad, { evaluated }: StatusReport, theme: Theme): readonly Cell[] {
  const { nyckeltal, organ, utfall, status } = rad;
  return [
    { text: nyckeltal.namn },
    { text: evaluated.plan.organisation.organ.get(organ)?.kort ?? organ },
    { text: formatUtfall(utfall, nyckeltal) },
    { text: formatMålvärde(rad) },
    { text: formatPercent(rad.visadProcent) },
    {
      text: radStatusWord(rad),
      lead: { drawn: theme.symbol(status), width: symbolWidth(theme) },
    },
  ];
}

/** `13 rader: 9 pågår, 1 genomförd, 3 utan läge; ingen har bedömd status`. */
function uppdragWords(uppdrag: readonly EvaluatedUppdrag[]): string {
  const lägen = LÄGEN.map((läge) => [uppdrag.filter((one) => one.läge === läge).length, läge] as const);
  const without = uppdrag.filter((one) => one.läge === null).length;
  const counts = [...lägen, [without, 'utan läge'] as const]
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  const judged = KLASSER.map((klass) => [uppdrag.filter((one) => one.status === klass).length, klass] as const).filter(
    ([count]) => count > 0,
  );
  const statuses =
    judged.length === 0
      ? 'ingen har bedömd status'
      : `status ${judged.map(([count, klass]) => `${count} ${statusWord(klass, null).toLowerCase()}`).join(', ')}`;
  return `${plural(uppdrag.length, 'rad', 'rader')}: ${counts.join(', ')}; ${statuses}`;
}

function totalsOf(report: StatusReport, theme: Theme): readonly string[] {
  const { rader, uppdrag, fördelning, tillstånd } = report;
  if (rader.length === 0 && uppdrag.length === 0) {
    return [];
  }
  const states = TILLSTÅND.flatMap((state) => {
    const count = tillstånd.get(state) ?? 0;
    return count === 0 ? [] : [`${count} ${TILLSTÅND_WORDS[state].toLowerCase()}`];
  });
  const counts = fördelningWords(fördelning);
  const total = `${plural(rader.length, 'rad', 'rader')}${counts === '' ? '' : `: ${counts}`}${states.length === 0 ? '' : `${counts === '' ? ':' : ','} ${states.join(', ')}`}`;
  const ids = new Set(uppdrag.map((one) => one.uppdrag.id)).size;
  return [
    theme.bold('Totalt'),
    ...(rader.length === 0 ? [] : paragraph(`${capital(report.evaluated.plan.nivåer.nyckeltal)}: ${total}`, theme)),
    ...(uppdrag.length === 0 ? [] : paragraph(`Uppdrag: ${ids} uppdrag, ${uppdragWords(uppdrag)}`, theme)),
  ];
}

/** What needs attention, worst first, each with its reason. */
function attentionOf({ uppmärksamhet, evaluated }: StatusReport, theme: Theme): readonly string[] {
  if (uppmärksamhet.length === 0) {
    return [];
  }
  const lines = ['', theme.bold('Kräver uppmärksamhet')];
  const indent = ' '.repeat(symbolWidth(theme) + 1);
  for (const rad of uppmärksamhet.slice(0, MOST_TOLD)) {
    const organ = evaluated.plan.organisation.organ.get(rad.organ)?.kort ?? rad.organ;
    const text = visible(`${rad.nyckeltal.namn} (${organ}): ${explainRad(rad, evaluated.period, false)}`);
    wrap(text, theme.width - indent.length).forEach((line, index) => {
      lines.push(index === 0 ? `${theme.symbol(rad.status)} ${line}` : `${indent}${line}`);
    });
  }
  const more = uppmärksamhet.length - MOST_TOLD;
  if (more > 0) {
    const text = `… och ${more} till; vp status ${evaluated.plan.id} --endast rod,saknas visar alla`;
    lines.push(...wrap(visible(text), theme.width - indent.length).map((line) => indent + line));
  }
  return lines;
}

function paragraph(text: string, theme: Theme): readonly string[] {
  return wrap(visible(text), theme.width);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
