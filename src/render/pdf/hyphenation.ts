/** Places in a word where a line may end with a hyphen. */
export type Hyphenate = (word: string) => readonly number[];

/** Shorter words are not worth a hyphen. */
const MIN_LETTERS = 10;
const MIN_HEAD = 3;
const MIN_TAIL = 4;

const SOFT_HYPHEN = '\u00AD';

/** Swedish hyphenation by patterns. Soft hyphens in a word are its own places, and the only ones. */
export async function loadHyphenation(): Promise<Hyphenate> {
  const { default: swedish } = await import('hyphen/sv');
  const known = new Map<string, readonly number[]>();
  return (word) => {
    let places = known.get(word);
    if (places === undefined) {
      places = findPlaces(word, (letters) =>
        swedish.hyphenateSync(letters, { hyphenChar: SOFT_HYPHEN, minWordLength: MIN_LETTERS }),
      );
      known.set(word, places);
    }
    return places;
  };
}

function findPlaces(word: string, hyphenate: (letters: string) => string): readonly number[] {
  const places: number[] = [];
  for (const { 0: letters, index } of word.matchAll(/\p{L}+/gu)) {
    if (letters.length < MIN_LETTERS) {
      continue;
    }
    let at = 0;
    const parts = hyphenate(letters).split(SOFT_HYPHEN);
    for (const part of parts.slice(0, -1)) {
      at += part.length;
      if (at >= MIN_HEAD && letters.length - at >= MIN_TAIL) {
        places.push(index + at);
      }
    }
  }
  return places;
}
