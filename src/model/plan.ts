import type { Budget } from './budget.ts';
import type { Decimal } from './decimal.ts';
import type { Kalender } from './kalender.ts';
import { joined } from './lists.ts';
import type { Läsning, Målvärde } from './malvarde.ts';
import type { Origin } from './origin.ts';
import type { Påstående } from './pastaende.ts';
import type { Period } from './period.ts';
import type { Klass, Nivå } from './status.ts';
import type { Utfall } from './utfall.ts';

/** Who answers: fullmäktige, a styrelse, a nämnd, the whole region. */
export interface Organ {
  readonly id: string;
  readonly namn: string;
  /** Short name as printed: `RS`. */
  readonly kort: string;
  /** The organ in whose chapter its rows stand. */
  readonly redovisasI: string | null;
}

export interface Enhet {
  readonly id: string;
  readonly namn: string;
  readonly organ: string | null;
}

export interface Organisation {
  readonly namn: string;
  readonly organ: ReadonlyMap<string, Organ>;
  readonly enheter: ReadonlyMap<string, Enhet>;
  /** Where readers of what is published turn: an address of e-mail or of the web. */
  readonly kontakt: string | null;
  /** The web address of the tillgänglighetsredogörelse that the law asks for. */
  readonly accessibilityStatement: string | null;
}

export type PlanStatus = 'utkast' | 'förslag' | 'beslutad' | 'publicerad';
export type Riktning = 'öka' | 'minska';
export type Mäts = 'månad' | 'tertial' | 'år';
export type Metod = 'avvikelse' | 'kvot' | 'startvärde';
export type Sammanvägningsmetod = 'samstämmig' | 'sämst' | 'majoritet' | 'bedömd' | 'ingen';
export type Underlag = 'nyckeltal' | 'uppdrag' | 'båda';

export const LÄGEN = ['ej påbörjad', 'pågår', 'genomförd', 'försenad', 'pausad', 'avbruten'] as const;
export type Läge = (typeof LÄGEN)[number];

/** How a plan assesses; nothing of it is a constant of the program. */
export interface Bedömningsregler {
  /** Måluppfyllelse in percent from which a missed målvärde is partly met. */
  readonly gulFrån: Decimal;
  readonly metod: Metod;
  readonly tolerans: string | null;
  /** Decimals to which måluppfyllelse is rounded before it is compared; null: not at all. */
  readonly avrundning: number | null;
  readonly sammanvägning: Sammanvägningsmetod;
  readonly underlag: Underlag;
  /** From best to worst. */
  readonly skala: readonly Nivå[];
  /** Whether the plan states a scale of its own. */
  readonly egenSkala: boolean;
  /** Whether the plan's scale has no percentages, so that none is computed or shown. */
  readonly utanProcent: boolean;
}

/** A text that should be a målvärde, with what it was read as. */
export interface StatedMålvärde {
  readonly text: string;
  /** The organ under which it stands in a map; null where it stands alone. */
  readonly organ: string | null;
  readonly läsning: Läsning;
  readonly origin: Origin;
}

/** A målvärde that holds for one organ. */
export interface OrganMålvärde {
  readonly text: string;
  readonly målvärde: Målvärde | null;
  readonly origin: Origin;
}

export interface Nyckeltal {
  readonly id: string;
  readonly beteckning: string | null;
  readonly namn: string;
  readonly alias: readonly string[];
  readonly beskrivning: string | null;
  readonly definition: string | null;
  readonly sammaSom: string | null;
  readonly ersätter: readonly string[];
  readonly sort: string | null;
  readonly från: string | null;
  readonly geh: boolean;
  readonly organ: readonly string[];
  readonly enhet: string | null;
  readonly perEnhet: boolean;
  /** Every målvärde text as it stands; `målvärdeOf` gives that of an organ. */
  readonly målvärden: readonly StatedMålvärde[];
  readonly ordalydelse: string | null;
  readonly riktning: Riktning | null;
  readonly måttenhet: string | null;
  readonly startvärde: { readonly text: string; readonly period: Period | null; readonly origin: Origin } | null;
  readonly utfallÄr: 'nivå' | 'förändring' | null;
  readonly jämför: 'år' | 'samma period';
  /** By period id. */
  readonly etappmål: ReadonlyMap<string, readonly StatedMålvärde[]>;
  readonly mäts: Mäts;
  readonly periodvärde: 'senaste' | 'medel' | 'summa';
  readonly ackumulerande: boolean;
  readonly takt: 'jämn' | null;
  readonly könsuppdelat: boolean;
  readonly metod: Metod | null;
  readonly tolerans: string | null;
  readonly gulFrån: string | null;
  readonly riktmärke: string | null;
  /** The indikator of fullmäktige that an indikator belongs to. */
  readonly under: string | null;
  readonly källa: string | null;
  readonly ansvarig: string | null;
  readonly kolada: string | null;
  readonly origin: Origin;
}

/** A goal: with its own nyckeltal, or itself measured (then it has one nyckeltal of the same id). */
export interface Mål {
  readonly id: string;
  readonly beteckning: string | null;
  readonly namn: string;
  readonly beskrivning: string | null;
  /** Who answers for it. */
  readonly organ: readonly string[];
  readonly målvärde: StatedMålvärde | null;
  /** Organ whose plans hold it too. */
  readonly alsoIn: readonly string[];
  readonly sort: string | null;
  /** Whether it is a goal for god ekonomisk hushållning. */
  readonly geh: boolean;
  readonly nyckeltal: readonly Nyckeltal[];
  readonly aktiviteter: readonly Aktivitet[];
  /** The short form: the mål is its own nyckeltal. */
  readonly kortform: boolean;
  readonly origin: Origin;
}

export interface Uppdrag {
  readonly id: string;
  readonly beteckning: string | null;
  readonly namn: string;
  readonly beskrivning: string | null;
  readonly från: string | null;
  readonly organ: readonly string[];
  readonly ansvarig: string | null;
  readonly senast: string | null;
  readonly sammaSom: string | null;
  readonly mätsMed: readonly string[];
  /** Organ whose plans hold it too. */
  readonly alsoIn: readonly string[];
  readonly nyckeltal: readonly Nyckeltal[];
  readonly aktiviteter: readonly Aktivitet[];
  readonly origin: Origin;
}

export interface Aktivitet {
  readonly id: string;
  readonly namn: string;
  readonly beskrivning: string | null;
  readonly organ: readonly string[];
  readonly ansvarig: string | null;
  readonly start: string | null;
  readonly slut: string | null;
  readonly origin: Origin;
}

export interface Målområde {
  readonly id: string;
  readonly namn: string;
  readonly övergripandeMål: string | null;
  /** Whether the övergripande mål is a goal for god ekonomisk hushållning. */
  readonly geh: boolean;
  readonly text: string | null;
  readonly sammanvägning: Sammanvägningsmetod | null;
  /** Ids of the indikatorer that the målområde is tied to. */
  readonly follows: readonly string[];
  readonly mål: readonly Mål[];
  /** Every nyckeltal of the målområde in order, those of its mål and uppdrag included. */
  readonly nyckeltal: readonly Nyckeltal[];
  readonly uppdrag: readonly Uppdrag[];
  readonly aktiviteter: readonly Aktivitet[];
  readonly indikatorer: readonly Nyckeltal[];
  readonly origin: Origin;
}

/** A status that a person has set. */
export interface Bedömning {
  /** The word as written. */
  readonly text: string;
  readonly klass: Klass;
  readonly nivå: Nivå;
  readonly motivering: string | null;
  readonly origin: Origin;
}

/** The words of a follow-up on one thing. */
export interface Uppföljningspost {
  readonly läge: Läge | null;
  readonly bedömning: Bedömning | null;
  readonly prognos: string | null;
  readonly kommentar: string | null;
  readonly åtgärder: string | null;
  readonly fotnot: string | null;
  readonly origin: Origin;
}

export type Uppföljningsslag =
  | 'strategier'
  | 'målområden'
  | 'mål'
  | 'nyckeltal'
  | 'uppdrag'
  | 'aktiviteter'
  | 'indikatorer';

/** What is judged of god ekonomisk hushållning (kommunallagen 11 kap.): goals for finance and activity, and all in all. */
export const GEH_DELAR = ['finansiella', 'verksamhet', 'samlad'] as const;
export type GehDel = (typeof GEH_DELAR)[number];

/** One organ's words on one period. */
export interface Uppföljning {
  readonly period: Period;
  readonly organ: string;
  readonly inledning: string | null;
  readonly avslutning: string | null;
  /** Words on god ekonomisk hushållning; those of the plan's own organ are the ones that count. */
  readonly geh: ReadonlyMap<GehDel, Uppföljningspost>;
  readonly poster: Readonly<Record<Uppföljningsslag, ReadonlyMap<string, Uppföljningspost>>>;
}

export interface Nivånamn {
  readonly strategi: string;
  readonly målområde: string;
  readonly mål: string;
  readonly nyckeltal: string;
}

export interface Strategi {
  readonly id: string;
  readonly namn: string;
  readonly text: string | null;
  readonly prioriteringar: readonly string[];
  readonly målområden: readonly string[];
  readonly indikatorer: readonly Nyckeltal[];
}

/** A decision on the plan; what is unknown is null. */
export interface Beslut {
  readonly organ: string | null;
  readonly datum: string | null;
  readonly paragraf: string | null;
  readonly dnr: string | null;
  readonly avser: string | null;
  readonly handling: string | null;
  readonly origin: Origin;
}

/** A fact that several texts repeat. */
export interface Uppgift {
  readonly id: string;
  readonly namn: string | null;
  readonly värde: string;
  readonly källa: string | null;
  readonly origin: Origin;
}

/** What a decided and published document got wrong: one rule at one id. */
export interface KändAvvikelse {
  readonly regel: string;
  readonly gäller: string;
  readonly skäl: string;
  readonly källa: string | null;
  readonly origin: Origin;
}

/** A warning that the plan silences until a day. */
export interface Undantag {
  readonly regel: string;
  readonly gäller: string;
  readonly skäl: string;
  readonly till: string;
  readonly origin: Origin;
}

export interface Plan {
  /** Name of the plan's folder: `2025`. */
  readonly id: string;
  readonly titel: string;
  readonly period: Period;
  /** Whose plan it is. */
  readonly organ: string;
  readonly status: PlanStatus;
  readonly organisation: Organisation;
  readonly nivåer: Nivånamn;
  readonly strategier: readonly Strategi[];
  readonly bedömningsregler: Bedömningsregler;
  /** In the order in which the plan prints them. */
  readonly målområden: readonly Målområde[];
  readonly utfall: readonly Utfall[];
  readonly uppföljningar: readonly Uppföljning[];
  readonly budget: Budget | null;
  readonly kalender: Kalender | null;
  readonly påståenden: readonly Påstående[];
  readonly uppgifter: readonly Uppgift[];
  readonly kändaAvvikelser: readonly KändAvvikelse[];
  readonly undantag: readonly Undantag[];
  readonly förslagsställare: string | null;
  readonly dnr: string | null;
  readonly beslut: readonly Beslut[];
  readonly origin: Origin;
}

/** Every nyckeltal and indikator of a plan, those of its strategier last. */
export function everyNyckeltal({ målområden, strategier }: Plan): readonly Nyckeltal[] {
  const lists = målområden.flatMap((målområde) => [målområde.nyckeltal, målområde.indikatorer]);
  return joined([...lists, ...strategier.map((strategi) => strategi.indikatorer)]);
}
