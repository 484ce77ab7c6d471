import type { Block, Inline, List, Paragraph } from '../../report/document/document.ts';
import { safeLink } from '../safe-link.ts';
import { statusShape } from '../status-shape.ts';

/** Paragraphs and lists as the text of one cell, a line for each; the address of a link stands after its words. */
export function cellText(content: readonly (Paragraph | List)[]): string {
  return content.flatMap((block) => linesOf(block, '')).join('\n');
}

function linesOf(block: Paragraph | List, indent: string): readonly string[] {
  return block.kind === 'paragraph' ? [`${indent}${inlineText(block.content)}`] : listLines(block, indent);
}

function listLines({ ordered, items }: List, indent: string): readonly string[] {
  return items.flatMap((item, index) => {
    const mark = ordered ? `${index + 1}. ` : '• ';
    const lines = item.filter(isText).flatMap((block) => linesOf(block, `${indent}   `));
    return lines.map((line, at) => (at === 0 ? `${indent}${mark}${line.slice(indent.length + 3)}` : line));
  });
}

export function isText(block: Block): block is Paragraph | List {
  return block.kind === 'paragraph' || block.kind === 'list';
}

export function inlineText(content: readonly Inline[]): string {
  return content
    .map((one) => {
      if (one.kind === 'status') {
        return `${statusShape(one.status).shape} ${one.word}`;
      }
      const address = safeLink(one.link);
      const isOutside = address !== null && !address.startsWith('#');
      return isOutside && address !== one.text ? `${one.text} (${address})` : one.text;
    })
    .join('');
}
