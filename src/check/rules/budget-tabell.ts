import type { FindingDetails } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { columnsNamed, placeInTable, readCell, rowsNamed, sameName } from '../../evaluate/budget-cell.ts';
import { comparedCells } from '../../evaluate/budget-sums.ts';
import { hasPlace, placeOf } from '../../load/place-of.ts';
import type { Budget, BudgetLikhet, BudgetSumma, BudgetTabell } from '../../model/budget.ts';
import { type Origin, within } from '../../model/origin.ts';
import { tableName } from '../budget-words.ts';
import type { Rule } from '../rule.ts';

export const budgetTabell: Rule = {
  code: 'VP221',
  slug: 'budget-tabell',
  severity: 'fel',
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

function likenessFindings(budget: Budget, tabell: BudgetTabell, likhet: BudgetLikhet): readonly FindingDetails[] {
  const { rad, kolumn, med, origin } = likhet;
  const at = within(origin, 'med');
  const other = budget.tabeller.find(({ id }) => id === med.tabell);
  const finding = (where: Origin, message: string, help: string): FindingDetails => ({
    place: placeOf(where),
    message,
    help,
    id: tabell.id,
  });
  if (other === undefined) {
    const known = budget.tabeller.map(({ id }) => id);
    return [
      finding(
        within(at, 'tabell'),
        `tabellen ”${med.tabell}” finns inte i budget.yaml`,
        didYouMean(med.tabell, known) ?? `Tabeller som finns: ${known.join(', ')}`,
      ),
    ];
  }
  if (
    (rad === null && kolumn === null) ||
    (rad === null) !== (med.rad === null) ||
    (kolumn === null) !== (med.kolumn === null)
  ) {
    return [
      finding(
        within(at, 'tabell'),
        `lika_med i ${tableName(tabell)} säger inte vad som jämförs`,
        'Ange rad: eller kolumn: (eller båda) för den här tabellen; under med: bara det som heter något annat där',
      ),
    ];
  }
  const names = [
    ...(rad === null ? [] : nameFindings(tabell, 'rad', rad, within(origin, 'rad'), tabell)),
    ...(kolumn === null ? [] : nameFindings(tabell, 'kolumn', kolumn, within(origin, 'kolumn'), tabell)),
    ...(med.rad === null ? [] : nameFindings(other, 'rad', med.rad, placeOfOther(origin, 'rad'), tabell)),
    ...(med.kolumn === null ? [] : nameFindings(other, 'kolumn', med.kolumn, placeOfOther(origin, 'kolumn'), tabell)),
  ];
  return names.length > 0 || comparedCells(budget, tabell, likhet).length > 0
    ? names
    : [
        finding(
          within(at, 'tabell'),
          `${tableName(tabell)} och ${tableName(other)} har ${rad === null ? 'ingen rad' : 'ingen kolumn'} med samma namn att jämföra`,
          'Ange både rad: och kolumn:, och under med: vad de heter där',
        ),
      ];
}

/** Where the name in the other table is stated: under `med`, else beside it. */
function placeOfOther(origin: Origin, key: 'rad' | 'kolumn'): Origin {
  const own = within(origin, 'med', key);
  return hasPlace(own) ? own : within(origin, key);
}

/** A name that no row or column has, or that several have. */
function nameFindings(
  tabell: BudgetTabell,
  slag: 'rad' | 'kolumn',
  namn: string,
  at: Origin,
  owner: BudgetTabell,
): readonly FindingDetails[] {
  const known = slag === 'rad' ? tabell.rader.map((rad) => rad.namn) : tabell.kolumner;
  const count = slag === 'rad' ? rowsNamed(tabell, namn).length : columnsNamed(tabell, namn).length;
  if (count === 1) {
    return [];
  }
  const things = slag === 'rad' ? 'rader' : 'kolumner';
  return [
    {
      place: placeOf(at),
      message:
        count === 0
          ? `${slag === 'rad' ? 'raden' : 'kolumnen'} ”${namn}” finns inte i ${tableName(tabell)}`
          : `${count} ${things} i ${tableName(tabell)} heter ”${namn}”`,
      help:
        count === 0
          ? (didYouMean(namn, known) ??
            `${slag === 'rad' ? 'Rader' : 'Kolumner'} som finns: ${known.map((one) => `”${one}”`).join(', ')}`)
          : 'Ge dem olika namn, så att det går att säga vilken som menas',
      id: owner.id,
    },
  ];
}
