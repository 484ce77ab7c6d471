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
export function nearest(word: string, known: Iterable<string>): readonly string[] {
  const lower = word.toLowerCase();
  if (lower.length > MAX_LENGTH || lower.length < MIN_LENGTH) {
    return [];
  }
  const allowed = Math.max(1, Math.floor(lower.length / 3));
  const letters = sorted(lower);
  const near: { readonly candidate: string; readonly miles: number }[] = [];
  for (const candidate of new Set(known)) {
    const miles = candidate === word ? Number.POSITIVE_INFINITY : milesTo(candidate, lower, letters, allowed);
    if (miles <= allowed) {
      near.push({ candidate, miles });
    }
  }
  return near
    .sort((a, b) => a.miles - b.miles)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Lengths are compared first: that is enough for most of many candidates. */
function milesTo(candidate: string, word: string, letters: string, allowed: number): number {
  const longer = candidate.length - word.length;
  const mayHold = longer >= 0 && word.length >= MIN_PART;
  if (longer < -allowed || (longer > allowed && !mayHold)) {
    return Number.POSITIVE_INFINITY;
  }
  const lower = candidate.toLowerCase();
  if (mayHold && lower.includes(word)) {
    return 1;
  }
  if (longer > allowed) {
    return Number.POSITIVE_INFINITY;
  }
  // Two letters that changed places are one slip, not two.
  return longer === 0 && sorted(lower) === letters ? 1 : distance(word, lower);
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** `Menade du ”a”, ”b” eller ”c”?`, or null where nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string | null {
  const near = nearest(word, known);
  return near.length === 0 ? null : `Menade du ${alternatives(near)}?`;
}

/** So many different unknown words are no slips of the pen: they belong to another plan, and nearness says nothing. */
const MOST_SUGGESTED = 100;

/**
 * As `didYouMean`, where there may be many known words and many mistyped ones: the known ones are gathered once, when
 * they are needed, the same slip is looked up once, and after many there are no more suggestions.
 */
export function suggestFrom(gather: () => Iterable<string>): (word: string) => string | null {
  let known: ReadonlySet<string> | null = null;
  const made = new Map<string, string | null>();
  return (word) => {
    const before = made.get(word);
    if (before !== undefined || made.size === MOST_SUGGESTED) {
      return before ?? null;
    }
    known ??= new Set(gather());
    const suggestion = didYouMean(word, known);
    made.set(word, suggestion);
    return suggestion;
  };
}

/** `”a”, ”b” eller ”c”`. */
export function alternatives(words: readonly string[]): string {
  const quoted = words.map((word) => `”${word}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} eller ${last}`;
}
