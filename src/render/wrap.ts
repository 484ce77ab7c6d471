import { displayWidth } from './visible.ts';

/**
 * Breaks a text into lines of at most `first` and then `rest` columns, at spaces and behind hyphens; a longer word is cut in two. Nothing
 * is lost but the spaces at the breaks. A no-break space holds a figure and its unit together where there is room.
 */
export function wrap(text: string, first: number, rest = first): readonly string[] {
  const lines: string[] = [];
  const room = () => Math.max(1, lines.length === 0 ? first : rest);
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const { text: word, glued } of pieces(paragraph)) {
      const glue = line === '' || glued ? '' : ' ';
      if (displayWidth(line + glue + word) <= room()) {
        line += glue + word;
        continue;
      }
      if (line !== '') {
        lines.push(line);
      }
      line = word;
      while (displayWidth(line) > room()) {
        const head = cutAt(line, room());
        lines.push(head);
        line = line.slice(head.length).replace(/^\u00A0/, '');
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Words, and the parts of hyphenated words, which need no space before them. */
function pieces(paragraph: string): readonly { readonly text: string; readonly glued: boolean }[] {
  return paragraph
    .split(/ +/)
    .flatMap((word) => word.split(/(?<=\p{L}[-/])(?=\p{L})/u).map((text, index) => ({ text, glued: index > 0 })));
}

/** The beginning of a word that fits, preferably up to a no-break space. */
function cutAt(word: string, width: number): string {
  let head = '';
  for (const { segment } of segments(word)) {
    if (head !== '' && displayWidth(head + segment) > width) {
      break;
    }
    head += segment;
  }
  const space = head.lastIndexOf('\u00A0');
  return space > 0 && head.length < word.length ? head.slice(0, space) : head;
}

let segmenter: Intl.Segmenter | null = null;

/** What a person sees as one character is never cut in two. */
function segments(text: string): Iterable<{ readonly segment: string }> {
  segmenter ??= new Intl.Segmenter('sv', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
