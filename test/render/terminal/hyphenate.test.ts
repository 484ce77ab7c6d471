import { describe, expect, it } from 'vitest';
import { hyphenate } from '../../../src/render/terminal/hyphenate.ts';

describe('avstavning', () => {
  it.each([
    ['Skatteintäkter', 8, 'Skatte-\nintäkter'],
    ['Läkemedelsbidrag', 8, 'Läke-\nmedels-\nbidrag'],
    ['Läkemedelsbidrag', 12, 'Läkemedels-\nbidrag'],
    ['Generella statsbidrag', 9, 'Generella stats-\nbidrag'],
    ['Avskrivningar', 7, 'Av-\nskriv-\nningar'],
    ['Avskrivningar', 12, 'Av-\nskrivningar'],
    ['Summa tjänstemannabudget', 16, 'Summa tjänstemanna-\nbudget'],
    ['Personalkostnader', 10, 'Personal-\nkostnader'],
    ['Nettobudget', 8, 'Netto-\nbudget'],
  ])('delar %s i %i tecken mellan ordets delar', (text, width, expected) => {
    expect(hyphenate(text, width)).toBe(expected);
  });

  it.each([
    ['omkostnader', 7, 'omkost-\nnader'],
    ['intäkter', 6, 'intäk-\nter'],
    ['finansiering', 9, 'finansie-\nring'],
  ])('låter annars en konsonant följa sin vokal: %s i %i tecken', (text, width, expected) => {
    expect(hyphenate(text, width)).toBe(expected);
  });

  it('lämnar det som ryms, och det som inte är ord', () => {
    expect(hyphenate('Netto', 5)).toBe('Netto');
    expect(hyphenate('RS/44/2020', 5)).toBe('RS/44/2020');
    expect(hyphenate('strströmst', 5)).toBe('strströmst');
  });
});
