import type { EvaluatedUppdrag, Sammanvägning } from '../../evaluate/evaluated-plan.ts';
import { countNivåer } from '../../evaluate/roll-up.ts';
import { capital, inSentence, withLevel } from '../../model/level-words.ts';
import { largest, pushAll } from '../../model/lists.ts';
import { formatPeriod } from '../../model/period.ts';
import { type Bedömningsregler, LÄGEN } from '../../model/plan.ts';
import { type Status, TILLSTÅND } from '../../model/status.ts';
import { explainRad } from '../../report/explain-status.ts';
import { formatPercent } from '../../report/format-value.ts';
import {
  fördelningWords,
  indikatorWords,
  klassWords,
  målområdeName,
  plural,
  rollUpWords,
  TILLSTÅND_WORDS,
} from '../../report/phrases.ts';
import type { StatusStrategi } from '../../report/status-levels.ts';
import type { StatusMålområde, StatusReport } from '../../report/status-report.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { overviewLines } from './overview.ts';
import { shaped } from './shaped.ts';
import { groupLines, indikatorLines, layoutTable, type StatusTable } from './status-table.ts';
import { symbolWidth, type Theme } from './theme.ts';

/** How many rows that need attention are told in words; the rest are counted. */
const MOST_TOLD = 12;

/** Up to how many mål that nothing measures are told by name; more are only counted. */
const FEW = 3;

/** The status of a plan as text for a terminal, a part at a time. */
export function* renderStatus(report: StatusReport, theme: Theme): Iterable<string> {
  const table = layoutTable(report, theme);
  yield textOf([...headingOf(report, theme), ...overviewLines(report, theme)]);
  for (const { strategi, målområden } of report.delar) {
    if (strategi !== null) {
      yield textOf(['', ...strategiHeading(strategi, report, theme)]);
      yield textOf(indikatorLines(strategi.indikatorer, table, report, theme));
    }
    for (const one of målområden) {
      yield textOf(målområdeLines(one, table, report, theme));
    }
  }
  const end = [...totalsOf(report, theme), ...attentionOf(report, theme)];
  yield textOf(end.length === 0 ? [] : ['', ...end]);
}

function textOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function målområdeLines(
  one: StatusMålområde,
  table: StatusTable,
  report: StatusReport,
  theme: Theme,
): readonly string[] {
  return [
    '',
    ...målområdeHeading(one, report, theme),
    ...groupLines(one.grupper, table, report, theme),
    ...indikatorLines(one.indikatorer, table, report, theme),
    ...(one.uppdrag.length === 0 ? [] : ['', ...paragraph(`Uppdrag: ${uppdragWords(one.uppdrag, report)}`, theme)]),
  ];
}

function headingOf(report: StatusReport, theme: Theme): readonly string[] {
  const { evaluated, filter } = report;
  const { plan, period } = evaluated;
  const nothing = nothingWords(report);
  const narrowed = [
    ...filter.organ.map((id) => plan.organisation.organ.get(id)?.namn ?? id),
    ...(filter.endast.length > 0
      ? [`endast ${filter.endast.map((status) => klassWords(status, plan.bedömningsregler.skala)).join(', ')}`]
      : []),
  ];
  return [
    ...paragraph(`${plan.titel} ${theme.bullet} ${formatPeriod(period)}`, theme).map((line) => theme.bold(line)),
    ...paragraph([plan.organisation.namn, ...narrowed].filter((text) => text !== '').join(` ${theme.bullet} `), theme),
    '',
    ...legendLines(plan.bedömningsregler, theme),
    ...(nothing === '' ? [] : ['', ...paragraph(nothing, theme)]),
  ];
}

/** Says so where there is nothing to show, or no outcome in all that is shown. */
function nothingWords(report: StatusReport): string {
  const { evaluated, rader, mål, indikatorer, uppdrag, utanUtfall } = report;
  const { plan, period } = evaluated;
  if (plan.målområden.length === 0 && indikatorer.length === 0) {
    return 'Planen har inget att följa upp: i mappen mal/ finns varken mål, nyckeltal eller uppdrag.';
  }
  if (rader.length + mål.length + indikatorer.length + uppdrag.length === 0) {
    return 'Inga rader att visa.';
  }
  return utanUtfall && rader.length + indikatorer.length > 0
    ? `Inget utfall finns för ${formatPeriod(period)}. Tabellerna visar vad som ska mätas, hur ofta och mot vilket målvärde.`
    : '';
}

/** The shapes and their words, as many on a line as there is room for. */
function legendLines({ gulFrån, egenSkala, skala }: Bedömningsregler, theme: Theme): readonly string[] {
  const items = [
    ...skala.map((nivå) => {
      const from = egenSkala
        ? nivå.från === null
          ? ''
          : ` från ${formatPercent(nivå.från)}`
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

/** The name of a strategi with its level, underlined, and its roll-up. */
function strategiHeading(
  { evaluated: { strategi }, sammanvägning }: StatusStrategi,
  { evaluated: { plan }, utanUtfall }: StatusReport,
  theme: Theme,
): readonly string[] {
  const name = paragraph(withLevel(plan.nivåer.strategi, strategi.namn), theme);
  return [
    ...name.map((line) => theme.bold(line)),
    theme.dim(theme.rule.repeat(largest(name.map(displayWidth)))),
    ...(sammanvägning === null || (utanUtfall && sammanvägning.status === null)
      ? []
      : rollUpLine(sammanvägning, '', theme)),
  ];
}

function målområdeHeading(
  { evaluated, grupper, indikatorer, uppdrag, sammanvägning }: StatusMålområde,
  { evaluated: { plan }, filter, utanUtfall }: StatusReport,
  theme: Theme,
): readonly string[] {
  const { målområde, perOrgan } = evaluated;
  const name = målområdeName(målområde, plan.nivåer);
  const empty = grupper.length + indikatorer.length + uppdrag.length === 0;
  const goal = målområde.övergripandeMål === null ? [] : paragraph(målområde.övergripandeMål, theme);
  // What an organ has judged of its own part would else be seen nowhere.
  const judged = [...perOrgan].filter(
    ([organ, one]) =>
      one.bedömd !== null && one !== sammanvägning && (filter.organ.length === 0 || filter.organ.includes(organ)),
  );
  return [
    ...paragraph(name, theme).map((line) => theme.bold(line)),
    ...goal,
    // Where nothing has an outcome, that nothing is assessed is said once, at the top.
    ...(utanUtfall && !empty && sammanvägning.status === null ? [] : rollUpLine(sammanvägning, '', theme)),
    ...judged.flatMap(([organ, one]) =>
      rollUpLine(one, `${plan.organisation.organ.get(organ)?.kort ?? organ}: `, theme),
    ),
  ];
}

/** `◆ Delvis uppfyllt (bedömt), 9 av 13 bedömda: 3 uppfyllt, …` */
function rollUpLine(one: Sammanvägning, whose: string, theme: Theme): readonly string[] {
  return shaped(one.status, `${whose}${rollUpWords(one)}`, theme);
}

/** `13 rader: 9 pågår, 1 genomförd, 3 utan läge; ingen har bedömd status`. */
function uppdragWords(uppdrag: readonly EvaluatedUppdrag[], { evaluated: { plan } }: StatusReport): string {
  const lägen = LÄGEN.map((läge) => [uppdrag.filter((one) => one.läge === läge).length, läge] as const);
  const without = uppdrag.filter((one) => one.läge === null).length;
  const counts = [...lägen, [without, 'utan läge'] as const]
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  const judged = fördelningWords(countNivåer(uppdrag, plan.bedömningsregler.skala));
  const statuses = judged === '' ? 'ingen har bedömd status' : `status ${judged}`;
  return `${plural(uppdrag.length, 'rad', 'rader')}: ${counts.join(', ')}; ${statuses}`;
}

function totalsOf(report: StatusReport, theme: Theme): readonly string[] {
  const { evaluated, rader, mål, indikatorer, uppdrag } = report;
  if (rader.length + mål.length + indikatorer.length + uppdrag.length === 0) {
    return [];
  }
  const { nivåer } = evaluated.plan;
  const ids = new Set(uppdrag.map((one) => one.uppdrag.id)).size;
  const bare = mål.filter((one) => one.rader.length === 0).length;
  // Those that carry their målvärde themselves are mål too.
  const goals = mål.length + new Set(rader.flatMap((rad) => (rad.mål?.kortform ? [rad.mål.id] : []))).size;
  const measured = indikatorer.filter(({ utfall }) => utfall !== null && utfall.värde.slag !== 'bortfall').length;
  const lines = [
    ...(mål.length === 0
      ? []
      : [
          `${capital(nivåer.mål)}: ${goals}${bare === 0 ? '' : `, varav ${bare} utan ${inSentence(nivåer.nyckeltal)}`}`,
        ]),
    ...(rader.length === 0 ? [] : [`${capital(nivåer.nyckeltal)}: ${rowTotals(report)}`]),
    ...(indikatorer.length === 0
      ? []
      : [
          `${indikatorWords(nivåer).flera}: ${plural(indikatorer.length, 'rad', 'rader')}, varav ${measured} med utfall`,
        ]),
    ...(uppdrag.length === 0 ? [] : [`Uppdrag: ${ids} uppdrag, ${uppdragWords(uppdrag, report)}`]),
  ];
  return [theme.bold('Totalt'), ...lines.flatMap((line) => paragraph(line, theme))];
}

/** `46 rader: 17 uppfyllt, 10 delvis uppfyllt, …, 2 utfall saknas`. */
function rowTotals({ rader, nivåer, tillstånd }: StatusReport): string {
  // What is only followed up by judgement has not failed to be computed.
  const unjudged = rader.filter(
    ({ status, grund }) => status === 'kan_inte_beräknas' && grund.slag === 'bedöms',
  ).length;
  const states = TILLSTÅND.flatMap((state) => {
    const count = (tillstånd.get(state) ?? 0) - (state === 'kan_inte_beräknas' ? unjudged : 0);
    return count === 0 ? [] : [`${count} ${TILLSTÅND_WORDS[state].toLowerCase()}`];
  });
  const parts = [fördelningWords(nivåer), ...states, unjudged === 0 ? '' : `${unjudged} ej bedömt`];
  return `${plural(rader.length, 'rad', 'rader')}: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** What needs attention, worst first, each with its reason; what many have in common is told once. */
function attentionOf(report: StatusReport, theme: Theme): readonly string[] {
  const { uppmärksamhet, evaluated } = report;
  const lines: string[] = [];
  for (const rad of uppmärksamhet.slice(0, MOST_TOLD)) {
    const organ = evaluated.plan.organisation.organ.get(rad.organ)?.kort ?? rad.organ;
    pushAll(lines, shaped(rad.status, `${rad.nyckeltal.namn} (${organ}): ${explainRad(rad, evaluated, false)}`, theme));
  }
  const more = uppmärksamhet.length - MOST_TOLD;
  if (more > 0) {
    const indent = ' '.repeat(symbolWidth(theme) + 1);
    const text = `… och ${more} till; vp status ${evaluated.plan.id} --endast rod,saknas visar alla`;
    lines.push(...wrap(visible(text), theme.width - indent.length).map((line) => indent + line));
  }
  pushAll(
    lines,
    commonLacks(report).flatMap((text) => shaped(null, text, theme)),
  );
  return lines.length === 0 ? [] : ['', theme.bold('Kräver uppmärksamhet'), ...lines];
}

/** The lacks that a whole plan or period has: mål that nothing measures, and no outcome at all. */
function commonLacks({ evaluated, utanNyckeltal, utanUtfall, rader }: StatusReport): readonly string[] {
  const { id, nivåer } = evaluated.plan;
  const mål = inSentence(nivåer.mål);
  const nyckeltal = inSentence(nivåer.nyckeltal);
  const lacks: string[] = utanNyckeltal
    .slice(0, utanNyckeltal.length > FEW ? 0 : FEW)
    .map((one) => `${one.mål.namn}: Det finns varken ${nyckeltal} eller målvärde att följa upp med.`);
  if (utanNyckeltal.length > FEW) {
    lacks.push(
      `${utanNyckeltal.length} ${mål} saknar både ${nyckeltal} och målvärde; vp status ${id} --endast malvarde-saknas visar vilka.`,
    );
  }
  const waiting = utanUtfall ? rader.filter(({ status }) => status === 'utfall_saknas').length : 0;
  if (waiting > 0) {
    lacks.push(`${plural(waiting, 'rad', 'rader')} saknar utfall för ${formatPeriod(evaluated.period)}.`);
  }
  return lacks;
}

function paragraph(text: string, theme: Theme): readonly string[] {
  return wrap(visible(text), theme.width);
}
