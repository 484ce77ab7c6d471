import type { Block, Heading } from '../../report/document/document.ts';
import type { Canvas } from './canvas.ts';
import { drawFlow } from './draw-flow.ts';
import type { Destinations } from './draw-lines.ts';
import { type FlowLine, heightOf, layOutText } from './lay-out-flow.ts';
import type { PdfOutline } from './pdfkit-types.ts';
import { BODY, CONTENT_WIDTH, HEADINGS, PAGE, type TextStyle, TITLE } from './theme.ts';

/** Where a heading stands, when it has been drawn. */
export interface HeadingPlace {
  /** From 0. */
  readonly page: number;
}

/** Draws headings, and makes the outline of them. */
export class HeadingDrawer {
  readonly #canvas: Canvas;
  readonly #destinations: Destinations;
  /** The open entries of the outline, from level 1. */
  #outline: { readonly level: number; readonly entry: PdfOutline }[] = [];
  readonly places = new Map<Heading, HeadingPlace>();

  constructor(canvas: Canvas, destinations: Destinations) {
    this.#canvas = canvas;
    this.#destinations = destinations;
  }

  drawTitle(text: string): void {
    this.#drawLines(1, layOutHeading(this.#canvas, text, 1, TITLE), text);
  }

  /** The heading, with the space above it; what stands below must have room on the same page. */
  draw(heading: Heading, followsHeading: boolean): void {
    const canvas = this.#canvas;
    const style = headingStyle(heading.level);
    canvas.y += canvas.isAtTop ? 0 : style.above * (followsHeading ? 0.3 : 1);
    const name = this.#destinations.get(heading.id);
    if (name !== undefined) {
      canvas.doc.addNamedDestination(name, 'XYZ', PAGE.left, canvas.y - 4, null);
    }
    this.places.set(heading, { page: canvas.pageIndex });
    this.#drawLines(heading.level, layOutHeading(canvas, heading.text, heading.level, style), heading.text);
    canvas.y += style.below;
  }

  #drawLines(level: number, lines: readonly FlowLine[], text: string): void {
    const canvas = this.#canvas;
    this.#addToOutline(level, text);
    drawFlow(canvas, canvas.root, lines, { x: PAGE.left, width: CONTENT_WIDTH }, this.#destinations);
  }

  #addToOutline(level: number, text: string): void {
    const { doc, y } = this.#canvas;
    this.#outline = this.#outline.filter((one) => one.level < level);
    const parent = this.#outline.at(-1)?.entry ?? doc.outline;
    // pdfkit counts `left` from the right edge.
    const options = { fit: false, top: Math.max(0, y - 4), left: doc.page.width, zoom: 0, expanded: level === 1 };
    this.#outline.push({ level, entry: parent.addItem(text, options) });
  }
}

export function headingStyle(level: Heading['level']): (typeof HEADINGS)[number] {
  return HEADINGS[level - 2] ?? { ...BODY, above: 12, below: 3 };
}

function layOutHeading(canvas: Canvas, text: string, level: number, style: TextStyle): readonly FlowLine[] {
  const content = [{ kind: 'text' as const, text }];
  const options = { width: CONTENT_WIDTH, style, measure: canvas };
  return layOutText(content, { tag: `H${level}`, parent: null }, options);
}

/** The height of a heading with the space around it. */
export function headingHeight(canvas: Canvas, heading: Heading): number {
  const style = headingStyle(heading.level);
  const lines = layOutHeading(canvas, heading.text, heading.level, style);
  return style.above + heightOf(lines) + style.below;
}

/**
 * The headings of a report so that no level is skipped, and all with text: a reader who hears the document finds the way
 * by the levels alone. Headings of one level stay of one level.
 */
export function withoutSkippedLevels(blocks: readonly Block[]): readonly Block[] {
  const open: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading') {
      return block;
    }
    while ((open.at(-1) ?? 0) >= block.level) {
      open.pop();
    }
    open.push(block.level);
    const level = (open.length + 1) as Heading['level'];
    return { ...block, level, text: block.text === '' ? '–' : block.text };
  });
}
