import type { EvaluatedIndikator, EvaluatedPlan } from '../../evaluate/evaluated-plan.ts';
import type { FollowUp } from '../../evaluate/follow-up.ts';
import type { Organ } from '../../model/plan.ts';
import type { Heading, Table } from './document.ts';
import type { Revision } from './revision.ts';

/** What the parts of a report are built from. */
export interface PartContext {
  readonly evaluated: EvaluatedPlan;
  /** Level of the heading above, 1 for the title: a part's own headings stand one level below. */
  readonly level: number;
  /** Makes an id that no other heading, table or chart has. */
  readonly unique: (text: string) => string;
  /** What the plan is compared with; null where it is not. */
  readonly revision: Revision | null;
  /** Attributes of the directive, checked. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What is known of a row beside its status; worked out once. */
  readonly followUp: (rad: EvaluatedIndikator) => FollowUp;
}

/** Organ that have a chapter of their own, in the organisation's order; others stand in the chapter of their host. */
export function chapterOrgan({ plan }: EvaluatedPlan): readonly Organ[] {
  return [...plan.organisation.organ.values()].filter(({ redovisasI }) => redovisasI === null);
}

/** The organ that stand in a chapter: its own, and those that are reported there. */
export function organInChapter({ plan }: EvaluatedPlan, id: string): readonly string[] {
  return [
    id,
    ...[...plan.organisation.organ.values()].filter(({ redovisasI }) => redovisasI === id).map((organ) => organ.id),
  ];
}

/** A mål or nyckeltal with its printed number. */
export function nameOf({ beteckning, namn }: { readonly beteckning: string | null; readonly namn: string }): string {
  return beteckning === null ? namn : `${beteckning} ${namn}`;
}

/** The name of a row, with its organ where the plan has rows of several. */
export function radName(context: PartContext, { nyckeltal, organ }: EvaluatedIndikator): string {
  const name = nameOf(nyckeltal);
  return hasSeveralOrgan(context.evaluated) ? `${name} (${shortName(context, organ)})` : name;
}

export function shortName({ evaluated: { plan } }: PartContext, organ: string): string {
  return plan.organisation.organ.get(organ)?.kort ?? organ;
}

const severalOrgan = new WeakMap<EvaluatedPlan, boolean>();

function hasSeveralOrgan(evaluated: EvaluatedPlan): boolean {
  const known =
    severalOrgan.get(evaluated) ??
    new Set(evaluated.målområden.flatMap(({ rader }) => rader.map(({ organ }) => organ))).size > 1;
  severalOrgan.set(evaluated, known);
  return known;
}

export function heading({ level, unique }: PartContext, below: number, text: string): Heading {
  // Headings deeper than six are not known to any format, and the first level is the title's.
  const at = Math.max(2, Math.min(6, level + below)) as Heading['level'];
  return { kind: 'heading', level: at, text, id: unique(text) };
}

export function table({ unique }: PartContext, caption: string, columns: Table['columns'], rows: Table['rows']): Table {
  return { kind: 'table', id: unique(caption), caption, columns, rows };
}

/** A fragment of an address: small letters a–z, figures and hyphens, numbered where it is taken. */
export function uniqueIds(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const base =
      text
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'avsnitt';
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
}
