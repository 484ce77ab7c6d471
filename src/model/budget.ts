import type { Origin } from './origin.ts';

/** A stretch of a table's own Markdown text, by offsets in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One cell of a budget table: its text as printed, and where it stands. */
export interface BudgetCell extends Span {
  readonly text: string;
}

/** A row of a budget table, and where it stands. */
export interface BudgetRad extends Span {
  readonly namn: string;
  /** As they stand: one for each column, if the row is whole. The first column holds the name and is not among them. */
  readonly celler: readonly BudgetCell[];
}

/** A row or column that is the sum of others. */
export interface BudgetSumma {
  readonly rad: string | null;
  readonly kolumn: string | null;
  readonly av: readonly string[];
  readonly origin: Origin;
}

/** A row, column or cell that must say the same in another table. */
export interface BudgetLikhet {
  readonly rad: string | null;
  readonly kolumn: string | null;
  readonly med: { readonly tabell: string; readonly rad: string | null; readonly kolumn: string | null };
  readonly origin: Origin;
}

export interface BudgetTabell {
  readonly id: string;
  readonly rubrik: string | null;
  readonly måttenhet: string | null;
  /** The Markdown as it stands in the file. */
  readonly text: string;
  /** Header of the column of row names. */
  readonly radrubrik: string;
  readonly kolumner: readonly string[];
  /** Where the row of headers stands. */
  readonly rubrikrad: Span;
  /** The rule of dashes below the headers, with how many columns it has; null where there is none. */
  readonly streckrad: (Span & { readonly antal: number }) | null;
  readonly rader: readonly BudgetRad[];
  readonly summor: readonly BudgetSumma[];
  readonly likheter: readonly BudgetLikhet[];
  /** The largest difference that rounding may give, in the table's unit; null: sums are exact. */
  readonly avrundning: string | null;
  readonly fotnoter: readonly string[];
  readonly kändaAvvikelser: readonly {
    readonly rad: string;
    readonly kolumn: string;
    readonly skäl: string;
    readonly origin: Origin;
  }[];
  readonly origin: Origin;
}

export interface Budgetändring {
  readonly område: string | null;
  readonly text: string;
  readonly belopp: string | null;
  readonly origin: Origin;
}

export interface Investering {
  readonly område: string | null;
  readonly objekt: string;
  readonly slag: string | null;
  readonly belopp: string;
  readonly origin: Origin;
}

export interface Budget {
  readonly tabeller: readonly BudgetTabell[];
  readonly ändringar: readonly Budgetändring[];
  readonly investeringar: {
    readonly måttenhet: string | null;
    /** The sum that the plan states. */
    readonly summa: string | null;
    readonly objekt: readonly Investering[];
    readonly origin: Origin;
  } | null;
  readonly origin: Origin;
}
