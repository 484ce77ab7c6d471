import type { Plan } from '../model/plan.ts';
import { type Fields, fieldsOfPlan, fieldsOfThings } from './fields.ts';
import type { Change, PlanDiff, ThingDiff } from './plan-diff.ts';

/**
 * What has changed from an earlier version of a plan to a later one, in the plan's own words. A thing is the same as
 * long as it is of the same kind and has the same id, or names its earlier id in `ersätter`; how texts are spaced is no
 * change.
 */
export function comparePlans(earlier: Plan, later: Plan): PlanDiff {
  const before = new Map(fieldsOfThings(earlier).map((one) => [keyOf(one), one]));
  const after = fieldsOfThings(later);
  const taken = new Set(after.map(keyOf));
  const matched = new Set<Fields>();
  const things = after.flatMap((one): readonly ThingDiff[] => {
    const was = before.get(keyOf(one)) ?? replaced(one, before, taken);
    const { slag, id, namn } = one;
    if (was === undefined) {
      return [{ slag, id, namn, state: 'new' }];
    }
    matched.add(was);
    const changes = changesOf(was, one);
    return changes.length === 0 ? [] : [{ slag, id, namn, state: 'changed', changes }];
  });
  const removed = [...before.values()]
    .filter((one) => !matched.has(one))
    .map(
      ({ slag, id, namn, parents }): ThingDiff => ({
        slag,
        id,
        namn,
        state: 'removed',
        målområde: parents.get('målområde')?.namn ?? null,
      }),
    );
  return { plan: textChanges(fieldsOfPlan(earlier), fieldsOfPlan(later)), things: [...things, ...removed] };
}

function keyOf({ slag, id }: Fields): string {
  return `${slag} ${id}`;
}

/** The earlier thing that this one says it replaces, unless that is still there. */
function replaced(
  { slag, earlierIds }: Fields,
  before: ReadonlyMap<string, Fields>,
  taken: ReadonlySet<string>,
): Fields | undefined {
  const key = earlierIds.map((id) => `${slag} ${id}`).find((one) => before.has(one) && !taken.has(one));
  return key === undefined ? undefined : before.get(key);
}

function changesOf(was: Fields, is: Fields): readonly Change[] {
  return [
    ...parentChanges(was.parents, is.parents),
    ...textChanges(was.texts, is.texts),
    ...organChanges(was.perOrgan, is.perOrgan),
  ];
}

/** What it stands in is another: one that only has got another name says so itself. */
function parentChanges(was: Fields['parents'], is: Fields['parents']): readonly Change[] {
  return [...is].flatMap(([field, after]) => {
    const before = was.get(field);
    return before?.id === after?.id
      ? []
      : [{ field, organ: null, before: before?.namn ?? null, after: after?.namn ?? null }];
  });
}

function textChanges(
  was: ReadonlyMap<string, string | null>,
  is: ReadonlyMap<string, string | null>,
): readonly Change[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [before, after] = [was.get(field) || null, is.get(field) || null];
    return squeezed(before) === squeezed(after) ? [] : [{ field, organ: null, before, after }];
  });
}

/** Organ that have come or gone, and the målvärde of those that were there all the time. */
function organChanges(
  was: ReadonlyMap<string, string | null> | null,
  is: ReadonlyMap<string, string | null> | null,
): readonly Change[] {
  const [before, after] = [was ?? new Map<string, string | null>(), is ?? new Map<string, string | null>()];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((organ): readonly Change[] => {
    if (!before.has(organ)) {
      return [{ field: 'organ', organ, before: null, after: organ }];
    }
    if (!after.has(organ)) {
      return [{ field: 'organ', organ, before: organ, after: null }];
    }
    const [old, now] = [before.get(organ) ?? null, after.get(organ) ?? null];
    return bare(old) === bare(now) ? [] : [{ field: 'målvärde', organ, before: old, after: now }];
  });
}

function squeezed(text: string | null): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** `- 34,8%` and `−34,8 %` are the same målvärde. */
function bare(text: string | null): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, '').replace(/[−–]/g, '-').toLowerCase();
}
