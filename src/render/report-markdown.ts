import { dateWords } from '../report/date-words.ts';
import { figuresWords } from '../report/document/chart-figures.ts';
import type {
  Block,
  Cell,
  Chart,
  Inline,
  List,
  Paragraph,
  ReportDocument,
  Table,
} from '../report/document/document.ts';
import { inlineMarkdown, plainMarkdown } from './markdown-inline.ts';
import { headingSlugs, type Slugs } from './markdown-slugs.ts';

/** A report as Markdown, with tables as GitHub reads them. No text in it is read as Markdown or HTML. */
export function renderReportMarkdown(report: ReportDocument): string {
  const { title, subtitle, organisation, date, blocks } = report;
  const slugs = headingSlugs(title, blocks);
  const madeOn = [organisation, dateWords(date)].filter((one) => one !== '').join(' · ');
  const parts = [
    `# ${plainMarkdown(title)}`,
    plainMarkdown(subtitle),
    plainMarkdown(madeOn),
    ...drawBlocks(blocks, slugs),
  ].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

function drawBlocks(blocks: readonly Block[], slugs: Slugs): readonly string[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    // Two lists after each other would be one.
    const isAfterList = block.kind === 'list' && before?.kind === 'list';
    return [...(isAfterList ? ['<!-- -->'] : []), ...drawBlock(block, slugs)];
  });
}

function drawBlock(block: Block, slugs: Slugs): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${plainMarkdown(block.text)}`];
    case 'paragraph':
      return [inlineMarkdown(block.content, slugs.byId)];
    case 'list':
      return [drawList(block, slugs)];
    case 'table':
      return drawTable(block, slugs);
    case 'chart':
      return drawChart(block, slugs);
    case 'contents':
      return [drawContents(slugs.headings)];
  }
}

/** The headings of three levels; one is as far in as there are headings above it, even where a level is left out. */
function drawContents(headings: Slugs['headings']): string {
  const above: number[] = [];
  return headings
    .filter(({ heading }) => heading.level <= 4)
    .map(({ heading: { level, text }, slug }) => {
      while ((above.at(-1) ?? 0) >= level) {
        above.pop();
      }
      above.push(level);
      return `${'  '.repeat(above.length - 1)}- [${plainMarkdown(text)}](#${slug})`;
    })
    .join('\n');
}

/** A list; what belongs to an item is indented below it. */
function drawList({ ordered, items }: List, slugs: Slugs): string {
  return items
    .map((item, index) => {
      const mark = ordered ? `${index + 1}. ` : '- ';
      const indent = ' '.repeat(mark.length);
      const parts = drawBlocks(item, slugs).map((part, at) => `${at === 0 || isListPart(part) ? '' : '\n'}${part}`);
      return `${mark}${parts.join('\n').replaceAll('\n', `\n${indent}`).replace(/^ +$/gm, '')}`.trimEnd();
    })
    .join('\n');
}

function isListPart(part: string): boolean {
  return /^(?:- |\d+\. )/.test(part);
}

function drawTable({ caption, columns, rows }: Table, slugs: Slugs): readonly string[] {
  const captionLine = strong(caption);
  if (columns.length === 0) {
    return captionLine;
  }
  const headers = columns.map(({ header, group }) => plainMarkdown(group === null ? header : `${group}: ${header}`));
  const lines = [
    line(headers),
    `|${columns.map(({ align }) => (align === 'left' ? ':--' : '--:')).join('|')}|`,
    ...rows.map(({ cells, total }) => line(cells.map((cell) => drawCell(cell, total, slugs)))),
  ];
  return [...captionLine, lines.join('\n')];
}

/** Nothing between the asterisks would be a line across the page. */
function strong(caption: string): readonly string[] {
  const text = plainMarkdown(caption);
  return text === '' ? [] : [`**${text}**`];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A cell is one line: its paragraphs and the items of its lists stand below each other. */
function drawCell({ content }: Cell, total: boolean, slugs: Slugs): string {
  return content.flatMap((block) => cellLines(block, total, slugs)).join('<br>');
}

function cellLines(block: Paragraph | List, total: boolean, slugs: Slugs): readonly string[] {
  if (block.kind === 'paragraph') {
    const content = total ? block.content.map(asStrong) : block.content;
    return [inlineMarkdown(content, slugs.byId)];
  }
  return block.items.flatMap((item, index) =>
    item
      .filter((one) => one.kind === 'paragraph' || one.kind === 'list')
      .flatMap((one) => cellLines(one, total, slugs))
      .map((text, at) => (at > 0 ? text : `${block.ordered ? `${index + 1}.` : '•'} ${text}`)),
  );
}

function asStrong(one: Inline): Inline {
  return one.kind === 'text' ? { ...one, strong: true } : one;
}

/** A chart as what it says in words, and its figures, or which table has them. */
function drawChart(chart: Chart, slugs: Slugs): readonly string[] {
  const { caption, alt, data } = chart;
  const place = figuresWords(chart);
  const words = [...strong(caption), plainMarkdown(alt), ...(place === '' ? [] : [plainMarkdown(place)])];
  if (data === null) {
    return words;
  }
  const table = data.caption === caption ? { ...data, caption: '' } : data;
  return [...words, ...drawTable(table, slugs)];
}
