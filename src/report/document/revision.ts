import type { Change, PlanDiff, Slag, ThingDiff } from '../../diff/plan-diff.ts';
import type { Mäts, Nivånamn } from '../../model/plan.ts';
import { MÄTS_WORDS } from '../phrases.ts';
import type { Cell, Paragraph } from './document.ts';

/** An earlier version that the plan is compared with. */
export interface Compared {
  /** What people call it. */
  readonly earlier: string;
  readonly diff: PlanDiff;
}

/** The same, where what differs is found by what it is. */
export interface Revision extends Compared {
  readonly find: (slag: Slag, id: string) => ThingDiff | undefined;
  readonly nivåer: Nivånamn;
}

export function revisionOf({ earlier, diff }: Compared, nivåer: Nivånamn): Revision {
  const byKey = new Map(diff.things.map((one) => [`${one.slag} ${one.id}`, one]));
  return { earlier, diff, nivåer, find: (slag, id) => byKey.get(`${slag} ${id}`) };
}

/** A text longer than this is only said to be another. */
const SHORT = 90;

/**
 * What stands below the name of a thing that differs: `Nytt`, or `Reviderat` and what it said before.
 *
 * @param shown fields whose earlier values stand beside the new ones
 */
export function markOf(
  revision: Revision | null,
  slag: Slag,
  id: string,
  shown: readonly string[] = [],
): readonly Paragraph[] {
  const thing = revision?.find(slag, id);
  if (revision === null || thing === undefined || thing.state === 'removed') {
    return [];
  }
  return thing.state === 'new' ? [mark('Nytt')] : [revised(revision, thing.changes, shown)];
}

/** The same for the part of a nyckeltal that is an organ's own. */
export function markOfRad(
  revision: Revision | null,
  slag: Slag,
  id: string,
  organ: string,
  shown: readonly string[],
): readonly Paragraph[] {
  const thing = revision?.find(slag, id);
  if (revision === null || thing?.state !== 'changed') {
    return markOf(revision, slag, id);
  }
  const own = thing.changes.filter((one) => one.organ === null || one.organ === organ);
  if (isNewFor(thing, organ)) {
    return [mark('Nytt')];
  }
  return own.length === 0 ? [] : [revised(revision, own, shown)];
}

/** Whether an organ has the nyckeltal that it did not have before. */
export function isNewFor(thing: ThingDiff | undefined, organ: string): boolean {
  return (
    thing?.state === 'changed' &&
    thing.changes.some((one) => one.field === 'organ' && one.organ === organ && one.after !== null)
  );
}

/** A cell with what stood there before, where that is short. */
export function withEarlier(
  cell: Cell,
  revision: Revision | null,
  slag: Slag,
  id: string,
  field: string,
  organ: string | null = null,
): Cell {
  const thing = revision?.find(slag, id);
  const change =
    thing?.state === 'changed' ? thing.changes.find((one) => one.field === field && one.organ === organ) : undefined;
  return change === undefined ? cell : { ...cell, content: [...cell.content, note(earlierWords(change))] };
}

function earlierWords({ field, before }: Change): string {
  if (before === null) {
    return 'Tidigare inte angivet';
  }
  return before.length > SHORT ? 'Ändrat' : `Tidigare ${field === 'mäts' ? MÄTS_WORDS[before as Mäts] : before}`;
}

function revised(revision: Revision, changes: readonly Change[], shown: readonly string[]): Paragraph {
  const words = changes
    // What has an organ stands in that organ's row.
    .filter(({ field, organ }) => organ === null && !shown.includes(field))
    .map((change) => changeWords(change, revision.nivåer));
  return words.length === 0 ? mark('Reviderat') : mark('Reviderat:', ` ${words.join('; ')}`);
}

/** `senast var ”2022-06-30”`. */
export function changeWords({ field, before, after }: Change, nivåer: Nivånamn): string {
  const own = new Map<string, string>(Object.entries(nivåer));
  const label = own.get(field) ?? field.replaceAll('_', ' ');
  if (before === null) {
    return `${label} har lagts till`;
  }
  if (after === null) {
    return `${label} har tagits bort`;
  }
  return before.length > SHORT ? `${label} har ändrats` : `${label} var ”${before.replace(/\s+/g, ' ')}”`;
}

function mark(lead: string, words = ''): Paragraph {
  return {
    kind: 'paragraph',
    note: true,
    content: [
      { kind: 'text', text: lead, strong: true },
      ...(words === '' ? [] : [{ kind: 'text', text: words.normalize('NFC') } as const]),
    ],
  };
}

function note(words: string): Paragraph {
  return { kind: 'paragraph', note: true, content: [{ kind: 'text', text: words.normalize('NFC') }] };
}
