import type { Cell, List, Paragraph } from '../../report/document/document.ts';
import { arialWidth } from '../arial-width.ts';
import { TABLE_TEXT_SIZE } from './theme.ts';

/** Of texts in tables, in twips. */
export const FONT_SIZE = TABLE_TEXT_SIZE * 10;

/** About the width of a text, in twips; only a good guess is needed. */
export function textWidth(text: string): number {
  return arialWidth(text) * FONT_SIZE;
}

/** Stands for the spaces in a short status, which is rather not broken, where texts are measured. */
export const IN_STATUS = '\u202F';
const LONGEST_STATUS = 16;

/** The lines that a cell has of itself, before any is broken. */
export function textsOfCell({ content }: Cell): readonly string[] {
  return content.flatMap(textsOf);
}

function textsOf(block: Paragraph | List): readonly string[] {
  if (block.kind === 'paragraph') {
    const text = block.content
      .map((one) =>
        one.kind === 'text'
          ? one.text
          : `●\u00A0${one.word.length > LONGEST_STATUS ? one.word : one.word.replaceAll(' ', IN_STATUS)}`,
      )
      .join('');
    return text.split('\n');
  }
  return block.items.flatMap((item) =>
    item.flatMap((one) => (one.kind === 'paragraph' || one.kind === 'list' ? textsOf(one) : [])),
  );
}
