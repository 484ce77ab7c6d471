import type { Decimal } from '../model/decimal.ts';
import type { Jämförare, Krav, Kvantitet } from '../model/malvarde.ts';
import type { Period } from '../model/period.ts';
import type {
  Bedömning,
  Läge,
  Mål,
  Målområde,
  Nyckeltal,
  OrganMålvärde,
  Plan,
  Sammanvägningsmetod,
  Strategi,
  Uppdrag,
  Uppföljningspost,
} from '../model/plan.ts';
import type { Fördelning, Klass, Nivå, Status } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import type { UtfallIndex } from '../model/utfall-index.ts';

/** Where the value that an outcome is compared with came from. */
export interface Jämförelsevärde {
  readonly kvantitet: Kvantitet;
  /** `2021`, `riket`, as people say it. */
  readonly namn: string;
  readonly källa:
    | { readonly slag: 'utfall'; readonly utfall: Utfall }
    | { readonly slag: 'startvärde'; readonly nyckeltal: Nyckeltal };
}

/** How a number was held against a limit. */
export interface Gränsprövning {
  readonly jämförare: Jämförare;
  readonly utfall: Kvantitet;
  readonly mål: Kvantitet;
  readonly uppnått: boolean;
  /** A strict limit that was exactly touched. */
  readonly tangerat: boolean;
  /** Måluppfyllelse before it is rounded for showing; null where the rule has none. */
  readonly procent: Decimal | null;
  readonly regel: 'avvikelse' | 'kvot' | 'startvärde' | 'tolerans' | 'utan procent' | 'skala utan procent';
  readonly gulFrån: Decimal;
  readonly tolerans: Kvantitet | null;
}

/** Why a row has its computed status: the rule and its figures. `report` puts it in words. */
export type Grund =
  | {
      readonly slag: 'gräns';
      readonly prövning: Gränsprövning;
      readonly takt: { readonly andel: string; readonly helår: Kvantitet } | null;
    }
  | {
      readonly slag: 'mellan';
      readonly från: Kvantitet;
      readonly till: Kvantitet;
      readonly prövning: Gränsprövning | null;
      readonly utfall: Kvantitet;
      /** The whole year's range where the share of it that should have been reached was tested. */
      readonly takt: { readonly andel: string; readonly från: Kvantitet; readonly till: Kvantitet } | null;
    }
  | { readonly slag: 'förändring'; readonly prövning: Gränsprövning; readonly bas: Jämförelsevärde | null }
  | {
      readonly slag: 'jämförelse';
      readonly relation: Jämförare | '=';
      readonly utfall: Kvantitet;
      readonly mot: Jämförelsevärde;
      readonly klass: Klass;
      readonly tolerans: Kvantitet | null;
    }
  | { readonly slag: 'läge'; readonly läge: Läge; readonly årsslut: boolean }
  | { readonly slag: 'frist'; readonly frist: string; readonly datum: string | null; readonly klass: Klass }
  /** The worst unit, its outcome and why it has its status. */
  | {
      readonly slag: 'per enhet';
      readonly enhet: string;
      /** Null where it has none, as for what is open at its deadline. */
      readonly utfall: Utfall | null;
      /** How many units have a status, and how many have none. */
      readonly antal: number;
      readonly utan: number;
      readonly grund: Grund;
    }
  | { readonly slag: 'utfall saknas'; readonly senastKända: Utfall | null }
  | { readonly slag: 'mäts senare' }
  | { readonly slag: 'sekretess' }
  | { readonly slag: 'målvärde saknas' }
  | { readonly slag: 'ej satt'; readonly frist: string | null }
  | { readonly slag: 'bedöms' }
  | { readonly slag: 'oläst målvärde' }
  | { readonly slag: 'riktning saknas' }
  | { readonly slag: 'jämförelsevärde saknas'; readonly namn: string }
  | { readonly slag: 'jämförelsevärden olika'; readonly värden: readonly Jämförelsevärde[] }
  | { readonly slag: 'går inte att beräkna'; readonly skäl: string };

export interface Assessment {
  readonly status: Status;
  readonly nivå: Nivå | null;
  readonly procent: Decimal | null;
  readonly grund: Grund;
}

/** A nyckeltal for one organ in the period. An indikator of a strategi has no målområde. */
export interface EvaluatedRad<Område extends Målområde | null = Målområde> {
  readonly nyckeltal: Nyckeltal;
  readonly organ: string;
  readonly målområde: Område;
  readonly mål: Mål | null;
  /** What the outcome is compared with: the period's etappmål, else the målvärde. */
  readonly målvärde: OrganMålvärde | null;
  readonly krav: Krav | null;
  readonly etapp: boolean;
  readonly frist: string | null;
  /** The outcome that decides: where each unit is assessed, the worst one's. */
  readonly utfall: Utfall | null;
  /** The outcome of the organ, or of the nyckeltal's own unit, which has the row's prognos. */
  readonly egetUtfall: Utfall | null;
  readonly procent: Decimal | null;
  /** Måluppfyllelse as shown, `94.7`; never across a threshold. Null where there is none. */
  readonly visadProcent: string | null;
  readonly beräknad: Status;
  /** The level of the plan's scale that was computed. */
  readonly beräknadNivå: Nivå | null;
  readonly bedömd: Bedömning | null;
  /** The one that counts. */
  readonly status: Status;
  readonly nivå: Nivå | null;
  readonly grund: Grund;
  readonly uppföljning: Uppföljningspost | null;
}

/** An uppdrag for one organ; its status is judged or missing, never computed. */
export interface EvaluatedUppdrag {
  readonly uppdrag: Uppdrag;
  readonly organ: string;
  readonly målområde: Målområde;
  readonly läge: Läge | null;
  readonly bedömd: Bedömning | null;
  readonly status: Klass | null;
  readonly nivå: Nivå | null;
  readonly uppföljning: Uppföljningspost | null;
}

/** An indikator for one organ: shown, and assessed where it has a målvärde, but never weighed into anything. */
export type EvaluatedIndikator = EvaluatedRad<Målområde | null>;

/** How many have a level of the plan's scale. */
export interface NivåFördelning {
  readonly nivå: Nivå;
  readonly antal: number;
}

/** A roll-up: computed, judged, and what counts. */
export interface Sammanvägning {
  readonly metod: Sammanvägningsmetod;
  readonly beräknad: Klass | null;
  readonly beräknadNivå: Nivå | null;
  readonly bedömd: Bedömning | null;
  readonly status: Klass | null;
  readonly nivå: Nivå | null;
  readonly fördelning: Fördelning;
  /** The same in the plan's own levels, from best to worst; those that nothing has are left out. */
  readonly nivåer: readonly NivåFördelning[];
}

/** A mål with nyckeltal of its own, or with none at all, and the roll-up of its rows. */
export interface EvaluatedMål {
  readonly mål: Mål;
  readonly rader: readonly EvaluatedRad[];
  readonly sammanvägning: Sammanvägning;
  readonly uppföljning: Uppföljningspost | null;
}

export interface EvaluatedMålområde {
  readonly målområde: Målområde;
  readonly rader: readonly EvaluatedRad[];
  /** The mål that are not their own nyckeltal. */
  readonly mål: readonly EvaluatedMål[];
  readonly indikatorer: readonly EvaluatedIndikator[];
  readonly uppdrag: readonly EvaluatedUppdrag[];
  readonly sammanvägning: Sammanvägning;
  readonly perOrgan: ReadonlyMap<string, Sammanvägning>;
  readonly uppföljning: Uppföljningspost | null;
}

/** A strategi and the roll-up of its målområden. */
export interface EvaluatedStrategi {
  readonly strategi: Strategi;
  readonly indikatorer: readonly EvaluatedIndikator[];
  readonly sammanvägning: Sammanvägning;
  readonly uppföljning: Uppföljningspost | null;
}

export interface EvaluatedPlan {
  readonly plan: Plan;
  readonly period: Period;
  /** The plan's outcomes, to look up in. */
  readonly index: UtfallIndex;
  readonly strategier: readonly EvaluatedStrategi[];
  readonly målområden: readonly EvaluatedMålområde[];
  /** Roll-up of the level directly below: the strategier, and the målområden that belong to none. */
  readonly sammanvägning: Sammanvägning;
}
