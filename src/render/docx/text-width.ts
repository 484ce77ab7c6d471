import type { Cell, List, Paragraph } from '../../report/document/document.ts';
import { TABLE_TEXT_SIZE } from './theme.ts';

/** Of texts in tables, in twips. */
export const FONT_SIZE = TABLE_TEXT_SIZE * 10;

/** About the width of a text in Arial, in twips; only a good guess is needed. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    width += /[fijlrt.,:;'|!()/ \u00A0-]/.test(char)
      ? 0.3
      : /[mwMW@%●◆▲○]/.test(char)
        ? 0.87
        : /\p{Lu}/u.test(char)
          ? 0.7
          : 0.556;
  }
  return width * FONT_SIZE;
}

/** The lines that a cell has of itself, before any is broken. */
export function textsOfCell({ content }: Cell): readonly string[] {
  return content.flatMap(textsOf);
}

function textsOf(block: Paragraph | List): readonly string[] {
  if (block.kind === 'paragraph') {
    const text = block.content.map((one) => (one.kind === 'text' ? one.text : `●\u00A0${one.word}`)).join('');
    return text.split('\n');
  }
  return block.items.flatMap((item) =>
    item.flatMap((one) => (one.kind === 'paragraph' || one.kind === 'list' ? textsOf(one) : [])),
  );
}
