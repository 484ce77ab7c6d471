import type { Status } from '../../../src/model/status.ts';
import type {
  Block,
  Cell,
  Column,
  Heading,
  Inline,
  Paragraph,
  ReportDocument,
  Row,
  Table,
} from '../../../src/report/document/document.ts';

/** Small words for building reports by hand. */
export function text(words: string, more: Partial<Extract<Inline, { kind: 'text' }>> = {}): Inline {
  return { kind: 'text', text: words, ...more };
}

export function p(...content: readonly (string | Inline)[]): Paragraph {
  return { kind: 'paragraph', content: content.map((one) => (typeof one === 'string' ? text(one) : one)) };
}

export function note(words: string): Paragraph {
  return { ...p(words), note: true };
}

export function heading(level: Heading['level'], words: string, id: string): Heading {
  return { kind: 'heading', level, text: words, id };
}

export function mark(status: Status | null, word: string): Inline {
  return { kind: 'status', status, word };
}

export function cell(...content: readonly (string | Inline | Paragraph)[]): Cell {
  return {
    content: content.map((one) => (typeof one === 'object' && one.kind === 'paragraph' ? one : p(one))),
    header: false,
    number: null,
  };
}

export function rowHeader(words: string): Cell {
  return { ...cell(words), header: true };
}

/** `59,1 %` as a figure. */
export function figure(words: string): Cell {
  const digits = words
    .replace('−', '-')
    .replace(',', '.')
    .replace(/[^\d.-]/g, '');
  return { ...cell(words), number: digits === '' ? null : { digits, unit: /%/.test(words) ? '%' : null } };
}

export function column(header: string, weight: number, more: Partial<Column> = {}): Column {
  return { header, weight, group: null, align: 'left', ...more };
}

export function row(cells: readonly Cell[], more: Partial<Row> = {}): Row {
  return { cells, organ: null, status: null, total: false, ...more };
}

export function table(id: string, caption: string, columns: readonly Column[], rows: readonly Row[]): Table {
  return { kind: 'table', id, caption, columns, rows };
}

export function report(blocks: readonly Block[], more: Partial<ReportDocument> = {}): ReportDocument {
  return {
    title: 'Sammanställning av mål, uppdrag och nyckeltal',
    subtitle: 'Regionplan med budget 2025–2027 · T1 2025',
    organisation: 'Region Jämtland Härjedalen',
    date: '2025-06-02',
    plan: '2025',
    period: '2025-T1',
    template: 'bilaga1',
    organ: [],
    blocks,
    ...more,
  };
}
