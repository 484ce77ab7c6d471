import { distance } from 'fastest-levenshtein';

/** Longer texts are never a slip of one known word; comparing them would only cost time. */
const MAX_LENGTH = 80;

/** Any short word is near to any other. */
const MIN_LENGTH = 3;

/** A shorter word stands inside too many others to say anything. */
const MIN_PART = 4;

/**
 * The known words nearest to a mistyped one, best first, at most three. A word is near when at most a third of its
 * letters differ, when its letters only changed places, or when it holds the typed one whole.
 */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const lower = word.toLowerCase();
  if (lower.length > MAX_LENGTH || lower.length < MIN_LENGTH) {
    return [];
  }
  const allowed = Math.max(1, Math.floor(lower.length / 3));
  const letters = sorted(lower);
  return [...new Set(known)]
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, miles: milesTo(candidate.toLowerCase(), lower, letters, allowed) }))
    .filter(({ miles }) => miles <= allowed)
    .sort((a, b) => a.miles - b.miles)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function milesTo(candidate: string, word: string, letters: string, allowed: number): number {
  if (word.length >= MIN_PART && candidate.includes(word)) {
    return 1;
  }
  if (Math.abs(candidate.length - word.length) > allowed) {
    return Number.POSITIVE_INFINITY;
  }
  // Two letters that changed places are one slip, not two.
  return candidate.length === word.length && sorted(candidate) === letters ? 1 : distance(word, candidate);
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** `Menade du ”a”, ”b” eller ”c”?`, or null where nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const near = nearest(word, known);
  return near.length === 0 ? null : `Menade du ${alternatives(near)}?`;
}

/** `”a”, ”b” eller ”c”`. */
export function alternatives(words: readonly string[]): string {
  const quoted = words.map((word) => `”${word}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} eller ${last}`;
}
