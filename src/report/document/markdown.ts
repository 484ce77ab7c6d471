import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Inline, List, Paragraph, Text } from './document.ts';

/**
 * What a comment in a plan says, as paragraphs and lists with emphasis and links. Everything else that Markdown knows —
 * headings, tables, quotes, HTML, pictures — is shown as the text that was written, so that no comment can escape the
 * cell that it stands in.
 */
export function commentBlocks(text: string): readonly (Paragraph | List)[] {
  const source = text.normalize('NFC').trim();
  if (source === '') {
    return [];
  }
  return fromMarkdown(source, { mdastExtensions: [], extensions: [PLAIN] }).children.flatMap((node) =>
    blocksOf(node, source),
  );
}

/** A paragraph of plain words. */
export function paragraphOf(text: string, style: Omit<Text, 'kind' | 'text'> = {}): Paragraph {
  return { kind: 'paragraph', content: [{ kind: 'text', text: text.normalize('NFC'), ...style }] };
}

/** Words with a strong beginning: `Åtgärder: bemanningen ses över`. */
export function ledBy(lead: string, blocks: readonly (Paragraph | List)[]): readonly (Paragraph | List)[] {
  const strong: Text = { kind: 'text', text: `${lead} `, strong: true };
  const [first, ...rest] = blocks;
  return first?.kind === 'paragraph'
    ? [{ ...first, content: [strong, ...first.content] }, ...rest]
    : [{ kind: 'paragraph', content: [strong] }, ...blocks];
}

/** Constructs of Markdown that a comment does not have: their signs are ordinary signs. */
const PLAIN = {
  disable: {
    null: [
      'codeIndented',
      'codeFenced',
      'codeText',
      'headingAtx',
      'setextUnderline',
      'htmlFlow',
      'htmlText',
      'blockQuote',
      'definition',
      'thematicBreak',
    ],
  },
};

function blocksOf(node: RootContent, source: string): readonly (Paragraph | List)[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', content: joined(node.children.flatMap((one) => inlinesOf(one, source, {}))) }];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => item.children.flatMap((one) => blocksOf(one, source))),
        },
      ];
    default:
      return [paragraphOf(written(node, source))];
  }
}

export type Style = Omit<Text, 'kind' | 'text'>;

/** The words of a node with their emphasis and links. */
export function inlinesOf(node: PhrasingContent, source: string, style: Style): readonly Inline[] {
  switch (node.type) {
    case 'text':
      // A line break in the file is a space in the text.
      return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' '), ...style }];
    case 'break':
      return [{ kind: 'text', text: '\n', ...style }];
    case 'strong':
      return node.children.flatMap((one) => inlinesOf(one, source, { ...style, strong: true }));
    case 'emphasis':
      return node.children.flatMap((one) => inlinesOf(one, source, { ...style, emphasis: true }));
    case 'link':
      return SAFE_LINK.test(node.url)
        ? node.children.flatMap((one) => inlinesOf(one, source, { ...style, link: node.url }))
        : [{ kind: 'text', text: written(node, source), ...style }];
    default:
      return [{ kind: 'text', text: written(node, source).replace(/\s*\n\s*/g, ' '), ...style }];
  }
}

/** Addresses that a report may lead to; `javascript:` and the like are shown as they were written. */
const SAFE_LINK = /^(?:https:\/\/|mailto:|#)/i;

/** What stands in the file. */
export function written(node: Nodes | Root, source: string): string {
  const { start, end } = node.position ?? {};
  return source.slice(start?.offset ?? 0, end?.offset ?? 0);
}

/** Texts of the same style in one piece. */
export function joined(content: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const one of content) {
    const last = result.at(-1);
    if (last?.kind === 'text' && one.kind === 'text' && sameStyle(last, one)) {
      result[result.length - 1] = { ...last, text: last.text + one.text };
    } else {
      result.push(one);
    }
  }
  return result;
}

function sameStyle(a: Text, b: Text): boolean {
  return a.strong === b.strong && a.emphasis === b.emphasis && a.link === b.link;
}
