import stringWidth from 'fast-string-width';

/** Text from files made harmless: what could steer the terminal is shown as `\u001b`, and no longer sent. */
export function visible(text: string): string {
  if (isPlain(text)) {
    return text;
  }
  // Control characters and direction marks that could steer a terminal, and line separators that could break a row.
  const steering = /(?!\n)\p{Cc}|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
  return text.replace(steering, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const PLAIN =
  /^[\u0020-\u007E\u00A0-\u02FF\u2010-\u2027\u2030-\u205E\u2070-\u209C\u20AC\u2190-\u2193\u2200-\u22FF\u2500-\u25FF]*$/;

/** Whether a text holds only letters and signs that take one column each. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Letters that stand alone: none of them is an accent, a picture or without width. */
const LATIN = /^[\n\u0020-\u007E\u00A1-\u00A8\u00AA-\u00AC\u00AF-\u02FF]*$/;

/** Whether every code point of a text is a character of its own; those that join with others need a closer look. */
export function isSimple(text: string): boolean {
  return LATIN.test(text) || !/[\p{M}\p{Cf}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text);
}

/** Signs that take no column and that the measuring counts as one: soft hyphens and invisible breaks between words. */
const INVISIBLE = /[\u00AD\u200B\u2060]/g;

/** Columns that a text takes on a terminal. Most texts here are plain Latin letters, one column each. */
export function displayWidth(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text.replace(INVISIBLE, ''));
}
