import { dateWords, dayWords } from '../report/date-words.ts';
import { type KalenderReport, type KalenderSammanträde, punktWords } from '../report/kalender-report.ts';
import { escapeMarkdown } from './markdown.ts';

/** The meetings as Markdown, month by month, for a wiki or a web page. */
export function renderKalenderMarkdown(report: KalenderReport): string {
  const { plan, månader, uppföljningsområden, filter } = report;
  const days = [
    ...(filter.från === null ? [] : [`från ${filter.från}`]),
    ...(filter.till === null ? [] : [`till ${filter.till}`]),
  ];
  const lines = [
    `# ${escapeMarkdown(plan.titel)}: kalender`,
    '',
    ...(days.length === 0 ? [] : [`Sammanträden ${days.join(' ')}.`, '']),
    ...(månader.length === 0 ? ['Inga sammanträden att visa.', ''] : []),
    ...månader.flatMap(({ rubrik, sammanträden }) => [
      `## ${capital(rubrik)}`,
      '',
      ...sammanträden.flatMap((one) => meetingLines(one, report)),
    ]),
    ...(uppföljningsområden.length === 0 ? [] : ['## Särskild uppföljning under året', '']),
    ...uppföljningsområden.map(({ namn, sammanträden }) => {
      const when = [...new Set(sammanträden.map(({ sammanträde }) => dateWords(sammanträde.datum)))];
      return `- ${escapeMarkdown(namn)}${when.length === 0 ? '' : `: ${when.join(', ')}`}`;
    }),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function meetingLines(
  { sammanträde, slut, titel, grupper }: KalenderSammanträde,
  { nameOf }: KalenderReport,
): readonly string[] {
  const { datum, anmärkning } = sammanträde;
  return [
    `### ${capital(dayWords(datum, slut))} – ${escapeMarkdown(titel)}`,
    '',
    ...(anmärkning === null ? [] : [escapeMarkdown(anmärkning.trim()), '']),
    ...grupper.flatMap(({ rubrik, punkter }) => [
      ...(rubrik === null ? [] : [`**${rubrik}**`, '']),
      ...punkter.map((punkt) => {
        const followed = punkt.gäller.map((id) => `*${escapeMarkdown(nameOf(id))}*`).join(', ');
        return `- ${escapeMarkdown(punktWords(punkt))}${followed === '' ? '' : ` → ${followed}`}`;
      }),
      '',
    ]),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
