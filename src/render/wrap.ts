import { isLetters } from '../model/letters.ts';
import { displayWidth, isPlain, isSimple } from './visible.ts';

/**
 * Breaks a text into lines of at most `first` and then `rest` columns, at spaces and behind hyphens; a longer word is cut in two. Nothing
 * is lost but the spaces at the breaks. A no-break space holds a figure and its unit together where there is room.
 */
export function wrap(text: string, first: number, rest = first): readonly string[] {
  return wrapWords(text, first, rest) ?? wrapAny(text, first, rest);
}

/** What most names and sentences are: plain letters, and words with one space between them. Null for any other text. */
function wrapWords(text: string, first: number, rest: number): readonly string[] | null {
  if (UNEVEN.test(text) || !isPlain(text)) {
    return null;
  }
  const lines: string[] = [];
  let start = 0;
  for (let room = first; text.length - start > room; room = rest) {
    const end = lastBreak(text, start, start + room);
    if (end === start) {
      return null;
    }
    lines.push(text.slice(start, end));
    start = text[end] === ' ' ? end + 1 : end;
  }
  lines.push(text.slice(start));
  return lines;
}

/** Lines of its own, or spaces that a break would not take away. */
const UNEVEN = /\n| {2}|^ | $/;

/** The last place after `start`, up to `end`, at which a line may end: a space, or behind a hyphen; `start` for none. */
function lastBreak(text: string, start: number, end: number): number {
  for (let at = end; at > start; at--) {
    if (text[at] === ' ' || isInsideWord(text, at)) {
      return at;
    }
  }
  return start;
}

/** Whether a hyphen or stroke that joins two words stands just before an offset. */
function isInsideWord(text: string, at: number): boolean {
  const joint = text[at - 1];
  return (joint === '-' || joint === '/') && isLetters(text[at - 2] ?? '') && isLetters(text[at] ?? '');
}

function wrapAny(text: string, first: number, rest: number): readonly string[] {
  const lines: string[] = [];
  const room = () => Math.max(1, lines.length === 0 ? first : rest);
  for (const paragraph of text.split('\n')) {
    let line = '';
    let width = 0;
    for (const { text: word, glued } of pieces(paragraph)) {
      const glue = line === '' || glued ? '' : ' ';
      const own = displayWidth(word);
      if (width + glue.length + own <= room()) {
        line += glue + word;
        width += glue.length + own;
        continue;
      }
      if (line !== '') {
        lines.push(line);
      }
      line = word;
      width = own;
      if (own > room()) {
        const cut = cutWord(word, room(), Math.max(1, rest));
        line = cut.pop() ?? '';
        width = displayWidth(line);
        for (const part of cut) {
          lines.push(part);
        }
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Words, and the parts of hyphenated words, which need no space before them. */
function pieces(paragraph: string): readonly { readonly text: string; readonly glued: boolean }[] {
  return paragraph.split(/ +/).flatMap((word) => {
    const parts: { readonly text: string; readonly glued: boolean }[] = [];
    let start = 0;
    for (let at = 1; at < word.length; at++) {
      if (isInsideWord(word, at)) {
        parts.push({ text: word.slice(start, at), glued: start > 0 });
        start = at;
      }
    }
    parts.push({ text: word.slice(start), glued: start > 0 });
    return parts;
  });
}

/** A word that is longer than a line, in parts that fit; preferably cut at a no-break space. Linear in its length. */
function cutWord(word: string, first: number, rest: number): string[] {
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const segment of segments(word)) {
    const own = displayWidth(segment);
    if (part !== '' && width + own > (parts.length === 0 ? first : rest)) {
      const space = part.lastIndexOf('\u00A0');
      const head = space > 0 ? part.slice(0, space) : part;
      parts.push(head);
      part = space > 0 ? part.slice(space + 1) : '';
      width = displayWidth(part);
    }
    part += segment;
    width += own;
  }
  return [...parts, part];
}

let segmenter: Intl.Segmenter | null = null;

/** How much is given to the segmenter at a time: its time grows faster than its text. */
const CHUNK = 2_000;

/** What a person sees as one character is never cut in two; plain letters need no closer look. */
function* segments(text: string): Iterable<string> {
  if (isSimple(text)) {
    yield* text;
    return;
  }
  segmenter ??= new Intl.Segmenter('sv', { granularity: 'grapheme' });
  for (let at = 0; at < text.length; ) {
    const chunk = text.slice(at, at + CHUNK);
    const parts = [...segmenter.segment(chunk)].map(({ segment }) => segment);
    // The last character of a chunk may go on in the next.
    const whole = at + CHUNK < text.length && parts.length > 1 ? parts.slice(0, -1) : parts;
    for (const segment of whole) {
      yield segment;
      at += segment.length;
    }
  }
}
