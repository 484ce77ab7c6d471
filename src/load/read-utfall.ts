import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { excerpt } from '../diagnostics/excerpt.ts';
import { isDate, type Period, readPeriod } from '../model/period.ts';
import type { Nyckeltal } from '../model/plan.ts';
import type { Kön, Utfall, Utfallsvärde } from '../model/utfall.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type CsvRecord, cellPlace, parseCsv } from './parse-csv.ts';
import { type Column, REQUIRED, readHeader } from './utfall-columns.ts';
import {
  findEnhet,
  findNyckeltal,
  findOrgan,
  type Report,
  type RowReader,
  type UtfallContext,
} from './utfall-lookup.ts';
import { readUtfallsvärde } from './utfall-value.ts';

export interface ReadUtfall {
  readonly utfall: readonly Utfall[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one file of outcomes. Every row lands or is reported. */
export function readUtfall(file: SourceFile, context: UtfallContext): ReadUtfall {
  const { separator, records, diagnostics: syntax } = parseCsv(file);
  const diagnostics: Diagnostic[] = [...syntax];
  const [header, ...rows] = records;
  if (header === undefined) {
    return { utfall: [], diagnostics };
  }
  const columns = readHeader(file, header, separator, diagnostics);
  if (columns === null) {
    return { utfall: [], diagnostics };
  }
  const reader: RowReader = { file, separator, columns, context, diagnostics, periods: new Map(), values: new Map() };
  const utfall: Utfall[] = [];
  for (const row of rows) {
    const one = readRow(reader, row, header.cells.length);
    if (one !== null) {
      utfall.push(one);
    }
  }
  return { utfall, diagnostics };
}

function readRow(reader: RowReader, row: CsvRecord, width: number): Utfall | null {
  const { file, separator, columns, diagnostics } = reader;
  const report = (
    code: Parameters<typeof finding>[0],
    column: Column,
    message: string,
    help: string | null,
    id: string | null = null,
  ): null => {
    diagnostics.push(
      finding(code, { place: cellPlace(file, row, separator, columns.get(column) ?? 0), message, help, id }),
    );
    return null;
  };
  if (row.cells.length > width) {
    diagnostics.push(
      finding('VP131', {
        place: cellPlace(file, row, separator, width),
        message: `raden har ${row.cells.length} celler, rubrikraden har ${width}`,
        help: `En cell som innehåller ${separator === '\t' ? 'tabb' : separator} sätts inom citattecken`,
      }),
    );
    return null;
  }
  const missing = REQUIRED.find((column) => (columns.get(column) ?? 0) >= row.cells.length);
  if (missing !== undefined) {
    diagnostics.push(
      finding('VP131', {
        place: cellPlace(file, row, separator, row.cells.length),
        message: `raden har ${row.cells.length} celler, så ”${missing}” saknas; rubrikraden har ${width}`,
        help: `Skriv alla celler fram till ”${missing}”, tomma med ${separator === '\t' ? 'tabb' : separator} emellan`,
      }),
    );
    return null;
  }
  const cell = (column: Column): string => row.cells[columns.get(column) ?? -1] ?? '';
  const nyckeltal = findNyckeltal(reader, cell('nyckeltal'), report);
  if (nyckeltal === null) {
    return null;
  }
  const organ = findOrgan(reader, nyckeltal, cell('organ'), report);
  const period = readPeriodCell(reader, cell('period'));
  if (period === null) {
    const text = cell('period');
    return report(
      'VP137',
      'period',
      text === '' ? 'perioden saknas' : `”${excerpt(text)}” är ingen period`,
      'Skriv till exempel 2025-T1, 2025-03, 2025-K2, 2025-H1 eller 2025',
      nyckeltal.id,
    );
  }
  if (organ === null) {
    return null;
  }
  const värde = readValue(reader, 'utfall', cell('utfall'), nyckeltal, report);
  const prognosText = cell('prognos');
  const prognos = prognosText === '' ? null : readValue(reader, 'prognos', prognosText, nyckeltal, report);
  const enhet = findEnhet(reader, cell('enhet'), report, nyckeltal);
  const kön = readKön(cell('kön'));
  const mätdatum = cell('mätdatum');
  if (kön === null) {
    report(
      'VP139',
      'kön',
      `”${excerpt(cell('kön'))}” är inget kön i utfallsfilen`,
      'Skriv totalt, kvinnor eller män',
      nyckeltal.id,
    );
  }
  if (mätdatum !== '' && !isDate(mätdatum)) {
    report(
      'VP139',
      'mätdatum',
      `”${excerpt(mätdatum)}” är inget datum`,
      'Skriv ett datum som 2025-04-30',
      nyckeltal.id,
    );
  }
  if (värde === null || enhet === undefined || kön === null || (prognosText !== '' && prognos === null)) {
    return null;
  }
  return {
    nyckeltal: nyckeltal.id,
    organ,
    period,
    text: cell('utfall'),
    värde,
    kön,
    enhet,
    prognos: prognos === null ? null : { text: prognosText, värde: prognos },
    mätdatum: mätdatum === '' ? null : mätdatum,
    anmärkning: cell('anmärkning') || null,
    källa: cell('källa') || null,
    file,
    rad: row.line,
  };
}

function readValue(
  { values }: RowReader,
  column: Column,
  text: string,
  nyckeltal: Nyckeltal,
  report: Report,
): Utfallsvärde | null {
  const alike = nyckeltal.måttenhet === null ? undefined : alikeIn(values, nyckeltal.måttenhet);
  const known = alike?.get(text);
  if (known !== undefined) {
    return known;
  }
  const värde = readUtfallsvärde(text, nyckeltal, (code, message, help) =>
    report(code, column, message, help, nyckeltal.id),
  );
  if (värde !== null) {
    alike?.set(text, värde);
  }
  return värde;
}

function alikeIn(values: RowReader['values'], måttenhet: string): Map<string, Utfallsvärde> {
  const alike = values.get(måttenhet) ?? new Map<string, Utfallsvärde>();
  values.set(måttenhet, alike);
  return alike;
}

function readPeriodCell({ periods }: RowReader, text: string): Period | null {
  let period = periods.get(text);
  if (period === undefined) {
    period = readPeriod(text);
    periods.set(text, period);
  }
  return period;
}

function readKön(text: string): Kön | null {
  switch (text.toLowerCase()) {
    case '':
    case 'totalt':
    case 't':
      return 'totalt';
    case 'kvinnor':
    case 'k':
      return 'kvinnor';
    case 'män':
    case 'm':
      return 'män';
    default:
      return null;
  }
}
