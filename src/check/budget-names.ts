import type { FindingDetails } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { columnsNamed, rowsNamed } from '../evaluate/budget-cell.ts';
import { comparedCells, isComparable } from '../evaluate/budget-sums.ts';
import { hasPlace, placeOf } from '../load/place-of.ts';
import type { Budget, BudgetLikhet, BudgetTabell } from '../model/budget.ts';
import { type Origin, within } from '../model/origin.ts';
import { tableName } from './budget-words.ts';

/** A name that no row or column has, or that several have. */
export function nameFindings(
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

/** A likeness with a table, a row or a column that does not exist, or that does not say what is compared. */
export function likenessFindings(
  budget: Budget,
  tabell: BudgetTabell,
  likhet: BudgetLikhet,
): readonly FindingDetails[] {
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
  if (!isComparable(likhet)) {
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
