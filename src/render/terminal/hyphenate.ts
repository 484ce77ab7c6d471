import { displayWidth } from '../visible.ts';

/**
 * Breaks the words that are longer than a line as Swedish does: a consonant goes to the next line with its vowel
 * (`omkost-nader`). Each break becomes a hyphen and a line break; a word without such a place is left whole.
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
  for (let at = Math.min(width - 1, word.length - 2); at >= 2; at--) {
    if (/^[^aeiouyåäöé\P{L}][aeiouyåäöé]/iu.test(word.slice(at))) {
      return `${word.slice(0, at)}-\n${breakWord(word.slice(at), width)}`;
    }
  }
  return word;
}
