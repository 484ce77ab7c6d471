import type { Origin } from './origin.ts';
import type { Period } from './period.ts';

export interface Sammanträdespunkt {
  readonly ärende: string;
  readonly slag: 'återkommande' | 'uppföljning' | 'tema' | null;
  readonly ansvarig: string | null;
  /** The period that is followed up. */
  readonly avser: Period | null;
  /** Ids of what is followed up. */
  readonly gäller: readonly string[];
  readonly origin: Origin;
}

export interface Sammanträde {
  /** First day, ISO. */
  readonly datum: string;
  /** Last day of a meeting over several days; null for one day. */
  readonly till: string | null;
  readonly organ: string;
  readonly rubrik: string | null;
  readonly anmärkning: string | null;
  readonly punkter: readonly Sammanträdespunkt[];
  readonly origin: Origin;
}

export interface Kalender {
  readonly uppföljningsområden: readonly {
    readonly namn: string;
    readonly gäller: readonly string[];
    readonly origin: Origin;
  }[];
  readonly sammanträden: readonly Sammanträde[];
  readonly origin: Origin;
}
