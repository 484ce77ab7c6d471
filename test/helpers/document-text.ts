import type { Block } from '../../src/report/document/document.ts';

/** All words of some blocks, in order, with line breaks between them. */
export function documentText(blocks: readonly Block[]): string {
  return blocks.map(textOf).join('\n');
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return block.content.map((one) => (one.kind === 'text' ? one.text : one.word)).join('');
    case 'list':
      return block.items.map((item) => documentText(item)).join('\n');
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ header }) => header),
        ...block.rows.flatMap(({ cells }) => cells.map(({ content }) => documentText(content))),
      ].join('\n');
    case 'chart':
      return [block.caption, block.data === null ? (block.figuresIn?.caption ?? '') : textOf(block.data)].join('\n');
    case 'contents':
      return '';
  }
}
