import { beforeAll, describe, expect, it } from 'vitest';
import { breakLines, type Measure, widestWord } from '../../../src/render/pdf/break-lines.ts';
import { loadHyphenation } from '../../../src/render/pdf/hyphenation.ts';
import { BODY } from '../../../src/render/pdf/theme.ts';
import type { Inline } from '../../../src/report/document/document.ts';
import { status } from './reports.ts';

/** Every character is as wide as the next: 10 at this size. */
const STYLE = { ...BODY, size: 10 };

describe('breakLines', () => {
  let measure: Measure;
  beforeAll(async () => {
    measure = { width: (text, _, size) => text.length * size, hyphenate: await loadHyphenation() };
  });

  function lines(width: number, ...content: readonly (string | Inline)[]): readonly string[] {
    const inline = content.map((one): Inline => (typeof one === 'string' ? { kind: 'text', text: one } : one));
    return breakLines(inline, width, STYLE, measure).map(({ spans }) =>
      spans.map(({ text, softHyphen }) => (softHyphen ? '¬' : text)).join('|'),
    );
  }

  it.each([
    ['vid blanksteg, som hör till texten', 200, 'ett två tre fyra fem sex', ['ett två tre fyra fem ', 'sex']],
    ['vid radbyten', 200, 'ett\ntvå\n\ntre', ['ett ', 'två ', '', 'tre']],
    ['bakom bindestreck och snedstreck', 130, 'hälso- och sjukvård/tandvård', ['hälso- och ', 'sjukvård/', 'tandvård']],
    ['avstavat i smala spalter', 110, 'Kollektivtrafiknämnden', ['Kollektiv|¬', 'trafik|¬', 'nämnden']],
    ['inte avstavat i breda', 250, 'den nya kollektivtrafiknämnden', ['den nya ', 'kollektivtrafiknämnden']],
    ['avstavat där ordet är längre än raden', 200, 'kollektivtrafiknämnden', ['kollektivtrafik|¬', 'nämnden']],
    [
      'vid mjuka bindestreck, som annars inte syns',
      60,
      'an\u00ADsvars\u00ADfull mjuk\u00ADt',
      ['an|¬', 'svars|¬', 'full ', 'mjukt'],
    ],
    ['inte vid hårda mellanrum', 110, 'utfall 12\u00A0345\u00A0kr', ['utfall ', '12 345 kr']],
    ['vid hårda mellanrum där det inte går annars', 60, '123\u00A0456\u00A0789', ['123', '456', '789']],
    ['mitt i det som inte är ord', 50, '[U+1F600][U+1F600]', ['[U+1F', '600]', '[U+1F', '600]']],
  ])('bryter %s', (_, width, text, expected) => {
    expect(lines(width, text)).toEqual(expected);
  });

  it('håller ihop en status tecken med dess ord, och ett ord av flera stilar', () => {
    expect(lines(175, 'Nu är detta ', status('delvis'), '.')).toEqual(['Nu är detta ', 'Delvis uppfyllt.']);
    expect(lines(105, 'ett ', { kind: 'text', text: 'för', strong: true }, 'ord till')).toEqual([
      'ett |för|ord ',
      'till',
    ]);
  });

  it('tappar ingenting, hur smal spalten än är', () => {
    const text = 'Regionens kollektivtrafiknämnd/läkemedelsnämnd svarar för 12\u00A0%: å, ä och ö.';
    for (let width = 10; width < 400; width += 13) {
      const joined = breakLines([{ kind: 'text', text }], width, STYLE, measure)
        .flatMap(({ spans }) => spans.filter(({ softHyphen }) => !softHyphen).map((span) => span.text))
        .join('');
      expect(joined.replaceAll(' ', '')).toBe(text.replace(/[\u00A0 ]/g, ''));
    }
  });

  it('bryter långa texter på en tid som växer som texten', () => {
    const started = performance.now();
    expect(lines(100, 'x'.repeat(100_000)).length).toBeGreaterThan(9_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('mäter det bredaste som inte går att bryta', () => {
    const content: Inline[] = [{ kind: 'text', text: 'kollektivtrafiknämnden har 12\u00A0345\u00A0kr' }];
    expect(widestWord(content, STYLE, measure, 50)).toBe(90);
  });
});
