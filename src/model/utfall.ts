import type { SourceFile } from '../source/source-file.ts';
import type { Kvantitet } from './malvarde.ts';
import type { Period } from './period.ts';
import type { Läge } from './plan.ts';

/** Why a row has no value; never zero. What stands in an `oanvändbar` one, its remark tells. */
export type Bortfall = 'saknas' | 'mäts på helår' | 'sekretess' | 'oanvändbar';

export type Utfallsvärde =
  | { readonly slag: 'tal'; readonly kvantitet: Kvantitet }
  | { readonly slag: 'läge'; readonly läge: Läge }
  | { readonly slag: 'datum'; readonly datum: string }
  | { readonly slag: 'bortfall'; readonly skäl: Bortfall };

export type Kön = 'totalt' | 'kvinnor' | 'män';

/** One row of an utfall file. */
export interface Utfall {
  readonly nyckeltal: string;
  readonly organ: string;
  readonly period: Period;
  /** As printed in the file. */
  readonly text: string;
  readonly värde: Utfallsvärde;
  readonly kön: Kön;
  /** A unit of the organisation, `riket` or `liknande`; null for the organ as a whole. */
  readonly enhet: string | null;
  readonly prognos: { readonly text: string; readonly värde: Utfallsvärde } | null;
  readonly mätdatum: string | null;
  readonly anmärkning: string | null;
  readonly källa: string | null;
  readonly file: SourceFile;
  /** The physical line where the record begins, 1-based. */
  readonly rad: number;
}

/** Whether something was written as an outcome, be it one that cannot be used. */
export function isStated(row: Utfall): boolean {
  return row.värde.slag !== 'bortfall' || isUnusable(row);
}

export function isUnusable({ värde }: Utfall): boolean {
  return värde.slag === 'bortfall' && värde.skäl === 'oanvändbar';
}

/** What is to be said of a row first, then what is written there. */
export function withRemark(remark: string, anmärkning: string | null): string {
  return anmärkning === null ? remark : `${remark}; ${anmärkning}`;
}
