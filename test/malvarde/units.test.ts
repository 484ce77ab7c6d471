import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUnit, convert, isCount, knownUnit, sameUnit, unitWords } from '../../src/malvarde/units.ts';
import { decimal } from '../../src/model/decimal.ts';
import { runs } from '../helpers/property.ts';

function converted(siffror: string, från: string | null, till: string | null): string | null {
  return convert({ värde: decimal(siffror), siffror, måttenhet: från }, till)?.toFixed() ?? null;
}

describe('canonicalUnit', () => {
  it.each([
    ['procent', '%'],
    ['%', '%'],
    ['Procent', '%'],
    ['procentenhet', 'procentenheter'],
    ['mnkr', 'mkr'],
    ['miljoner kronor', 'mkr'],
    ['tusen kronor', 'tkr'],
    ['kronor', 'kr'],
    ['minuter', 'min'],
    ['timmar', 'tim'],
    ['sekunder', 's'],
    ['dygn', 'dagar'],
    ['stycken', 'st'],
    ['kWh/m2', 'kWh/m²'],
    ['kWh/m 2', 'kWh/m²'],
    ['kWh per kvadratmeter', 'kWh/m²'],
    ['kWh/kvm', 'kWh/m²'],
    ['  utlok/100   vpl ', 'utlok/100 vpl'],
    ['gånger per år', 'gånger/år'],
    ['av 1 500 patienter', 'av 1500 patienter'],
    ['av 1\u00A0500', 'av 1500'],
    ['resenärer', 'resenärer'],
    ['constructor', 'constructor'],
  ])('%s blir %s', (text, canonical) => {
    expect(canonicalUnit(text)).toBe(canonical);
  });

  it('är sin egen kanoniska form', () => {
    const text = fc.oneof(
      fc.constantFrom(...unitWords()),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(...unitWords()).map((word) => `${word}/m2`),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(canonicalUnit(canonicalUnit(one))).toBe(canonicalUnit(one));
      }),
      runs(1000),
    );
  });
});

describe('knownUnit', () => {
  it('känner varje ord för en måttenhet, oavsett versaler', () => {
    for (const word of unitWords()) {
      expect(knownUnit(word), word).not.toBeNull();
      expect(knownUnit(word.toUpperCase()), word).toBe(knownUnit(word));
    }
  });

  it.each(['', 'blaha', 'constructor', '__proto__', 'toString'])('känner inte ”%s”', (word) => {
    expect(knownUnit(word)).toBeNull();
  });
});

describe('convert', () => {
  it.each([
    ['1.5', 'mkr', 'tkr', '1500'],
    ['1500', 'tkr', 'mkr', '1.5'],
    ['1', 'mdkr', 'kr', '1000000000'],
    ['2', 'tim', 'min', '120'],
    ['90', 'min', 'tim', '1.5'],
    ['1085', 's', 's', '1085'],
    ['2', 'veckor', 'dagar', '14'],
    ['70', '%', '%', '70'],
    ['200', 'kWh/m2', 'kWh/m²', '200'],
    ['5', null, 'mkr', '5'],
    ['5', '%', null, '5'],
    ['3', 'st', 'patienter', '3'],
    ['3', 'patienter', 'st', '3'],
    ['3', 'av 5 helger', '%', '60'],
    ['85', '%', 'av 10 patienter', '8.5'],
    ['4', 'av 5', 'av 10 patienter', '8'],
    ['2', 'av 3', 'av 6', '4'],
  ])('%s %s i %s är %s', (siffror, från, till, expected) => {
    expect(converted(siffror, från, till)).toBe(expected);
  });

  it.each([
    ['%', 'kr'],
    ['dagar', 'kr'],
    ['månader', 'dagar'],
    ['år', 'dagar'],
    ['patienter', 'besök'],
    ['%', 'procentenheter'],
    ['st', 'dagar'],
    ['kWh/m²', 'kWh'],
    ['av 5 helger', 'av 10 patienter'],
    ['av 5 helger', 'helger'],
    ['av 5', 'st'],
  ])('%s är inte %s', (från, till) => {
    expect(converted('1', från, till)).toBeNull();
  });

  it('är exakt fram och tillbaka i pengar och tid', () => {
    const pairs = fc.constantFrom(['mkr', 'kr'], ['mdkr', 'tkr'], ['tim', 's'], ['veckor', 'min'], ['dagar', 'tim']);
    fc.assert(
      fc.property(fc.integer(), pairs, (n, [big = '', small = '']) => {
        const there = converted(String(n), big, small);
        expect(converted(there ?? '0', small, big)).toBe(String(n));
      }),
      runs(300),
    );
  });
});

describe('isCount och sameUnit', () => {
  it.each(['st', 'Stycken', 'patienter', 'patient', 'förstabesök', 'leveransprojekt', 'fall'])('%s räknas', (word) => {
    expect(isCount(word)).toBe(true);
  });

  it.each(['%', 'dagar', 'kr', 'index', 'kWh/m²', 'år'])('%s räknas inte', (word) => {
    expect(isCount(word)).toBe(false);
  });

  it.each([
    ['kWh/m2', 'kWh per kvadratmeter', true],
    ['MKR', 'mnkr', true],
    ['tim i snitt/mån (R12)', 'tim i snitt/mån R12', true],
    ['%', 'procentenheter', false],
    ['kg', 'ton', false],
  ])('%s och %s: %s', (a, b, same) => {
    expect(sameUnit(a, b)).toBe(same);
  });
});
