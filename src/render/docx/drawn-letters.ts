/** Letters and signs that the font of the charts has, as far as Swedish, its neighbours and figures need them. */
export const DRAWN =
  /[ -~\u00A0-\u00AC\u00AE-\u0181\u01CD-\u01DD\u01E2-\u01E7\u01EA\u01EB\u01EE-\u01F0\u01F7-\u0201\u0218-\u021B\u0391-\u03A1\u03A3-\u03CE\u0400-\u045F\u1E9E-\u1EF9\u2010-\u201E\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203A\u2044\u2074-\u208E\u20AC\u2116\u2122\u2190-\u2199\u2206\u2211\u2212\u221E\u2248\u2260\u2264\u2265\u25A0\u25B2\u25BC\u25C6\u25CB\u25CF\u2713]/u;

/** Breaks that are only allowed. */
const SILENT = /[\u00AD\u200B\u2060]/g;
const SPACES = /[\p{Zs}\t\n]/gu;

/**
 * A text with each letter that the font lacks written as `[U+1F600]`, so that nothing disappears. The whole text stands
 * in the description of the picture and in its table.
 */
export function inDrawnLetters(text: string): string {
  const plain = text.normalize('NFC').replace(SILENT, '').replace(SPACES, ' ');
  let drawn = '';
  for (const char of plain) {
    drawn += DRAWN.test(char) ? char : `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return drawn;
}
