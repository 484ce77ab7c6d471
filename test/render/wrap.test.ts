import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/render/visible.ts';
import { wrap } from '../../src/render/wrap.ts';
import { runs } from '../helpers/property.ts';

const word = fc.oneof(
  fc.stringMatching(/^[a-zåäö]{1,12}$/),
  fc.stringMatching(/^[a-zåäö]{1,6}[-/][a-zåäö]{1,6}$/),
  fc.constantFrom('–', '1–2', '-5', '90\u00A0%', 'HSN,', '(T1)', 'a--b', '3/4', 'kWh/m²'),
);
const plain = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
/** A letter that is no plain one: such texts go another way, letter by letter. */
const odd = plain.map((text) => `${text} 漢`);

/** What stands between two lines of a text: a space that was taken away, or nothing behind a hyphen. */
function joints(text: string, lines: readonly string[]): readonly string[] {
  const between: string[] = [];
  let at = 0;
  lines.forEach((line, index) => {
    if (index > 0) {
      const gap = text.startsWith(line, at) ? '' : (/^ +/.exec(text.slice(at))?.[0] ?? '?');
      between.push(gap);
      at += gap.length;
    }
    expect(text.startsWith(line, at)).toBe(true);
    at += line.length;
  });
  expect(at).toBe(text.length);
  return between;
}

describe('radbrytning', () => {
  it.each([
    ['vanlig text', plain],
    ['text med andra tecken', odd],
  ])('håller bredden, tappar inget och fyller varje rad: %s', (_kind, texts) => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 14, max: 40 }), fc.integer({ min: 14, max: 40 }), (text, first, rest) => {
        const lines = wrap(text, first, rest);
        const between = joints(text, lines);
        lines.forEach((line, index) => {
          const room = index === 0 ? first : rest;
          expect(displayWidth(line)).toBeLessThanOrEqual(room);
          const next = lines[index + 1];
          if (next !== undefined) {
            // The first piece of the next line would not have fitted.
            const piece = /^[^ ]*?(?<=[a-zåäö][-/])(?=[a-zåäö])|^[^ ]+/.exec(next)?.[0] ?? '';
            expect(displayWidth(`${line}${between[index]}${piece}`)).toBeGreaterThan(room);
          }
        });
      }),
      runs(2000),
    );
  });

  it.each([
    ['vård- och omsorgsboende', 12, ['vård- och', 'omsorgsboende'.slice(0, 12), 'e']],
    ['kost/måltid i Östersund', 6, ['kost/', 'måltid', 'i', 'Östers', 'und']],
    ['e-tjänst 3-5 år', 8, ['e-tjänst', '3-5 år']],
  ])('%s på %i kolumner', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});
