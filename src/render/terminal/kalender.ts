import { dateWords, dayWords } from '../../report/date-words.ts';
import { type KalenderReport, type KalenderSammanträde, punktWords } from '../../report/kalender-report.ts';
import { reflow } from '../../report/reflow.ts';
import { visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import type { Theme } from './theme.ts';

/** The meetings of a plan, month by month, as text for a terminal. */
export function renderKalender(report: KalenderReport, theme: Theme): string {
  const { plan, månader } = report;
  const lines = [
    ...paragraph(`${plan.titel} ${theme.bullet} kalender`, '', theme).map(theme.bold),
    ...paragraph(
      [plan.organisation.namn, ...filterWords(report)].filter((text) => text !== '').join(` ${theme.bullet} `),
      '',
      theme,
    ),
    ...(månader.length === 0 ? ['', 'Inga sammanträden att visa.'] : []),
    ...månader.flatMap(({ rubrik, sammanträden }) => [
      '',
      theme.bold(capital(rubrik)),
      ...sammanträden.flatMap((one) => ['', ...meetingLines(one, report, theme)]),
    ]),
    ...areaLines(report, theme),
  ];
  return `${lines.join('\n')}\n`;
}

function filterWords({ filter: { från, till } }: KalenderReport): readonly string[] {
  return [...(från === null ? [] : [`från ${från}`]), ...(till === null ? [] : [`till ${till}`])];
}

function meetingLines(
  { sammanträde, slut, titel, grupper }: KalenderSammanträde,
  { nameOf }: KalenderReport,
  theme: Theme,
): readonly string[] {
  const { datum, anmärkning } = sammanträde;
  return [
    ...paragraph(`${capital(dayWords(datum, slut))} ${theme.bullet} ${titel}`, '', theme).map(theme.bold),
    ...(anmärkning === null ? [] : paragraph(reflow(anmärkning), '  ', theme)),
    ...grupper.flatMap(({ rubrik, punkter }) => [
      ...(rubrik === null ? [] : [`  ${theme.dim(rubrik)}`]),
      ...punkter.flatMap((punkt) => [
        ...item(punktWords(punkt), '  ', theme.bullet, theme),
        ...punkt.gäller.flatMap((id) => item(nameOf(id), '    ', arrow(theme), theme)),
      ]),
    ]),
  ];
}

function areaLines({ uppföljningsområden }: KalenderReport, theme: Theme): readonly string[] {
  if (uppföljningsområden.length === 0) {
    return [];
  }
  return [
    '',
    theme.bold('Särskild uppföljning under året'),
    ...uppföljningsområden.flatMap(({ namn, sammanträden }) => {
      const days = [...new Set(sammanträden.map(({ sammanträde }) => dateWords(sammanträde.datum)))];
      return item(`${namn}${days.length === 0 ? '' : `: ${days.join(', ')}`}`, '', theme.bullet, theme);
    }),
  ];
}

function arrow(theme: Theme): string {
  return theme.rule === '─' ? '→' : '>';
}

/** A text behind a mark, its later lines in line with the first. */
function item(text: string, indent: string, mark: string, theme: Theme): readonly string[] {
  return wrap(visible(text.replace(/\s*\n\s*/g, ' ')), theme.width - indent.length - 2).map((line, index) =>
    index === 0 ? `${indent}${mark} ${line}` : `${indent}  ${line}`,
  );
}

function paragraph(text: string, indent: string, theme: Theme): readonly string[] {
  return wrap(visible(text), theme.width - indent.length).map((line) => `${indent}${line}`.trimEnd());
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
