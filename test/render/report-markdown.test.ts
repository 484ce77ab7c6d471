import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOfTree } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { inlineMarkdown, plainMarkdown } from '../../src/render/markdown-inline.ts';
import { renderReportMarkdown } from '../../src/render/report-markdown.ts';
import { xmlText } from '../../src/render/xml-text.ts';
import type { Inline, ReportDocument } from '../../src/report/document/document.ts';
import { arbitraryReport, HOSTILE, textsOfReport } from '../helpers/arbitrary-report.ts';
import { runs } from '../helpers/property.ts';
import { cell, column, paragraph, row, sampleReport, table } from '../helpers/sample-report.ts';

function textOf(...content: readonly Partial<Inline & { readonly kind: 'text' }>[]): string {
  return inlineMarkdown(
    content.map((one) => ({ kind: 'text', text: '', ...one })),
    new Map([['r1', 'rubrik-1']]),
  );
}

describe('en rapport som Markdown', () => {
  const markdown = renderReportMarkdown(sampleReport());
  const part = (start: string, end: string) => markdown.slice(markdown.indexOf(start), markdown.indexOf(end));

  it('börjar med titeln och leder till sina rubriker', () => {
    expect(markdown.slice(0, markdown.indexOf('## Inledning'))).toBe(
      [
        '# Sammanställning av måluppfyllelse',
        '',
        'Regionplan med budget 2025–2027 · T1 2025',
        '',
        'Region Jämtland Härjedalen · 1 juni 2025',
        '',
        '- [Inledning](#inledning)',
        '  - [Så bedöms måluppfyllelsen](#så-bedöms-måluppfyllelsen)',
        '- [Måluppfyllelse i sammandrag](#måluppfyllelse-i-sammandrag)',
        '- [Hälso- och sjukvårdsnämnden](#hälso--och-sjukvårdsnämnden)',
        '  - [Nyckeltal](#nyckeltal)',
        '  - [Uppdrag](#uppdrag)',
        '',
        '',
      ].join('\n'),
    );
  });

  it('har betoning, länkar och listor', () => {
    expect(part('Rapporten redovisar', '### Så bedöms')).toBe(
      'Rapporten redovisar hur regionens nämnder når de mål som fullmäktige beslutade i *Regionplan med budget 2025–2027*. Av 41 bedömda nyckeltal är **19 uppfyllda**. Tabellerna finns i avsnittet [Hälso- och sjukvårdsnämnden](#hälso--och-sjukvårdsnämnden).\n\n',
    );
    expect(part('1. Fler fasta', '### Nyckeltal')).toBe(
      [
        '1. Fler fasta läkarkontakter.',
        '',
        '   Målet är att sju av tio patienter har en fast kontakt.',
        '2. Färre inhyrda:',
        '   - i primärvården',
        '   - på akuten',
        '3. Tätare uppföljning.',
        '',
        '',
      ].join('\n'),
    );
  });

  it('har tabeller med grupper i huvudet och listor i celler', () => {
    expect(part('| Målområde', '| En god')).toContain('| Målområde | Uppdrag: Uppfyllt | Uppdrag: Delvis |');
    expect(part('| Målområde', '| En god')).toContain('\n|:--|--:|--:|');
    expect(markdown).toContain('| **Summa** | **9** |');
    expect(markdown).toContain(
      '| Ta fram en plan för nära vård i hela länet | ◆ Delvis uppfyllt | Arbetet pågår enligt plan:<br>• lokala överenskommelser med sex av åtta kommuner<br>• gemensam digital vårdplanering från den 1 september<br>Se [regionens webbplats](https://regionjh.se/nara-vard). |',
    );
  });

  it('leder bara dit en länk får leda', () => {
    for (const link of ['javascript:alert(1)', 'http://a.se', 'data:text/html,x', '#saknas', 'https://a.se/ b']) {
      expect(textOf({ text: 'ord', link })).toBe('ord');
    }
    expect(textOf({ text: 'ord', link: '#r1' })).toBe('[ord](#rubrik-1)');
    expect(textOf({ text: 'ord', link: 'https://a.se/?x=(1)&y=_2_' })).toBe(
      '[ord](https://a.se/?x=%281%29&amp;y=%5F2%5F)',
    );
  });

  it('betonar med det som säkert läses som betoning', () => {
    expect(textOf({ text: 'före ' }, { text: 'ord', strong: true, emphasis: true }, { text: ' efter' })).toBe(
      'före ***ord*** efter',
    );
    expect(textOf({ text: 'del' }, { text: 'ord', strong: true }, { text: 'slut' })).toBe(
      'del<strong>ord</strong>slut',
    );
    expect(textOf({ text: ' ord ', emphasis: true }, { text: 'efter' })).toBe('*ord* efter');
    expect(textOf({ text: '”ord”', strong: true })).toBe('<strong>”ord”</strong>');
  });

  it.each([
    '# r',
    '- p',
    '+ p',
    '1. p',
    '12) p',
    '---',
    '===',
    '> c',
    '    kod',
    '```',
    '<b>',
    '[a](b)',
    '![a](b)',
    '&amp;',
    '*a*',
    'https://a.se',
    '\\',
  ])('%j är bara text', (text) => {
    const tree = fromMarkdown(plainMarkdown(text));
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
    expect(textOfTree(tree)).toBe(text.trim());
  });

  it('låter ingen text i en cell bli mer än sin cell', () => {
    const rows = HOSTILE.map((one) => row([cell(one), cell('sist')]));
    const lines = renderReportMarkdown({ ...sampleReport(), blocks: [table('T', [column('A'), column('B')], rows)] })
      .trimEnd()
      .split('\n');
    expect(lines.slice(-HOSTILE.length).map((line) => line.split(/(?<!\\)\|/).length)).toEqual(HOSTILE.map(() => 4));
  });

  it('har ingen rad för en tabelltext utan tecken', () => {
    const blocks = [table(' \n', [column('A')], [row([cell('1')])])];
    const drawn = renderReportMarkdown({ ...sampleReport(), blocks });
    expect(drawn).toContain('| A |\n|:--|\n| 1 |\n');
    expect(drawn).not.toContain('**');
  });

  it('styrs inte av någon text, och har dem alla', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const drawn = renderReportMarkdown(report);
        // What GitHub writes its tables of is read as any text here, which has the same words.
        const tree = fromMarkdown(drawn);
        const read = squeezed(textOfTree(tree));
        expect(
          textsOfReport(report).filter((text) => !read.includes(squeezed(xmlText(text.replace(/\s*\n\s*/g, ' '))))),
        ).toEqual([]);
        expect([...kindsOf(tree)].filter((kind) => !KINDS.includes(kind))).toEqual([]);
        expect([...linksOf(tree)].filter((url) => !/^(?:https:\/\/exempel\.se|mailto:a@|#)/.test(url))).toEqual([]);
        expect([...htmlOf(tree)].filter((html) => !/^<(?:br|\/?strong|\/?em|!-- --)>$/.test(html))).toEqual([]);
        expect(headingsOf(tree)).toBe(1 + countHeadings(report));
      }),
      runs(150),
    );
  });
});

const KINDS = ['root', 'heading', 'paragraph', 'text', 'strong', 'emphasis', 'link', 'list', 'listItem', 'html'];

/** Without white space, which Markdown has its own ways with. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

function* nodesOf(node: Nodes): Iterable<Nodes> {
  yield node;
  for (const child of 'children' in node ? node.children : []) {
    yield* nodesOf(child);
  }
}

function kindsOf(tree: Nodes): ReadonlySet<string> {
  return new Set([...nodesOf(tree)].map(({ type }) => type));
}

function linksOf(tree: Nodes): readonly string[] {
  return [...nodesOf(tree)].flatMap((node) => (node.type === 'link' ? [node.url] : []));
}

function htmlOf(tree: Nodes): readonly string[] {
  return [...nodesOf(tree)].flatMap((node) => (node.type === 'html' ? [node.value] : []));
}

function headingsOf(tree: Nodes): number {
  return [...nodesOf(tree)].filter(({ type }) => type === 'heading').length;
}

function countHeadings({ blocks }: ReportDocument): number {
  const count = (list: ReportDocument['blocks']): number =>
    list.reduce(
      (sum, one) => sum + (one.kind === 'heading' ? 1 : one.kind === 'list' ? count(one.items.flat()) : 0),
      0,
    );
  return count(blocks);
}

it('har tomma stycken för ingenting', () => {
  expect(renderReportMarkdown({ ...sampleReport(), blocks: [paragraph('')] })).toMatch(/1 juni 2025\n$/);
});
