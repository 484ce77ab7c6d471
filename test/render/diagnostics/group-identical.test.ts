import { describe, expect, it } from 'vitest';
import { groupIdentical } from '../../../src/render/diagnostics/group-identical.ts';
import { renderDiagnostics } from '../../../src/render/diagnostics/text.ts';
import { themeFor } from '../../../src/render/terminal/theme.ts';
import { diagnosticOf, placeOf, VARD } from './samples.ts';

const THEME = themeFor({ width: 100, colours: 0, utf8: true });

const at = (marked: string, message = 'samma sak', help = 'Gör så här') =>
  diagnosticOf('VP110', { place: placeOf(VARD, marked), message, help });

const FOUR = [at('namn'), at('nyckeltal'), at('telefon', 'en annan sak'), at('målvärde')];

describe('lika fynd', () => {
  it('blir ett, med de andra platserna uppräknade i ordning', () => {
    const groups = groupIdentical(FOUR);
    expect(groups.map(({ first }) => first)).toEqual([FOUR[0], FOUR[2]]);
    expect(groups.map(({ alsoAt }) => alsoAt)).toEqual([[FOUR[1]?.place, FOUR[3]?.place], []]);
  });

  it('är bara de som är lika i allt utom platsen', () => {
    const note = { place: placeOf(VARD, 'telefon'), message: 'här' };
    const different = [
      at('namn'),
      at('nyckeltal', 'en annan sak'),
      at('telefon', 'samma sak', 'Gör på ett annat sätt'),
      { ...at('målvärde'), notes: [note] },
      { ...at('riktning'), code: 'VP111', slug: 'nyckel-saknas' },
      { ...at('samtal'), severity: 'notis' as const },
    ];
    expect(groupIdentical(different)).toHaveLength(different.length);
  });

  it('skrivs som ett stycke med varje plats', () => {
    expect(renderDiagnostics(FOUR, THEME, 100)).toBe(`plans/2025/mal/vard.yaml:1:1: fel[VP110 okand-nyckel]
  samma sak
  1 | namn: Vård
    | ^^^^
  Samma på 2 ställen till:
    plans/2025/mal/vard.yaml:2:1
    plans/2025/mal/vard.yaml:5:5
  Hjälp: Gör så här

plans/2025/mal/vard.yaml:3:9: fel[VP110 okand-nyckel]
  en annan sak
  3 |   - id: telefon
    |         ^^^^^^^
  Hjälp: Gör så här
`);
  });

  it('räknas var för sig när utskriften kortas', () => {
    const shortened = renderDiagnostics(FOUR, THEME, 2);
    expect(shortened).toContain('Samma på 1 ställe till:\n    plans/2025/mal/vard.yaml:2:1\n');
    expect(shortened.endsWith('\n\n… 2 till, visa med --max 0\n')).toBe(true);
    expect(renderDiagnostics(FOUR, THEME, 4)).not.toContain('till, visa');
    expect(renderDiagnostics(FOUR, THEME, Number.POSITIVE_INFINITY)).not.toContain('till, visa');
    expect(renderDiagnostics([], THEME, 2)).toBe('');
  });
});
