import Papa from 'papaparse';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import type { Place, SourceFile } from '../source/source-file.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Physical line where the record begins, 1-based. */
  readonly line: number;
  /** Offset where the record begins. */
  readonly start: number;
  /** Offset behind the record's line break. */
  readonly end: number;
}

export interface ParsedCsv {
  readonly separator: string;
  readonly records: readonly CsvRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

const SEPARATORS = [';', '\t', ','] as const;

/** Reads a CSV file; the first line decides the separator. Empty lines are passed over. */
export function parseCsv(file: SourceFile): ParsedCsv {
  const { text } = file;
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const separator = SEPARATORS.find((candidate) => header.includes(candidate)) ?? ';';
  if (!text.includes('"') && !/\r(?!\n)/.test(text)) {
    return { separator, records: readLines(text, separator), diagnostics: [] };
  }
  const records: CsvRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  let start = 0;
  let line = 1;
  // A record whose quotation marks do not match would swallow the rest of the file: it is told, and reading goes on
  // with the line after the one where it begins.
  for (let broken = true; broken && start < text.length; ) {
    const from = start;
    broken = false;
    Papa.parse<string[]>(from === 0 ? text : text.slice(from), {
      delimiter: separator,
      newline: text.includes('\n') ? '\n' : '\r',
      quoteChar: '"',
      step: ({ data, errors, meta }, parser) => {
        const next = errors.length > 0 ? nextLine(text, start) : from + meta.cursor;
        const cells = data.map((cell) => cell.trim());
        if (errors.length > 0) {
          broken = true;
          diagnostics.push(brokenQuotes(file, start));
          parser.abort();
        } else if (cells.some((cell) => cell !== '')) {
          records.push({ cells, line, start, end: next });
        }
        line += countBreaks(text, start, next);
        start = next;
      },
    });
  }
  return { separator, records, diagnostics };
}

/** The records of a text without quotation marks and odd line breaks: every one is a line. */
function readLines(text: string, separator: string): readonly CsvRecord[] {
  const { data } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n', quoteChar: '"' });
  const records: CsvRecord[] = [];
  let start = 0;
  data.forEach((written, index) => {
    // Every cell has a separator behind it, and the last one the line break.
    const end = Math.min(
      text.length,
      written.reduce((sum, cell) => sum + cell.length + 1, start),
    );
    const cells = written.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) {
      records.push({ cells, line: index + 1, start, end });
    }
    start = end;
  });
  return records;
}

function nextLine(text: string, from: number): number {
  const found = /\r\n|\r|\n/.exec(text.slice(from));
  return found === null ? text.length : from + found.index + found[0].length;
}

function brokenQuotes(file: SourceFile, start: number): Diagnostic {
  return finding('VP131', {
    place: { file, start, end: start + Math.max(1, /^[^\r\n]*/.exec(file.text.slice(start))?.[0].length ?? 1) },
    message: 'citattecknen i raden går inte ihop',
    help: 'En cell med citattecken skrivs "så här", och citattecken inne i cellen dubbleras: "han sa ""ja"""',
  });
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      count++;
    }
  }
  return count;
}

/** The place of one cell of a record, 0-based; of the whole record where it has no such cell. */
export function cellPlace(file: SourceFile, record: CsvRecord, separator: string, cell: number): Place {
  const text = file.text.slice(record.start, record.end).replace(/[\r\n]+$/, '');
  let quoted = false;
  let column = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '"') {
      quoted = !quoted;
    } else if (char === undefined || (char === separator && !quoted)) {
      if (column === cell) {
        return { file, start: record.start + start, end: record.start + Math.max(at, start + (at > start ? 0 : 1)) };
      }
      column++;
      start = at + 1;
    }
  }
  return { file, start: record.start, end: record.start + Math.max(1, text.length) };
}
