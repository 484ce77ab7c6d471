import type { Budget, BudgetLikhet, BudgetSumma, BudgetTabell, Investering } from '../model/budget.ts';
import type { Origin } from '../model/origin.ts';
import { type Amount, addUp, commonUnit, holdAgainst, printed, type SummaPrövning } from './add-amounts.ts';
import { type BudgetRuta, columnsNamed, findTabell, readCell, rowsNamed, rutaAt, sameName } from './budget-cell.ts';

/** What a cell should be: the sum of rows in its column, of columns in its row, or a cell of another table. */
export type BudgetGrund =
  | { readonly slag: 'rader'; readonly delar: readonly BudgetRuta[] }
  | { readonly slag: 'kolumner'; readonly delar: readonly BudgetRuta[] }
  | { readonly slag: 'likhet'; readonly med: BudgetRuta };

/** One cell of a table, held against one of the table's own statements. */
export interface CellPrövning {
  readonly ruta: BudgetRuta;
  readonly grund: BudgetGrund;
  readonly prövning: SummaPrövning;
  /** The entry of `summor` or `lika_med`. */
  readonly origin: Origin;
}

/** The investments of one område, in the order of the plan, with their sum; null where an amount is no number. */
export interface InvesteringsOmråde {
  readonly namn: string | null;
  readonly objekt: readonly Investering[];
  readonly summa: string | null;
}

export interface InvesteringsPrövning {
  readonly områden: readonly InvesteringsOmråde[];
  readonly beräknad: string | null;
  /** Null where the plan states no sum. */
  readonly prövning: SummaPrövning | null;
}

/** Every sum and likeness that a table states, cell by cell. Statements with unknown names are passed over. */
export function checkTabell(budget: Budget, tabell: BudgetTabell): readonly CellPrövning[] {
  return [
    ...tabell.summor.flatMap((summa) => checkSumma(tabell, summa)),
    ...tabell.likheter.flatMap((likhet) => checkLikhet(budget, tabell, likhet)),
  ];
}

/** What a table says is wrong in a cell and why it stands; it counts only in a published plan. */
export function knownDeviation({ tabell, rad, kolumn }: BudgetRuta): BudgetTabell['kändaAvvikelser'][number] | null {
  return tabell.kändaAvvikelser.find((one) => sameName(one.rad, rad.namn) && sameName(one.kolumn, kolumn)) ?? null;
}

function checkSumma(tabell: BudgetTabell, summa: BudgetSumma): readonly CellPrövning[] {
  // With both row and column the row is the sum, in that column alone.
  return summa.rad !== null ? sumOfRows(tabell, summa, summa.rad) : sumOfColumns(tabell, summa);
}

function sumOfRows(tabell: BudgetTabell, { kolumn, av, origin }: BudgetSumma, rad: string): readonly CellPrövning[] {
  const total = only(rowsNamed(tabell, rad));
  const parts = av.map((namn) => only(rowsNamed(tabell, namn)));
  const columns = kolumn === null ? tabell.kolumner.keys() : columnsNamed(tabell, kolumn);
  return [...columns].flatMap((column) => {
    const delar = parts.map((part) => rutaAt(tabell, part, column));
    return checked(rutaAt(tabell, total, column), delar, 'rader', origin);
  });
}

function sumOfColumns(tabell: BudgetTabell, { kolumn, av, origin }: BudgetSumma): readonly CellPrövning[] {
  const total = kolumn === null ? undefined : only(columnsNamed(tabell, kolumn));
  const parts = av.map((namn) => only(columnsNamed(tabell, namn)));
  return tabell.rader.flatMap((rad) => {
    const delar = parts.map((part) => rutaAt(tabell, rad, part));
    return checked(rutaAt(tabell, rad, total), delar, 'kolumner', origin);
  });
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function checked(
  ruta: BudgetRuta | null,
  rutor: readonly (BudgetRuta | null)[],
  slag: 'rader' | 'kolumner',
  origin: Origin,
): readonly CellPrövning[] {
  const delar = rutor.flatMap((one) => one ?? []);
  if (ruta === null || delar.length === 0 || delar.length < rutor.length) {
    return [];
  }
  const { måttenhet, avrundning } = ruta.tabell;
  const parts = delar.map(({ cell }) => ({ text: cell.text, måttenhet }));
  const prövning = holdAgainst({ text: ruta.cell.text, måttenhet }, parts, avrundning);
  return [{ ruta, grund: { slag, delar }, prövning, origin }];
}

function checkLikhet(budget: Budget, tabell: BudgetTabell, likhet: BudgetLikhet): readonly CellPrövning[] {
  return comparedCells(budget, tabell, likhet).map(([ruta, med]) => ({
    ruta,
    grund: { slag: 'likhet', med },
    prövning: sameText(ruta, med) ?? holdAgainst(amountOf(ruta), [amountOf(med)], tabell.avrundning),
    origin: likhet.origin,
  }));
}

/** Whether a likeness says what is compared: rows with rows, columns with columns, a cell with a cell. */
export function isComparable({ rad, kolumn, med }: BudgetLikhet): boolean {
  return (
    (rad !== null || kolumn !== null) &&
    (rad === null) === (med.rad === null) &&
    (kolumn === null) === (med.kolumn === null)
  );
}

/** The cells that are compared: one, or those of a row or column whose other name stands in both tables. */
export function comparedCells(
  budget: Budget,
  tabell: BudgetTabell,
  likhet: BudgetLikhet,
): readonly (readonly [BudgetRuta, BudgetRuta])[] {
  const { rad, kolumn, med } = likhet;
  const other = findTabell(budget, med.tabell);
  if (other === null || !isComparable(likhet)) {
    return [];
  }
  const rows = rad === null ? tabell.rader.map(({ namn }) => [namn, namn] as const) : [[rad, med.rad ?? rad] as const];
  const columns =
    kolumn === null ? tabell.kolumner.map((namn) => [namn, namn] as const) : [[kolumn, med.kolumn ?? kolumn] as const];
  return rows.flatMap(([ownRow, otherRow]) =>
    columns.flatMap(([ownColumn, otherColumn]) => {
      const own = rutaAt(tabell, only(rowsNamed(tabell, ownRow)), only(columnsNamed(tabell, ownColumn)));
      const theirs = rutaAt(other, only(rowsNamed(other, otherRow)), only(columnsNamed(other, otherColumn)));
      return own === null || theirs === null ? [] : [[own, theirs] as const];
    }),
  );
}

function amountOf({ tabell, cell }: BudgetRuta): Amount {
  return { text: cell.text, måttenhet: tabell.måttenhet };
}

/** The same words say the same, though they are no figures. */
function sameText(a: BudgetRuta, b: BudgetRuta): SummaPrövning | null {
  const isWords = readCell(a.cell.text).slag === 'text' && sameName(a.cell.text, b.cell.text);
  return isWords ? { slag: 'stämmer', angiven: a.cell.text, beräknad: b.cell.text } : null;
}

/** The investments by område, and their sum against the one that the plan states. */
export function checkInvesteringar({
  summa,
  måttenhet,
  objekt,
}: NonNullable<Budget['investeringar']>): InvesteringsPrövning {
  const groups = new Map<string | null, Investering[]>();
  for (const one of objekt) {
    const group = groups.get(one.område);
    if (group === undefined) {
      groups.set(one.område, [one]);
    } else {
      group.push(one);
    }
  }
  const amounts = (list: readonly Investering[]) => list.map(({ belopp }) => ({ text: belopp, måttenhet }));
  const unit = commonUnit(amounts(objekt));
  const sumOf = (list: readonly Investering[]) => printed(addUp(amounts(list), unit));
  return {
    områden: [...groups].map(([namn, list]) => ({ namn, objekt: list, summa: sumOf(list) })),
    beräknad: sumOf(objekt),
    prövning: summa === null ? null : holdAgainst({ text: summa, måttenhet }, amounts(objekt), null),
  };
}
