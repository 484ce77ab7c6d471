import { createRequire } from 'node:module';
import { described } from './drawable.ts';
import type { PdfDocument, PdfDocumentClass } from './pdfkit-types.ts';
import { PAGE } from './theme.ts';

/** The fonts of a document by the names that they are chosen by. */
export const FONTS = { R: '400Regular', S: '600SemiBold', I: '400Regular_Italic' } as const;
export type FontName = keyof typeof FONTS;

export const FONT_NAMES = Object.keys(FONTS) as readonly FontName[];

/** What a document says about itself. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** ISO day. */
  readonly date: string;
}

/** Parsed fonts: parsing takes longer than a short report. */
const parsed = new Map<FontName, unknown>();

/** What a font sees first is what a reader copies: the plain space, hyphen and minus, whatever look-alikes follow. */
const FIRST_SEEN = ' -\u00B5\u2212\u00B7';

/** Letters, marks and points of Latin script, without space and soft hyphen. */
const LATIN = [...codes(0x21, 0x7e), ...codes(0xa1, 0xac), ...codes(0xae, 0x24f), ...codes(0x2018, 0x2026)];

function codes(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** An empty document that can become PDF/UA-1 and PDF/A-2a, with its fonts. */
export async function openDocument(info: DocumentInfo): Promise<PdfDocument> {
  const { default: loaded } = await import('pdfkit');
  const doc = new (loaded as unknown as PdfDocumentClass)({
    size: 'A4',
    margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: PAGE.bottom },
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    bufferPages: true,
    font: null,
    autoFirstPage: false,
    info: {
      Title: described(info.title),
      Author: described(info.author),
      Subject: described(info.subject),
      Creator: 'vp',
      Producer: 'vp, pdfkit',
      CreationDate: new Date(`${info.date}T00:00:00Z`),
    },
  });
  const resolve = createRequire(import.meta.url ?? __filename).resolve;
  for (const name of FONT_NAMES) {
    const style = FONTS[name];
    doc.registerFont(
      name,
      parsed.get(name) ?? resolve(`@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`),
    );
    doc.font(name).widthOfString(FIRST_SEEN);
    for (const code of LATIN) {
      // A glyph that is met first as a part of another, as the point in a colon, would have no character of its own.
      doc._font.font.glyphForCodePoint(code);
    }
    parsed.set(name, doc._font.font);
  }
  describeInXmp(doc);
  return doc;
}

/** pdfkit writes the texts of the metadata without escaping them, and knows no way to say both PDF/A and PDF/UA. */
function describeInXmp(doc: PdfDocument): void {
  doc.appendXML(PDF_UA);
  const writeInfo = doc._addInfo;
  doc._addInfo = function (this: PdfDocument) {
    const raw = this.info;
    this.info = Object.fromEntries(
      Object.entries(raw).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    writeInfo.call(this);
    this.info = raw;
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The mark of PDF/UA-1, and the schema that PDF/A asks for since the mark is not its own. */
const PDF_UA = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
