import { describe, expect, it } from 'vitest';
import { didYouMean, nearest, suggestFrom } from '../../src/diagnostics/did-you-mean.ts';

const IDS = ['leverantorstrohet', 'sjuktal', 'energianvandning', 'avfall', 'avfall-per-enhet', 'hse', 'hse-tandvard'];

describe('nearest', () => {
  it.each([
    ['en bokstav fel', 'leverantorstrohat', ['leverantorstrohet']],
    ['två bokstäver som bytt plats', 'sujktal', ['sjuktal']],
    ['stora bokstäver', 'SJUKTAL', ['sjuktal']],
    ['en del av ett längre ord', 'tandvard', ['hse-tandvard']],
    ['samma början, det närmaste först', 'avfal', ['avfall', 'avfall-per-enhet']],
    ['ett kort ord på en bokstav när', 'hsf', ['hse']],
    ['för kort för att säga något', 'hs', []],
    ['för långt för att vara en felskrivning', 'x'.repeat(81), []],
    ['inget likt', 'kollektivtrafik', []],
    ['ordet självt är inget förslag', 'avfall', ['avfall-per-enhet']],
  ])('%s: %s', (_name, word, expected) => {
    expect(nearest(word, IDS)).toEqual(expected);
  });

  it('ger högst tre, också av många', () => {
    expect(nearest('mal-x', ['mal-a', 'mal-b', 'mal-c', 'mal-d', 'mal-e'])).toHaveLength(3);
  });

  it('nämner ett ord en gång', () => {
    expect(nearest('sjuktel', ['sjuktal', 'sjuktal'])).toEqual(['sjuktal']);
  });
});

describe('didYouMean', () => {
  it('frågar, eller säger inget', () => {
    expect(didYouMean('avfal', IDS)).toBe('Menade du ”avfall” eller ”avfall-per-enhet”?');
    expect(didYouMean('kollektivtrafik', IDS)).toBeNull();
  });
});

describe('suggestFrom', () => {
  it('samlar de kända orden en gång, när de behövs', () => {
    let gathered = 0;
    const suggest = suggestFrom(() => {
      gathered++;
      // Can be gone through only once.
      return IDS.values();
    });
    expect(gathered).toBe(0);
    expect(suggest('sjuktel')).toBe('Menade du ”sjuktal”?');
    expect(suggest('avfal')).toContain('”avfall”');
    expect(gathered).toBe(1);
  });

  it('slutar föreslå när det okända är för mycket för att vara felskrivningar', () => {
    const suggest = suggestFrom(() => IDS);
    const made = Array.from({ length: 300 }, (_, at) => suggest(`sjuktal${at}`)).filter((one) => one !== null);
    expect(made).toHaveLength(100);
    expect(suggest('sjuktal0')).toBe('Menade du ”sjuktal”?');
  });

  it('föreslår lika för samma felskrivning, hur ofta den än står', () => {
    const suggest = suggestFrom(() => IDS);
    const made = Array.from({ length: 300 }, () => suggest('sjuktel'));
    expect(new Set(made)).toEqual(new Set(['Menade du ”sjuktal”?']));
    expect(suggest('avfal')).toContain('”avfall”');
  });
});
