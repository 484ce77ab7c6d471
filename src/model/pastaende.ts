import type { Origin } from './origin.ts';
import type { Period } from './period.ts';
import type { Kön } from './utfall.ts';

export const RÄKNAT = [
  'strategier',
  'målområden',
  'mål',
  'nyckeltal',
  'rader',
  'uppdrag',
  'uppdrag_per_organ',
  'aktiviteter',
  'indikatorer',
  'investeringar',
] as const;
export type Räknat = (typeof RÄKNAT)[number];

/** What is counted must have all of these. */
export interface PåståendeFilter {
  readonly sort: string | null;
  readonly organ: string | null;
  readonly målområde: string | null;
  readonly strategi: string | null;
  readonly från: string | null;
  readonly status: string | null;
  readonly beräknad: string | null;
  readonly bedömd: string | null;
  readonly läge: string | null;
}

export type PåståendeSlag =
  | { readonly slag: 'räkna'; readonly vad: Räknat; readonly där: PåståendeFilter }
  /** The value of one thing: an id, for `status` and `beräknad` also a målområde. */
  | {
      readonly slag: 'utfall' | 'målvärde' | 'prognos' | 'måluppfyllelse' | 'status' | 'beräknad' | 'uppgift';
      readonly id: string;
    }
  | { readonly slag: 'förändring'; readonly från: string; readonly till: string }
  | { readonly slag: 'summa'; readonly delar: readonly string[] }
  | { readonly slag: 'budget'; readonly tabell: string; readonly rad: string; readonly kolumn: string };

/** A figure that a published text states about the plan. */
export interface Påstående {
  readonly innehåll: PåståendeSlag;
  readonly organ: string | null;
  readonly enhet: string | null;
  readonly kön: Kön;
  readonly period: Period | null;
  readonly väntat: string;
  readonly källa: string | null;
  /** Why the published figure does not hold. */
  readonly kändAvvikelse: string | null;
  readonly origin: Origin;
}
