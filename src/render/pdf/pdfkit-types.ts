/** What vp uses of pdfkit: its own types lack most of tagging, and it is loaded when it is used. */
export interface PdfReference {
  readonly data: Record<string, unknown>;
}

/** An element of the structure tree. */
export interface PdfElement {
  readonly dictionary: PdfReference;
  add(child: PdfElement | PdfContent): PdfElement;
  end(): void;
}

/** A piece of marked content on one page. */
export interface PdfContent {
  readonly refs: readonly unknown[];
}

export interface PdfFont {
  /** Ascender in thousandths of the size. */
  readonly ascender: number;
  /** The parsed font, which several documents can share. */
  readonly font: {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): unknown;
  };
  widthOfString(text: string, size: number): number;
}

export interface PdfOutline {
  addItem(
    title: string,
    options: { fit: boolean; top: number; left: number; zoom: number; expanded: boolean },
  ): PdfOutline;
}

export interface ElementOptions {
  readonly alt?: string;
  readonly actual?: string;
  readonly lang?: string;
  /** Left, top, right and bottom, from the top left corner of the page that is current. */
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
}

export interface PdfDocument {
  readonly page: PdfPage;
  readonly outline: PdfOutline;
  info: Record<string, unknown>;
  readonly _font: PdfFont;
  _addInfo(): void;
  appendXML(xml: string): void;

  addPage(): void;
  switchToPage(index: number): void;
  end(): void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): void;
  on(event: 'end', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;

  registerFont(name: string, source: unknown): void;
  font(name: string): PdfDocument;
  fontSize(size: number): PdfDocument;
  widthOfString(text: string): number;
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): void;

  struct(type: string, options?: ElementOptions): PdfElement;
  addStructure(element: PdfElement): void;
  markStructureContent(tag: string): PdfContent;
  markContent(tag: 'Artifact', options: { type: string; attached?: readonly string[] }): void;
  endMarkedContent(): void;

  link(x: number, y: number, width: number, height: number, url: string, options: object): void;
  goTo(x: number, y: number, width: number, height: number, name: string, options: object): void;
  addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;

  fillColor(colour: string): PdfDocument;
  strokeColor(colour: string): PdfDocument;
  lineWidth(width: number): PdfDocument;
  lineCap(cap: 'butt' | 'round'): PdfDocument;
  dash(length: number, options: { space: number }): PdfDocument;
  undash(): PdfDocument;
  rect(x: number, y: number, width: number, height: number): PdfDocument;
  circle(x: number, y: number, radius: number): PdfDocument;
  polygon(...points: (readonly [number, number])[]): PdfDocument;
  path(d: string): PdfDocument;
  save(): PdfDocument;
  restore(): PdfDocument;
  translate(x: number, y: number): PdfDocument;
  scale(factor: number): PdfDocument;
  moveTo(x: number, y: number): PdfDocument;
  lineTo(x: number, y: number): PdfDocument;
  fill(): PdfDocument;
  stroke(): PdfDocument;
  fillAndStroke(): PdfDocument;
}

export type PdfDocumentClass = new (options: object) => PdfDocument;

/** A text in a dictionary: pdfkit takes a plain string for a name. */
export function pdfString(text: string): unknown {
  return new String(text);
}
