import { type Diagnostic, type DiagnosticNote, finding } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { readKvantitet } from '../malvarde/read-kvantitet.ts';
import { convert } from '../malvarde/units.ts';
import { isDate, type Period, readPeriod } from '../model/period.ts';
import type { Nyckeltal, Organisation } from '../model/plan.ts';
import type { Kön, Utfall, Utfallsvärde } from '../model/utfall.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type CsvRecord, cellPlace, parseCsv } from './parse-csv.ts';
import { readUtfallsvärde } from './utfall-value.ts';

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
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['nyckeltal', 'period', 'utfall'];

/** What rows are matched against. */
export interface UtfallContext {
  /** Every nyckeltal and indikator of the plan by id, exact name (lower case) and alias; several where a name fits several. */
  readonly byName: ReadonlyMap<string, readonly Nyckeltal[]>;
  readonly organisation: Organisation;
  readonly organNames: ReadonlyMap<string, string>;
  /** Whether a file of the plan could not be read: then an unknown id may stand there, and is not reported. */
  readonly incomplete: boolean;
}

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
  const reader: RowReader = { file, separator, columns, context, diagnostics, periods: new Map() };
  const utfall: Utfall[] = [];
  for (const row of rows) {
    const one = readRow(reader, row, header.cells.length);
    if (one !== null) {
      utfall.push(one);
    }
  }
  return { utfall, diagnostics };
}

interface RowReader {
  readonly file: SourceFile;
  readonly separator: string;
  readonly columns: ReadonlyMap<Column, number>;
  readonly context: UtfallContext;
  readonly diagnostics: Diagnostic[];
  /** Periods already read: a file has few. */
  readonly periods: Map<string, Period | null>;
}

/** Column → index; null where a required column is missing. */
function readHeader(
  file: SourceFile,
  header: CsvRecord,
  separator: string,
  diagnostics: Diagnostic[],
): ReadonlyMap<Column, number> | null {
  const columns = new Map<Column, number>();
  const before = diagnostics.length;
  header.cells.forEach((cell, index) => {
    const name = COLUMNS.find((column) => column === cell.toLowerCase());
    const place = cellPlace(file, header, separator, index);
    if (name === undefined) {
      diagnostics.push(
        finding('VP130', {
          place,
          message: cell === '' ? 'en kolumn saknar rubrik' : `kolumnen ”${cell}” finns inte`,
          help: didYouMean(cell, COLUMNS) ?? `Kolumner som finns: ${COLUMNS.join('; ')}`,
        }),
      );
    } else if (columns.has(name)) {
      diagnostics.push(
        finding('VP130', { place, message: `kolumnen ”${name}” står två gånger`, help: 'Behåll en av dem' }),
      );
    } else {
      columns.set(name, index);
    }
  });
  for (const missing of REQUIRED.filter((column) => !columns.has(column))) {
    if (diagnostics.length === before) {
      diagnostics.push(
        finding('VP130', {
          place: { file, start: header.start, end: Math.max(header.start + 1, header.end - 1) },
          message: `kolumnen ”${missing}” saknas`,
          help: `Första raden ska vara rubriker, till exempel ${COLUMNS.slice(0, 4).join(';')}`,
        }),
      );
    }
  }
  return REQUIRED.every((column) => columns.has(column)) ? columns : null;
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
      text === '' ? 'perioden saknas' : `”${text}” är ingen period`,
      'Skriv till exempel 2025-T1, 2025-03, 2025-K2, 2025-H1 eller 2025',
      nyckeltal.id,
    );
  }
  if (organ === null) {
    return null;
  }
  const värde = readUtfallsvärde(cell('utfall'), nyckeltal, (code, message, help) =>
    report(code, 'utfall', message, help, nyckeltal.id),
  );
  const prognosText = cell('prognos');
  const prognos =
    prognosText === ''
      ? null
      : readUtfallsvärde(prognosText, nyckeltal, (code, message, help) =>
          report(code, 'prognos', message, help, nyckeltal.id),
        );
  const enhet = findEnhet(reader, cell('enhet'), report, nyckeltal);
  const kön = readKön(cell('kön'));
  const mätdatum = cell('mätdatum');
  if (kön === null) {
    report(
      'VP139',
      'kön',
      `”${cell('kön')}” är inget kön i utfallsfilen`,
      'Skriv totalt, kvinnor eller män',
      nyckeltal.id,
    );
  }
  if (mätdatum !== '' && !isDate(mätdatum)) {
    report('VP139', 'mätdatum', `”${mätdatum}” är inget datum`, 'Skriv ett datum som 2025-04-30', nyckeltal.id);
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

type Report = (
  code: Parameters<typeof finding>[0],
  column: Column,
  message: string,
  help: string | null,
  id?: string | null,
) => null;

function findNyckeltal({ context }: RowReader, name: string, report: Report): Nyckeltal | null {
  const found = context.byName.get(name) ?? context.byName.get(name.toLowerCase()) ?? [];
  if (found.length === 1) {
    return found[0] ?? null;
  }
  if (found.length > 1) {
    return report(
      'VP132',
      'nyckeltal',
      `namnet ”${name}” passar flera nyckeltal: ${found.map((one) => one.id).join(', ')}`,
      'Skriv nyckeltalets id',
    );
  }
  if (context.incomplete) {
    return null;
  }
  const message =
    name === '' ? 'raden säger inte vilket nyckeltal den gäller' : `nyckeltalet ”${name}” finns inte i planen`;
  return report(
    'VP132',
    'nyckeltal',
    message,
    didYouMean(name, [...context.byName.keys()]) ?? 'Skriv nyckeltalets id eller exakta namn',
  );
}

function findOrgan({ context }: RowReader, nyckeltal: Nyckeltal, name: string, report: Report): string | null {
  const { organ } = nyckeltal;
  if (name === '') {
    return organ.length === 1
      ? (organ[0] ?? null)
      : report(
          'VP136',
          'organ',
          `raden säger inte vilket organ den gäller; ${nyckeltal.id} har ${organ.join(', ')}`,
          'Skriv organet i kolumnen organ',
          nyckeltal.id,
        );
  }
  const id = context.organNames.get(name.toLowerCase());
  if (id === undefined) {
    return report(
      'VP136',
      'organ',
      `organet ”${name}” finns inte`,
      didYouMean(name, [...context.organNames.keys()]) ??
        `Organ som finns: ${[...context.organisation.organ.keys()].join(', ')}`,
      nyckeltal.id,
    );
  }
  return organ.includes(id)
    ? id
    : report(
        'VP136',
        'organ',
        `nyckeltalet ${nyckeltal.id} ”${nyckeltal.namn}” gäller inte ${id}, bara ${organ.join(', ')}`,
        'Rätta organet, eller lägg till det i nyckeltalets organ',
        nyckeltal.id,
      );
}

/** Undefined where the unit is unknown and was reported; null where there is none. */
function findEnhet(
  { context }: RowReader,
  name: string,
  report: Report,
  nyckeltal: Nyckeltal,
): string | null | undefined {
  if (name === '') {
    return null;
  }
  const lower = name.toLowerCase();
  if (lower === 'riket' || lower === 'liknande') {
    return lower;
  }
  const { enheter } = context.organisation;
  const found = [...enheter.values()].find((enhet) => enhet.id === lower || enhet.namn.toLowerCase() === lower);
  if (found !== undefined) {
    return found.id;
  }
  const measure = readKvantitet(`1 ${name}`, nyckeltal.måttenhet);
  report(
    'VP138',
    'enhet',
    measure.slag === 'läst'
      ? `”${name}” är en måttenhet; kolumnen enhet är en del av organisationen`
      : `enheten ”${name}” finns inte`,
    measure.slag === 'läst'
      ? 'Skriv måttenheten efter värdet i kolumnen utfall'
      : (didYouMean(name, [...enheter.keys()]) ??
          'Lägg till enheten i plans/organisation.yaml, eller skriv riket eller liknande'),
    nyckeltal.id,
  );
  return undefined;
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

/** Rows that say different things of the same nyckeltal, organ, period, kön and enhet. */
export function findContradictions(
  utfall: readonly Utfall[],
  placeOfRow: (utfall: Utfall) => DiagnosticNote['place'],
): readonly Diagnostic[] {
  const first = new Map<string, Utfall>();
  const diagnostics: Diagnostic[] = [];
  for (const one of utfall) {
    const key = `${one.nyckeltal}|${one.organ}|${one.period.id}|${one.kön}|${one.enhet ?? ''}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, one);
    } else if (!sameValue(one.värde, other.värde)) {
      diagnostics.push(
        finding('VP134', {
          place: placeOfRow(one),
          message: `två rader säger olika om ${one.nyckeltal} för ${one.organ} ${one.period.id}: ”${one.text}” här och ”${other.text}” på rad ${other.rad} i ${other.file.path}`,
          help: 'Behåll den rad som är rätt och ta bort den andra',
          id: one.nyckeltal,
          notes: [{ place: placeOfRow(other), message: `här står ”${other.text}”` }],
        }),
      );
    }
  }
  return diagnostics;
}

function sameValue(a: Utfallsvärde, b: Utfallsvärde): boolean {
  if (a.slag === 'tal' && b.slag === 'tal') {
    const converted = convert(a.kvantitet, b.kvantitet.måttenhet);
    return converted?.eq(b.kvantitet.värde) ?? false;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}
