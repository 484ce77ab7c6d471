import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { excerpt } from '../diagnostics/excerpt.ts';
import { isDate, type Period, readPeriod } from '../model/period.ts';
import type { Nyckeltal } from '../model/plan.ts';
import { type Kön, type Utfall, type Utfallsvärde, withRemark } from '../model/utfall.ts';
import type { SourceFile } from '../source/source-file.ts';
import { cellPlace, parseCsv } from './parse-csv.ts';
import { type Column, REQUIRED, readHeader } from './utfall-columns.ts';
import {
  cellOf,
  findEnhet,
  findNyckeltal,
  findOrgan,
  type ReadCell,
  type RowReader,
  report,
  type UtfallContext,
} from './utfall-lookup.ts';
import { readUtfallsvärde } from './utfall-value.ts';

export interface ReadUtfall {
  readonly utfall: readonly Utfall[];
  /** Rows that say what they are about, but whose value cannot be used. */
  readonly unreadable: readonly Utfall[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one file of outcomes. Every row lands or is reported. */
export function readUtfall(file: SourceFile, context: UtfallContext): ReadUtfall {
  const { separator, records, diagnostics: syntax } = parseCsv(file);
  const diagnostics: Diagnostic[] = [...syntax];
  const utfall: Utfall[] = [];
  const unreadable: Utfall[] = [];
  let reader: RowReader | null = null;
  let width = 0;
  for (const row of records) {
    if (reader === null) {
      const columns = readHeader(file, row, separator, diagnostics);
      if (columns === null) {
        break;
      }
      width = row.cells.length;
      reader = { file, separator, columns, context, diagnostics, periods: new Map(), row };
      continue;
    }
    reader.row = row;
    const one = hasRightWidth(reader, width) ? readRow(reader) : null;
    if (one !== null) {
      (one.värde === UNREADABLE ? unreadable : utfall).push(one);
    }
  }
  return { utfall, unreadable, diagnostics };
}

/** @param width how many columns there are */
function hasRightWidth({ file, row, separator, columns, diagnostics }: RowReader, width: number): boolean {
  const { length } = row.cells;
  const separatorWord = separator === '\t' ? 'tabb' : separator;
  if (length > width) {
    diagnostics.push(
      finding('VP131', {
        place: cellPlace(file, row, separator, width),
        message: `raden har ${length} celler, rubrikraden har ${width}`,
        help: `En cell som innehåller ${separatorWord} sätts inom citattecken`,
      }),
    );
    return false;
  }
  const missing = length === width ? undefined : REQUIRED.find((column) => columns[column] >= length);
  if (missing !== undefined) {
    diagnostics.push(
      finding('VP131', {
        place: cellPlace(file, row, separator, length),
        message: `raden har ${length} celler, så ”${missing}” saknas; rubrikraden har ${width}`,
        help: `Skriv alla celler fram till ”${missing}”, tomma med ${separatorWord} emellan`,
      }),
    );
    return false;
  }
  return true;
}

function readRow(reader: RowReader): Utfall | null {
  const { file, row } = reader;
  const nyckeltal = findNyckeltal(reader, cellOf(reader, 'nyckeltal'));
  if (nyckeltal === null) {
    return null;
  }
  const organ = findOrgan(reader, nyckeltal, cellOf(reader, 'organ'));
  const period = readPeriodCell(reader, nyckeltal);
  if (period === null || organ === null) {
    return null;
  }
  const text = cellOf(reader, 'utfall');
  const utfall = readValue(reader, 'utfall', text, nyckeltal);
  const prognosText = cellOf(reader, 'prognos');
  const prognos = prognosText === '' ? null : readValue(reader, 'prognos', prognosText, nyckeltal);
  const enhet = findEnhet(reader, nyckeltal, cellOf(reader, 'enhet'));
  const kön = readKön(reader, nyckeltal);
  const mätdatum = cellOf(reader, 'mätdatum');
  if (mätdatum !== '' && !isDate(mätdatum)) {
    const message = `”${excerpt(mätdatum)}” är inget datum`;
    report(reader, 'VP139', 'mätdatum', message, 'Skriv ett datum som 2025-04-30', nyckeltal.id);
  }
  if (enhet === undefined || kön === null) {
    return null;
  }
  const anmärkning = cellOf(reader, 'anmärkning') || null;
  return {
    nyckeltal: nyckeltal.id,
    organ,
    period,
    text: utfall?.text ?? text,
    värde: utfall?.värde ?? UNREADABLE,
    kön,
    enhet,
    prognos,
    mätdatum: mätdatum === '' ? null : mätdatum,
    anmärkning: utfall === null ? withRemark(`”${excerpt(text)}” kan inte användas`, anmärkning) : anmärkning,
    källa: cellOf(reader, 'källa') || null,
    file,
    rad: row.line,
  };
}

/** What stands in place of a value that cannot be used, which its remark then tells. */
const UNREADABLE: Utfallsvärde = { slag: 'bortfall', skäl: 'oanvändbar' };

function readValue(reader: RowReader, column: Column, text: string, nyckeltal: Nyckeltal): ReadCell | null {
  const alike = nyckeltal.måttenhet === null ? undefined : alikeIn(reader.context.values, nyckeltal.måttenhet);
  const known = alike?.get(text);
  if (known !== undefined) {
    return known;
  }
  const värde = readUtfallsvärde(text, nyckeltal, (code, message, help) =>
    report(reader, code, column, message, help, nyckeltal.id),
  );
  if (värde === null) {
    return null;
  }
  const cell = { text, värde };
  // A läge or a day is right or wrong by the målvärde, which the måttenhet says nothing of.
  if (värde.slag === 'tal' || värde.slag === 'bortfall') {
    alike?.set(text, cell);
  }
  return cell;
}

function alikeIn(values: UtfallContext['values'], måttenhet: string): Map<string, ReadCell> {
  let alike = values.get(måttenhet);
  if (alike === undefined) {
    alike = new Map();
    values.set(måttenhet, alike);
  }
  return alike;
}

function readPeriodCell(reader: RowReader, nyckeltal: Nyckeltal): Period | null {
  const text = cellOf(reader, 'period');
  let period = reader.periods.get(text);
  if (period === undefined) {
    period = readPeriod(text);
    reader.periods.set(text, period);
  }
  if (period === null) {
    const message = text === '' ? 'perioden saknas' : `”${excerpt(text)}” är ingen period`;
    const help = 'Skriv till exempel 2025-T1, 2025-03, 2025-K2, 2025-H1 eller 2025';
    report(reader, 'VP137', 'period', message, help, nyckeltal.id);
  }
  return period;
}

const KÖN: ReadonlyMap<string, Kön> = new Map<string, Kön>([
  ['', 'totalt'],
  ['totalt', 'totalt'],
  ['t', 'totalt'],
  ['kvinnor', 'kvinnor'],
  ['k', 'kvinnor'],
  ['män', 'män'],
  ['m', 'män'],
]);

function readKön(reader: RowReader, nyckeltal: Nyckeltal): Kön | null {
  const text = cellOf(reader, 'kön');
  const kön = KÖN.get(text.toLowerCase()) ?? null;
  if (kön === null) {
    const message = `”${excerpt(text)}” är inget kön i utfallsfilen`;
    report(reader, 'VP139', 'kön', message, 'Skriv totalt, kvinnor eller män', nyckeltal.id);
  }
  return kön;
}
