import { checkDocument, checkFonts, checkOutline } from './check-document.ts';
import { checkStructure } from './check-structure.ts';
import { type PageContent, readPage } from './page-content.ts';
import { type Dict, PdfFile, Ref } from './pdf-file.ts';
import { type Element, elementsOf, readStructure, textOf } from './structure.ts';

/** What breaks PDF/UA-1, PDF/A-2a or a promise of vp's own. `rule` is the number of the rule in this file's list. */
export interface Problem {
  readonly rule: keyof typeof RULES;
  readonly text: string;
}

/** In brackets: the clause that veraPDF reports. */
export const RULES = {
  1: 'marked, with a structure tree, in Swedish [7.1, 7.2-33/34]',
  2: 'metadata are XML, say PDF/UA-1 and PDF/A-2a and the title that is shown [5-1, 7.1-8/9/10]',
  3: 'pages follow the tree, marks are balanced and not nested [7.1-1/2]',
  4: 'all that is painted is content or artifact [7.1-3]',
  5: 'each marked content belongs to one element, both ways',
  6: 'one H1 first, no skipped level [7.4.2-1]',
  7: 'tables have caption, header cells with scope, as many cells in each row, no empty cell [7.2-43, 7.5-1]',
  8: 'lists and tables of contents are built of their parts; each element has text',
  9: 'figures have a description of their own and a box on the page [7.3-1]',
  10: 'links belong to a Link element and say where they lead [7.18]',
  11: 'fonts are embedded and each glyph has its character [7.21]',
  13: 'outline and headings are the same, each page has its number',
} as const;

/** A file as the checks see it. */
export interface Checked {
  readonly file: PdfFile;
  readonly catalog: Dict;
  /** Page objects in order. */
  readonly pageNumbers: readonly number[];
  readonly pages: ReadonlyMap<number, PageContent>;
  readonly elements: readonly Element[];
  report(rule: Problem['rule'], text: string): void;
  text(element: Element): string;
}

export interface Verdict {
  readonly problems: readonly Problem[];
  /** What is read aloud, element by element that holds text of its own. */
  readonly texts: readonly { readonly type: string; readonly text: string }[];
  readonly pages: number;
  /** The texts of artifacts, page by page. */
  readonly artifacts: readonly (readonly string[])[];
  readonly outline: readonly string[];
}

/** Checks a file as pdfkit writes it, without any tool. */
export function checkPdf(bytes: Uint8Array): Verdict {
  const problems: Problem[] = [];
  const file = new PdfFile(bytes);
  const catalog = file.dict(file.trailer.get('Root'));
  const kids = file.array(file.dict(catalog.get('Pages')).get('Kids'));
  const pageNumbers = kids.map((kid) => (kid instanceof Ref ? kid.number : 0));
  const pages = new Map(pageNumbers.map((number) => [number, readPage(file, file.dict(file.object(number)))]));
  const tree = readStructure(file, file.dict(catalog.get('StructTreeRoot')));
  const checked: Checked = {
    file,
    catalog,
    pageNumbers,
    pages,
    elements: elementsOf(tree),
    report: (rule, text) => problems.push({ rule, text }),
    text: (element) => textOf(file, element, pages),
  };
  checkDocument(checked);
  checkFonts(checked);
  const outline = checkOutline(checked);
  checkStructure(checked, tree);
  return {
    problems,
    texts: checked.elements
      .filter(({ children }) => children.some(({ kind }) => kind === 'content'))
      .map((element) => ({ type: element.type, text: checked.text(element) })),
    pages: pageNumbers.length,
    artifacts: pageNumbers.map((number) => pages.get(number)?.artifacts.map(({ text }) => text) ?? []),
    outline,
  };
}
