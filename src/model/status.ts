/** The class of a status: what code, roll-up and JSON know, whatever words the plan uses for it. */
export const KLASSER = ['uppfyllt', 'delvis', 'ej_uppfyllt'] as const;
export type Klass = (typeof KLASSER)[number];

/** Why there is no status. Never a colour, never averaged in (design: no colour without a value). */
export const TILLSTÅND = [
  'utfall_saknas',
  'mäts_senare',
  'kan_inte_beräknas',
  'målvärde_saknas',
  'sekretess',
  'ej_påbörjad',
] as const;
export type Tillstånd = (typeof TILLSTÅND)[number];

export type Status = Klass | Tillstånd;

export function isKlass(status: Status): status is Klass {
  return (KLASSER as readonly string[]).includes(status);
}

/** A level of the plan's own scale. */
export interface Nivå {
  readonly id: string;
  /** The word that people see. */
  readonly namn: string;
  /** Måluppfyllelse in percent from which the level holds; null where no percentage leads to it. */
  readonly från: string | null;
  readonly klass: Klass;
}

/** How many have each class, and how many have none. */
export interface Fördelning {
  readonly uppfyllt: number;
  readonly delvis: number;
  readonly ej_uppfyllt: number;
  readonly utan_status: number;
}
