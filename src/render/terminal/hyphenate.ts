import { displayWidth } from '../visible.ts';

/** What compound words of budgets begin with: they are broken behind it rather than somewhere in its neighbourhood. */
const FIRST_PARTS: readonly string[] = [
  'av',
  'brutto',
  'budget',
  'förtroendemanna',
  'investerings',
  'läke',
  'läkemedels',
  'medels',
  'netto',
  'personal',
  'skatte',
  'stats',
  'tjänstemanna',
  'verksamhets',
];

/** A syllable begins with a consonant and its vowel: `omkost-nader`. */
const SYLLABLE = /^[^aeiouyåäöé\P{L}][aeiouyåäöé]/iu;

const VOWEL = /[aeiouyåäöé]/iu;

/**
 * Breaks the words that are longer than a line as Swedish does: between the parts of a compound (`Skatte-intäkter`),
 * else so that a consonant goes to the next line with its vowel. Each break becomes a hyphen and a line break; a word
 * without such a place is left whole.
 */
export function hyphenate(text: string, width: number): string {
  return text
    .split(/( +|(?<=\p{L}[-/])(?=\p{L}))/u)
    .map((word) => (displayWidth(word) <= width || !/^\p{L}+[^\p{L}]*$/u.test(word) ? word : breakWord(word, width)))
    .join('');
}

function breakWord(word: string, width: number): string {
  if (displayWidth(word) <= width) {
    return word;
  }
  const joints = jointsOf(word);
  const isPlace = (at: number) =>
    SYLLABLE.test(word.slice(at)) && VOWEL.test(word.slice(0, at)) && joints.every((joint) => Math.abs(joint - at) > 2);
  const fitting = Array.from({ length: Math.min(width, word.length - 1) }, (_, index) => index).filter((at) => at >= 2);
  const at = fitting.findLast((one) => joints.includes(one)) ?? fitting.findLast(isPlace);
  return at === undefined ? word : `${word.slice(0, at)}-\n${breakWord(word.slice(at), width)}`;
}

/** Where a known first part of a compound ends. */
function jointsOf(word: string): readonly number[] {
  const lower = word.toLowerCase();
  return FIRST_PARTS.filter((part) => lower.startsWith(part) && /^\p{L}{3}/u.test(lower.slice(part.length))).map(
    ({ length }) => length,
  );
}
