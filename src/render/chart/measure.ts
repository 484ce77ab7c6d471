/** Widths in parts of the size, of an ordinary font without serifs. */
const NARROW = /[ iIjlftr.,:;!|'()[\]\-\u00A0]/u;
const WIDE = /[mwMW%@–—\u2E80-\u9FFF\uAC00-\uD7AF\p{Extended_Pictographic}]/u;
const CAPITAL = /[\p{Lu}]/u;

/**
 * How wide a text becomes in a font that is not known, such as the reader's own in a browser: somewhat more than most
 * take, so that labels do not meet.
 */
export function estimateWidth(text: string, size: number, bold: boolean): number {
  let width = 0;
  for (const char of text) {
    width += /\p{Extended_Pictographic}|[\u2E80-\u9FFF]/u.test(char)
      ? 1.2
      : WIDE.test(char)
        ? 0.92
        : NARROW.test(char)
          ? 0.4
          : CAPITAL.test(char)
            ? 0.7
            : 0.62;
  }
  return width * size * (bold ? 1.06 : 1);
}
