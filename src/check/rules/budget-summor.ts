import type { FindingDetails } from '../../diagnostics/diagnostic.ts';
import type { SummaPrövning } from '../../evaluate/add-amounts.ts';
import { amountIn, findRuta, placeInTable, readCell } from '../../evaluate/budget-cell.ts';
import { type CellPrövning, checkInvesteringar, checkTabell, knownDeviation } from '../../evaluate/budget-sums.ts';
import { placeOf } from '../../load/place-of.ts';
import type { Budget, BudgetTabell, Budgetändring } from '../../model/budget.ts';
import { LATIN_LETTERS } from '../../model/letters.ts';
import { within } from '../../model/origin.ts';
import { differenceWords, hinderWords, tableName } from '../budget-words.ts';
import type { Rule } from '../rule.ts';

export const budgetSummor: Rule = {
  code: 'VP220',
  slug: 'budget-summor',
  severity: 'fel',
  about: 'budget',
  title: 'Budgetens summor går inte ihop',
  why: 'Summor skrivs av och rundas för hand, och när en rad ändras får summan inte alltid följa med. Här läggs raderna och kolumnerna ihop på nytt, i de tryckta decimalerna.',
  help: 'Rätta summan eller den del som är fel. Är skillnaden bara avrundning anger du avrundning: i tabellen. Är dokumentet redan publicerat skriver du känd_avvikelse: med rad, kolumn och skäl.',
  *check({ plan: { budget, status } }) {
    for (const tabell of budget?.tabeller ?? []) {
      const checked = budget === null ? [] : checkTabell(budget, tabell);
      yield* checked.flatMap((one) => cellFinding(one, status === 'publicerad') ?? []);
      yield* uselessDeviations(tabell, checked);
    }
    yield* (budget?.ändringar ?? []).flatMap((one) => changeFinding(one) ?? []);
    if (budget !== null && budget.investeringar !== null) {
      yield* investmentFindings(budget.investeringar);
    }
  },
};

function cellFinding(one: CellPrövning, published: boolean): FindingDetails | null {
  const { ruta, prövning } = one;
  const at = { place: placeInTable(ruta.tabell, ruta.cell), id: ruta.tabell.id };
  switch (prövning.slag) {
    case 'stämmer':
      return null;
    case 'oprövad':
      // Where no figure is stated, nothing was promised to add up.
      return prövning.angiven === null
        ? null
        : {
            ...at,
            severity: 'notis',
            message: `${subjectOf(one)} kan inte kontrolleras: ${hinderWords(prövning.hinder)}`,
          };
    case 'avviker': {
      const message = `${subjectOf(one)} är ${differenceWords(one.grund.slag, prövning)}`;
      const deviation = knownDeviation(ruta);
      return deviation !== null && published
        ? { ...at, severity: 'notis', message: `${message}. Känd avvikelse: ${deviation.skäl.trim()}` }
        : {
            ...at,
            message,
            help:
              deviation === null
                ? 'Rätta det som är fel, eller ange avrundning: i tabellen. I ett publicerat dokument: känd_avvikelse: med rad, kolumn och skäl'
                : 'En känd avvikelse gäller bara i en plan med status: publicerad',
            notes: notesOf(one, deviation),
          };
    }
  }
}

/** `summan ”Totalt” i kolumnen ”Budget 2020” (tabellen ramar)`. */
function subjectOf({ ruta: { tabell, rad, kolumn }, grund }: CellPrövning): string {
  const table = tableName(tabell);
  switch (grund.slag) {
    case 'rader':
      return `summan ”${rad.namn}” i kolumnen ”${kolumn}” i ${table}`;
    case 'kolumner':
      return `summan ”${kolumn}” på raden ”${rad.namn}” i ${table}`;
    case 'likhet': {
      const { med } = grund;
      return `”${rad.namn}”, ”${kolumn}” i ${table}, som ska vara lika med ”${med.rad.namn}”, ”${med.kolumn}” i ${tableName(med.tabell)},`;
    }
  }
}

function notesOf(
  { grund }: CellPrövning,
  deviation: ReturnType<typeof knownDeviation>,
): NonNullable<FindingDetails['notes']> {
  return [
    ...(grund.slag === 'likhet'
      ? [{ place: placeInTable(grund.med.tabell, grund.med.cell), message: 'det som den ska vara lika med' }]
      : []),
    ...(deviation === null
      ? []
      : [{ place: placeOf(within(deviation.origin, 'skäl')), message: 'den kända avvikelsen' }]),
  ];
}

/** A known deviation of a cell that adds up, or that no sum is about; unknown names are told by `budget-tabell`. */
function uselessDeviations(tabell: BudgetTabell, checked: readonly CellPrövning[]): readonly FindingDetails[] {
  return tabell.kändaAvvikelser.flatMap(({ rad, kolumn, origin }) => {
    const ruta = findRuta(tabell, rad, kolumn);
    const own = checked.filter((one) => one.ruta.cell === ruta?.cell);
    if (ruta === null || own.some(({ prövning }) => prövning.slag === 'avviker')) {
      return [];
    }
    const [first] = own;
    const why = first === undefined ? 'ingen summa prövar cellen' : wordsOf(first.prövning);
    return [
      {
        place: placeOf(within(origin, 'rad')),
        message: `den kända avvikelsen för ”${rad}”, ”${kolumn}” i ${tableName(tabell)} stämmer inte längre: ${why}`,
        help: 'Ta bort den om det är rättat, eller rätta rad och kolumn',
        id: tabell.id,
      },
    ];
  });
}

function wordsOf(prövning: SummaPrövning): string {
  return prövning.slag === 'oprövad' ? 'summan kan inte kontrolleras' : 'summan går ihop';
}

/** The amount of a change stands in its text too; where the text names amounts, one of them must be it. */
function changeFinding({ text, belopp, origin }: Budgetändring): FindingDetails | null {
  if (belopp === null || !/\d/.test(belopp)) {
    return null;
  }
  const stated = readCell(belopp);
  const said = [...text.matchAll(AMOUNT)].map(([amount]) => amount);
  const isSame = (amount: string): boolean => {
    const read = readCell(amount);
    if (read.slag !== 'tal' || stated.slag !== 'tal') {
      return false;
    }
    const unit = stated.kvantitet.måttenhet;
    return amountIn(read.kvantitet, unit, unit)?.eq(stated.kvantitet.värde) === true;
  };
  return said.length === 0 || said.some(isSame)
    ? null
    : {
        place: placeOf(within(origin, 'belopp')),
        message: `ändringens belopp är ${belopp}, men dess text säger ${said.join(', ')}`,
        help: 'Rätta beloppet eller texten',
        id: 'ändringar',
      };
}

const AMOUNT = new RegExp(`[-−–]?\\d[\\d \\u00A0]*(?:,\\d+)? ?(?:mkr|mnkr|tkr)(?![${LATIN_LETTERS}])`, 'g');

function investmentFindings(investeringar: NonNullable<Budget['investeringar']>): readonly FindingDetails[] {
  const { prövning } = checkInvesteringar(investeringar);
  const at = { place: placeOf(within(investeringar.origin, 'summa')), id: 'investeringar' };
  if (prövning?.slag === 'avviker') {
    return [
      {
        ...at,
        message: `investeringarnas summa är ${differenceWords('objekt', prövning)}`,
        help: 'Rätta summan eller det belopp som är fel',
      },
    ];
  }
  return prövning?.slag === 'oprövad' && prövning.angiven !== null
    ? [
        {
          ...at,
          severity: 'notis',
          message: `investeringarnas summa kan inte kontrolleras: ${hinderWords(prövning.hinder)}`,
        },
      ]
    : [];
}
