import {
  AlignmentType,
  type IBaseParagraphStyleOptions,
  type ICharacterStyleOptions,
  ImportedXmlComponent,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import type { Status } from '../../model/status.ts';
import { statusShape } from '../status-shape.ts';
import { ACCENT, CELL_PADDING, INK, MUTED, RULE, TABLE_TEXT_SIZE } from './theme.ts';

/** Ids of the styles that are not Word's own. */
export const STYLES = {
  organisation: 'Organisation',
  note: 'Notering',
  chart: 'Diagram',
  tableText: 'Tabelltext',
  tableNote: 'Tabellnot',
  tableHead: 'Tabellhuvud',
  table: 'Rapporttabell',
} as const;

const SHAPE_STYLES = {
  '●': 'StatusUppfyllt',
  '◆': 'StatusDelvis',
  '▲': 'StatusEjUppfyllt',
  '○': 'StatusUtan',
} as const;

/** The style of a status's shape: who changes the style changes every shape of that status. */
export function statusStyle(status: Status | null): string {
  return SHAPE_STYLES[statusShape(status).shape];
}

/** The styles of the document: Word's own where there is one, so that they have its names in every language. */
export function documentStyles(): IStylesOptions {
  return {
    default: {
      document: {
        run: { language: { value: 'sv-SE', eastAsia: 'sv-SE', bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { font: { theme: 'headings' }, size: 44, bold: true, color: ACCENT },
        paragraph: { spacing: { before: 0, after: 120, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true },
      },
      heading1: heading(1, 32, 420, 140),
      heading2: heading(2, 26, 360, 100),
      heading3: heading(3, 22, 280, 80),
      heading4: heading(4, 20, 240, 60),
      heading5: heading(5, 20, 200, 60),
      caption: {
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 20, bold: true, color: ACCENT },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true, keepLines: true },
      },
      listParagraph: { basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 60 } } },
      hyperlink: { run: { color: '0B5394', underline: { type: 'single', color: '0B5394' } } },
    },
    paragraphStyles: [...PARAGRAPH_STYLES, ...contentsStyles()],
    characterStyles: CHARACTER_STYLES,
  };
}

function heading(level: number, size: number, before: number, after: number): IBaseParagraphStyleOptions {
  return {
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: { theme: 'headings' }, size, bold: true, color: ACCENT },
    paragraph: {
      spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
  };
}

const PARAGRAPH_STYLES: readonly IParagraphStyleOptions[] = [
  // Not among the defaults of the document: LibreOffice lets those win over the style of a status in a table.
  { id: 'Normal', name: 'Normal', quickFormat: true, run: { font: { theme: 'body' }, size: 21, color: INK } },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size: 26, color: MUTED },
    paragraph: { spacing: { after: 40 }, keepNext: true },
  },
  {
    id: STYLES.organisation,
    name: 'Organisation',
    basedOn: 'Normal',
    next: 'Normal',
    run: { size: 21, color: MUTED },
    paragraph: { spacing: { after: 360 } },
  },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    next: 'Normal',
    run: { font: { theme: 'headings' }, size: 26, bold: true, color: ACCENT },
    paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
  },
  {
    id: STYLES.note,
    name: 'Notering',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 18, color: MUTED },
    paragraph: { spacing: { before: 40, after: 120, line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    id: STYLES.chart,
    name: 'Diagram',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { before: 60, after: 160, line: 240, lineRule: LineRuleType.AUTO } },
  },
  {
    id: STYLES.tableText,
    name: 'Tabelltext',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: TABLE_TEXT_SIZE },
    paragraph: { spacing: { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    id: STYLES.tableNote,
    name: 'Tabellnot',
    basedOn: STYLES.tableText,
    quickFormat: true,
    run: { size: TABLE_TEXT_SIZE - 1, color: MUTED },
  },
  {
    id: STYLES.tableHead,
    name: 'Tabellhuvud',
    basedOn: STYLES.tableText,
    quickFormat: true,
    run: { bold: true, color: ACCENT },
    paragraph: { keepNext: true },
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    run: { size: 17, color: MUTED },
    paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
  },
];

function contentsStyles(): readonly IParagraphStyleOptions[] {
  return [1, 2, 3].map((level) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: level === 1 ? { bold: true } : {},
    // A long heading is broken before it meets the page number, which stands at the margin.
    paragraph: {
      spacing: { before: level === 1 ? 80 : 0, after: 20 },
      indent: { left: (level - 1) * 240, right: 680 },
    },
  }));
}

const CHARACTER_STYLES: readonly ICharacterStyleOptions[] = (
  [
    ['uppfyllt', 'Status uppfyllt'],
    ['delvis', 'Status delvis uppfyllt'],
    ['ej_uppfyllt', 'Status ej uppfyllt'],
    [null, 'Utan status'],
  ] as const
).map(([status, name]) => ({
  id: statusStyle(status),
  name,
  basedOn: 'DefaultParagraphFont',
  quickFormat: true,
  // Arial has not every shape.
  run: { color: statusShape(status).colour, font: 'Segoe UI Symbol' },
}));

/** A style of tables, which the package has no words for: thin lines between the rows, and air in the cells. */
export function tableStyle(): ImportedXmlComponent {
  return ImportedXmlComponent.fromXmlString(TABLE_STYLE);
}

const TABLE_STYLE = `<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="table" w:customStyle="1" w:styleId="${STYLES.table}"><w:name w:val="Rapporttabell"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="${ACCENT}"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${ACCENT}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/></w:tblBorders><w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="${CELL_PADDING}" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/><w:right w:w="${CELL_PADDING}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

/** The kinds of lists: in running text and, less indented, in cells. */
export const LISTS = { bullets: 'punkter', numbers: 'nummer', cellBullets: 'cellpunkter', cellNumbers: 'cellnummer' };

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const BULLETS = ['•', '–', '▪'];

export function listNumbering(): INumberingOptions {
  const config = [
    { reference: LISTS.bullets, step: 357, isNumbered: false },
    { reference: LISTS.numbers, step: 357, isNumbered: true },
    { reference: LISTS.cellBullets, step: 170, isNumbered: false },
    { reference: LISTS.cellNumbers, step: 284, isNumbered: true },
  ];
  return {
    config: config.map(({ reference, step, isNumbered }) => ({
      reference,
      levels: LEVELS.map((level) => ({
        level,
        format: isNumbered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
        text: isNumbered ? `%${level + 1}.` : (BULLETS[level % BULLETS.length] ?? '•'),
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: listIndent(step, level), hanging: step } } },
      })),
    })),
  };
}

function listIndent(step: number, level: number): number {
  return step * (level + 1);
}

/** Where the text of a list's item begins, for paragraphs after its first. */
export function itemIndent(isInCell: boolean, isNumbered: boolean, level: number): number {
  return listIndent(isInCell ? (isNumbered ? 284 : 170) : 357, level);
}
