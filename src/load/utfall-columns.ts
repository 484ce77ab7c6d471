import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { excerpt } from '../diagnostics/excerpt.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type CsvRecord, cellPlace } from './parse-csv.ts';

const COLUMNS = [
  'nyckeltal',
  'organ',
  'period',
  'utfall',
  'kön',
  'enhet',
  'prognos',
  'mätdatum',
  'anmärkning',
  'källa',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Where each column stands in a row, 0-based; -1 for those that the file has not. */
export type ColumnPlaces = Readonly<Record<Column, number>>;

/** Columns that every file of outcomes has. */
export const REQUIRED: readonly Column[] = ['nyckeltal', 'period', 'utfall'];

const MOST_TOLD = 20;

/** Null where something is wrong with the columns, for then the rows would be read wrongly. */
export function readHeader(
  file: SourceFile,
  header: CsvRecord,
  separator: string,
  diagnostics: Diagnostic[],
): ColumnPlaces | null {
  const columns: Record<Column, number> = {
    nyckeltal: -1,
    organ: -1,
    period: -1,
    utfall: -1,
    kön: -1,
    enhet: -1,
    prognos: -1,
    mätdatum: -1,
    anmärkning: -1,
    källa: -1,
  };
  const before = diagnostics.length;
  if (/^sep=/i.test(header.cells[0] ?? '')) {
    diagnostics.push(
      finding('VP130', {
        place: cellPlace(file, header, separator, 0),
        message: 'filen börjar med en rad som bara Excel förstår',
        help: `Ta bort raden; första raden ska vara rubriker, till exempel ${COLUMNS.slice(0, 4).join(';')}`,
      }),
    );
    return null;
  }
  header.cells.forEach((cell, index) => {
    // A header that is no header at all is told by its first columns.
    if (diagnostics.length - before >= MOST_TOLD) {
      return;
    }
    const name = COLUMNS.find((column) => column === cell.toLowerCase());
    if (name === undefined) {
      diagnostics.push(
        finding('VP130', {
          place: cellPlace(file, header, separator, index),
          message: cell === '' ? 'en kolumn saknar rubrik' : `kolumnen ”${excerpt(cell)}” finns inte`,
          help: didYouMean(cell, COLUMNS) ?? `Kolumner som finns: ${COLUMNS.join('; ')}`,
        }),
      );
    } else if (columns[name] >= 0) {
      diagnostics.push(
        finding('VP130', {
          place: cellPlace(file, header, separator, index),
          message: `kolumnen ”${name}” står två gånger`,
          help: 'Behåll en av dem',
        }),
      );
    } else {
      columns[name] = index;
    }
  });
  for (const missing of REQUIRED.filter((column) => columns[column] < 0)) {
    if (diagnostics.length === before) {
      diagnostics.push(
        finding('VP130', {
          place: cellPlace(file, header, separator, header.cells.length),
          message: `kolumnen ”${missing}” saknas`,
          help: `Första raden ska vara rubriker, till exempel ${COLUMNS.slice(0, 4).join(';')}`,
        }),
      );
    }
  }
  return diagnostics.length === before ? columns : null;
}
