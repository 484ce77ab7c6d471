import Papa from 'papaparse';
import { hinderWords } from '../check/budget-words.ts';
import type { SummaPrövning } from '../evaluate/add-amounts.ts';
import { readCell } from '../evaluate/budget-cell.ts';
import { type CellPrövning, knownDeviation } from '../evaluate/budget-sums.ts';
import type { Plan } from '../model/plan.ts';
import type { BudgetReport, BudgetReportTabell } from '../report/budget-report.ts';
import { harmless, plain } from './csv.ts';

const HEADER = [
  'del',
  'tabell',
  'område',
  'rad',
  'kolumn',
  'belopp',
  'måttenhet',
  'prövning',
  'beräknad',
  'anmärkning',
] as const;

type Row = Readonly<Partial<Record<(typeof HEADER)[number], string>>>;

/** The budget for Excel, a row for each cell: `;`, decimal comma and a byte order mark. */
export function renderBudgetCsv(report: BudgetReport): string {
  const rows = [
    ...report.tabeller.flatMap((one) => tabellRows(one, report.plan)),
    ...report.ändringar.flatMap(({ område, poster }) =>
      poster.map(
        ({ text, belopp }): Row => ({ del: 'förändring', område: område ?? '', rad: text, ...amount(belopp) }),
      ),
    ),
    ...investmentRows(report),
  ];
  const cells = rows.map((row) => HEADER.map((key) => harmless(plain(row[key] ?? ''))));
  return `\uFEFF${Papa.unparse([[...HEADER], ...cells], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

function tabellRows({ tabell, prövningar }: BudgetReportTabell, plan: Plan): readonly Row[] {
  return tabell.rader.flatMap((rad) =>
    rad.celler.map((cell, index): Row => {
      const own = prövningar.filter(({ ruta }) => ruta.cell === cell);
      return {
        del: 'tabell',
        tabell: tabell.id,
        rad: rad.namn,
        kolumn: tabell.kolumner[index] ?? '',
        ...amount(cell.text, tabell.måttenhet),
        ...checkWords(own.map(({ prövning }) => prövning)),
        anmärkning: own.flatMap((one) => remarkOf(one, plan) ?? []).join('; '),
      };
    }),
  );
}

function investmentRows({ investeringar }: BudgetReport): readonly Row[] {
  if (investeringar === null) {
    return [];
  }
  const { områden, måttenhet, angiven, beräknad, prövning } = investeringar;
  const objects = områden.flatMap(({ namn, objekt }) =>
    objekt.map(
      (one): Row => ({
        del: 'investering',
        område: namn ?? '',
        rad: one.objekt,
        kolumn: one.slag ?? '',
        ...amount(one.belopp, måttenhet),
      }),
    ),
  );
  const remark = prövning?.slag === 'oprövad' ? hinderWords(prövning.hinder) : '';
  return [
    ...objects,
    {
      del: 'investering',
      rad: 'Summa',
      ...amount(angiven, måttenhet),
      ...checkWords(prövning === null ? [] : [prövning]),
      beräknad: comma(beräknad),
      anmärkning: remark,
    },
  ];
}

/** A figure as Excel reads it; what is none as printed. */
function amount(text: string | null, måttenhet: string | null = null): Row {
  const value = readCell(text ?? '');
  return value.slag === 'tal'
    ? { belopp: comma(value.kvantitet.siffror), måttenhet: value.kvantitet.måttenhet ?? måttenhet ?? '' }
    : { belopp: text ?? '', måttenhet: text === null || text === '' ? '' : (måttenhet ?? '') };
}

const WORDS: Readonly<Record<SummaPrövning['slag'], string>> = {
  stämmer: 'stämmer',
  avviker: 'avviker',
  oprövad: 'kan inte kontrolleras',
};

/** Of several checks of a cell the one that matters most. */
function checkWords(prövningar: readonly SummaPrövning[]): Row {
  const found = (['avviker', 'oprövad', 'stämmer'] as const).flatMap(
    (slag) => prövningar.find((prövning) => prövning.slag === slag) ?? [],
  );
  const [worst] = found;
  return worst === undefined ? {} : { prövning: WORDS[worst.slag], beräknad: comma(worst.beräknad) };
}

function remarkOf({ ruta, prövning }: CellPrövning, { status }: Plan): string | null {
  switch (prövning.slag) {
    case 'stämmer':
      return null;
    case 'avviker': {
      const known = status === 'publicerad' ? knownDeviation(ruta) : null;
      return known === null ? null : `Känd avvikelse: ${known.skäl.trim()}`;
    }
    case 'oprövad':
      return hinderWords(prövning.hinder);
  }
}

function comma(siffror: string | null): string {
  return siffror?.replace('.', ',') ?? '';
}
