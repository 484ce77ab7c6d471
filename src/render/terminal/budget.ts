import { differenceWords, hinderWords } from '../../check/budget-words.ts';
import type { SummaPrövning } from '../../evaluate/add-amounts.ts';
import { formatSwedish } from '../../malvarde/numbers.ts';
import {
  type BudgetReport,
  type BudgetReportTabell,
  countWords,
  isFigureColumn,
  shownAmount,
} from '../../report/budget-report.ts';
import { reflow } from '../../report/reflow.ts';
import { visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { led, shaped } from './shaped.ts';
import type { Theme } from './theme.ts';
import { drawWideTable, type WideRow } from './wide-table.ts';

/** The budget of a plan as text for a terminal. */
export function renderBudget(report: BudgetReport, theme: Theme): string {
  const { plan, tabeller } = report;
  const lines = [
    ...paragraph(`${plan.titel} ${theme.bullet} budget`, theme).map(theme.bold),
    ...(plan.organisation.namn === '' ? [] : paragraph(plan.organisation.namn, theme)),
    ...tabeller.flatMap((one) => ['', ...tabellLines(one, theme)]),
    ...changeLines(report, theme),
    ...investmentLines(report, theme),
  ];
  return `${lines.join('\n')}\n`;
}

function tabellLines(
  { tabell, prövningar, isSumma, beräknade, anmärkningar }: BudgetReportTabell,
  theme: Theme,
): readonly string[] {
  const { id, rubrik, måttenhet, radrubrik, kolumner, rader, fotnoter } = tabell;
  const rows = rader.flatMap((rad): readonly WideRow[] => [
    { name: { text: rad.namn }, cells: rad.celler.map(({ text }) => shownAmount(text)), bold: isSumma(rad) },
    ...beräknade(rad).map(({ etikett, celler }) => ({
      name: { text: etikett, lead: theme.lead('ej_uppfyllt') },
      cells: celler.map((cell) => cell ?? ''),
      bold: false,
      remark: true,
    })),
  ]);
  const columns = kolumner.map((header, index) => ({
    header,
    align: isFigureColumn(tabell, index) ? ('right' as const) : ('left' as const),
  }));
  const holds = countWords(prövningar, 'stämmer');
  return [
    ...headingLines(`${rubrik ?? id}${måttenhet === null ? '' : ` (${måttenhet})`}`, theme),
    '',
    ...drawWideTable(radrubrik, columns, rows, theme),
    ...(prövningar.length + fotnoter.length === 0 ? [] : ['']),
    ...(holds === null ? [] : shaped('uppfyllt', holds, theme)),
    ...anmärkningar.flatMap(({ slag, känd, text }) =>
      slag === 'avviker'
        ? shaped('ej_uppfyllt', `Avviker: ${text}${känd === null ? '' : `. Känd avvikelse: ${känd}`}`, theme)
        : shaped(null, `Kan inte kontrolleras: ${text}`, theme),
    ),
    ...fotnoter.flatMap((fotnot) => paragraph(reflow(fotnot), theme)),
  ];
}

function changeLines({ ändringar }: BudgetReport, theme: Theme): readonly string[] {
  if (ändringar.length === 0) {
    return [];
  }
  return [
    '',
    ...headingLines('Förändringar', theme),
    ...ändringar.flatMap(({ område, poster }) => [
      '',
      ...(område === null ? [] : paragraph(område, theme)),
      ...poster.flatMap(({ text, belopp }) =>
        led(
          { drawn: theme.bullet, width: 1 },
          belopp === null || text.includes(belopp) ? text : `${text} (${shownAmount(belopp)})`,
          theme,
        ),
      ),
    ]),
  ];
}

function investmentLines({ investeringar }: BudgetReport, theme: Theme): readonly string[] {
  if (investeringar === null) {
    return [];
  }
  const { områden, prövning, måttenhet } = investeringar;
  const isGrouped = områden.some(({ namn }) => namn !== null);
  const rows = områden.flatMap(({ namn, objekt, summa }): readonly WideRow[] => [
    ...(isGrouped ? [{ name: { text: namn ?? 'Övrigt' }, cells: [], bold: true }] : []),
    ...objekt.map(({ objekt: text, slag, belopp }) => ({
      name: isGrouped ? { text, lead: { drawn: ' ', width: 1 } } : { text },
      cells: [slag ?? '', shownAmount(belopp)],
      bold: false,
    })),
    ...(isGrouped ? [sumRow(`Summa ${namn ?? 'övrigt'}`, summa, true)] : []),
  ]);
  const columns = [
    { header: 'Slag', align: 'left' as const },
    { header: 'Belopp', align: 'right' as const },
  ];
  return [
    '',
    ...headingLines(`Investeringar${måttenhet === null ? '' : ` (${måttenhet})`}`, theme),
    '',
    ...drawWideTable('Objekt', columns, [...rows, ...totalRows(investeringar, theme)], theme),
    '',
    ...sumLines(prövning, theme),
  ];
}

function totalRows(
  { angiven, beräknad, prövning }: NonNullable<BudgetReport['investeringar']>,
  theme: Theme,
): readonly WideRow[] {
  if (angiven === null) {
    return [sumRow('Summa, beräknad', beräknad, true)];
  }
  const stated = { name: { text: 'Summa' }, cells: ['', shownAmount(angiven)], bold: true };
  const computed = sumRow('Objekten blir', beräknad, false);
  return prövning?.slag === 'avviker'
    ? [stated, { ...computed, name: { ...computed.name, lead: theme.lead('ej_uppfyllt') } }]
    : [stated];
}

/** A computed sum; a dash where something in it is no figure. */
function sumRow(text: string, summa: string | null, bold: boolean): WideRow {
  return { name: { text }, cells: ['', summa === null ? '–' : formatSwedish(summa)], bold };
}

function sumLines(prövning: SummaPrövning | null, theme: Theme): readonly string[] {
  switch (prövning?.slag) {
    case undefined:
      return shaped(null, 'Planen anger ingen summa att jämföra med', theme);
    case 'stämmer':
      return shaped('uppfyllt', 'Summan stämmer', theme);
    case 'avviker':
      return shaped('ej_uppfyllt', `Avviker: Summa: ${differenceWords('objekt', prövning)}`, theme);
    case 'oprövad':
      return shaped(null, `Kan inte kontrolleras: ${hinderWords(prövning.hinder)}`, theme);
  }
}

function headingLines(text: string, theme: Theme): readonly string[] {
  return paragraph(text, theme).map(theme.bold);
}

function paragraph(text: string, theme: Theme): readonly string[] {
  return wrap(visible(text), theme.width);
}
