import type { Measure } from './break-lines.ts';
import type { Drawable } from './drawable.ts';
import type { Hyphenate } from './hyphenation.ts';
import { FONT_NAMES, type FontName } from './open-document.ts';
import type { PdfDocument, PdfElement } from './pdfkit-types.ts';
import { PAGE } from './theme.ts';

/**
 * The document as something to draw on: a page, how far down it one has come, and marks around all that is drawn, for
 * every stroke must be either content of an element or an artifact.
 */
export class Canvas implements Measure {
  readonly doc: PdfDocument;
  readonly root: PdfElement;
  readonly drawable: Drawable;
  readonly hyphenate: Hyphenate;
  readonly #onPage: (page: number) => void;
  readonly #widths: Readonly<Record<FontName, Map<string, number>>>;
  /** Where the next thing is drawn, from the top of the page. */
  y: number = PAGE.top;
  /** From 0. */
  pageIndex = -1;
  #colour = '';
  #font = '';

  /** @param onPage is told of every new page, the first is 1 */
  constructor(doc: PdfDocument, drawable: Drawable, hyphenate: Hyphenate, onPage: (page: number) => void = () => {}) {
    this.doc = doc;
    this.drawable = drawable;
    this.hyphenate = hyphenate;
    this.#onPage = onPage;
    this.#widths = { R: new Map(), S: new Map(), I: new Map() };
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
    this.newPage();
  }

  newPage(): void {
    this.doc.addPage();
    this.pageIndex++;
    this.y = PAGE.top;
    this.#forget();
    this.#onPage(this.pageIndex + 1);
  }

  /** Draws on a page that stands already; afterwards, pages are only gone back to. */
  backTo(index: number): void {
    this.doc.switchToPage(index);
    this.#forget();
  }

  /** Down to the margin. */
  get room(): number {
    return PAGE.height - PAGE.bottom - this.y;
  }

  get isAtTop(): boolean {
    return this.y <= PAGE.top;
  }

  width(text: string, font: FontName, size: number): number {
    const known = this.#widths[font];
    let width = known.get(text);
    if (width === undefined) {
      this.#font = '';
      width = this.doc.font(font)._font.widthOfString(text, 1000);
      known.set(text, width);
    }
    return (width * size) / 1000;
  }

  /** Text on its base line. Whatever it belongs to must be open. */
  text(text: string, x: number, baseline: number, font: FontName, size: number, colour: string): void {
    const key = `${font} ${size}`;
    if (this.#font !== key) {
      this.doc.font(font).fontSize(size);
      this.#font = key;
    }
    this.fill(colour);
    this.doc.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }

  fill(colour: string): PdfDocument {
    if (this.#colour !== colour) {
      this.doc.fillColor(colour);
      this.#colour = colour;
    }
    return this.doc;
  }

  /** What is drawn for the eye alone. Nothing else may be open. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout', attached?: 'Top' | 'Bottom'): void {
    this.doc.markContent('Artifact', attached === undefined ? { type } : { type, attached: [attached] });
    draw();
    this.doc.endMarkedContent();
  }

  /** What is drawn as content of an element. Nothing else may be open. */
  content(element: PdfElement, tag: string, draw: () => void): void {
    const content = this.doc.markStructureContent(tag);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** A new element, last in its parent. */
  element(
    parent: PdfElement,
    tag: string,
    options: Parameters<PdfDocument['struct']>[1] = {},
    attributes?: Readonly<Record<string, unknown>>,
  ): PdfElement {
    const element = this.doc.struct(tag, options);
    if (attributes !== undefined) {
      element.dictionary.data['A'] = attributes;
    }
    parent.add(element);
    return element;
  }

  /** A new page, and what was set on another, set nothing here. */
  #forget(): void {
    this.#colour = '';
    this.#font = '';
  }
}

/** Whether all fonts of a document have a character. */
export function hasGlyph(doc: PdfDocument): (codePoint: number) => boolean {
  const fonts = FONT_NAMES.map((name) => doc.font(name)._font.font);
  return (codePoint) => fonts.every((font) => font.hasGlyphForCodePoint(codePoint));
}
