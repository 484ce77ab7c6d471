import { dateWords } from '../../report/date-words.ts';
import type { Block, Heading, Paragraph, ReportDocument } from '../../report/document/document.ts';
import type { Canvas } from './canvas.ts';
import { drawChart, layOutChart } from './draw-chart.ts';
import { ContentsDrawer } from './draw-contents.ts';
import { drawFlow } from './draw-flow.ts';
import { HeadingDrawer, headingHeight, withoutSkippedLevels } from './draw-heading.ts';
import type { Destinations } from './draw-lines.ts';
import { drawTable, layOutTable } from './draw-table.ts';
import { heightOf, layOutFlow, layOutText } from './lay-out-flow.ts';
import { BODY, COLOUR, CONTENT_HEIGHT, CONTENT_WIDTH, EYEBROW, PAGE, SUBTITLE, type TextStyle } from './theme.ts';

const BELOW_PARAGRAPH = 9;
const AREA = { x: PAGE.left, width: CONTENT_WIDTH };

/** Draws all of a report but its footers. */
export function drawReport(canvas: Canvas, report: ReportDocument): void {
  const blocks = withContentsHeading(withoutSkippedLevels(report.blocks));
  const headings = blocks.filter((block) => block.kind === 'heading');
  const destinations: Destinations = new Map(
    // Names of the document's own, in an order that the tree of names keeps.
    headings.map(({ id }, index) => [id, `h${String(index).padStart(5, '0')}`]),
  );
  const drawer = new HeadingDrawer(canvas, destinations);
  drawOpening(canvas, report, drawer, destinations);
  const contents: ContentsDrawer[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      const needed = keepHeight(canvas, blocks, index);
      if (canvas.room < Math.min(needed, CONTENT_HEIGHT) && !canvas.isAtTop) {
        canvas.newPage();
      }
      drawer.draw(block, blocks[index - 1]?.kind === 'heading');
    } else if (block.kind === 'contents') {
      contents.push(
        new ContentsDrawer(
          canvas,
          headings.filter(({ id }) => id !== CONTENTS_ID),
        ),
      );
    } else {
      if (
        canvas.room < keepWithNote(canvas, blocks, index) &&
        !canvas.isAtTop &&
        blocks[index - 1]?.kind !== 'heading'
      ) {
        canvas.newPage();
      }
      drawBlock(canvas, block, destinations);
    }
  });
  drawClosing(canvas, report, destinations);
  for (const one of contents) {
    one.fill(drawer.places, destinations);
  }
}

/** Whose report it is, its title, what it is about, and its day. */
function drawOpening(canvas: Canvas, report: ReportDocument, drawer: HeadingDrawer, destinations: Destinations): void {
  const { organisation, subtitle, date, title } = report;
  const paragraph = (text: string, style: TextStyle) => {
    if (text !== '') {
      const lines = layOutText([{ kind: 'text', text }], { tag: 'P', parent: null }, textOptions(canvas, style));
      drawFlow(canvas, canvas.root, lines, AREA, destinations);
    }
  };
  canvas.y += 8;
  paragraph(organisation, EYEBROW);
  canvas.y += 4;
  drawer.drawTitle(title);
  canvas.y += 5;
  paragraph(subtitle, SUBTITLE);
  paragraph(`Upprättad ${dateWords(date)}`, { ...EYEBROW, strong: false });
  canvas.y += 10;
  canvas.artifact(() => {
    canvas.fill(COLOUR.accent).rect(PAGE.left, canvas.y, 48, 2.5).fill();
  });
  canvas.y += 22;
}

/** Whom to turn to, and what the organisation says about accessibility, where it has said so. */
function drawClosing(canvas: Canvas, report: ReportDocument, destinations: Destinations): void {
  const paragraphs = closingParagraphs(report);
  if (paragraphs.length > 0) {
    const lines = layOutFlow(paragraphs, textOptions(canvas, BODY));
    canvas.y += 8;
    drawFlow(canvas, canvas.root, lines, AREA, destinations);
  }
}

function closingParagraphs({ contact, accessibilityStatement }: ReportDocument): readonly Paragraph[] {
  const link = (text: string, href: string) => ({ kind: 'text' as const, text, link: href });
  const paragraphs: Paragraph[] = [];
  if (contact != null) {
    const href = /^[^\s@:/]+@[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : contact;
    const content = [{ kind: 'text' as const, text: 'Frågor om rapporten: ' }, link(contact, href)];
    paragraphs.push({ kind: 'paragraph', note: true, content });
  }
  if (accessibilityStatement != null) {
    const content = [
      { kind: 'text' as const, text: 'Tillgänglighetsredogörelse: ' },
      link(accessibilityStatement, accessibilityStatement),
    ];
    paragraphs.push({ kind: 'paragraph', note: true, content });
  }
  return paragraphs;
}

type Drawn = Exclude<Block, { kind: 'heading' } | { kind: 'contents' }>;

function drawBlock(canvas: Canvas, block: Drawn, destinations: Destinations): void {
  switch (block.kind) {
    case 'paragraph':
    case 'list': {
      const lines = layOutFlow([block], textOptions(canvas, BODY));
      if (lines.length <= MOST_WHOLE && canvas.room < heightOf(lines) && !canvas.isAtTop) {
        canvas.newPage();
      }
      drawFlow(canvas, canvas.root, lines, AREA, destinations);
      canvas.y += BELOW_PARAGRAPH;
      return;
    }
    case 'table':
      canvas.y += canvas.isAtTop ? 0 : 3;
      drawTable(canvas, canvas.root, layOutTable(canvas, block), destinations);
      return;
    case 'chart':
      drawChart(canvas, block);
      if (block.data !== null) {
        drawTable(canvas, canvas.root, layOutTable(canvas, block.data), destinations);
      }
      return;
  }
}

function textOptions(canvas: Canvas, style: TextStyle) {
  return { width: CONTENT_WIDTH, style, measure: canvas };
}

/** What must have room together with a heading: the headings right below it, and the beginning of what they are about. */
function keepHeight(canvas: Canvas, blocks: readonly Block[], index: number): number {
  const block = blocks[index];
  switch (block?.kind) {
    case undefined:
      return 0;
    case 'heading':
      return headingHeight(canvas, block) + keepHeight(canvas, blocks, index + 1);
    case 'paragraph':
    case 'list': {
      const lines = layOutFlow([block], textOptions(canvas, BODY));
      const whole = lines.length <= 3;
      const opensTable = whole && ['table', 'chart'].includes(blocks[index + 1]?.kind ?? '');
      const kept = lines.length <= MOST_WHOLE ? lines : lines.slice(0, 3);
      const own = Math.max(heightOf(kept), keepWithNote(canvas, blocks, index));
      const opens = opensTable || (whole && isLead(blocks, index));
      return own + (opens ? BELOW_PARAGRAPH + keepHeight(canvas, blocks, index + 1) : 0);
    }
    case 'table':
      return layOutTable(canvas, block).keep;
    case 'chart':
      return layOutChart(canvas, block).height;
    case 'contents':
      return 3 * BODY.line;
  }
}

/** A note right below a heading, or a goal in italics, belongs to the heading: what that is about comes after it. */
function isLead(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  return (
    block?.kind === 'paragraph' &&
    blocks[index - 1]?.kind === 'heading' &&
    (block.note === true || block.content.every((one) => one.kind === 'text' && one.emphasis === true))
  );
}

/** The height of a short paragraph and the note right below it: a note is not left alone on the next page. */
function keepWithNote(canvas: Canvas, blocks: readonly Block[], index: number): number {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (block?.kind !== 'paragraph' || block.note === true || next?.kind !== 'paragraph' || next.note !== true) {
    return 0;
  }
  const own = layOutFlow([block], textOptions(canvas, BODY));
  const note = layOutFlow([next], textOptions(canvas, BODY));
  return own.length + note.length > MOST_KEPT ? 0 : heightOf(own) + BELOW_PARAGRAPH + heightOf(note);
}

/** A paragraph or a list of at most so many lines is not divided. */
const MOST_WHOLE = 4;

/** Lines that are kept together with a note at most. */
const MOST_KEPT = 8;

const CONTENTS_ID = '\u0000innehåll';

/** The table of contents has a heading of its own, where no other heading stands right above it. */
function withContentsHeading(blocks: readonly Block[]): readonly Block[] {
  const heading: Heading = { kind: 'heading', level: 2, text: 'Innehåll', id: CONTENTS_ID };
  return blocks.flatMap((block, index) =>
    block.kind === 'contents' && blocks[index - 1]?.kind !== 'heading' ? [heading, block] : [block],
  );
}
