import type { Heading } from '../../report/document/document.ts';
import type { Canvas } from './canvas.ts';
import type { HeadingPlace } from './draw-heading.ts';
import { annotate, type Destinations, drawLineTexts } from './draw-lines.ts';
import { type FlowLine, heightOf, layOutText } from './lay-out-flow.ts';
import type { PdfElement } from './pdfkit-types.ts';
import { BODY, COLOUR, CONTENT_WIDTH, PAGE, type TextStyle } from './theme.ts';

/** A line of the table of contents, with its room on a page. Its page number is drawn when all pages are known. */
interface Entry {
  readonly heading: Heading;
  readonly lines: readonly FlowLine[];
  readonly link: PdfElement;
  readonly reference: PdfElement;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

const INDENT = 16;
const NUMBER_ROOM = 40;

/** A chapter with at most this many entries is not divided. */
const SMALL_CHAPTER = 3;

/** Deeper headings are found in the outline. */
const DEEPEST = 3;

const STYLES: readonly TextStyle[] = [
  { ...BODY, strong: true, line: 17 },
  { ...BODY, size: 10, line: 15 },
];

/** A table of contents whose room is kept where it stands; `fill` draws it at the end. */
export class ContentsDrawer {
  readonly #canvas: Canvas;
  readonly #toc: PdfElement;
  readonly #entries: Entry[] = [];

  constructor(canvas: Canvas, headings: readonly Heading[]) {
    this.#canvas = canvas;
    this.#toc = canvas.element(canvas.root, 'TOC');
    let inner: PdfElement | null = null;
    const shown = headings.filter(({ level }) => level <= DEEPEST);
    for (const [index, heading] of shown.entries()) {
      if (heading.level === 2) {
        inner = null;
      } else {
        inner ??= canvas.element(this.#toc, 'TOC');
      }
      const after = shown.findIndex(({ level }, at) => at > index && level === 2);
      const below = (after < 0 ? shown.length : after) - index - 1;
      this.#keepRoom(heading, inner ?? this.#toc, below);
    }
    canvas.y += 10;
  }

  /** @param below how many entries stand below this one in its chapter: one is never left alone on another page */
  #keepRoom(heading: Heading, toc: PdfElement, below: number): void {
    const canvas = this.#canvas;
    const depth = heading.level - 2;
    const style = STYLES[depth] ?? BODY;
    const indent = depth * INDENT;
    const content = [{ kind: 'text' as const, text: heading.text }];
    const options = { width: CONTENT_WIDTH - indent - NUMBER_ROOM, style, measure: canvas };
    const lines = layOutText(content, { tag: 'Link', parent: null }, options);
    const above = depth === 0 && !canvas.isAtTop ? 5 : 0;
    const height = heightOf(lines);
    const together = depth > 0 ? Number(below === 1) : below <= SMALL_CHAPTER ? below : 1;
    if (canvas.room < above + height + together * (STYLES[1]?.line ?? 0)) {
      canvas.newPage();
    } else {
      canvas.y += above;
    }
    const reference = canvas.element(canvas.element(toc, 'TOCI'), 'Reference');
    const link = canvas.element(reference, 'Link');
    const x = PAGE.left + indent;
    this.#entries.push({ heading, lines, link, reference, page: canvas.pageIndex, x, y: canvas.y });
    canvas.y += height;
  }

  fill(places: ReadonlyMap<Heading, HeadingPlace>, destinations: Destinations): void {
    for (const entry of this.#entries) {
      this.#canvas.backTo(entry.page);
      this.#drawEntry(entry, (places.get(entry.heading)?.page ?? 0) + 1, destinations);
    }
    this.#toc.end();
  }

  #drawEntry({ heading, lines, link, x, y }: Entry, page: number, destinations: Destinations): void {
    const canvas = this.#canvas;
    const { doc } = canvas;
    const [first] = lines;
    const last = lines.at(-1);
    if (first === undefined || last === undefined) {
      return;
    }
    const { style } = first;
    const right = PAGE.left + CONTENT_WIDTH;
    const baseline = y + heightOf(lines) - style.line / 2 + style.size * 0.34;
    const number = String(page);
    const numberX = right - canvas.width(number, style.strong ? 'S' : 'R', style.size);
    const from = x + last.line.width + 6;
    if (numberX - 6 > from) {
      canvas.artifact(() => {
        doc.lineWidth(0.8).lineCap('round').dash(0.01, { space: 4 }).strokeColor(COLOUR.rule);
        // Dots stand below each other, whatever the text before them.
        const start = right - Math.floor((right - from) / 4) * 4;
        doc
          .moveTo(start, baseline)
          .lineTo(numberX - 5, baseline)
          .stroke();
        doc.undash().lineCap('butt');
      });
    }
    const ending = lines.map((line) =>
      line === last ? { ...line, line: { ...line.line, spans: withSpace(line.line.spans) } } : line,
    );
    const placed = { lines: ending, x, y, width: CONTENT_WIDTH, align: 'left' as const };
    drawLineTexts(canvas, link, new Map([[first.node, link]]), placed, destinations);
    canvas.content(link, 'Link', () =>
      canvas.text(number, numberX, baseline, style.strong ? 'S' : 'R', style.size, style.colour),
    );
    const name = destinations.get(heading.id);
    if (name !== undefined) {
      const box = { x, y, width: right - x, height: heightOf(lines) };
      annotate(canvas, box, { href: `#${heading.id}`, text: `${heading.text}, sida ${number}` }, { name }, link);
    }
    link.end();
  }
}

/** The page number is a word of its own. */
function withSpace(spans: FlowLine['line']['spans']): FlowLine['line']['spans'] {
  return spans.map((span, index) => (index === spans.length - 1 ? { ...span, text: `${span.text} ` } : span));
}
