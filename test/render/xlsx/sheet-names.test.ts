import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetNames } from '../../../src/render/xlsx/sheet-names.ts';
import { HOSTILE } from '../../helpers/arbitrary-report.ts';
import { runs } from '../../helpers/property.ts';

describe('bladens namn', () => {
  it.each([
    [['Nyckeltal: utfall/målvärde [T1]?'], ['Nyckeltal utfall målvärde T1']],
    [
      ['Mål', 'mål', 'MÅL'],
      ['Mål', 'mål (2)', 'MÅL (3)'],
    ],
    [
      ["'Citat'", 'Text', 'History', ''],
      ['Citat', 'Text (2)', 'History (2)', 'Tabell'],
    ],
    [['Nyckeltal för Hälso- och sjukvårdsnämnden'], ['Nyckeltal för Hälso- och…']],
    [['Kollektivtrafiknämndensverksamhetsplan'], ['Kollektivtrafiknämndensverksam…']],
    [
      ['Nyckeltal för Regionstyrelsen i Jämtland', 'Nyckeltal för Regionstyrelsen i Härjedalen'],
      ['Nyckeltal för Regionstyrelsen…', 'Nyckeltal för Regionstyrel… (2)'],
    ],
    [
      ['Uppdrag: Regionstyrelsen, Tandvård', 'Uppdrag: Regionstyrelsen, Ledningsprocesser'],
      ['Uppdrag Regionstyrels… Tandvård', 'Uppdrag Regionstyr… Ledningspr…'],
    ],
    [['Uppdrag: Regionstyrelsen, Kultur'], ['Uppdrag Regionstyrelsen Kultur']],
  ])('%j', (captions, names) => {
    expect(sheetNames(captions, ['Text'])).toEqual(names);
  });

  it('är sådana som Excel tar, och olika', () => {
    const caption = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(caption, { maxLength: 30 }), (captions) => {
        const names = sheetNames(captions, ['Om rapporten']);
        expect(new Set(['om rapporten', ...names.map((name) => name.toLowerCase())]).size).toBe(captions.length + 1);
        for (const name of names) {
          expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}\p{Cs}]+(?<!')$/u);
          expect(name.length).toBeLessThanOrEqual(31);
        }
      }),
      runs(300),
    );
  });
});
