import { distance } from 'fastest-levenshtein';

/** Longer texts are never a slip of one known word; comparing them would only cost time. */
const MAX_LENGTH = 80;

/**
 * The known words nearest to a mistyped one, best first, at most three. A word is near when at most a third of its
 * letters differ, whatever its case.
 */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const lower = word.toLowerCase();
  if (lower.length > MAX_LENGTH) {
    return [];
  }
  const allowed = Math.max(1, Math.floor(lower.length / 3));
  return known
    .filter((candidate) => Math.abs(candidate.length - lower.length) <= allowed)
    .map((candidate) => ({ candidate, miles: distance(lower, candidate.toLowerCase()) }))
    .filter(({ miles }) => miles <= allowed)
    .sort((a, b) => a.miles - b.miles)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** `Menade du ”a”, ”b” eller ”c”?`, or null where nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const near = nearest(word, known).map((candidate) => `”${candidate}”`);
  if (near.length === 0) {
    return null;
  }
  const last = near.at(-1) ?? '';
  return near.length === 1 ? `Menade du ${last}?` : `Menade du ${near.slice(0, -1).join(', ')} eller ${last}?`;
}
