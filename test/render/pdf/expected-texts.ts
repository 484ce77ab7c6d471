import { figuresWords } from '../../../src/report/document/chart-figures.ts';
import type { Block, Inline, List, Paragraph, ReportDocument, Table } from '../../../src/report/document/document.ts';

/** What a reader hears of a report below its opening and outside of pictures: block by block, cell by cell. */
export function expectedTexts(report: ReportDocument): readonly string[] {
  return report.blocks.flatMap(blockTexts);
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [inlineText(block.content)];
    case 'list':
      return listTexts(block);
    case 'table':
      return tableTexts(block);
    case 'chart':
      return block.data !== null
        ? [block.caption, ...tableTexts(block.data)]
        : [`${block.caption}${figuresWords(block)}`];
    case 'contents':
      return ['Innehåll'];
  }
}

function listTexts({ ordered, items }: List): readonly string[] {
  return items.flatMap((item, index) => [ordered ? `${index + 1}.` : '•', ...item.flatMap(blockTexts)]);
}

function tableTexts({ caption, columns, rows }: Table): readonly string[] {
  const groups = columns.some(({ group }) => group !== null);
  const first = columns.flatMap(({ group, header }, index) =>
    group === null ? [header] : columns[index - 1]?.group === group ? [] : [group],
  );
  const second = groups ? columns.flatMap(({ group, header }) => (group === null ? [] : [header])) : [];
  const cells = rows.flatMap((row) => row.cells.flatMap(({ content }) => content.flatMap(contentTexts)));
  return [caption, ...first, ...second, ...cells];
}

function contentTexts(block: Paragraph | List): readonly string[] {
  return blockTexts(block);
}

function inlineText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'status' ? inline.word : inline.text)).join('');
}
