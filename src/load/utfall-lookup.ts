import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { excerpt } from '../diagnostics/excerpt.ts';
import { readKvantitet } from '../malvarde/read-kvantitet.ts';
import type { Period } from '../model/period.ts';
import type { Nyckeltal, Organisation } from '../model/plan.ts';
import type { Utfallsvärde } from '../model/utfall.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { NyckeltalNames } from './nyckeltal-names.ts';
import { type CsvRecord, cellPlace } from './parse-csv.ts';
import type { Column, ColumnPlaces } from './utfall-columns.ts';

/** A value and its printed text: rows with the same share them. */
export interface ReadCell {
  readonly text: string;
  readonly värde: Utfallsvärde;
}

/** What rows are matched against. */
export interface UtfallContext {
  readonly names: NyckeltalNames;
  readonly organisation: Organisation;
  readonly organNames: ReadonlyMap<string, string>;
  readonly enhetNames: ReadonlyMap<string, string>;
  /** Whether a file of the plan could not be read: then an unknown id may stand there, and is not reported. */
  readonly incomplete: boolean;
  /** Values already read, by stated unit and text: the same ones come again and again. */
  readonly values: Map<string, Map<string, ReadCell>>;
}

/** One reader for all rows of a file: a row is small, and what is made anew for each of them costs more than it. */
export interface RowReader {
  readonly file: SourceFile;
  readonly separator: string;
  readonly columns: ColumnPlaces;
  readonly context: UtfallContext;
  readonly diagnostics: Diagnostic[];
  /** Periods already read: a file has few. */
  readonly periods: Map<string, Period | null>;
  /** The row that is being read. */
  row: CsvRecord;
}

/** The text of a column in the row that is being read; empty where the file has no such column. */
export function cellOf({ row, columns }: RowReader, column: Column): string {
  const index = columns[column];
  return index < 0 ? '' : (row.cells[index] ?? '');
}

/** Tells what is wrong in a cell of the row that is being read. */
export function report(
  { file, row, separator, columns, diagnostics }: RowReader,
  code: Parameters<typeof finding>[0],
  column: Column,
  message: string,
  help: string | null,
  id: string | null = null,
): null {
  diagnostics.push(
    finding(code, { place: cellPlace(file, row, separator, Math.max(0, columns[column])), message, help, id }),
  );
  return null;
}

export function findNyckeltal(reader: RowReader, name: string): Nyckeltal | null {
  const { context } = reader;
  const own = context.names.byId(name);
  if (own !== undefined) {
    return own;
  }
  const found = context.names.find(name);
  if (found.length === 1) {
    return found[0] ?? null;
  }
  if (found.length > 1) {
    return report(
      reader,
      'VP132',
      'nyckeltal',
      `namnet ”${excerpt(name)}” passar flera nyckeltal: ${found.map((one) => one.id).join(', ')}`,
      'Skriv nyckeltalets id',
    );
  }
  if (context.incomplete) {
    return null;
  }
  const message =
    name === '' ? 'raden säger inte vilket nyckeltal den gäller' : `nyckeltalet ”${excerpt(name)}” finns inte i planen`;
  return report(
    reader,
    'VP132',
    'nyckeltal',
    message,
    context.names.suggest(name) ?? 'Skriv nyckeltalets id eller exakta namn',
  );
}

export function findOrgan(reader: RowReader, nyckeltal: Nyckeltal, name: string): string | null {
  const { context } = reader;
  const { organ } = nyckeltal;
  if (name === '') {
    return organ.length === 1
      ? (organ[0] ?? null)
      : report(
          reader,
          'VP136',
          'organ',
          `raden säger inte vilket organ den gäller; ${nyckeltal.id} har ${organ.join(', ')}`,
          'Skriv organet i kolumnen organ',
          nyckeltal.id,
        );
  }
  // Most rows have the id of an organ that the nyckeltal has: that one, not its copy from the file.
  const own = organ.find((one) => one === name);
  if (own !== undefined && context.organisation.organ.has(own)) {
    return own;
  }
  // Without a readable organisation.yaml, which is told once, no organ is known, and every one is taken as written.
  const id = context.organisation.organ.size === 0 ? name : context.organNames.get(name.toLowerCase());
  if (id === undefined) {
    return report(
      reader,
      'VP136',
      'organ',
      `organet ”${excerpt(name)}” finns inte`,
      didYouMean(name, [...context.organNames.keys()]) ??
        `Organ som finns: ${[...context.organisation.organ.keys()].join(', ')}`,
      nyckeltal.id,
    );
  }
  // An organ of the nyckeltal that there is not has been told: this may be the one that was meant.
  const misspelt = organ.some((one) => !context.organisation.organ.has(one));
  return organ.includes(id) || misspelt
    ? id
    : report(
        reader,
        'VP136',
        'organ',
        `nyckeltalet ${nyckeltal.id} ”${nyckeltal.namn}” gäller inte ${id}, bara ${organ.join(', ')}`,
        'Rätta organet, eller lägg till det i nyckeltalets organ',
        nyckeltal.id,
      );
}

/** Undefined where the unit is unknown and was reported; null where there is none. */
export function findEnhet(reader: RowReader, nyckeltal: Nyckeltal, name: string): string | null | undefined {
  if (name === '') {
    return null;
  }
  const lower = name.toLowerCase();
  if (lower === 'riket' || lower === 'liknande') {
    return lower;
  }
  const { organisation } = reader.context;
  const { enheter } = organisation;
  const found = reader.context.enhetNames.get(lower);
  if (found !== undefined) {
    return found;
  }
  if (organisation.organ.size === 0) {
    return lower;
  }
  const measure = readKvantitet(/^[\p{L}%]/u.test(name) ? `1 ${name}` : '', nyckeltal.måttenhet);
  report(
    reader,
    'VP138',
    'enhet',
    measure.slag === 'läst'
      ? `”${excerpt(name)}” är en måttenhet; kolumnen enhet är en del av organisationen`
      : `enheten ”${excerpt(name)}” finns inte`,
    measure.slag === 'läst'
      ? 'Skriv måttenheten efter värdet i kolumnen utfall'
      : (didYouMean(name, [...enheter.keys()]) ??
          'Lägg till enheten i plans/organisation.yaml, eller skriv riket eller liknande'),
    nyckeltal.id,
  );
  return undefined;
}
