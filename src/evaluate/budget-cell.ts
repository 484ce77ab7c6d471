import { partOf } from '../load/place-of.ts';
import { readKvantitet, statedUnit } from '../malvarde/read-kvantitet.ts';
import { convert } from '../malvarde/units.ts';
import type { Budget, BudgetCell, BudgetRad, BudgetTabell, Span } from '../model/budget.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Kvantitet } from '../model/malvarde.ts';
import { within } from '../model/origin.ts';
import type { Place } from '../source/source-file.ts';

/** What stands in a cell of the budget. Words such as ”Ej specificerat” are no fault: their sums cannot be checked. */
export type CellValue =
  | { readonly slag: 'tal'; readonly kvantitet: Kvantitet }
  | { readonly slag: 'tom' }
  | { readonly slag: 'text' }
  /** Nothing but digits and signs, and still no number: `1.234`, `1 2345`. */
  | { readonly slag: 'oläst'; readonly meddelande: string; readonly hjälp: string };

/** A cell of a table by its row and column. */
export interface BudgetRuta {
  readonly tabell: BudgetTabell;
  readonly rad: BudgetRad;
  readonly kolumn: string;
  readonly cell: BudgetCell;
}

/** Reads an amount as it is printed; `*` behind it points at a footnote. */
export function readCell(text: string): CellValue {
  const plain = text.replace(/\s*\*+$/, '').replace(/^\+\s*(?=\d)/, '');
  if (plain.trim() === '') {
    return { slag: 'tom' };
  }
  // A number word or a time of day is text in a budget.
  if (!/\d/.test(plain) || plain.includes(':')) {
    return { slag: 'text' };
  }
  const read = readKvantitet(plain, null);
  if (read.slag === 'läst') {
    return { slag: 'tal', kvantitet: read.kvantitet };
  }
  return /^[-−–]?\s*\d[\d\s.,]*$/.test(plain)
    ? { slag: 'oläst', meddelande: read.fel.meddelande, hjälp: read.fel.hjälp }
    : { slag: 'text' };
}

/** The rows of a name; a table that is whole has one. */
export function rowsNamed(tabell: BudgetTabell, namn: string): readonly BudgetRad[] {
  return tabell.rader.filter((rad) => sameName(rad.namn, namn));
}

/** The indexes of the columns of a name. */
export function columnsNamed(tabell: BudgetTabell, namn: string): readonly number[] {
  return tabell.kolumner.flatMap((kolumn, index) => (sameName(kolumn, namn) ? [index] : []));
}

/** The only cell of a row and a column; null where a name is unknown or stands twice. */
export function findRuta(tabell: BudgetTabell, rad: string, kolumn: string): BudgetRuta | null {
  const rows = rowsNamed(tabell, rad);
  const columns = columnsNamed(tabell, kolumn);
  return rows.length === 1 && columns.length === 1 ? rutaAt(tabell, rows[0], columns[0]) : null;
}

/** The only table of an id. */
export function findTabell(budget: Budget, id: string): BudgetTabell | null {
  const tables = budget.tabeller.filter((tabell) => tabell.id === id);
  return tables.length === 1 ? (tables[0] ?? null) : null;
}

export function rutaAt(
  tabell: BudgetTabell,
  rad: BudgetRad | undefined,
  column: number | undefined,
): BudgetRuta | null {
  const cell = column === undefined ? undefined : rad?.celler[column];
  const kolumn = column === undefined ? undefined : tabell.kolumner[column];
  return rad === undefined || cell === undefined || kolumn === undefined ? null : { tabell, rad, kolumn, cell };
}

/** Names are compared as printed; only how they are broken into lines does not matter. */
export function sameName(a: string, b: string): boolean {
  return a === b || singleSpaced(a) === singleSpaced(b);
}

function singleSpaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Where a part of a table stands in its file. */
export function placeInTable(tabell: BudgetTabell, { start, end }: Span): Place {
  return partOf(within(tabell.origin, 'tabell'), tabell.text, start, end);
}

/** An amount in another unit; a bare number has the unit of where it stands. Null where the units do not fit. */
export function amountIn(kvantitet: Kvantitet, own: string | null, till: string | null): Decimal | null {
  return convert({ ...kvantitet, måttenhet: kvantitet.måttenhet ?? statedUnit(own) }, statedUnit(till));
}
