import type { FindingDetails } from '../../diagnostics/diagnostic.ts';
import { placeInTable, readCell, sameName } from '../../evaluate/budget-cell.ts';
import { hasPlace, placeOf } from '../../load/place-of.ts';
import type { Budget, BudgetSumma, BudgetTabell } from '../../model/budget.ts';
import { within } from '../../model/origin.ts';
import { likenessFindings, nameFindings } from '../budget-names.ts';
import { tableName } from '../budget-words.ts';
import type { Rule } from '../rule.ts';

export const budgetTabell: Rule = {
  code: 'VP221',
  slug: 'budget-tabell',
  severity: 'fel',
  about: 'budget',
  title: 'En budgettabell går inte att räkna på',
  why: 'En rad med fel antal celler flyttar beloppen till fel kolumn, och en summa av något som inte finns prövas aldrig. Det syns inte i den färdiga tabellen.',
  help: 'Skriv lika många celler på varje rad som i rubrikraden, med en streckrad under den, och namnen i summor, lika_med och känd_avvikelse precis som de står i tabellen.',
  *check({ plan: { budget } }) {
    for (const tabell of budget?.tabeller ?? []) {
      if (budget !== null) {
        yield* duplicateId(budget, tabell);
        yield* shapeFindings(tabell);
        yield* tabell.summor.flatMap((summa) => sumFindings(tabell, summa));
        yield* tabell.likheter.flatMap((likhet) => likenessFindings(budget, tabell, likhet));
        yield* tabell.kändaAvvikelser.flatMap(({ rad, kolumn, origin }) => [
          ...nameFindings(tabell, 'rad', rad, within(origin, 'rad'), tabell),
          ...nameFindings(tabell, 'kolumn', kolumn, within(origin, 'kolumn'), tabell),
        ]);
      }
    }
  },
};

function duplicateId({ tabeller }: Budget, tabell: BudgetTabell): readonly FindingDetails[] {
  const first = tabeller.find(({ id }) => id === tabell.id);
  return first === undefined || first === tabell || tabell.id === ''
    ? []
    : [
        {
          place: placeOf(within(tabell.origin, 'id')),
          message: `id ”${tabell.id}” används redan av en annan budgettabell`,
          help: 'Ge tabellen ett eget id',
          id: tabell.id,
          notes: [{ place: placeOf(within(first.origin, 'id')), message: 'här används det första gången' }],
        },
      ];
}

/** Rows that are not whole, a rule of dashes that is none, and figures that are no figures. */
function shapeFindings(tabell: BudgetTabell): readonly FindingDetails[] {
  const { kolumner, rubrikrad, streckrad, rader, id } = tabell;
  const wanted = kolumner.length + 1;
  const found: FindingDetails[] = [];
  if (streckrad === null || streckrad.antal !== wanted) {
    found.push({
      place: placeInTable(tabell, streckrad ?? rubrikrad),
      message:
        streckrad === null
          ? `${tableName(tabell)} saknar streckrad under rubrikraden`
          : `streckraden i ${tableName(tabell)} har ${cells(streckrad.antal)}, rubrikraden ${wanted}`,
      help: `Skriv under rubrikraden: |---|${'---:|'.repeat(kolumner.length)}`,
      id,
    });
  }
  if (rader.length === 0) {
    found.push({
      place: placeInTable(tabell, rubrikrad),
      message: `${tableName(tabell)} har inga rader`,
      help: 'Skriv tabellens rader under streckraden',
      id,
    });
  }
  if (tabell.avrundning !== null && readCell(tabell.avrundning).slag !== 'tal') {
    found.push({
      place: placeOf(within(tabell.origin, 'avrundning')),
      message: `avrundningen ”${tabell.avrundning}” i ${tableName(tabell)} går inte att läsa`,
      help: 'Skriv ett tal med decimalkomma, till exempel 0,1',
      id,
    });
  }
  for (const rad of rader) {
    if (rad.celler.length !== kolumner.length) {
      found.push({
        place: placeInTable(tabell, rad),
        message: `raden ”${rad.namn}” i ${tableName(tabell)} har ${cells(rad.celler.length + 1)}, rubrikraden ${wanted}`,
        help: 'Lägg till eller ta bort | så att varje belopp står i sin kolumn; en tom cell skrivs | |',
        id,
      });
    }
    for (const cell of rad.celler) {
      const value = readCell(cell.text);
      if (value.slag === 'oläst') {
        found.push({
          place: placeInTable(tabell, cell),
          message: `beloppet ”${cell.text}” på raden ”${rad.namn}” i ${tableName(tabell)} går inte att läsa: ${value.meddelande}`,
          help: value.hjälp,
          id,
        });
      }
    }
  }
  return found;
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} celler`;
}

function sumFindings(tabell: BudgetTabell, { rad, kolumn, av, origin }: BudgetSumma): readonly FindingDetails[] {
  if (rad === null && kolumn === null) {
    return [
      {
        place: placeOf(within(origin, 'av')),
        message: `en summa i ${tableName(tabell)} har varken rad eller kolumn`,
        help: 'Ange vilken rad: eller kolumn: som är summan',
        id: tabell.id,
      },
    ];
  }
  const slag = rad === null ? 'kolumn' : 'rad';
  const own = rad ?? kolumn ?? '';
  return [
    ...(rad === null ? [] : nameFindings(tabell, 'rad', rad, within(origin, 'rad'), tabell)),
    ...(kolumn === null ? [] : nameFindings(tabell, 'kolumn', kolumn, within(origin, 'kolumn'), tabell)),
    ...av.flatMap((namn, index): readonly FindingDetails[] => {
      const item = within(origin, 'av', index);
      const at = hasPlace(item) ? item : within(origin, 'av');
      if (!sameName(namn, own) && av.findIndex((other) => sameName(other, namn)) === index) {
        return nameFindings(tabell, slag, namn, at, tabell);
      }
      return [
        {
          place: placeOf(at),
          message: sameName(namn, own)
            ? `summan ”${own}” i ${tableName(tabell)} kan inte vara en del av sig själv`
            : `”${namn}” läggs till två gånger i summan ”${own}” i ${tableName(tabell)}`,
          help: 'Ta bort den ur av:',
          id: tabell.id,
        },
      ];
    }),
  ];
}
