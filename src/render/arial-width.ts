/** About the width of a text in Arial, in parts of its size; only a good guess is needed. */
export function arialWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    let one = known.get(char);
    if (one === undefined) {
      one = charWidth(char);
      known.set(char, one);
    }
    width += one;
  }
  return width;
}

const known = new Map<string, number>();

function charWidth(char: string): number {
  return /[fijlrt.,:;'|!()/ \u00A0\u202F-]/.test(char)
    ? 0.3
    : /[mwMW@%●◆▲○]/.test(char)
      ? 0.87
      : /\p{Lu}/u.test(char)
        ? 0.7
        : 0.556;
}
