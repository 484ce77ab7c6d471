import type { Decimal } from './decimal.ts';

/** A number with its unit of measure, as it was written. */
export interface Kvantitet {
  readonly värde: Decimal;
  /** The printed digits with a point and an ASCII minus: `-34.80`. Durations written as a clock are whole seconds. */
  readonly siffror: string;
  /** Canonical unit (`%`, `mkr`, `min`, `kWh/m²`), null where none is written. */
  readonly måttenhet: string | null;
}

export type Jämförare = '>=' | '>' | '<=' | '<';

/** What a value is compared with, other than a number. */
export type Jämförelse =
  | { readonly slag: 'år'; readonly år: number }
  | { readonly slag: 'föregående år' }
  | { readonly slag: 'riket' }
  | { readonly slag: 'liknande' };

/** What has to hold. `operator` null means a bare number: the plan must state `riktning`. */
export type Krav =
  | { readonly slag: 'gräns'; readonly operator: Jämförare | null; readonly kvantitet: Kvantitet }
  | { readonly slag: 'mellan'; readonly från: Kvantitet; readonly till: Kvantitet }
  | {
      readonly slag: 'förändring';
      /** Compares the signed change with `kvantitet`: at least 48 % less is `<=` and -48. */
      readonly jämförare: Jämförare | null;
      readonly kvantitet: Kvantitet;
      /** Null where the text names no base: `halveras till 2030`. */
      readonly mot: Jämförelse | null;
    }
  | {
      readonly slag: 'jämförelse';
      /** `bättre` takes its direction from `riktning`. */
      readonly riktning: Jämförare | '=' | 'bättre';
      readonly mot: Jämförelse;
      /** `bland de 25 % bästa`: the best share of the others, in percent. */
      readonly bästa: Kvantitet | null;
    }
  | { readonly slag: 'trend'; readonly riktning: 'öka' | 'minska' | 'oförändrat'; readonly mot: Jämförelse }
  | {
      readonly slag: 'aktivitet';
      /** How many are to be done; null for one that is done or not. */
      readonly antal: {
        readonly jämförare: Jämförare | null;
        readonly värde: Decimal;
        readonly siffror: string;
      } | null;
    }
  | { readonly slag: 'senast' }
  | { readonly slag: 'bedöms' }
  | { readonly slag: 'ej_satt' };

/** A målvärde that was read. */
export interface Målvärde {
  readonly krav: Krav;
  /** Deadline: a year or a day, `2030` or `2025-06-30`. For `ej_satt` the day when it is to be completed. */
  readonly frist: string | null;
  /** `inom 15 sekunder`, `under 2022`: a condition that belongs to the measure, shown and not computed. */
  readonly villkor: string | null;
  /** What the share is of: `skatteintäkter och statsbidrag`. */
  readonly av: string | null;
  /** Parentheses that are neither organ nor unit. */
  readonly anmärkningar: readonly string[];
}

/** Why a text is no målvärde. Offsets count from the start of the text. */
export interface Läsfel {
  readonly start: number;
  readonly slut: number;
  readonly meddelande: string;
  readonly hjälp: string;
}

export type Läsning =
  | { readonly slag: 'läst'; readonly målvärde: Målvärde }
  | { readonly slag: 'per organ'; readonly delar: readonly { readonly organ: string; readonly målvärde: Målvärde }[] }
  | { readonly slag: 'oläst'; readonly fel: Läsfel };

/** What a reader must know beside the text itself. */
export interface Läskontext {
  /** Organ by every name a parenthesis may use, lower case → id: `rjh` → `rjh`. */
  readonly organ: ReadonlyMap<string, string>;
  /** The unit that the nyckeltal states, as written there. */
  readonly måttenhet: string | null;
}
