/** The parts of the programs's JSON that tests look at; the schemas hold the whole. */
export interface Källa {
  readonly fil: string;
  readonly rad: number;
}

export interface Rad {
  readonly id: string;
  readonly nyckeltal: string;
  readonly organ: string;
  readonly målområde: string;
  readonly målvärde: { readonly text: string; readonly operator: string | null; readonly värde: number | null } | null;
  readonly utfall: { readonly text: string; readonly värde: number | string | null; readonly källa: Källa } | null;
  readonly måluppfyllelse: number | null;
  readonly beräknad: string;
  readonly bedömd: string | null;
  readonly status: string;
  readonly nivå: string | null;
  readonly förklaring: string;
}

export interface StatusOutput {
  readonly plan: { readonly id: string; readonly titel: string };
  readonly period: string;
  readonly fynd: { readonly fel: number; readonly varningar: number; readonly notiser: number };
  readonly totalt: { readonly rader: number; readonly fördelning: Readonly<Record<string, number>> };
  readonly målområden: readonly { readonly id: string; readonly namn: string }[];
  readonly rader: readonly Rad[];
  readonly uppdrag: readonly { readonly id: string; readonly organ: string; readonly målområde: string }[];
}

export interface Fynd {
  readonly fil: string;
  readonly rad: number;
  readonly kolumn: number;
  readonly id: string | null;
  readonly kod: string;
  readonly regel: string;
  readonly allvar: string;
  readonly meddelande: string;
  readonly hjälp: string | null;
}

export interface KontrollOutput {
  readonly antal: { readonly fel: number; readonly varningar: number; readonly notiser: number };
  readonly fynd: readonly Fynd[];
}
