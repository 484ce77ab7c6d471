import { unzipSync } from 'fflate';
import { ParseOption, XmlDocument, type XmlElement } from 'libxml2-wasm';

/** An Office file: its parts as XML that a strict reader accepts, found by XPath. */
export interface OfficeFile {
  readonly parts: readonly string[];
  readonly text: (part: string) => string;
  readonly bytes: (part: string) => Uint8Array;
  /** The elements or attributes that an XPath finds, with the prefixes that Office itself uses. */
  readonly find: (part: string, xpath: string) => readonly XmlElement[];
  /** The texts of what an XPath finds. */
  readonly texts: (part: string, xpath: string) => readonly string[];
}

const NAMESPACES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  asvg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
  x: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  rel: 'http://schemas.openxmlformats.org/package/2006/relationships',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  cp: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
};

/** Opens the file; every part of it must be well-formed XML. */
export function readOffice(bytes: Uint8Array): OfficeFile {
  const files = unzipSync(bytes);
  const xml = new Map(
    Object.entries(files)
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, content]) => [path, XmlDocument.fromBuffer(content, { option: ParseOption.XML_PARSE_HUGE })]),
  );
  const partOf = (part: string) => {
    const found = xml.get(part);
    if (found === undefined) {
      throw new Error(`no part ${part} among ${[...xml.keys()]}`);
    }
    return found;
  };
  const find = (part: string, xpath: string) => partOf(part).find(xpath, NAMESPACES) as XmlElement[];
  return {
    parts: Object.keys(files),
    text: (part) => new TextDecoder().decode(files[part]),
    bytes: (part) => files[part] ?? new Uint8Array(),
    find,
    texts: (part, xpath) => find(part, xpath).map(({ content }) => content),
  };
}

const DOCUMENT = 'word/document.xml';

/** The paragraphs of a Word document as they are read, line breaks and all. */
export function paragraphsOf(file: OfficeFile): readonly string[] {
  return file.find(DOCUMENT, '//w:p').map((paragraph) =>
    paragraph
      .find('.//w:t | .//w:br', NAMESPACES)
      .map((node) => ((node as XmlElement).name === 'br' ? '\n' : (node as XmlElement).content))
      .join(''),
  );
}

/** What the pictures of a Word document say of themselves. */
export function descriptionsOf(file: OfficeFile): readonly string[] {
  return file.texts(DOCUMENT, '//wp:docPr/@descr');
}

export interface SheetCell {
  readonly value: string | number;
  readonly format: string;
}

/** A sheet's cells by their addresses, with texts as Excel reads them and the formats that show them. */
export function cellsOf(file: OfficeFile, index: number): ReadonlyMap<string, SheetCell> {
  const part = `xl/worksheets/sheet${index + 1}.xml`;
  const strings = file.texts('xl/sharedStrings.xml', '//x:si').map(decoded);
  const formats = new Map(
    file.find('xl/styles.xml', '//x:numFmt').map((one) => [one.attr('numFmtId')?.value, one.attr('formatCode')?.value]),
  );
  const styles = file.find('xl/styles.xml', '//x:cellXfs/x:xf').map((one) => one.attr('numFmtId')?.value);
  return new Map(
    file.find(part, '//x:c[x:v]').map((one) => {
      const raw = (one.get('x:v', NAMESPACES) as XmlElement).content;
      const id = styles[Number(one.attr('s')?.value ?? 0)];
      const format = id === '49' ? '@' : (formats.get(id) ?? 'General');
      const value = one.attr('t')?.value === 's' ? (strings[Number(raw)] ?? '') : Number(raw);
      return [one.attr('r')?.value ?? '', { value, format }];
    }),
  );
}

/** Excel reads `_x0041_` in a text as A. */
function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function sheetNamesOf(file: OfficeFile): readonly string[] {
  return file.texts('xl/workbook.xml', '//x:sheet/@name');
}

/** What stands in the body of a Word document, in order. */
export type BodyPart =
  | { readonly kind: 'paragraph'; readonly style: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export function bodyOf(file: OfficeFile): readonly BodyPart[] {
  const at = (node: XmlElement, xpath: string) => node.find(xpath, NAMESPACES) as XmlElement[];
  const words = (node: XmlElement) =>
    at(node, './/w:t | .//w:br')
      .map((one) => (one.name === 'br' ? '\n' : one.content))
      .join('');
  const below = '/w:document/w:body';
  return file
    .find(DOCUMENT, `${below}/w:p | ${below}/w:tbl | ${below}/w:sdt/w:sdtContent/w:p`)
    .map((node): BodyPart => {
      if (node.name === 'tbl') {
        const cell = (one: XmlElement) => at(one, './/w:p').map(words).join('\n');
        return { kind: 'table', rows: at(node, 'w:tr').map((row) => at(row, 'w:tc').map(cell)) };
      }
      const style = at(node, 'w:pPr/w:pStyle/@w:val')[0]?.content ?? '';
      return { kind: 'paragraph', style, text: words(node) };
    });
}

/** A cell as its sheet shows it: `0.845` with `0.0 %` as `84,5 %`. */
export function shownText({ value, format }: SheetCell): string {
  if (typeof value === 'string') {
    return value;
  }
  const [, pattern = '', percent, unit = ''] = /^([#,0.]+)( %)?(?:"(.*)")?$/.exec(format) ?? [];
  const decimals = pattern.split('.')[1]?.length ?? 0;
  const [whole = '', rest] = Math.abs(percent === undefined ? value : value * 100)
    .toFixed(decimals)
    .split('.');
  const grouped = pattern.includes('#,##0') ? whole.replace(/\B(?=(\d{3})+$)/g, ' ') : whole;
  return `${value < 0 ? '−' : ''}${grouped}${rest === undefined ? '' : `,${rest}`}${percent ?? ''}${unit}`;
}
