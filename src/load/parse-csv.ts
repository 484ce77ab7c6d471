import Papa from 'papaparse';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { lineStarts, type Place, type SourceFile } from '../source/source-file.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Physical line where the record begins, 1-based. */
  readonly line: number;
}

export interface ParsedCsv {
  readonly separator: string;
  /** To be gone through once: a large file is taken apart as it is read. */
  readonly records: Iterable<CsvRecord>;
  readonly diagnostics: readonly Diagnostic[];
}

const SEPARATORS = [';', '\t', ','] as const;

/** Reads a CSV file; the first line decides the separator. Empty lines are passed over. */
export function parseCsv(file: SourceFile): ParsedCsv {
  const { text } = file;
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const separator = SEPARATORS.find((candidate) => header.includes(candidate)) ?? ';';
  if (!text.includes('\r') || !/\r(?!\n)/.test(text)) {
    if (!text.includes('"')) {
      return { separator, records: plainRecords(text, separator), diagnostics: [] };
    }
    const { data, errors } = parseRows(text, separator);
    if (errors.length === 0) {
      return { separator, records: quotedRecords(data), diagnostics: [] };
    }
  }
  return { separator, ...parseBroken(file, separator) };
}

function parseRows(text: string, separator: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter: separator, newline: '\n', quoteChar: '"' });
}

/** So many characters are taken apart at a time: rows that are gone when the next come cost nothing to keep. */
const PART = 16_000;

/** The rows that hold something, of a file without quotation marks: every line is a row. */
function* plainRecords(text: string, separator: string): Iterable<CsvRecord> {
  let line = 1;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start + PART);
    const end = found < 0 ? text.length : found;
    for (const cells of parseRows(text.slice(start, end), separator).data) {
      if (trimAll(cells)) {
        yield { cells, line };
      }
      line++;
    }
    start = end + 1;
  }
}

/** The rows that hold something: a row takes a line, and one more for every break inside its cells. */
function* quotedRecords(rows: readonly string[][]): Iterable<CsvRecord> {
  let line = 1;
  for (const cells of rows) {
    const begin = line;
    line += 1 + breaksIn(cells);
    if (trimAll(cells)) {
      yield { cells, line: begin };
    }
  }
}

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
      count++;
    }
  }
  return count;
}

/** Takes away white space around cells, in place: there are many. False where nothing is left. */
function trimAll(cells: string[]): boolean {
  let any = false;
  for (let index = 0; index < cells.length; index++) {
    const trimmed = cells[index]?.trim() ?? '';
    cells[index] = trimmed;
    any ||= trimmed !== '';
  }
  return any;
}

/** A file whose quotation marks do not match, or whose lines end in a lone CR: read record by record. */
function parseBroken(file: SourceFile, separator: string): Omit<ParsedCsv, 'separator'> {
  const { text } = file;
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
      newline: breakOf(text),
      quoteChar: '"',
      step: ({ data: cells, errors, meta }, parser) => {
        const next = errors.length > 0 ? nextLine(text, start) : from + meta.cursor;
        if (errors.length > 0) {
          broken = true;
          diagnostics.push(brokenQuotes(file, start));
          parser.abort();
        } else if (trimAll(cells)) {
          records.push({ cells, line });
        }
        line += countBreaks(text, start, next);
        start = next;
      },
    });
  }
  return { records, diagnostics };
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
  const { text } = file;
  const begin = lineStarts(file)[record.line - 1] ?? 0;
  let start = begin;
  for (let column = 0; ; column++) {
    const end = endOfCell(text, start, separator);
    if (column === cell) {
      return { file, start, end: Math.max(end, start + 1) };
    }
    if (text[end] !== separator) {
      return { file, start: begin, end: Math.max(end, begin + 1) };
    }
    start = end + 1;
  }
}

/** Where a cell that begins at an offset ends: at a separator or a line break that no quotation marks hold. */
function endOfCell(text: string, start: number, separator: string): number {
  const lineBreak = breakOf(text);
  let at = start;
  if (text[at] === '"') {
    at++;
    while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) {
      at += text[at] === '"' ? 2 : 1;
    }
    at++;
  }
  while (at < text.length && text[at] !== separator && text[at] !== lineBreak) {
    at++;
  }
  const end = Math.min(at, text.length);
  return text[end] === '\n' && text[end - 1] === '\r' ? end - 1 : end;
}

/** What ends a record: LF, alone or after CR; a lone CR only where there is nothing else. */
function breakOf(text: string): '\n' | '\r' {
  return text.includes('\n') ? '\n' : '\r';
}
