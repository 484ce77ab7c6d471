import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../load/place-of.ts';
import type { Plan } from '../model/plan.ts';

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
  return readable.filter(
    (finding) => !FINDS_MISSING.has(finding.slug) || !faults.some((fault) => isInside(fault, finding, plan)),
  );
}

/** Whether a fault stands in the entry that a finding is about. */
function isInside(fault: Diagnostic, { id }: Diagnostic, plan: Plan): boolean {
  const entries = plan.målområden.flatMap((målområde) => [
    ...målområde.nyckeltal,
    ...målområde.mål,
    ...målområde.indikatorer,
  ]);
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined || entry.origin.file !== fault.place.file) {
    return false;
  }
  const { start, end } = placeOf(entry.origin);
  return fault.place.start >= start && fault.place.start <= end;
}
