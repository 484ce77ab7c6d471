import { createHash } from 'node:crypto';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Block, ReportDocument } from '../../report/document/document.ts';
import { visible } from '../visible.ts';
import { chart } from './chart-svg.ts';
import { contents } from './contents.ts';
import { FILTER_SCRIPT, filterTemplate, REGION_SCRIPT } from './filter.ts';
import { footer } from './footer.ts';
import { paragraph } from './inline.ts';
import { list } from './list.ts';
import { MAIN_ID, type Names, nameParts } from './names.ts';
import { styleSheet } from './style.ts';
import { table } from './table.ts';

/**
 * The report as one HTML file that needs nothing else: no network, and no script to be read. Texts become text and
 * nothing else, since the page is built as a tree.
 */
export function renderHtml(report: ReportDocument): string {
  return `${toHtml(page(report))}\n`;
}

function page(report: ReportDocument): Root {
  const names = nameParts(report);
  const style = styleSheet();
  const script = `${FILTER_SCRIPT}${REGION_SCRIPT}`;
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      h(
        'html',
        { lang: 'sv' },
        h(
          'head',
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(style, script) }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'generator', content: 'vp' }),
          h('title', visible(`${report.title} – ${report.organisation}`)),
          h('style', style),
        ),
        h(
          'body',
          h('a.skip', { href: `#${MAIN_ID}` }, 'Till innehållet'),
          h('header', h('p', visible(report.organisation))),
          main(report, names),
          footer(report),
          h('script', script),
        ),
      ),
    ],
  };
}

/** Nothing is fetched from anywhere; the page's own style and script are known by their hashes. */
function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

function main(report: ReportDocument, names: Names): Element {
  const choice = filterTemplate(report);
  const hasContents = report.blocks.some(({ kind }) => kind === 'contents');
  const nodes = report.blocks.flatMap((block, index) => {
    const node = drawBlock(block, names);
    const here = hasContents ? block.kind === 'contents' : index === firstTable(report.blocks);
    const before = here && block.kind !== 'contents';
    return choice !== null && here && isFirst(report.blocks, index)
      ? before
        ? [choice, node]
        : [node, choice]
      : [node];
  });
  return h(
    'main',
    { id: MAIN_ID, tabIndex: -1 },
    h('div.title', h('h1', visible(report.title)), h('p.subtitle', visible(report.subtitle))),
    ...nodes,
  );
}

function firstTable(blocks: readonly Block[]): number {
  return blocks.findIndex(({ kind }) => kind === 'table');
}

function isFirst(blocks: readonly Block[], index: number): boolean {
  return blocks.findIndex(({ kind }) => kind === blocks[index]?.kind) === index;
}

function drawBlock(block: Block, names: Names): ElementContent {
  switch (block.kind) {
    case 'heading':
      return h(`h${block.level}`, { id: block.id }, visible(block.text));
    case 'paragraph':
      return paragraph(block, names);
    case 'list':
      return list(block, names, drawBlock);
    case 'table':
      return table(block, names);
    case 'chart':
      return chart(block, names);
    case 'contents':
      return contents(names.headings);
  }
}
