/** What a plan is made of that has an id. A mål that is measured itself is a mål. */
export const SLAG = ['strategi', 'målområde', 'mål', 'nyckeltal', 'indikator', 'uppdrag', 'aktivitet'] as const;
export type Slag = (typeof SLAG)[number];

/** Something that a thing says otherwise than before. */
export interface Change {
  /** The key as plan files have it: `målvärde`, `övergripande_mål`. */
  readonly field: string;
  /** The organ whose part of the thing it is; null where it is about all of it. */
  readonly organ: string | null;
  /** As people write it; null where there was, or is, none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A thing that differs. One that has an organ more than before says so under the field `organ`. */
export type ThingDiff = {
  readonly slag: Slag;
  readonly id: string;
  readonly namn: string;
} & (
  | { readonly state: 'new' }
  | { readonly state: 'changed'; readonly changes: readonly Change[] }
  /** With the name of the målområde that it stood in. */
  | { readonly state: 'removed'; readonly målområde: string | null }
);

/** From an earlier version of a plan to a later one; what is alike is left out. */
export interface PlanDiff {
  /** What the plan says of itself: its title, its period. */
  readonly plan: readonly Change[];
  /** In the order of the later plan; what it no longer has comes last, in the order of the earlier one. */
  readonly things: readonly ThingDiff[];
}
