import { formatPeriod } from '../model/period.ts';
import type { Status } from '../model/status.ts';
import { formatMålvärde, formatPercent, formatUtfall } from '../report/format-value.ts';
import { fördelningWords, radStatusWord, shareWords, statusWord } from '../report/phrases.ts';
import type { StatusReport } from '../report/status-report.ts';
import { visible } from './visible.ts';

const SHAPES: Readonly<Partial<Record<Status, string>>> = { uppfyllt: '●', delvis: '◆', ej_uppfyllt: '▲' };

/** The status as Markdown tables, for a pull request or a wiki. */
export function renderStatusMarkdown({ evaluated, målområden }: StatusReport): string {
  const { plan, period } = evaluated;
  const lines = [`# ${escapeMarkdown(plan.titel)}, ${formatPeriod(period)}`, ''];
  for (const { evaluated: one, rader, sammanvägning } of målområden) {
    lines.push(`## ${escapeMarkdown(one.målområde.namn)}`, '');
    const counts = fördelningWords(sammanvägning.fördelning);
    const judged = sammanvägning.bedömd === null ? '' : ' (bedömt)';
    lines.push(
      `${shaped(sammanvägning.status, statusWord(sammanvägning.status, sammanvägning.nivå))}${judged}, ${shareWords(sammanvägning.fördelning)}${counts === '' ? '' : `: ${counts}`}`,
      '',
    );
    if (rader.length > 0) {
      lines.push('| Nyckeltal | Organ | Utfall | Målvärde | Måluppfyllelse | Status |', '|:--|:--|--:|--:|--:|:--|');
      for (const rad of rader) {
        const organ = plan.organisation.organ.get(rad.organ)?.kort ?? rad.organ;
        const cells = [
          rad.nyckeltal.namn,
          organ,
          formatUtfall(rad.utfall, rad.nyckeltal),
          formatMålvärde(rad),
          formatPercent(rad.visadProcent),
          shaped(rad.status, radStatusWord(rad)),
        ];
        lines.push(`| ${cells.map(escapeMarkdown).join(' | ')} |`);
      }
      lines.push('');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
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
