import { type FileChild, Paragraph } from 'docx';
import type { Block, List } from '../../report/document/document.ts';
import type { Drawing } from './drawing.ts';
import { drawInlines } from './inline.ts';
import { itemIndent, LISTS, STYLES } from './styles.ts';

type DrawBlock = (block: Block) => FileChild[];

/** A list with Word's own bullets or numbers; a list in a list is a level further in. */
export function drawList(list: List, drawing: Drawing, drawOther: DrawBlock): FileChild[] {
  return drawLevel(list, drawing, { level: 0, isInCell: false, drawOther });
}

/** A list in a cell: only paragraphs and lists belong there, and of others nothing can be drawn. */
export function drawCellList(list: List, drawing: Drawing): Paragraph[] {
  return drawLevel(list, drawing, { level: 0, isInCell: true, drawOther: () => [] }).filter(
    (child) => child instanceof Paragraph,
  );
}

interface Level {
  readonly level: number;
  readonly isInCell: boolean;
  readonly drawOther: DrawBlock;
}

function drawLevel({ ordered, items }: List, drawing: Drawing, at: Level): FileChild[] {
  const { isInCell, drawOther } = at;
  const level = Math.min(at.level, 8);
  const instance = drawing.nextList();
  const reference = ordered
    ? isInCell
      ? LISTS.cellNumbers
      : LISTS.numbers
    : isInCell
      ? LISTS.cellBullets
      : LISTS.bullets;
  const style = isInCell ? STYLES.tableText : 'ListParagraph';
  return items.flatMap((item) => {
    let isFirst = true;
    return item.flatMap((block) => {
      switch (block.kind) {
        case 'paragraph': {
          const place = isFirst
            ? { numbering: { reference, level, instance, custom: true } }
            : { indent: { left: itemIndent(isInCell, ordered, level) } };
          isFirst = false;
          return [new Paragraph({ style, ...place, children: drawInlines(block.content, drawing.bookmarks) })];
        }
        case 'list':
          return drawLevel(block, drawing, { ...at, level: at.level + 1 });
        default:
          return drawOther(block);
      }
    });
  });
}
