import { type LinkTarget, MARK_ROOM, type Span } from './break-lines.ts';
import type { Canvas } from './canvas.ts';
import { described } from './drawable.ts';
import type { FlowLine, FlowNode } from './lay-out-flow.ts';
import { type PdfElement, pdfString } from './pdfkit-types.ts';
import { drawStatusShape } from './status-shape.ts';
import { COLOUR } from './theme.ts';

/** Lines in a place on the current page. */
export interface PlacedLines {
  readonly lines: readonly FlowLine[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

/** The elements of a flow, as they are made: a flow that goes on on the next page goes on in them. */
export type FlowElements = Map<FlowNode, PdfElement>;

/** Named destinations of headings, by heading id. */
export type Destinations = ReadonlyMap<string, string>;

export type Address = { readonly name: string } | { readonly url: string };

/** The address that a link leads to in a PDF; null for what is no address, or one that a reader should not follow. */
export function addressOf(href: string, destinations: Destinations): Address | null {
  if (href.startsWith('#')) {
    const name = destinations.get(href.slice(1));
    return name === undefined ? null : { name };
  }
  if (!URL.canParse(href)) {
    return null;
  }
  const url = new URL(href);
  return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? { url: url.href } : null;
}

/** What only the eye sees of lines: the shapes of statuses, the lines below links. Drawn before any of their text. */
export function drawLineArtifacts(canvas: Canvas, placed: PlacedLines, destinations: Destinations): void {
  eachSpan(placed, (span, x, baseline, { style }) => {
    if (span.mark !== undefined) {
      const { mark } = span;
      canvas.artifact(() =>
        drawStatusShape(canvas, mark, x + style.size * 0.42, baseline - style.size * 0.33, style.size * 0.74),
      );
    }
    if (span.link !== null && addressOf(span.link.href, destinations) !== null) {
      canvas.artifact(() => {
        const y = baseline + style.size * 0.16;
        canvas.doc.lineWidth(0.5).strokeColor(COLOUR.accent);
        canvas.doc
          .moveTo(x, y)
          .lineTo(x + span.width, y)
          .stroke();
      });
    }
  });
}

/**
 * The text of lines on one page, each stretch as content of its element. What follows another in the same element is
 * marked once; links and the hyphens of broken words have elements of their own.
 */
export function drawLineTexts(
  canvas: Canvas,
  parent: PdfElement,
  elements: FlowElements,
  placed: PlacedLines,
  destinations: Destinations,
): void {
  const marker = new Marker(canvas);
  eachSpan(placed, (span, x, baseline, { style }, node) => {
    const element = elementOf(canvas, parent, elements, node);
    const address = span.link === null ? null : addressOf(span.link.href, destinations);
    const shape = span.mark === undefined ? 0 : MARK_ROOM * style.size;
    const draw = (colour: string) => canvas.text(span.text, x + shape, baseline, span.font, style.size, colour);
    if (span.link !== null && address !== null && !span.softHyphen) {
      marker.openLink(element, span.link, (link) => {
        const top = baseline - style.size * 0.95;
        annotate(canvas, { x, y: top, width: span.width, height: style.size * 1.25 }, span.link, address, link);
      });
      draw(COLOUR.accent);
    } else if (span.softHyphen) {
      marker.drawSoftHyphen(element, () => draw(style.colour));
    } else {
      marker.open(element, node.tag);
      draw(style.colour);
    }
  });
  marker.end();
}

/** Keeps open what the next stretch may go on in. */
class Marker {
  readonly #canvas: Canvas;
  #open: { readonly element: PdfElement; readonly close: () => void } | null = null;
  #link: {
    readonly target: LinkTarget;
    readonly element: PdfElement;
    readonly annotations: ((link: PdfElement) => void)[];
  } | null = null;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  open(element: PdfElement, tag: string): void {
    this.#endLink();
    this.#mark(element, tag);
  }

  openLink(parent: PdfElement, target: LinkTarget, annotate: (link: PdfElement) => void): void {
    if (this.#link?.target !== target) {
      this.#endLink();
      this.#close();
      this.#link = { target, element: this.#canvas.element(parent, 'Link'), annotations: [] };
    }
    this.#link.annotations.push(annotate);
    this.#mark(this.#link.element, 'Link');
  }

  /** A hyphen that is no part of the word: read aloud and copied as the soft hyphen that it is. */
  drawSoftHyphen(parent: PdfElement, draw: () => void): void {
    this.#close();
    const span = this.#canvas.element(this.#link?.element ?? parent, 'Span', { actual: '\u00AD' });
    this.#canvas.content(span, 'Span', draw);
    span.end();
  }

  end(): void {
    this.#endLink();
    this.#close();
  }

  #mark(element: PdfElement, tag: string): void {
    if (this.#open?.element === element) {
      return;
    }
    this.#close();
    const content = this.#canvas.doc.markStructureContent(tag);
    this.#open = {
      element,
      close: () => {
        this.#canvas.doc.endMarkedContent();
        element.add(content);
      },
    };
  }

  #close(): void {
    this.#open?.close();
    this.#open = null;
  }

  /** A link must end on its page: its annotations are referred to on the page that is current then. */
  #endLink(): void {
    if (this.#link !== null) {
      this.#close();
      for (const annotate of this.#link.annotations) {
        annotate(this.#link.element);
      }
      this.#link.element.end();
      this.#link = null;
    }
  }
}

function eachSpan(
  placed: PlacedLines,
  visit: (span: Span, x: number, baseline: number, line: FlowLine, node: FlowNode) => void,
): void {
  let y = placed.y;
  placed.lines.forEach((line, index) => {
    y += index === 0 ? 0 : line.gap;
    const { size, line: height } = line.style;
    const baseline = y + height / 2 + size * 0.34;
    const spare = placed.width - line.x - line.line.width;
    const x = placed.x + line.x + (placed.align === 'right' ? spare : placed.align === 'center' ? spare / 2 : 0);
    if (line.label !== null) {
      for (const span of line.label.line.spans) {
        visit(span, placed.x + line.label.x + span.x, baseline, line, line.label.node);
      }
    }
    for (const span of line.line.spans) {
      visit(span, x + span.x, baseline, line, line.node);
    }
    y += line.height;
  });
}

function elementOf(canvas: Canvas, root: PdfElement, elements: FlowElements, node: FlowNode): PdfElement {
  const known = elements.get(node);
  if (known !== undefined) {
    return known;
  }
  const parent = node.parent === null ? root : elementOf(canvas, root, elements, node.parent);
  const element = canvas.element(parent, node.tag, {}, node.attributes);
  elements.set(node, element);
  return element;
}

/** Where a link may be clicked, and what it is called. */
export function annotate(
  canvas: Canvas,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  target: LinkTarget | null,
  address: Address,
  link: PdfElement,
): void {
  const { x, y, width, height } = box;
  const options = { structParent: link, Contents: pdfString(describeLink(target?.text ?? '', address)) };
  if ('name' in address) {
    canvas.doc.goTo(x, y, width, height, address.name, options);
  } else {
    canvas.doc.link(x, y, width, height, address.url, options);
  }
}

function describeLink(text: string, address: Address): string {
  const words = described(text);
  if ('name' in address) {
    return `Gå till ${words}`;
  }
  return words === '' || words === address.url ? address.url : `${words} (${address.url})`;
}
