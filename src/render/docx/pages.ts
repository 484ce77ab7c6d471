import type { Block } from '../../report/document/document.ts';
import { columnWidths } from './column-widths.ts';
import { A4, MARGIN } from './theme.ts';

/** Blocks on pages of one orientation. */
export interface Pages {
  readonly landscape: boolean;
  /** The width of the text, in twips. */
  readonly width: number;
  readonly blocks: readonly Block[];
}

const UPRIGHT = A4.width - MARGIN.left - MARGIN.right;
const LYING = A4.height - MARGIN.left - MARGIN.right;

/**
 * The blocks in order, on upright pages, and a table whose words have no room there on lying ones, together with the
 * headings right above it.
 */
export function toPages(blocks: readonly Block[]): readonly Pages[] {
  const parts: { readonly landscape: boolean; readonly blocks: Block[] }[] = [{ landscape: false, blocks: [] }];
  for (const block of blocks) {
    const landscape = isWide(block);
    const last = parts.at(-1);
    if (last === undefined || last.landscape === landscape) {
      last?.blocks.push(block);
    } else {
      parts.push({ landscape, blocks: [...(landscape ? takeHeadings(last.blocks) : []), block] });
    }
  }
  return parts
    .filter((part, index) => part.blocks.length > 0 || index === 0)
    .map(({ landscape, blocks: own }) => ({ landscape, width: landscape ? LYING : UPRIGHT, blocks: own }));
}

function isWide(block: Block): boolean {
  const table = block.kind === 'table' ? block : block.kind === 'chart' ? (block.data ?? null) : null;
  return table !== null && table.columns.length > 0 && !columnWidths(table, UPRIGHT).fits;
}

/** Takes the headings at the end away, and gives them. */
function takeHeadings(blocks: Block[]): readonly Block[] {
  let first = blocks.length;
  while (blocks[first - 1]?.kind === 'heading') {
    first -= 1;
  }
  return blocks.splice(first);
}
