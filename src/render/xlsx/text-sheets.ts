import type { Row as SheetRow } from 'write-excel-file/node';
import { dateWords } from '../../report/date-words.ts';
import { figuresWords } from '../../report/document/chart-figures.ts';
import type { Block, Chart, List, ReportDocument, Table } from '../../report/document/document.ts';
import { cellText, inlineText } from './cell-text.ts';
import type { ReportSheet } from './sheet.ts';
import { type CellStyle, piecesOf, textCell } from './text-cell.ts';

export const ABOUT = 'Om rapporten';
export const TEXT = 'Text';

const TITLE: CellStyle = { fontWeight: 'bold', fontSize: 16, textColor: '#12395B' };
const LABEL: CellStyle = { fontWeight: 'bold', alignVertical: 'top', textColor: '#12395B' };
const WORDS: CellStyle = { alignVertical: 'top', wrap: true };
const LINK: CellStyle = { ...WORDS, textColor: '#0B5394', textDecoration: { underline: true } };

/** A table of the report, with the sheet that it stands on, and the charts that show its figures. */
export interface Placed {
  readonly sheet: string;
  readonly title: string;
  readonly table: Table;
  readonly charts: readonly Chart[];
}

/** The first sheet: what the report is, how its status was assessed, and what stands on the other sheets. */
export function aboutSheet(report: ReportDocument, placed: readonly Placed[], hasText: boolean): ReportSheet {
  const { title, subtitle, organisation, plan, period, date, rule = [] } = report;
  const facts: readonly (readonly [string, string])[] = [
    ['Organisation', organisation],
    ['Plan', plan],
    ['Period', period],
    ['Rapporten gjord', dateWords(date)],
    ...rule.map(({ content }, index) => [index === 0 ? 'Så bedöms status' : '', inlineText(content)] as const),
    [
      'Så läses talen',
      'Tal är tal med rapportens decimaler; procent är Excels egen, så att 84,5 % är 0,845 i en formel. Det som inte är ett tal, som ”–”, är text.',
    ],
  ];
  const data: SheetRow[] = [
    [textCell(title, TITLE)],
    [textCell(subtitle)],
    [],
    ...facts.filter(([, words]) => words !== '').flatMap(([label, words]) => labelled(label, words)),
    [],
    [textCell('Blad', LABEL), textCell('Innehåll', LABEL)],
  ];
  const links: { cell: string; sheet: string }[] = [];
  const list = (sheet: string, words: string) => {
    data.push([textCell(sheet, LINK), textCell(words, WORDS)]);
    links.push({ cell: `A${data.length}`, sheet });
  };
  for (const { sheet, title, table, charts } of placed) {
    const captions = new Set([title, ...charts.map(({ caption }) => caption), table.caption]);
    list(sheet, [...captions, ...charts.map(({ alt }) => alt)].join('\n'));
  }
  if (hasText) {
    list(TEXT, 'Rapportens löpande text.');
  }
  return {
    name: ABOUT,
    heading: '',
    data,
    columns: [{ width: 34 }, { width: 100 }],
    headerRows: 0,
    headerColumns: 0,
    filter: false,
    links,
  };
}

function labelled(label: string, words: string): SheetRow[] {
  return piecesOf(words).map((piece, index) => [textCell(index === 0 ? label : '', LABEL), textCell(piece, WORDS)]);
}

/**
 * The last sheet: headings, paragraphs, lists and the words of charts in order, beside the heading
 * that they stand below.
 *
 * @param told charts whose words stand on the first sheet
 */
export function textSheet(blocks: readonly Block[], told: ReadonlySet<Chart>): ReportSheet | null {
  const rows: SheetRow[] = [];
  const add = (heading: string, words: string, style: CellStyle) => {
    for (const piece of piecesOf(words)) {
      rows.push([textCell(heading, WORDS), textCell(piece, style)]);
    }
  };
  let heading = '';
  const read = (block: Block) => {
    switch (block.kind) {
      case 'heading':
        heading = block.text;
        add(heading, heading, LABEL);
        break;
      case 'paragraph':
        add(heading, cellText([block]), WORDS);
        break;
      case 'list':
        add(heading, cellText([block]), WORDS);
        readOthers(block);
        break;
      case 'chart':
        // One that has no table is told of with that which has its figures, on the first sheet.
        if (block.data === null && !told.has(block)) {
          add(heading, [block.caption, block.alt, figuresWords(block)].join('\n'), WORDS);
        }
        break;
      case 'table':
      case 'contents':
        break;
    }
  };
  // What in a list, or in a list in it, is no text of the list.
  const readOthers = ({ items }: List) => {
    for (const other of items.flat()) {
      if (other.kind === 'list') {
        readOthers(other);
      } else if (other.kind !== 'paragraph') {
        read(other);
      }
    }
  };
  blocks.forEach(read);
  return rows.length === 0
    ? null
    : {
        name: TEXT,
        heading: 'Rapportens löpande text',
        data: [[textCell('Avsnitt', LABEL), textCell('Text', LABEL)], ...rows],
        columns: [{ width: 34 }, { width: 100 }],
        headerRows: 1,
        headerColumns: 0,
        filter: true,
        links: [],
      };
}
