import type { Block } from '../../report/document/document.ts';
import type { Bookmarks } from './inline.ts';

/**
 * Names of bookmarks for everything that has an id. Word takes at most 40 letters, digits and low lines, and holds names
 * that differ in capitals only for the same, so that each is told apart by its number.
 */
export function nameBookmarks(blocks: readonly Block[]): Bookmarks {
  const names = new Map<string, string>();
  for (const id of idsOf(blocks)) {
    if (!names.has(id)) {
      const slug = id
        .normalize('NFD')
        .replace(/[^A-Za-z0-9]+/g, '_')
        .slice(0, 30);
      names.set(id, `a${names.size + 1}_${slug}`);
    }
  }
  return names;
}

function idsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(idsOfBlock);
}

function idsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'table':
      return [block.id];
    case 'chart':
      return block.data === null ? [block.id] : [block.id, block.data.id];
    case 'list':
      return block.items.flatMap(idsOf);
    case 'paragraph':
    case 'contents':
      return [];
  }
}
