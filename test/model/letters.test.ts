import { describe, expect, it } from 'vitest';
import { isCommon, isLetters, LATIN_LETTERS } from '../../src/model/letters.ts';

const EVERY_UNIT = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

describe('bokstäver', () => {
  const latin = new RegExp(`[${LATIN_LETTERS}]`);

  it('i vanlig text är de som Unicode kallar bokstäver, och där finns inga lösa accenter', () => {
    const common = EVERY_UNIT.filter(isCommon);
    expect(common.length).toBeGreaterThan(700);
    expect(common.filter((char) => latin.test(char) !== /\p{L}/u.test(char))).toEqual([]);
    expect(common.filter((char) => /\p{M}/u.test(char))).toEqual([]);
    expect(common.filter((char) => /[\d²³¹¼-¾]/.test(char) !== /\p{N}/u.test(char))).toEqual([]);
  });

  it('känns igen också i annan text', () => {
    expect(EVERY_UNIT.filter((char) => isLetters(char) !== /^\p{L}$/u.test(char))).toEqual([]);
  });

  it.each([
    ['Östersund', true],
    ['Ελλάδα', true],
    ['e-tjänst', false],
    ['m2', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isLetters(text)).toBe(expected);
  });
});
