import type { EvaluatedIndikator, Sammanvägning } from '../evaluate/evaluated-plan.ts';
import { inSentence, withLevel } from '../model/level-words.ts';
import { pushAll } from '../model/lists.ts';
import { formatPeriod } from '../model/period.ts';
import type { Nivånamn } from '../model/plan.ts';
import type { Status } from '../model/status.ts';
import { indikatorWords, målområdeName, otherRowsWords, rollUpWords } from '../report/phrases.ts';
import type { StatusGrupp } from '../report/status-levels.ts';
import type { StatusReport } from '../report/status-report.ts';
import { type StatusColumn, statusColumns } from './status-columns.ts';
import { visible } from './visible.ts';

const SHAPES: Readonly<Partial<Record<Status, string>>> = { uppfyllt: '●', delvis: '◆', ej_uppfyllt: '▲' };

/** The status as Markdown tables, for a pull request or a wiki. */
export function renderStatusMarkdown(report: StatusReport): string {
  const { evaluated, delar } = report;
  const { plan, period } = evaluated;
  const columns = statusColumns(report, true);
  const lines = [`# ${escapeMarkdown(plan.titel)}, ${formatPeriod(period)}`, ''];
  for (const { strategi, målområden } of delar) {
    const level = strategi === null ? '##' : '###';
    if (strategi !== null) {
      const { namn } = strategi.evaluated.strategi;
      lines.push(`## ${escapeMarkdown(withLevel(plan.nivåer.strategi, namn))}`, '');
      if (strategi.sammanvägning !== null) {
        lines.push(rollUpLine(strategi.sammanvägning), '');
      }
      pushAll(lines, indikatorLines(strategi.indikatorer, columns, plan.nivåer));
    }
    for (const { evaluated: one, grupper, indikatorer, sammanvägning } of målområden) {
      lines.push(
        `${level} ${escapeMarkdown(målområdeName(one.målområde, plan.nivåer))}`,
        '',
        rollUpLine(sammanvägning),
        '',
      );
      for (const grupp of grupper) {
        pushAll(lines, groupLines(grupp, grupper.length > 1, columns, plan.nivåer));
      }
      pushAll(lines, indikatorLines(indikatorer, columns, plan.nivåer));
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function groupLines(
  { mål, rader }: StatusGrupp,
  isOneOfMany: boolean,
  columns: readonly StatusColumn[],
  nivåer: Nivånamn,
): readonly string[] {
  const lines: string[] = [];
  if (mål === null && isOneOfMany) {
    lines.push(escapeMarkdown(otherRowsWords(rader, nivåer)), '');
  }
  if (mål !== null) {
    lines.push(`**${escapeMarkdown(withLevel(nivåer.mål, mål.mål.namn))}**`, '');
    lines.push(
      mål.rader.length === 0 && mål.sammanvägning.status === null
        ? escapeMarkdown(`Saknar ${inSentence(nivåer.nyckeltal)} och målvärde.`)
        : rollUpLine(mål.sammanvägning),
      '',
    );
  }
  return rader.length === 0 ? lines : [...lines, ...tableLines(rader, columns), ''];
}

function indikatorLines(
  indikatorer: readonly EvaluatedIndikator[],
  [name, ...rest]: readonly StatusColumn[],
  nivåer: Nivånamn,
): readonly string[] {
  return indikatorer.length === 0 || name === undefined
    ? []
    : [...tableLines(indikatorer, [{ ...name, header: indikatorWords(nivåer).en }, ...rest]), ''];
}

function tableLines(rader: readonly EvaluatedIndikator[], columns: readonly StatusColumn[]): readonly string[] {
  const last = columns.length - 1;
  return [
    `| ${columns.map(({ header }) => escapeMarkdown(header === 'Måluppf.' ? 'Måluppfyllelse' : header)).join(' | ')} |`,
    `|${columns.map(({ align }) => (align === 'left' ? ':--' : '--:')).join('|')}|`,
    ...rader.map((rad) => {
      const cells = columns.map(({ text }, index) => (index === last ? shaped(rad.status, text(rad)) : text(rad)));
      return `| ${cells.map(escapeMarkdown).join(' | ')} |`;
    }),
  ];
}

/** `◆ Delvis uppfyllt (bedömt), 9 av 13 bedömda: 3 uppfyllt, …` */
function rollUpLine(one: Sammanvägning): string {
  return escapeMarkdown(shaped(one.status, rollUpWords(one)));
}

function shaped(status: Status | null, word: string): string {
  return `${(status === null ? undefined : SHAPES[status]) ?? '○'} ${word}`;
}

/** Text from files as text: nothing in it is read as Markdown or HTML, and a line break does not end the row. */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/\s*\n\s*/g, ' '))
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replaceAll('&', '&amp;');
}
