import type { Mutation } from './mutation-run.ts';
import type { Site, Slag } from './mutation-sites.ts';

/** A source of chance that says the same for the same seed (mulberry32). */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}

/**
 * A file with one slip in it, as a person makes them; never the file itself.
 *
 * @param others what else of the kind there is: a person copies the wrong line, too
 */
export function mutate(site: Site, others: readonly Site[], chance: Chance): Mutation {
  const { file, start, end } = site;
  const old = file.text.slice(start, end);
  const other = others[chance.below(others.length)] ?? site;
  for (;;) {
    const put = slip(old, site.slag, other.file.text.slice(other.start, other.end), chance);
    if (put !== old && put !== '') {
      return { site, text: file.text.slice(0, start) + put + file.text.slice(end) };
    }
  }
}

function slip(text: string, slag: Slag, other: string, chance: Chance): string {
  switch (slag) {
    case 'siffra':
      return chance.pick([otherDigit, otherDigit, moreDigits, fewerDigits, comma, sign])(text, chance);
    case 'datum':
      return chance.pick([otherDigit, otherDigit, otherDigit, fewerDigits, moreDigits])(text, chance);
    case 'id':
      return chance.pick([otherLetter, otherLetter, fewerLetters, moreLetters, swapped, instead(other)])(text, chance);
    case 'nyckel':
      return chance.pick([otherLetter, fewerLetters, moreLetters, swapped, instead(other)])(text, chance);
  }
}

type Slip = (text: string, chance: Chance) => string;

const LETTERS = 'abcdefghijklmnopqrstuvwxyzåäö0123456789-';

const otherDigit: Slip = (text, chance) => at(text, digitAt(text, chance), 1, String(chance.below(10)));
const moreDigits: Slip = (text, chance) => at(text, digitAt(text, chance), 0, String(chance.below(10)));
const fewerDigits: Slip = (text, chance) => at(text, digitAt(text, chance), 1, '');
const comma: Slip = (text, chance) =>
  text.includes(',') && chance.below(2) === 0 ? text.replace(',', '') : at(text, digitAt(text, chance), 0, ',');
const sign: Slip = (text) => `-${text}`;
const otherLetter: Slip = (text, chance) => at(text, chance.below(text.length), 1, letter(chance));
const moreLetters: Slip = (text, chance) => at(text, chance.below(text.length + 1), 0, letter(chance));
const fewerLetters: Slip = (text, chance) => at(text, chance.below(text.length), 1, '');
const swapped: Slip = (text, chance) => {
  const index = chance.below(Math.max(1, text.length - 1));
  return at(text, index, 2, [...text.slice(index, index + 2)].reverse().join(''));
};

/** A name that stands elsewhere. */
const instead =
  (other: string): Slip =>
  () =>
    other;

function at(text: string, index: number, length: number, put: string): string {
  return text.slice(0, index) + put + text.slice(index + length);
}

function digitAt(text: string, chance: Chance): number {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  return digits[chance.below(digits.length)] ?? 0;
}

function letter(chance: Chance): string {
  return LETTERS[chance.below(LETTERS.length)] ?? 'x';
}
