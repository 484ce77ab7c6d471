import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../load/place-of.ts';
import type { Origin } from '../model/origin.ts';
import type { Plan } from '../model/plan.ts';
import type { SourceFile } from '../source/source-file.ts';

/** Faults in the keys of an entry: the entry then lacks what was meant to stand there. */
const KEY_FAULTS: ReadonlySet<string> = new Set(['VP110', 'VP111', 'VP112', 'VP113']);

/** Rules that find something missing in an entry. */
const FINDS_MISSING: ReadonlySet<string> = new Set(['mal-utan-malvarde', 'riktning-saknas']);

/** A misspelt `målvarde:` is one slip and told once: that the målvärde is missing follows from it. */
export function hideConsequences(
  found: readonly Diagnostic[],
  loaded: readonly Diagnostic[],
  plan: Plan,
): readonly Diagnostic[] {
  // Without a readable organisation.yaml no parenthesis can be an organ: 4,5 (RJH) 4,5 (RS).
  const readable = plan.organisation.organ.size > 0 ? found : found.filter(({ slug }) => slug !== 'malvarde-olasligt');
  const faults = loaded.filter(({ code }) => KEY_FAULTS.has(code));
  if (faults.length === 0) {
    return readable;
  }
  const isFaulty = faultyEntries(faults, plan);
  return readable.filter(({ slug, id }) => !FINDS_MISSING.has(slug) || !isFaulty(id));
}

/** Tells whether a fault stands in the entry of an id. A plan may have any number of both. */
function faultyEntries(faults: readonly Diagnostic[], plan: Plan): (id: string | null) => boolean {
  const entries = new Map<string, Origin>();
  for (const { nyckeltal, mål, indikatorer } of plan.målområden) {
    for (const { id, origin } of [...indikatorer, ...mål, ...nyckeltal]) {
      entries.set(id, origin);
    }
  }
  const startsIn = new Map<SourceFile, number[]>();
  for (const { place } of faults) {
    const starts = startsIn.get(place.file) ?? [];
    startsIn.set(place.file, starts);
    starts.push(place.start);
  }
  for (const starts of startsIn.values()) {
    starts.sort((a, b) => a - b);
  }
  return (id) => {
    const origin = id === null ? undefined : entries.get(id);
    const starts = origin === undefined ? undefined : startsIn.get(origin.file);
    if (origin === undefined || starts === undefined) {
      return false;
    }
    const { start, end } = placeOf(origin);
    const at = firstFrom(starts, start);
    return at !== undefined && at <= end;
  };
}

/** The first of some numbers in order that is not below another. */
function firstFrom(sorted: readonly number[], least: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return sorted[low];
}
