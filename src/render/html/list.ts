import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, List } from '../../report/document/document.ts';
import { inlines, paragraph, textAttributes } from './inline.ts';
import type { Names } from './names.ts';

type Draw = (block: Block, names: Names) => ElementContent;

/** A list; an item that is one paragraph is drawn without its space. */
export function list({ ordered, items }: List, names: Names, draw: Draw = drawText): Element {
  return h(ordered ? 'ol' : 'ul', ...items.map((item) => listItem(item, ordered, names, draw)));
}

function listItem(item: readonly Block[], ordered: boolean, names: Names, draw: Draw): Element {
  const [first, ...rest] = item;
  if (first?.kind !== 'paragraph' || first.note === true || rest.some(({ kind }) => kind !== 'list')) {
    return h('li', ...item.map((block) => draw(block, names)));
  }
  const { dir, class: longWord } = textAttributes(first.content);
  // The sign of a status stands in the place of the bullet.
  const marked = !ordered && first.content[0]?.kind === 'status' ? 'marked' : undefined;
  const classes = [longWord, marked].filter((one) => one !== undefined);
  return h(
    'li',
    { dir, class: classes.length === 0 ? undefined : classes },
    ...inlines(first.content, names),
    ...rest.map((block) => draw(block, names)),
  );
}

/** In cells stand only paragraphs and lists. */
function drawText(block: Block, names: Names): ElementContent {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block, names);
    case 'list':
      return list(block, names);
    default:
      throw new TypeError(`a cell cannot hold a ${block.kind}`);
  }
}
