import { visible } from './visible.ts';

/** What XML forbids or discourages beside control characters: halves of surrogate pairs, and code points for nothing. */
const IMPOSSIBLE = /\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/**
 * A text as XML may hold it: control characters, direction marks and impossible code points are shown as `\u001b`, so
 * that nothing steers and nothing disappears. Line breaks are kept; the writer of the XML escapes its signs.
 */
export function xmlText(text: string): string {
  return visible(text).replace(IMPOSSIBLE, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
