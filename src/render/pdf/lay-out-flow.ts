import { figuresWords } from '../../report/document/chart-figures.ts';
import type { Block, Inline, List, Paragraph } from '../../report/document/document.ts';
import { breakLines, type Measure, type TextLine } from './break-lines.ts';
import { BODY, NOTE, type TextStyle } from './theme.ts';

/** An element of the structure tree to be: it is made when its first line is drawn. */
export interface FlowNode {
  readonly tag: string;
  /** Null for what stands right below the element that the flow is drawn in. */
  readonly parent: FlowNode | null;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** A line of a paragraph, in its place in a flow of paragraphs and lists. */
export interface FlowLine {
  readonly node: FlowNode;
  readonly line: TextLine;
  readonly style: TextStyle;
  /** From the left end of the flow. */
  readonly x: number;
  readonly height: number;
  /** Space above; none is drawn above the first line on a page. */
  readonly gap: number;
  /** Where a list item begins: its number or dot. */
  readonly label: { readonly node: FlowNode; readonly line: TextLine; readonly x: number } | null;
}

export interface FlowOptions {
  readonly width: number;
  /** For paragraphs; notes keep their own where it is smaller. */
  readonly style: TextStyle;
  readonly measure: Measure;
}

const INDENT = 1.6;

/** Paragraphs and lists as lines, in reading order. */
export function layOutFlow(blocks: readonly (Paragraph | List)[], options: FlowOptions): readonly FlowLine[] {
  return blocks.flatMap((block, index) => layOutBlock(block, null, 0, index === 0 ? 0 : gapOf(options), options));
}

/** A paragraph as lines of an element of one's own, such as a caption. */
export function layOutText(content: readonly Inline[], node: FlowNode, options: FlowOptions): readonly FlowLine[] {
  const { style, width, measure } = options;
  return breakLines(content, width, style, measure).map((line) => flowLine(node, line, style, 0, 0));
}

function layOutBlock(
  block: Paragraph | List,
  parent: FlowNode | null,
  x: number,
  gap: number,
  options: FlowOptions,
): readonly FlowLine[] {
  return block.kind === 'paragraph'
    ? layOutParagraph(block, parent, x, gap, options)
    : layOutList(block, parent, x, gap, options);
}

function layOutParagraph(
  paragraph: Paragraph,
  parent: FlowNode | null,
  x: number,
  gap: number,
  { style, width, measure }: FlowOptions,
): readonly FlowLine[] {
  const own = paragraph.note === true && NOTE.size < style.size ? NOTE : style;
  const node: FlowNode = { tag: 'P', parent };
  const content = paragraph.content.length === 0 ? NOTHING : paragraph.content;
  return breakLines(content, width - x, own, measure).map((line, index) =>
    flowLine(node, line, own, x, index === 0 ? gap : 0),
  );
}

/** Stands where there is nothing, so that nobody wonders. */
const NOTHING: readonly Inline[] = [{ kind: 'text', text: '–' }];

function layOutList(
  list: List,
  parent: FlowNode | null,
  x: number,
  gap: number,
  options: FlowOptions,
): readonly FlowLine[] {
  const { style, measure } = options;
  const numbering = list.ordered ? 'Decimal' : 'Disc';
  const listNode: FlowNode = { tag: 'L', parent, attributes: { O: 'List', ListNumbering: numbering } };
  const widest = measure.width(list.ordered ? `${list.items.length}. ` : '• ', 'R', style.size);
  const indent = Math.max(INDENT * style.size, widest);
  return list.items.flatMap((item, index) => {
    const itemNode: FlowNode = { tag: 'LI', parent: listNode };
    const labelNode: FlowNode = { tag: 'Lbl', parent: itemNode };
    const body: FlowNode = { tag: 'LBody', parent: itemNode };
    const above = index === 0 ? gap : gapOf(options) / 2;
    const blocks = item.flatMap(flatten);
    const lines = (blocks.length === 0 ? [EMPTY] : blocks).flatMap((block, at) =>
      layOutBlock(block, body, x + indent, at === 0 ? above : gapOf(options) / 2, options),
    );
    const label = [{ kind: 'text' as const, text: list.ordered ? `${index + 1}. ` : '• ' }];
    const [labelLine] = breakLines(label, indent + 1, style, measure);
    const [first, ...rest] = lines;
    return first === undefined || labelLine === undefined
      ? lines
      : [{ ...first, label: first.label ?? { node: labelNode, line: labelLine, x } }, ...rest];
  });
}

const EMPTY: Paragraph = { kind: 'paragraph', content: NOTHING };

/** What lists hold beside paragraphs and lists, as such: a list has no room for tables and pictures. */
function flatten(block: Block): readonly (Paragraph | List)[] {
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return [block];
    case 'heading':
      return [{ kind: 'paragraph', content: [{ kind: 'text', text: block.text, strong: true }] }];
    case 'table':
      return [
        { kind: 'paragraph', content: [{ kind: 'text', text: block.caption, strong: true }] },
        {
          kind: 'list',
          ordered: false,
          items: block.rows.map((row) =>
            row.cells.flatMap((cell, index): Block[] => [
              { kind: 'paragraph', content: [{ kind: 'text', text: `${block.columns[index]?.header ?? ''}: ` }] },
              ...cell.content,
            ]),
          ),
        },
      ];
    case 'chart':
      return [
        { kind: 'paragraph', content: [{ kind: 'text', text: `${block.alt} ${figuresWords(block)}`.trim() }] },
        ...(block.data === null ? [] : flatten(block.data)),
      ];
    case 'contents':
      return [];
  }
}

function flowLine(node: FlowNode, line: TextLine, style: TextStyle, x: number, gap: number): FlowLine {
  return { node, line, style, x, height: style.line, gap, label: null };
}

function gapOf({ style }: FlowOptions): number {
  return style.size >= BODY.size ? 7 : 3.5;
}

/** The height of lines that stand below each other, without the space above the first. */
export function heightOf(lines: readonly FlowLine[]): number {
  return lines.reduce((sum, { height, gap }, index) => sum + height + (index === 0 ? 0 : gap), 0);
}

/** How many lines from `from` on fit into a height. */
export function countFitting(lines: readonly FlowLine[], from: number, height: number): number {
  let used = 0;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at];
    used += (line?.height ?? 0) + (at === from ? 0 : (line?.gap ?? 0));
    if (used > height + 0.01) {
      break;
    }
  }
  return at - from;
}
