import type {
  Block,
  Cell,
  Chart,
  Inline,
  List,
  Paragraph,
  ReportDocument,
  Row,
  Table,
} from '../../report/document/document.ts';
import type { Drawable } from './drawable.ts';

/** The report with all that is drawn of it made drawable. */
export function drawableReport(report: ReportDocument, drawable: Drawable): ReportDocument {
  const text = (source: string) => drawable.text(source);

  const inline = (one: Inline): Inline =>
    one.kind === 'status' ? { ...one, word: text(one.word) } : { ...one, text: text(one.text) };
  const paragraph = (one: Paragraph): Paragraph => ({ ...one, content: one.content.map(inline) });
  const list = (one: List): List => ({ ...one, items: one.items.map((item) => item.map(block)) });
  const cell = (one: Cell): Cell => ({
    ...one,
    content: one.content.map((part) => (part.kind === 'paragraph' ? paragraph(part) : list(part))),
  });
  const table = (one: Table): Table => ({
    ...one,
    caption: text(one.caption),
    columns: one.columns.map((column) => ({
      ...column,
      header: text(column.header),
      group: column.group === null ? null : text(column.group),
    })),
    rows: one.rows.length === 0 ? [emptyRow(one)] : one.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
  });

  function chart(one: Chart): Chart {
    const { data, figuresIn } = one;
    const base = {
      caption: text(one.caption),
      data: data === null ? null : table(data),
      ...(figuresIn === undefined ? {} : { figuresIn: { ...figuresIn, caption: text(figuresIn.caption) } }),
    };
    switch (one.chart) {
      case 'distribution':
        return {
          ...one,
          ...base,
          bars: one.bars.map(({ name, parts }) => ({
            name: text(name),
            parts: parts.map((part) => ({ ...part, word: text(part.word) })),
          })),
        };
      case 'bullet':
        return {
          ...one,
          ...base,
          bars: one.bars.map((bar) => ({
            ...bar,
            name: text(bar.name),
            outcomeText: text(bar.outcomeText),
            targetText: text(bar.targetText),
          })),
        };
      case 'series':
        return {
          ...one,
          ...base,
          points: one.points.map((point) => ({ ...point, period: text(point.period), text: text(point.text) })),
          target: one.target === null ? null : { ...one.target, text: text(one.target.text) },
          unit: one.unit === null ? null : text(one.unit),
        };
    }
  }

  function block(one: Block): Block {
    switch (one.kind) {
      case 'heading':
        return { ...one, text: text(one.text).replace(/\s+/g, ' ').trim() };
      case 'paragraph':
        return paragraph(one);
      case 'list':
        return list(one);
      case 'table':
        return table(one);
      case 'chart':
        return chart(one);
      case 'contents':
        return one;
    }
  }

  return {
    ...report,
    title: text(report.title),
    subtitle: text(report.subtitle),
    organisation: text(report.organisation),
    contact: report.contact == null ? null : text(report.contact),
    accessibilityStatement: report.accessibilityStatement == null ? null : text(report.accessibilityStatement),
    blocks: report.blocks.map(block),
  };
}

/** A table without rows says so: nothing is empty without a word for it. */
function emptyRow({ columns }: Table): Row {
  const words = (index: number) => (index === 0 ? 'Inga uppgifter' : '–');
  const cells = columns.map(
    (_, index): Cell => ({
      content: [{ kind: 'paragraph', content: [{ kind: 'text', text: words(index) }] }],
      header: false,
      number: null,
    }),
  );
  return { cells, organ: null, status: null, total: false };
}
