import type { CellObject } from 'write-excel-file/node';
import { xmlText } from '../xml-text.ts';

/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

export type CellStyle = Omit<CellObject, 'value' | 'type' | 'format'>;

/**
 * A text as a cell of text. One that begins like a formula also has the format of texts, so that it stays a text when
 * someone edits the cell; nothing is put before it.
 */
export function textCell(text: string, style: CellStyle = {}): CellObject {
  return { ...style, value: encoded(text), type: String, ...(/^[=+\-@]/.test(text) ? { format: '@' } : {}) };
}

/** A text in pieces that a cell has room for; a text that fits is one piece. */
export function piecesOf(raw: string): readonly string[] {
  const text = xmlText(raw);
  if (text.length <= LONGEST) {
    return [text];
  }
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const cut = /[\uD800-\uDBFF]/.test(rest.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}

/**
 * A text as the file is to hold it. Excel reads `_x0041_` as A, so that a text with such signs is written with its low
 * line as one of them; and so is the first letter of a text that the package would take for a property of every
 * object, and U+FFFD, which it leaves out.
 */
function encoded(raw: string): string {
  const text = xmlText(raw)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\uFFFD', '_xFFFD_');
  return text in {} ? `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${text.slice(1)}` : text;
}
