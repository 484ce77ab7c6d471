import type { Inline, Text } from '../report/document/document.ts';
import { escapeMarkdown } from './markdown.ts';
import { safeLink } from './safe-link.ts';
import { statusShape } from './status-shape.ts';
import { xmlText } from './xml-text.ts';

/**
 * A text as Markdown that is read as nothing but that text, on one line: signs of Markdown and HTML are escaped, and so
 * is what would make a list, a rule or a heading of a line that begins with it.
 */
export function plainMarkdown(text: string): string {
  return safeStart(escaped(text).trim());
}

/** Text on one line: a line break in it is a space. */
function escaped(text: string): string {
  return escapeMarkdown(xmlText(text.replace(/\s*\n\s*/g, ' ')));
}

function safeStart(line: string): string {
  return line.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}

/**
 * Running text as Markdown.
 *
 * @param slugs where links within the document lead, by the ids of its headings
 */
export function inlineMarkdown(content: readonly Inline[], slugs: ReadonlyMap<string, string>): string {
  let line = '';
  content.forEach((one, index) => {
    line +=
      one.kind === 'status'
        ? escaped(`${statusShape(one.status).shape} ${one.word}`)
        : drawText(one, slugs, line, content[index + 1]);
  });
  return safeStart(line.trim());
}

function drawText(one: Text, slugs: ReadonlyMap<string, string>, before: string, next: Inline | undefined): string {
  const { strong, emphasis } = one;
  const [, start = '', words = '', end = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(escaped(one.text)) ?? [];
  if (words === '') {
    return escaped(one.text);
  }
  const address = addressOf(one, slugs);
  const inner = address === null ? words : `[${words}](${address})`;
  const isClear = start !== '' || before === '' || /\s$/.test(before);
  const isClearAfter = end !== '' || next === undefined || /^[\s.,;:!?)]/.test(next.kind === 'text' ? next.text : '○');
  // Behind a colon, a mark ends only where white space follows it.
  const isApart = end !== '' || next === undefined || (next.kind === 'text' && /^\s/.test(next.text));
  const last = isApart ? /[\p{L}\p{N}:]$/u : /[\p{L}\p{N}]$/u;
  const isSure = isClear && isClearAfter && /^[\p{L}\p{N}]/u.test(inner) && last.test(inner);
  return `${start}${marked(inner, strong === true, emphasis === true, isSure)}${end}`;
}

/** Asterisks where they are sure to be read as marks, else the elements that they stand for. */
function marked(words: string, strong: boolean, emphasis: boolean, isSure: boolean): string {
  if (isSure) {
    const mark = `${strong ? '**' : ''}${emphasis ? '*' : ''}`;
    return `${mark}${words}${[...mark].reverse().join('')}`;
  }
  const inside = emphasis ? `<em>${words}</em>` : words;
  return strong ? `<strong>${inside}</strong>` : inside;
}

function addressOf({ link }: Text, slugs: ReadonlyMap<string, string>): string | null {
  const address = safeLink(link);
  if (address === null || !address.startsWith('#')) {
    // Signs that end the address, or stand for something in a table.
    return address?.replace(/[()*_~[\]&'!]/g, percentEncoded) ?? null;
  }
  const slug = slugs.get(address.slice(1));
  return slug === undefined ? null : `#${slug}`;
}

/** Leaves `&` of a query in place: it means something else when encoded. */
function percentEncoded(char: string): string {
  return char === '&' ? '&amp;' : `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
