import { XmlDocument } from 'libxml2-wasm';
import type { Checked } from './checker.ts';
import { readToUnicode } from './page-content.ts';
import { Ref, Stream, type Value } from './pdf-file.ts';

/** Rules 1 to 4: what the document says about itself, and how its pages are marked. */
export function checkDocument({ file, catalog, pageNumbers, pages, report }: Checked): void {
  if (file.dict(catalog.get('MarkInfo')).get('Marked') !== true) {
    report(1, 'not marked');
  }
  if (file.array(file.dict(catalog.get('StructTreeRoot')).get('K')).length === 0) {
    report(1, 'no structure tree');
  }
  if (file.text(catalog.get('Lang')) !== 'sv-SE') {
    report(1, 'language is not sv-SE');
  }
  if (file.dict(catalog.get('ViewerPreferences')).get('DisplayDocTitle') !== true) {
    report(2, 'title is not shown');
  }
  const metadata = file.get(catalog.get('Metadata'));
  const title = file.text(file.dict(file.trailer.get('Info')).get('Title')) ?? '';
  for (const problem of metadataProblems(metadata instanceof Stream ? metadata.bytes.toString('utf8') : '', title)) {
    report(2, problem);
  }
  pageNumbers.forEach((number, index) => {
    if (file.dict(file.object(number)).get('Tabs') !== '/S') {
      report(3, `page ${index + 1}: order of tabs is not that of the tree`);
    }
    for (const problem of pages.get(number)?.problems ?? []) {
      report(problem.includes('outside') ? 4 : 3, `page ${index + 1}: ${problem}`);
    }
  });
}

function metadataProblems(xmp: string, title: string): readonly string[] {
  const problems: string[] = [];
  try {
    XmlDocument.fromString(xmp.replace(/<\?xpacket[^>]*\?>/g, '').trim()).dispose();
  } catch {
    return ['metadata are no XML'];
  }
  const find = (pattern: RegExp) => pattern.exec(xmp)?.[1]?.trim();
  if (find(/<pdfuaid:part>([^<]*)</) !== '1') {
    problems.push('no PDF/UA-1');
  }
  if (find(/<pdfaid:part>([^<]*)</) !== '2' || find(/<pdfaid:conformance>([^<]*)</) !== 'A') {
    problems.push('no PDF/A-2a');
  }
  const named = find(/<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="x-default">([^<]*)</);
  const shown = named?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  if (title === '' || shown !== title) {
    problems.push(`title is ${shown} and ${title}`);
  }
  return problems;
}

const UNSEARCHABLE = /[\u00A0\u00AD\uFFFD\0]/;

/** Rule 11. */
export function checkFonts({ file, pageNumbers, pages, report }: Checked): void {
  for (const number of file.numbers) {
    const dict = file.dict(file.object(number));
    if (dict.get('Type') === '/FontDescriptor') {
      if (!(file.get(dict.get('FontFile2')) instanceof Stream)) {
        report(11, `${dict.get('FontName')} is not embedded`);
      }
      if (dict.has('CIDSet')) {
        report(11, `${dict.get('FontName')} has a CIDSet`);
      }
    }
    if (dict.get('Type') === '/Font' && dict.get('Subtype') === '/Type0') {
      const map = readToUnicode(file, dict);
      if (map.size === 0) {
        report(11, `${dict.get('BaseFont')} has no table of characters`);
      }
      for (const [code, text] of map) {
        if (code > 0 && (text === '' || UNSEARCHABLE.test(text))) {
          report(11, `${dict.get('BaseFont')} maps ${code} to ${JSON.stringify(text)}`);
        }
      }
    }
  }
  pageNumbers.forEach((number, index) => {
    for (const glyph of new Set(pages.get(number)?.unmapped)) {
      report(11, `page ${index + 1}: ${glyph} has no character`);
    }
  });
}

/** Rule 13: the outline, entry by entry, and the numbers at the foot of the pages. Gives the outline. */
export function checkOutline({
  file,
  catalog,
  pageNumbers,
  pages,
  elements,
  report,
  text,
}: Checked): readonly string[] {
  const entries: { readonly title: string; readonly page: number; readonly left: Value; readonly top: Value }[] = [];
  const walk = (first: Value | undefined): void => {
    for (let item = file.dict(first); item.size > 0; item = file.dict(item.get('Next'))) {
      const [page, , left, top] = file.array(item.get('Dest'));
      entries.push({
        title: file.text(item.get('Title')) ?? '',
        page: page instanceof Ref ? page.number : 0,
        left: left ?? null,
        top: top ?? null,
      });
      walk(item.get('First'));
    }
  };
  walk(file.dict(catalog.get('Outlines')).get('First'));
  const headings = elements.filter(({ type }) => /^H\d$/.test(type));
  if (headings.length !== entries.length) {
    report(13, `${entries.length} entries for ${headings.length} headings`);
  }
  headings.forEach((heading, index) => {
    const entry = entries[index];
    const child = heading.children.find(({ kind }) => kind === 'content');
    if (entry === undefined || oneLine(entry.title) !== oneLine(text(heading))) {
      report(13, `entry ${entry?.title} for ${text(heading)}`);
    } else if (child?.kind !== 'content' || entry.page !== child.page) {
      report(13, `entry ${entry.title} leads to another page`);
    } else if (entry.left !== 0 || !(Number(entry.top) > 0 && Number(entry.top) <= 842)) {
      report(13, `entry ${entry.title} leads beside the page`);
    }
  });
  pageNumbers.forEach((number, index) => {
    const footer = `Sida ${index + 1} av ${pageNumbers.length}`;
    const found = pages
      .get(number)
      ?.artifacts.filter(({ type, text: one }) => type === 'Pagination' && one.endsWith(footer));
    if (found?.length !== 1) {
      report(13, `page ${index + 1} has no number`);
    }
  });
  return entries.map(({ title }) => title);
}

function oneLine(words: string): string {
  return words.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
}
