import { ExternalHyperlink, InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Inline, StatusMark, Text } from '../../report/document/document.ts';
import { safeLink } from '../safe-link.ts';
import { statusShape } from '../status-shape.ts';
import { xmlText } from '../xml-text.ts';
import { statusStyle } from './styles.ts';

/** The names of bookmarks by the ids that links lead to. */
export type Bookmarks = ReadonlyMap<string, string>;

/** Running text as runs, links and marks of status. */
export function drawInlines(content: readonly Inline[], bookmarks: Bookmarks, bold = false): ParagraphChild[] {
  return content.flatMap((one) => (one.kind === 'status' ? drawStatus(one, bold) : drawText(one, bookmarks, bold)));
}

function drawText({ text, strong, emphasis, link }: Text, bookmarks: Bookmarks, bold: boolean): ParagraphChild[] {
  const style: IRunOptions = {
    ...(strong === true || bold ? { bold: true } : {}),
    ...(emphasis === true ? { italics: true } : {}),
  };
  const address = safeLink(link);
  if (address === null) {
    return drawRuns(text, style);
  }
  const children = drawRuns(text, { ...style, style: 'Hyperlink' });
  if (!address.startsWith('#')) {
    return [new ExternalHyperlink({ link: address, children })];
  }
  const anchor = bookmarks.get(address.slice(1));
  return anchor === undefined ? drawRuns(text, style) : [new InternalHyperlink({ anchor, children })];
}

/** A text with its line breaks. */
export function drawRuns(text: string, style: IRunOptions = {}): TextRun[] {
  return xmlText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

function drawStatus({ status, word }: StatusMark, bold: boolean): TextRun[] {
  const { shape } = statusShape(status);
  // The shape's own font would make the line higher.
  return [new TextRun({ text: shape, style: statusStyle(status) }), ...drawRuns(`\u00A0${word}`, bold ? { bold } : {})];
}
