import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { List, Paragraph } from '../../src/report/document/document.ts';
import { commentBlocks } from '../../src/report/document/markdown.ts';
import { documentText } from '../helpers/document-text.ts';
import { runs } from '../helpers/property.ts';

/** `p: ord **fet** [länk](#x)`, `ul: ett | två`. */
function shape(block: Paragraph | List): string {
  if (block.kind === 'list') {
    return `${block.ordered ? 'ol' : 'ul'}: ${block.items.map((item) => documentText(item)).join(' | ')}`;
  }
  const words = block.content.map((one) => {
    if (one.kind === 'status') {
      return one.word;
    }
    const styled = one.strong ? `**${one.text}**` : one.emphasis ? `*${one.text}*` : one.text;
    return one.link === undefined ? styled : `<${one.link}>${styled}`;
  });
  return `p: ${words.join('')}`;
}

describe('en kommentar', () => {
  it.each([
    ['stycken', 'Ett\nstycke.\n\nTvå.', ['p: Ett stycke.', 'p: Två.']],
    ['listor', '- ett\n- två', ['ul: ett | två']],
    ['numrerade listor', '1. ett\n2. två', ['ol: ett | två']],
    ['betoning', 'Det *är* **så**.', ['p: Det *är* **så**.']],
    ['länkar', 'Se [sidan](https://a.se).', ['p: Se <https://a.se>sidan.']],
    ['NFD', 'Lo\u0308fte', ['p: Löfte']],
    ['ingenting', ' \n ', []],
  ])('har %s', (_name, text, expected) => {
    expect(commentBlocks(text).map(shape)).toEqual(expected);
  });

  it.each([
    ['HTML', '<script>alert(1)</script>'],
    ['HTML i löptext', 'Se <b>här</b> <img src=x onerror=alert(1)>'],
    ['andra länkar', '[klicka](javascript:alert(1)) och [osäkert](http://a.se)'],
    ['bilder', '![bild](https://a.se/b.png)'],
    ['rubriker', '# Rubrik'],
    ['citat', '> citat'],
    ['kod', '`kod` och ~~~'],
    ['direktiv', '::matris och :antal{av=rader}'],
    ['tabeller', '| a | b |'],
  ])('visar %s som det är skrivet', (_name, text) => {
    const blocks = commentBlocks(text);
    expect(documentText(blocks)).toBe(text);
    expect(JSON.stringify(blocks)).not.toContain('"link"');
  });

  it('tappar inga ord, vad som än står där', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
        const shown = JSON.stringify(commentBlocks(text)).normalize('NFC');
        // An entity such as &amp; is the sign that it stands for, and a list has its own figures.
        const kept = words.filter((word) => !/^\d+$/.test(word) && !/[&\\]/.test(text));
        expect(kept.filter((word) => !shown.includes(word))).toEqual([]);
      }),
      runs(1000),
    );
  });
});
