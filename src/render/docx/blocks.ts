import {
  Bookmark,
  type FileChild,
  HeadingLevel,
  LeaderType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableOfContents,
} from 'docx';
import { FIGURES_WORDS } from '../../report/document/chart-figures.ts';
import type { Block, Chart, Heading, Inline, Table as ReportTable } from '../../report/document/document.ts';
import { drawPictureParagraph } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { drawInlines, drawRuns } from './inline.ts';
import { drawList } from './list.ts';
import { STYLES } from './styles.ts';
import { drawTable } from './table.ts';

/** The headings below the title: the title has a style of its own, so that chapters are Word's first level. */
const HEADING_STYLES = {
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
  4: HeadingLevel.HEADING_3,
  5: HeadingLevel.HEADING_4,
  6: HeadingLevel.HEADING_5,
} as const;

/** Blocks in order. What follows a table does not touch it, and a document does not end with one. */
export function drawBlocks(blocks: readonly Block[], drawing: Drawing): FileChild[] {
  const drawn: FileChild[] = [];
  for (const [index, block] of blocks.entries()) {
    const [first, ...others] = drawBlock(block, drawing, isLead(blocks, index));
    if (first !== undefined) {
      drawn.push(drawn.at(-1) instanceof Table ? withSpaceAbove(first) : first, ...others);
    }
  }
  return drawn.at(-1) instanceof Table ? [...drawn, endOfDocument()] : drawn;
}

/** So low that it never needs a page of its own. */
function endOfDocument(): Paragraph {
  return new Paragraph({ style: STYLES.tableText, spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' } });
}

/** Letters that stand on two lines, about. */
const TWO_LINES = 190;

/**
 * A line or two right below a heading, or a note about it, belong to it, and a line or two above a list lead to that:
 * all go with what follows.
 */
function isLead(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block?.kind !== 'paragraph' || next === undefined) {
    return false;
  }
  const letters = block.content.reduce((sum, one) => sum + (one.kind === 'text' ? one.text : one.word).length, 0);
  const isShort = letters <= TWO_LINES;
  return blocks[index - 1]?.kind === 'heading' ? block.note === true || isShort : next.kind === 'list' && isShort;
}

function withSpaceAbove(child: FileChild): FileChild {
  const isPlain =
    child instanceof Paragraph && child.options.heading === undefined && child.options.style !== 'Caption';
  return isPlain ? new Paragraph({ ...child.options, spacing: { before: 140 } }) : child;
}

function drawBlock(block: Block, drawing: Drawing, isLead = false): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [drawHeading(block, drawing)];
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.note === true ? { style: STYLES.note } : {}),
          ...(isLead ? { keepNext: true } : {}),
          children: drawInlines(block.content, drawing.bookmarks),
        }),
      ];
    case 'list':
      return drawList(block, drawing, (other) => drawBlock(other, drawing));
    case 'table':
      return [drawCaption(block, drawing), ...drawTable(block, drawing)];
    case 'chart':
      return drawChart(block, drawing);
    case 'contents':
      return [
        new Paragraph({ style: 'TOCHeading', children: drawRuns('Innehåll') }),
        // No dots: until Word has been asked, they would lead to no number.
        new TableOfContents('Innehåll', { hyperlink: true, headingStyleRange: '1-2', tabLeader: LeaderType.NONE }),
      ];
  }
}

function drawHeading({ level, text, id }: Heading, drawing: Drawing): Paragraph {
  return new Paragraph({ heading: HEADING_STYLES[level], children: marked(id, drawRuns(text), drawing) });
}

function drawCaption({ caption, id }: ReportTable | Chart, drawing: Drawing): Paragraph {
  return new Paragraph({ style: 'Caption', children: marked(id, drawRuns(caption), drawing) });
}

/** A chart as a picture, and its figures, or the way to the table that has them. */
function drawChart(chart: Chart, drawing: Drawing): FileChild[] {
  const { data, caption, figuresIn } = chart;
  const picture = drawing.pictures.get(chart);
  const name: readonly Inline[] =
    figuresIn === undefined ? [] : [{ kind: 'text', text: figuresIn.caption, link: `#${figuresIn.id}` }];
  const place = [...wordsOf(FIGURES_WORDS.before), ...name, ...wordsOf(FIGURES_WORDS.after)];
  return [
    drawCaption(chart, drawing),
    ...(picture === undefined ? [] : [drawPictureParagraph(chart, picture)]),
    ...(name.length === 0
      ? []
      : [new Paragraph({ style: STYLES.note, children: drawInlines(place, drawing.bookmarks) })]),
    ...(data === null || data.caption === caption ? [] : [drawCaption(data, drawing)]),
    ...(data === null ? [] : drawTable(data, drawing)),
  ];
}

function wordsOf(text: string): readonly Inline[] {
  return [{ kind: 'text', text }];
}

/** Text that links lead to. */
function marked(id: string, children: readonly ParagraphChild[], { bookmarks }: Drawing): readonly ParagraphChild[] {
  const name = bookmarks.get(id);
  return name === undefined ? children : [new Bookmark({ id: name, children })];
}
