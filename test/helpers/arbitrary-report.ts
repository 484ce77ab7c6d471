import fc, { type Arbitrary } from 'fast-check';
import type {
  Block,
  Cell,
  Chart,
  Column,
  Figure,
  Inline,
  List,
  Paragraph,
  ReportDocument,
  Row,
  Table,
  TableReference,
} from '../../src/report/document/document.ts';

/** Texts that have broken documents before, beside any text at all. */
export const HOSTILE: readonly string[] = [
  '<script>alert("x")</script>',
  '</w:t></w:p><w:p/>',
  ']]><!-- & --> &amp; &#27;',
  '=cmd|"/c calc"!A1',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\u001b[31mröd\u001b[0m \u0007\u0000',
  '_x0041_ och _x000D_',
  'constructor',
  '__proto__',
  'toString',
  '| en | två |',
  '`kod` **fet** _kursiv_ [länk](javascript:alert(1)) ![bild](x)',
  '# rubrik',
  '1. punkt',
  '- punkt',
  '---',
  'två\nrader',
  '👩‍👩‍👧 🧪',
  'a\u030A A\u0308 o\u0308',
  'đ ŧ ï æ ŋ Áŋŧ',
  'שלום مرحبا',
  '\u202Eomvänd\u202C',
  '\uFFFD \uFFFF \uD800 \uDFFF \uFDD0',
  'a\u00A0b\u2028c',
  ' inledande och avslutande ',
  "'citat'",
  'å'.repeat(5000),
];

const text: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }) },
);

const status = fc.constantFrom('uppfyllt', 'delvis', 'ej_uppfyllt', 'utfall_saknas', null);

const inline: Arbitrary<Inline> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        kind: fc.constant('text' as const),
        text,
        strong: fc.boolean(),
        emphasis: fc.boolean(),
        link: fc.constantFrom(
          'https://exempel.se/a?b=c&d=(e)',
          'mailto:a@exempel.se',
          '#r1',
          '#saknas',
          'javascript:alert(1)',
          'http://x.se',
          'file:///etc/passwd',
        ),
      },
      { requiredKeys: ['kind', 'text'] },
    ),
  },
  fc.record({ kind: fc.constant('status' as const), status, word: text }),
);

const paragraph: Arbitrary<Paragraph> = fc.record(
  {
    kind: fc.constant('paragraph' as const),
    content: fc.array(inline, { minLength: 1, maxLength: 4 }),
    note: fc.boolean(),
  },
  { requiredKeys: ['kind', 'content'] },
);

const cellList: Arbitrary<List> = fc.record({
  kind: fc.constant('list' as const),
  ordered: fc.boolean(),
  items: fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
});

/** Digits, and how they are printed. */
const figureCell: Arbitrary<Cell> = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom(null, '%', 'mnkr', 'dagar'),
  )
  .map(([value, decimals, unit]) => {
    const raw = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
    const whole = raw.slice(0, raw.length - decimals);
    const digits = `${value < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${raw.slice(raw.length - decimals)}`}`;
    const printed = digits
      .replace('-', '−')
      .replace('.', ',')
      .replace(/\B(?=(\d{3})+(?!\d))(?<!,\d*)/g, '\u00A0');
    const number: Figure = { digits, unit };
    return {
      content: [
        { kind: 'paragraph', content: [{ kind: 'text', text: `${printed}${unit === null ? '' : `\u00A0${unit}`}` }] },
      ],
      header: false,
      number,
    };
  });

const textCell: Arbitrary<Cell> = fc.record({
  content: fc.array(fc.oneof<Arbitrary<Paragraph | List>[]>(paragraph, cellList), { minLength: 1, maxLength: 2 }),
  header: fc.boolean(),
  number: fc.constant(null),
});

const column: Arbitrary<Column> = fc.record({
  header: text,
  group: fc.option(fc.constantFrom('Uppdrag', 'Nyckeltal', '=grupp')),
  align: fc.constantFrom('left' as const, 'right' as const),
  weight: fc.double({ min: 0.2, max: 5, noNaN: true }),
});

const table: Arbitrary<Table> = fc.array(column, { minLength: 1, maxLength: 5 }).chain((columns) => {
  const cells = fc.array(fc.oneof(textCell, figureCell), { minLength: columns.length, maxLength: columns.length });
  const row: Arbitrary<Row> = fc.record({ cells, organ: fc.constantFrom(null, 'rs'), status, total: fc.boolean() });
  return fc.record({
    kind: fc.constant('table' as const),
    id: fc.constantFrom('t1', 't2'),
    caption: text,
    columns: fc.constant(columns),
    rows: fc.array(row, { maxLength: 3 }),
  });
});

const reference: Arbitrary<TableReference> = fc.record({
  id: fc.constantFrom('t1', 't2', 'saknas'),
  caption: text,
});

const figures: Arbitrary<Pick<Chart, 'data' | 'figuresIn'>> = fc.oneof(
  table.map((data) => ({ data })),
  reference.map((figuresIn) => ({ data: null, figuresIn })),
);

const chart: Arbitrary<Chart> = fc.tuple(text, text, figures).map(([caption, alt, one]) => ({
  kind: 'chart',
  chart: 'series',
  id: 'd1',
  caption,
  alt,
  ...one,
  points: [{ period: '2024', value: 1.5, text: '1,5' }],
  target: null,
  unit: null,
}));

const heading: Arbitrary<Block> = fc.record({
  kind: fc.constant('heading' as const),
  level: fc.constantFrom(2 as const, 3 as const, 4 as const),
  text,
  id: fc.constantFrom('r1', 'r2', 'r3'),
});

const { block } = fc.letrec<{ block: Block; list: Block }>((tie) => ({
  list: fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 1 })).map(([first, others]) => [first, ...others]),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  block: fc.oneof(
    { maxDepth: 3 },
    paragraph,
    heading,
    table,
    chart,
    fc.constant<Block>({ kind: 'contents' }),
    tie('list'),
  ),
}));

/** Any report, with texts that want to be something else. */
export function arbitraryReport(): Arbitrary<ReportDocument> {
  return fc.record({
    title: text,
    subtitle: text,
    organisation: text,
    date: fc.constant('2025-06-01'),
    plan: fc.constant('2025'),
    period: fc.constant('2025-T1'),
    template: fc.constant('bilaga1'),
    organ: fc.constant([]),
    blocks: fc.array(block, { maxLength: 5 }),
  });
}

/** Everything that a report says to those who read it, text by text. */
export function textsOfReport({ title, subtitle, organisation, blocks }: ReportDocument): readonly string[] {
  return [title, subtitle, organisation, ...blocks.flatMap(textsOfBlock)];
}

/** The same, without what stands in cells that are figures. */
export function textsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return block.content.map((one) => (one.kind === 'text' ? one.text : one.word));
    case 'list':
      return block.items.flat().flatMap(textsOfBlock);
    case 'table':
      return [
        block.caption,
        ...block.columns.flatMap(({ header, group }) => (group === null ? [header] : [group, header])),
        ...block.rows.flatMap(({ cells }) =>
          cells.filter(({ number }) => number === null).flatMap(({ content }) => content.flatMap(textsOfBlock)),
        ),
      ];
    case 'chart':
      return [block.caption, block.alt, ...(block.data === null ? [] : textsOfBlock(block.data))];
    case 'contents':
      return [];
  }
}
