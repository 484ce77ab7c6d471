import type { Feature, Image } from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  insertElementMarkupAccordingToOrderOfSiblings as insertElement,
  replaceElement,
} from 'write-excel-file/utility';
import { escapeXml, xmlElement } from '../diagnostics/xml.ts';
import { xmlText } from '../xml-text.ts';
import type { ReportSheet } from './sheet.ts';

/** The parts of a sheet in the order that the format demands, as far as any is written here. */
const SHEET_ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells'],
  ...[
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
    'printOptions',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'drawing',
  ],
];
const WORKBOOK_ORDER = ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr'];

const CORE = 'docProps/core.xml';

/**
 * What the package has no words for: filters, links between sheets, header rows on every page of paper, what stands above
 * and below it, pages as wide as the sheet, and what the file says of itself.
 */
export function reportFeature(
  sheets: readonly ReportSheet[],
  footer: string,
  coreProperties: string,
): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => withSheetParts(xml, sheets[sheetIndex], footer),
          transformElementAttributes,
        },
        'xl/workbook.xml': { transform: (xml) => withNames(xml, sheets) },
        '[Content_Types].xml': {
          insert: () =>
            xmlElement('Override', {
              PartName: `/${CORE}`,
              ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
            }),
        },
        '_rels/.rels': {
          insert: () =>
            xmlElement('Relationship', {
              Id: 'rId-core-properties',
              Type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
              Target: CORE,
            }),
        },
      },
      write: { files: () => ({ [CORE]: coreProperties }) },
    },
  };
}

function transformElementAttributes(tag: string, attributes: Attributes): Attributes {
  switch (tag) {
    case 'pageSetup':
      return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
    case 'row': {
      // A height that nobody chose: the row grows when someone writes more in it.
      const { customHeight: _, ...others } = attributes;
      return others;
    }
    default:
      return attributes;
  }
}

type Attributes = Record<string, string | number>;

function withSheetParts(xml: string, sheet: ReportSheet | undefined, footer: string): string {
  if (sheet === undefined) {
    return xml;
  }
  const parts = [
    xmlElement('sheetPr', {}, [xmlElement('pageSetUpPr', { fitToPage: 1 })]),
    ...(sheet.filter ? [xmlElement('autoFilter', { ref: filterRange(sheet) })] : []),
    ...(sheet.links.length === 0 ? [] : [hyperlinks(sheet)]),
    headerFooter(sheet.heading, footer),
  ];
  return parts.reduce((text, part) => insertElement(text, part, SHEET_ORDER, 'worksheet'), xml);
}

/** What stands above and below the sheet on paper: Excel takes 255 characters of each, and reads `&P` as a number. */
function headerFooter(heading: string, footer: string): string {
  const plain = (text: string) => [...xmlText(text).replaceAll('\n', ' ')].slice(0, 100).join('').replaceAll('&', '&&');
  return xmlElement('headerFooter', {}, [
    ...(heading === '' ? [] : [xmlElement('oddHeader', {}, [escapeXml(`&L&"Arial,Bold"${plain(heading)}`)])]),
    xmlElement('oddFooter', {}, [escapeXml(`&L${plain(footer)}&RSida &P av &N`)]),
  ]);
}

/** From the last header row down. */
function filterRange({ data, columns, headerRows }: ReportSheet): string {
  return `${getCellAddress(headerRows - 1, 0)}:${getCellAddress(data.length - 1, columns.length - 1)}`;
}

function hyperlinks({ links }: ReportSheet): string {
  return xmlElement(
    'hyperlinks',
    {},
    links.map(({ cell, sheet }) => xmlElement('hyperlink', { ref: cell, location: `${quoted(sheet)}!A1` })),
  );
}

/** Names that Excel itself gives: what stands on every page, and what is filtered. */
function withNames(xml: string, sheets: readonly ReportSheet[]): string {
  const name = (id: string, index: number, value: string, hidden: Readonly<Record<string, number>> = {}) =>
    xmlElement('definedName', { name: `_xlnm.${id}`, localSheetId: index, ...hidden }, [escapeXml(value)]);
  const names = sheets.flatMap((sheet, index) => [
    ...(sheet.filter
      ? [name('_FilterDatabase', index, `${quoted(sheet.name)}!${fixed(filterRange(sheet))}`, { hidden: 1 })]
      : []),
    ...(sheet.headerRows === 0 ? [] : [name('Print_Titles', index, `${quoted(sheet.name)}!$1:$${sheet.headerRows}`)]),
  ]);
  if (names.length === 0) {
    return xml;
  }
  const markup = xmlElement('definedNames', {}, names);
  // The package writes an empty one, and the format allows only one.
  const empty = findElement(xml, 'definedNames');
  return empty === undefined
    ? insertElement(xml, markup, WORKBOOK_ORDER, 'workbook')
    : replaceElement(xml, empty, markup);
}

/** `A1:C9` as `$A$1:$C$9`. */
function fixed(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
