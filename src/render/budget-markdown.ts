import { differenceWords, hinderWords } from '../check/budget-words.ts';
import { formatSwedish } from '../malvarde/numbers.ts';
import {
  type BudgetReport,
  type BudgetReportTabell,
  countWords,
  isFigureColumn,
  shownAmount,
} from '../report/budget-report.ts';
import { reflow } from '../report/reflow.ts';
import { escapeMarkdown } from './markdown.ts';

/** The budget as Markdown tables, for a pull request or a wiki. */
export function renderBudgetMarkdown(report: BudgetReport): string {
  const { plan, tabeller, ändringar } = report;
  const lines = [
    `# ${escapeMarkdown(plan.titel)}: budget`,
    '',
    ...tabeller.flatMap((one) => [...tabellLines(one), '']),
    ...(ändringar.length === 0 ? [] : ['## Förändringar', '']),
    ...ändringar.flatMap(({ område, poster }) => [
      ...(område === null ? [] : [`### ${escapeMarkdown(område)}`, '']),
      ...poster.map(({ text, belopp }) =>
        item(belopp === null || text.includes(belopp) ? text : `${text} (${shownAmount(belopp)})`),
      ),
      '',
    ]),
    ...investmentLines(report),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function tabellLines({ tabell, prövningar, isSumma, beräknade, anmärkningar }: BudgetReportTabell): readonly string[] {
  const { id, rubrik, måttenhet, radrubrik, kolumner, rader, fotnoter } = tabell;
  const holds = countWords(prövningar, 'stämmer');
  const below = [
    ...(holds === null ? [] : [item(`● ${holds}`)]),
    ...anmärkningar.map(({ slag, känd, text }) =>
      item(
        slag === 'avviker'
          ? `▲ Avviker: ${text}${känd === null ? '' : `. Känd avvikelse: ${känd}`}`
          : `○ Kan inte kontrolleras: ${text}`,
      ),
    ),
  ];
  return [
    `## ${escapeMarkdown(`${rubrik ?? id}${måttenhet === null ? '' : ` (${måttenhet})`}`)}`,
    '',
    row([radrubrik, ...kolumner]),
    `|:--|${kolumner.map((_, index) => (isFigureColumn(tabell, index) ? '--:|' : ':--|')).join('')}`,
    ...rader.flatMap((rad) => [
      row([rad.namn, ...rad.celler.map(({ text }) => shownAmount(text))], isSumma(rad)),
      ...beräknade(rad).map(({ etikett, celler }) => row([`▲ ${etikett}`, ...celler.map((cell) => cell ?? '')])),
    ]),
    ...(below.length === 0 ? [] : ['', ...below]),
    ...fotnoter.flatMap((fotnot) => ['', escapeMarkdown(reflow(fotnot))]),
  ];
}

function investmentLines({ investeringar }: BudgetReport): readonly string[] {
  if (investeringar === null) {
    return [];
  }
  const { områden, beräknad, angiven, prövning, måttenhet } = investeringar;
  const isGrouped = områden.some(({ namn }) => namn !== null);
  return [
    `## Investeringar${måttenhet === null ? '' : escapeMarkdown(` (${måttenhet})`)}`,
    '',
    row(['Område', 'Objekt', 'Slag', 'Belopp']),
    '|:--|:--|:--|--:|',
    ...områden.flatMap(({ namn, objekt, summa }) => [
      ...objekt.map((one) => row([namn ?? '', one.objekt, one.slag ?? '', shownAmount(one.belopp)])),
      ...(isGrouped ? [row([`Summa ${namn ?? 'övrigt'}`, '', '', computed(summa)], true)] : []),
    ]),
    row(['Summa', '', '', angiven === null ? computed(beräknad) : shownAmount(angiven)], true),
    ...(prövning?.slag === 'avviker' ? [row(['▲ Objekten blir', '', '', computed(beräknad)])] : []),
    ...(prövning?.slag === 'stämmer' ? ['', item('● Summan stämmer')] : []),
    ...(prövning?.slag === 'avviker' ? ['', item(`▲ Avviker: Summa: ${differenceWords('objekt', prövning)}`)] : []),
    ...(prövning?.slag === 'oprövad' ? ['', item(`○ Kan inte kontrolleras: ${hinderWords(prövning.hinder)}`)] : []),
  ];
}

function computed(summa: string | null): string {
  return summa === null ? '–' : formatSwedish(summa);
}

function row(cells: readonly string[], bold = false): string {
  const texts = cells.map((cell) => escapeMarkdown(cell));
  return `| ${texts.map((text) => (bold && text !== '' ? `**${text}**` : text)).join(' | ')} |`;
}

function item(text: string): string {
  return `- ${escapeMarkdown(text)}`;
}
