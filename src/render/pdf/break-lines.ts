import type { Status } from '../../model/status.ts';
import type { Inline } from '../../report/document/document.ts';
import type { Hyphenate } from './hyphenation.ts';
import type { FontName } from './open-document.ts';
import type { TextStyle } from './theme.ts';

/** Where a link leads; the same value for all its parts. */
export interface LinkTarget {
  readonly href: string;
  readonly text: string;
}

/** A stretch of a line that is drawn at once. */
export interface Span {
  readonly text: string;
  readonly font: FontName;
  /** From the left end of the line. */
  readonly x: number;
  readonly width: number;
  readonly link: LinkTarget | null;
  /** A status whose shape stands before the text; undefined where there is none. */
  readonly mark: Status | null | undefined;
  /** The hyphen of a broken word: seen, and no part of the text. */
  readonly softHyphen: boolean;
}

export interface TextLine {
  readonly spans: readonly Span[];
  readonly width: number;
}

export interface Measure {
  width(text: string, font: FontName, size: number): number;
  readonly hyphenate: Hyphenate;
}

/** In columns narrower than this, long words are broken to fill their lines. */
const NARROW = 120;

/** The room of a status shape before its word, in parts of the size. */
export const MARK_ROOM = 1.15;

/** What a line cannot be broken in, and what stands after it when it does not end a line. */
interface Word {
  readonly parts: readonly Part[];
  readonly after: 'space' | 'nothing' | 'line';
}

interface Part {
  readonly text: string;
  readonly font: FontName;
  readonly link: LinkTarget | null;
  readonly mark: Status | null | undefined;
}

/**
 * Lines of at most `width`: broken at spaces, behind hyphens and slashes, at soft hyphens; where the column is narrow or
 * a word is longer than a line, as Swedish is hyphenated; only what has no such place is cut.
 */
export function breakLines(
  content: readonly Inline[],
  width: number,
  style: TextStyle,
  measure: Measure,
): readonly TextLine[] {
  const words = toWords(content, style);
  const filler = new LineFiller(width, style.size, measure);
  for (const word of words) {
    filler.place(word);
  }
  return filler.end();
}

/** The widest part that cannot be broken; what hyphens can break needs no more than `flexible`. */
export function widestWord(content: readonly Inline[], style: TextStyle, measure: Measure, flexible: number): number {
  let widest = 0;
  for (const word of toWords(content, style)) {
    const width = wordWidth(word, style.size, measure);
    const text = word.parts.map((part) => part.text).join('');
    const isFlexible = placesOf(text, measure.hyphenate).length > 0;
    widest = Math.max(widest, isFlexible ? Math.min(width, flexible) : width);
  }
  return widest;
}

class LineFiller {
  readonly #width: number;
  readonly #size: number;
  readonly #measure: Measure;
  readonly #lines: TextLine[] = [];
  #parts: Part[] = [];
  #used = 0;
  #pending: Word['after'] = 'nothing';

  constructor(width: number, size: number, measure: Measure) {
    this.#width = width;
    this.#size = size;
    this.#measure = measure;
  }

  place(word: Word): void {
    for (let rest: Word | null = word; rest !== null; ) {
      rest = this.#placeBeginning(rest);
    }
  }

  /** Places what fits of a word, and gives back what is left of it. */
  #placeBeginning(word: Word): Word | null {
    const space = this.#pending === 'space' && this.#parts.length > 0 ? this.#textWidth(' ', 'R') : 0;
    const own = wordWidth(word, this.#size, this.#measure);
    if (this.#used + space + own <= this.#width) {
      this.#append(word, own, space);
      return null;
    }
    if (this.#width < NARROW || own > this.#width) {
      const broken = this.#hyphenated(word, this.#width - this.#used - space);
      if (broken !== null) {
        this.#append({ parts: [broken.head], after: 'nothing' }, 0, space);
        this.#finish(true);
        return { parts: [broken.tail], after: word.after };
      }
    }
    if (this.#parts.length > 0) {
      this.#finish(false);
      return word;
    }
    const [head, tail] = this.#cut(word);
    this.#append(head, this.#width, 0);
    return tail;
  }

  end(): readonly TextLine[] {
    if (this.#parts.length > 0 || this.#lines.length === 0) {
      this.#pending = 'nothing';
      this.#finish(false);
    }
    return this.#lines;
  }

  #append(word: Word, width: number, space: number): void {
    if (space > 0) {
      this.#appendSpace(word.parts[0]);
    }
    this.#parts.push(...word.parts);
    this.#used += space + width;
    this.#pending = word.after;
    if (word.after === 'line') {
      this.#finish(false);
    }
  }

  /** The space belongs to a link only where both its neighbours do. */
  #appendSpace(next: Part | undefined): void {
    const last = this.#parts.at(-1);
    if (last !== undefined) {
      const link = last.link === next?.link ? last.link : null;
      this.#parts.push({ text: ' ', font: last.font, link, mark: undefined });
    }
  }

  /** The longest beginning that fits with a hyphen. */
  #hyphenated(word: Word, room: number): { readonly head: Part; readonly tail: Part } | null {
    const part = word.parts.length === 1 ? word.parts[0] : undefined;
    if (part === undefined) {
      return null;
    }
    const shape = part.mark === undefined ? 0 : MARK_ROOM * this.#size;
    const places = placesOf(part.text, this.#measure.hyphenate);
    const at = places.findLast((place) => {
      const head = visibleText(part.text.slice(0, place));
      return shape + this.#textWidth(`${head}-`, part.font) <= room;
    });
    return at === undefined
      ? null
      : {
          head: { ...part, text: part.text.slice(0, at) },
          tail: { ...part, text: part.text.slice(at), mark: undefined },
        };
  }

  /** What fits of a word that is longer than a line and has no better place; at least one character. */
  #cut(word: Word): readonly [Word, Word | null] {
    const [first, ...others] = word.parts;
    if (first === undefined) {
      return [word, null];
    }
    const shape = first.mark === undefined ? 0 : MARK_ROOM * this.#size;
    const rest = (tail: readonly Part[]): Word | null => (tail.length > 0 ? { parts: tail, after: word.after } : null);
    if (shape + this.#textWidth(first.text, first.font) <= this.#width) {
      const tail = rest(others);
      return [{ parts: [first], after: tail === null ? word.after : 'nothing' }, tail];
    }
    const chars = graphemes(first.text);
    let low = 1;
    let high = chars.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const fits = shape + this.#textWidth(chars.slice(0, middle).join(''), first.font) <= this.#width;
      low = fits ? middle : low;
      high = fits ? high : middle - 1;
    }
    const space = chars.slice(0, low).lastIndexOf('\u00A0');
    const at = space > 0 ? space : low;
    const head = { ...first, text: chars.slice(0, at).join('') };
    const left = { ...first, text: chars.slice(space > 0 ? at + 1 : at).join(''), mark: undefined };
    const tail = rest(left.text === '' ? others : [left, ...others]);
    return [{ parts: [head], after: tail === null ? word.after : 'nothing' }, tail];
  }

  /** Ends the line; a space at its end is part of the text, and takes no room. */
  #finish(softHyphen: boolean): void {
    const spans: Span[] = [];
    let x = 0;
    const add = (parts: readonly Part[], text: string, hyphen: boolean) => {
      const [first] = parts;
      if (first === undefined) {
        return;
      }
      const shape = first.mark === undefined ? 0 : MARK_ROOM * this.#size;
      const width = shape + this.#textWidth(text, first.font);
      spans.push({ text, font: first.font, x, width, link: first.link, mark: first.mark, softHyphen: hyphen });
      x += width;
    };
    for (const parts of runs(this.#parts)) {
      add(parts, visibleText(parts.map((part) => part.text).join('')), false);
    }
    const last = this.#parts.at(-1);
    if (softHyphen && last !== undefined) {
      add([{ ...last, mark: undefined }], '-', true);
    } else if (this.#pending !== 'nothing') {
      const end = spans.pop();
      if (end !== undefined) {
        spans.push({ ...end, text: `${end.text} ` });
      }
    }
    this.#lines.push({ spans, width: x });
    this.#parts = [];
    this.#used = 0;
    this.#pending = 'nothing';
  }

  #textWidth(text: string, font: FontName): number {
    return this.#measure.width(text, font, this.#size);
  }
}

/** What is seen of a text whose lines are broken: no-break signs are plain ones, so that they are found when searched. */
function visibleText(text: string): string {
  return text
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u00AD', '');
}

function placesOf(text: string, hyphenate: Hyphenate): readonly number[] {
  return text.includes('\u00AD')
    ? [...text.matchAll(/\u00AD/g)].map(({ index }) => index + 1).filter((at) => at < text.length)
    : hyphenate(text);
}

function wordWidth(word: Word, size: number, measure: Measure): number {
  let width = 0;
  for (const { text, font, mark } of word.parts) {
    width += measure.width(visibleText(text), font, size) + (mark === undefined ? 0 : MARK_ROOM * size);
  }
  return width;
}

/** Neighbours that are drawn at once: of the same font and link, with no shape between them. */
function runs(parts: readonly Part[]): readonly (readonly Part[])[] {
  const all: Part[][] = [];
  for (const part of parts) {
    const run = all.at(-1);
    const first = run?.[0];
    if (run !== undefined && first?.font === part.font && first.link === part.link && part.mark === undefined) {
      run.push(part);
    } else {
      all.push([part]);
    }
  }
  return all;
}

/** Spaces between words; behind hyphens and slashes between letters; between written-out characters. */
const PLACES = /(\n| +|\u200B+|(?<=\p{L}[-/–])(?=\p{L})|(?<=\])(?=\[U\+))/u;

/** A word beyond this is nothing that is read as one: it is measured and broken in parts. */
const LONGEST = 200;

function toWords(content: readonly Inline[], style: TextStyle): readonly Word[] {
  const words: Word[] = [];
  let parts: Part[] = [];
  const end = (after: Word['after']) => {
    if (parts.length > 0 || after === 'line') {
      words.push({ parts, after });
      parts = [];
    }
  };
  for (const inline of content) {
    const { text, font, link } = drawnAs(inline, style);
    let mark = inline.kind === 'status' ? inline.status : undefined;
    for (const piece of text.split(PLACES)) {
      if (piece === '\n') {
        end('line');
      } else if (/^ +$/.test(piece)) {
        endWithSpace(words, parts, end);
      } else if (/^\u200B*$/.test(piece)) {
        // Between two pieces: a place to break at that is not seen.
        end('nothing');
      } else {
        for (let at = 0; at < piece.length; at += LONGEST) {
          if (at > 0) {
            end('nothing');
          }
          parts.push({ text: piece.slice(at, at + LONGEST), font, link, mark });
          mark = undefined;
        }
      }
    }
  }
  end('nothing');
  return words;
}

/** A space that opens an inline comes after the word that ended the last. */
function endWithSpace(words: Word[], parts: readonly Part[], end: (after: Word['after']) => void): void {
  const last = words.at(-1);
  if (parts.length > 0) {
    end('space');
  } else if (last?.after === 'nothing') {
    words[words.length - 1] = { ...last, after: 'space' };
  }
}

function drawnAs(inline: Inline, style: TextStyle): { text: string; font: FontName; link: LinkTarget | null } {
  if (inline.kind === 'status') {
    return { text: inline.word, font: style.strong ? 'S' : 'R', link: null };
  }
  const font = inline.strong === true || style.strong ? 'S' : inline.emphasis === true ? 'I' : 'R';
  return { text: inline.text, font, link: inline.link === undefined ? null : { href: inline.link, text: inline.text } };
}

let segmenter: Intl.Segmenter | null = null;

function graphemes(text: string): readonly string[] {
  if (/^[\u0020-\u02FF]*$/.test(text)) {
    return [...text];
  }
  segmenter ??= new Intl.Segmenter('sv', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
