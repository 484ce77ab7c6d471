import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import { cellPlace, parseCsv } from '../../src/load/parse-csv.ts';
import type { SourceFile } from '../../src/source/source-file.ts';

/** What a mutation is made in. */
export const SLAG = ['siffra', 'id', 'nyckel', 'datum'] as const;
export type Slag = (typeof SLAG)[number];

/** One figure, id, key or date of a plan file: a stretch of its text. */
export interface Site {
  readonly file: SourceFile;
  readonly slag: Slag;
  readonly start: number;
  readonly end: number;
  /** Where in the file's structure, without the numbers of list items: `sammanträden.datum`. */
  readonly path: string;
}

/**
 * Keys whose value is running text or a name: what a person reads, not what the plan counts with. A figure there (`Planen
 * innehåller 56 mål`, `§ 5`) is a word of a sentence. Everything under any other key is data and is mutated.
 */
const PROSE: ReadonlySet<string> = new Set([
  'alias',
  'anmärkning',
  'ansvarig',
  'avslutning',
  'beskrivning',
  'definition',
  'fotnot',
  'fotnoter',
  'förslagsställare',
  'handling',
  'inledning',
  'kommentar',
  'källa',
  'känd_avvikelse',
  'motivering',
  'namn',
  'objekt',
  'ordalydelse',
  'prioriteringar',
  'rubrik',
  'skäl',
  'text',
  'titel',
  'åtgärder',
  'ärende',
  'övergripande_mål',
]);

/** Keys whose value names something else by its id, or is one. */
const IDS: ReadonlySet<string> = new Set([
  'av',
  'enhet',
  'ersätter',
  'finns_även_i',
  'från',
  'följer',
  'gäller',
  'id',
  'kolumn',
  'kort',
  'målområde',
  'målområden',
  'mäts_med',
  'organ',
  'rad',
  'redovisas_i',
  'regel',
  'samma_som',
  'strategi',
  'tabell',
  'under',
  'uppgift',
]);

/** The chapters of a plan hold nothing but prose. */
export const PROSE_FILES = /\/texter\/[^/]+\.md$/;

/** Keys of a påstående that name what it is about. */
const CLAIM_IDS: ReadonlySet<string> = new Set([
  'utfall',
  'målvärde',
  'prognos',
  'måluppfyllelse',
  'status',
  'beräknad',
]);

/** Maps whose keys are ids. */
const ID_MAPS =
  /(?:^|\.)(?:målvärde|etappmål)$|^(?:målområden|mål|nyckeltal|uppdrag|aktiviteter|indikatorer)$|^(?:organ|enheter)$/;

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?|-[TtKkHh]\d|\/\d{2}|-\d{4})$/;
const DATE_KEYS: ReadonlySet<string> = new Set(['period', 'avser', 'datum', 'till', 'start', 'slut', 'senast']);
const FIGURE = /\d{4}-\d{2}(?:-\d{2})?|\d(?:[\d.,\u00A0\u202F ]*\d)?/g;

/** Every place in a plan file where a mutation can be made. */
export function sitesOf(file: SourceFile): readonly Site[] {
  return file.path.endsWith('.csv') ? csvSites(file) : yamlSites(file);
}

interface Frame {
  readonly kind: 'map' | 'list';
  readonly path: readonly string[];
  key: string | null;
}

function yamlSites(file: SourceFile): readonly Site[] {
  const sites: Site[] = [];
  const frames: Frame[] = [];
  const enter = (): readonly string[] => {
    const frame = frames.at(-1);
    if (frame === undefined || frame.kind === 'list') {
      return frame?.path ?? [];
    }
    const path = [...frame.path, frame.key ?? ''];
    frame.key = null;
    return path;
  };
  for (const event of parseEvents(file.text, {})) {
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      frames.push({ kind: event.type === EVENT_ID.MAPPING ? 'map' : 'list', path: enter(), key: null });
    } else if (event.type === EVENT_ID.POP) {
      frames.pop();
    } else if (event.type === EVENT_ID.SCALAR && event.valueStart >= 0) {
      const frame = frames.at(-1);
      const [start, end] = [event.valueStart, event.valueEnd];
      if (frame?.kind === 'map' && frame.key === null) {
        frame.key = getScalarValue(file.text, event);
        const path = frame.path.join('.');
        sites.push({ file, slag: isIdMap(path, file) ? 'id' : 'nyckel', start, end, path: `${path}{}` });
      } else {
        sites.push(...valueSites(file, start, end, enter()));
      }
    }
  }
  return sites;
}

function isIdMap(path: string, { path: name }: SourceFile): boolean {
  return ID_MAPS.test(path) && (/\/uppfoljning\//.test(name) || /målvärde$|^organ$|^enheter$/.test(path));
}

function valueSites(file: SourceFile, start: number, end: number, path: readonly string[]): readonly Site[] {
  const key = path.at(-1) ?? '';
  const at = path.join('.');
  const text = file.text.slice(start, end);
  if (key === 'tabell' && path.length === 2) {
    return figuresIn(file, start, end, `${at}|`);
  }
  const isClaim = /(?:^|\/)pastaenden\.yaml$/.test(file.path) && path.length === 2 && CLAIM_IDS.has(key);
  const isPeriodOrChange = /förändring\.från$/.test(at);
  if (isClaim || (IDS.has(key) && !isPeriodOrChange)) {
    return [{ file, slag: 'id', start, end, path: at }];
  }
  if (DATE.test(text) || DATE_KEYS.has(key)) {
    return /\d/.test(text) ? [{ file, slag: DATE.test(text) ? 'datum' : 'siffra', start, end, path: at }] : [];
  }
  return PROSE.has(key) ? [] : figuresIn(file, start, end, at);
}

function figuresIn(file: SourceFile, start: number, end: number, path: string): readonly Site[] {
  return [...file.text.slice(start, end).matchAll(FIGURE)].map((found) => ({
    file,
    slag: DATE.test(found[0]) && found[0].length === 10 ? 'datum' : 'siffra',
    start: start + found.index,
    end: start + found.index + found[0].length,
    path,
  }));
}

const CSV_SLAG: Readonly<Record<string, Slag | null>> = {
  nyckeltal: 'id',
  organ: 'id',
  enhet: 'id',
  period: 'datum',
  mätdatum: 'datum',
  utfall: 'siffra',
  prognos: 'siffra',
};

function csvSites(file: SourceFile): readonly Site[] {
  const { separator, records } = parseCsv(file);
  const [header, ...rows] = records;
  if (header === undefined) {
    return [];
  }
  const cell = (record: typeof header, index: number) => {
    const { start, end } = cellPlace(file, record, separator, index);
    return { start, end };
  };
  return [
    ...header.cells.map((name, index) => ({ file, slag: 'nyckel' as const, ...cell(header, index), path: name })),
    ...rows.flatMap((row) =>
      row.cells.flatMap((text, index): readonly Site[] => {
        const path = header.cells[index] ?? '';
        const slag = CSV_SLAG[path] ?? null;
        const { start, end } = cell(row, index);
        if (slag === null || text === '') {
          return [];
        }
        return slag === 'siffra' ? figuresIn(file, start, end, path) : [{ file, slag, start, end, path }];
      }),
    ),
  ];
}
