import type { Klass, Status } from '../../../src/model/status.ts';
import type {
  Block,
  Cell,
  Chart,
  Column,
  Heading,
  Inline,
  List,
  Paragraph,
  ReportDocument,
  Row,
  Table,
} from '../../../src/report/document/document.ts';

/** Reports made by hand: all that a report can hold, in the sizes that are hard to draw. */
export function report(blocks: readonly Block[], parts: Partial<ReportDocument> = {}): ReportDocument {
  return {
    title: 'Uppföljning av nämndernas mål och uppdrag',
    subtitle: 'Regionplan med budget 2025–2027 · T1 2025',
    organisation: 'Region Jämtland Härjedalen',
    date: '2025-06-01',
    plan: '2025',
    period: '2025-T1',
    template: 'bilaga1',
    organ: [],
    blocks,
    ...parts,
  };
}

export function heading(level: Heading['level'], text: string): Heading {
  return { kind: 'heading', level, text, id: text.toLowerCase().replace(/[^\p{L}\d]+/gu, '-') };
}

export function paragraph(...content: readonly (string | Inline)[]): Paragraph {
  return {
    kind: 'paragraph',
    content: content.map((one) => (typeof one === 'string' ? { kind: 'text', text: one } : one)),
  };
}

export function list(ordered: boolean, ...items: readonly (string | readonly Block[])[]): List {
  return { kind: 'list', ordered, items: items.map((item) => (typeof item === 'string' ? [paragraph(item)] : item)) };
}

export function column(header: string, weight: number, parts: Partial<Column> = {}): Column {
  return { header, weight, group: null, align: 'left', ...parts };
}

export function cell(content: string | readonly (Paragraph | List)[], parts: Partial<Cell> = {}): Cell {
  return {
    content: typeof content === 'string' ? [paragraph(content)] : content,
    header: false,
    number: null,
    ...parts,
  };
}

export function row(cells: readonly Cell[], parts: Partial<Row> = {}): Row {
  return { cells, organ: null, status: null, total: false, ...parts };
}

const WORDS: Readonly<Record<Klass, string>> = {
  uppfyllt: 'Uppfyllt',
  delvis: 'Delvis uppfyllt',
  ej_uppfyllt: 'Ej uppfyllt',
};

export function status(one: Klass | null): Inline {
  return { kind: 'status', status: one, word: one === null ? 'Ej bedömt' : WORDS[one] };
}

const STATUSES: readonly (Klass | null)[] = ['uppfyllt', 'delvis', 'ej_uppfyllt', null];

export const PROSE =
  'Regionen redovisar uppföljningen av nämndernas mål per tertial. Bedömningen görs utifrån de nyckeltal och uppdrag ' +
  'som fullmäktige har beslutat i regionplanen, och varje nämnd kommenterar sin egen måluppfyllelse. Utfallet har ' +
  'förbättrats med 3,2 procentenheter jämfört med samma period föregående år, men ligger fortfarande under målvärdet ' +
  '≥ 80 % i flera av verksamheterna; kostnadsutvecklingen är −1,4 % och utsläppen av CO₂ är lägre än 2,5 ton per m².';

export function matrix(rows: number): Table {
  const counts = (index: number) => [3 + (index % 4), index % 3, index % 2, 1];
  return {
    kind: 'table',
    id: 'matris',
    caption: 'Måluppfyllelse per målområde: antal uppdrag och nyckeltal',
    columns: [
      column('Målområde', 3),
      ...['Uppfyllt', 'Delvis', 'Ej', 'Ej bedömt'].map((name) => column(name, 1, { group: 'Uppdrag', align: 'right' })),
      ...['Uppfyllt', 'Delvis', 'Ej', 'Ej bedömt'].map((name) =>
        column(name, 1, { group: 'Ekonomiska nyckeltal', align: 'right' }),
      ),
      column('Sammanvägd bedömning', 2),
    ],
    rows: [
      ...Array.from({ length: rows }, (_, index) =>
        row([
          cell(`Målområde ${index + 1}: Trygg och tillgänglig vård`, { header: true }),
          ...[...counts(index), ...counts(index + 1)].map((count) => cell(String(count))),
          cell([paragraph(status(STATUSES[index % 4] ?? null))]),
        ]),
      ),
      row([cell('Summa', { header: true }), ...Array.from({ length: 8 }, () => cell('123')), cell('–')], {
        total: true,
      }),
    ],
  };
}

const COMMENT =
  'Kollektivtrafiknämnden har under perioden genomfört en översyn av linjenätet tillsammans med kommunerna. ' +
  'Resandeutvecklingen är positiv i Östersunds tätort, medan landsbygdstrafiken fortfarande ligger under 2019 års nivå. ';

export function longTable(rows: number, longest = 22): Table {
  return {
    kind: 'table',
    id: 'nyckeltal',
    caption: 'Nyckeltal för kollektivtrafiknämnden',
    columns: [
      column('Nyckeltal', 3),
      column('Utfall', 1, { align: 'right' }),
      column('Målvärde', 1, { align: 'right' }),
      column('Måluppfyllelse', 1.6),
      column('Kommentar', 4),
    ],
    rows: Array.from({ length: rows }, (_, index) =>
      row([
        cell(`Andel patienter som får tid till läkemedelsgenomgång inom vårdgarantin, mätning ${index + 1}`, {
          header: true,
        }),
        cell(`${(index * 7) % 100},${index % 10} %`, { number: { digits: `${index}.0`, unit: '%' } }),
        cell('≥ 80,0 %'),
        cell([paragraph(status(STATUSES[index % 4] ?? null))]),
        cell(index === 7 ? COMMENT.repeat(longest) : COMMENT.slice(0, 60 + ((index * 37) % 140))),
      ]),
    ),
  };
}

export function dataTable(id: string, names: readonly string[]): Table {
  return {
    kind: 'table',
    id,
    caption: 'Siffrorna i diagrammet',
    columns: [column('Vad', 3), column('Värde', 1, { align: 'right' })],
    rows: names.map((name, index) => row([cell(name, { header: true }), cell(`${index + 1}`)])),
  };
}

export const CHARTS: readonly Chart[] = [
  {
    kind: 'chart',
    chart: 'distribution',
    id: 'fordelning',
    caption: 'Fördelning av status per målområde',
    alt: 'Stapeldiagram: Trygg vård 4 uppfyllt, 2 delvis uppfyllt, 1 ej uppfyllt; Hållbar tillväxt 3 uppfyllt, 1 ej bedömt.',
    data: dataTable('fordelning-data', ['Trygg vård', 'Hållbar tillväxt']),
    bars: [
      {
        name: 'Trygg och tillgänglig vård i hela länet',
        parts: [
          { status: 'uppfyllt', word: 'Uppfyllt', count: 4 },
          { status: 'delvis', word: 'Delvis uppfyllt', count: 2 },
          { status: 'ej_uppfyllt', word: 'Ej uppfyllt', count: 1 },
        ],
      },
      {
        name: 'Hållbar tillväxt',
        parts: [
          { status: 'uppfyllt', word: 'Uppfyllt', count: 3 },
          { status: null, word: 'Ej bedömt', count: 1 },
        ],
      },
    ],
  },
  {
    kind: 'chart',
    chart: 'bullet',
    id: 'kula',
    caption: 'Utfall mot målvärde',
    alt: 'Punktdiagram: telefon samma dag 84 % mot målvärdet 90 %; sjukfrånvaro 6,2 % mot högst 5,5 %.',
    data: dataTable('kula-data', ['Telefon samma dag', 'Sjukfrånvaro']),
    bars: [
      bullet('Telefon samma dag', 'delvis', 84, 90, 80, false),
      bullet('Sjukfrånvaro', 'ej_uppfyllt', 6.2, 5.5, 6, true),
    ],
  },
  {
    kind: 'chart',
    chart: 'series',
    id: 'serie',
    caption: 'Självförsörjningsgrad 2021–2024',
    alt: 'Linjediagram: 38,0 % 2021, 39,5 % 2022, 39,0 % 2023 och 41,2 % 2024; målvärdet är 43 %. Stigande.',
    data: dataTable('serie-data', ['2021', '2022', '2023', '2024']),
    points: [
      { period: '2021', value: 38, text: '38,0 %' },
      { period: '2022', value: 39.5, text: '39,5 %' },
      { period: '2023', value: 39, text: '39,0 %' },
      { period: '2024', value: 41.2, text: '41,2 %' },
    ],
    target: { value: 43, text: '43,0 %' },
    unit: '%',
  },
];

function bullet(
  name: string,
  one: Status,
  outcome: number,
  target: number,
  yellowFrom: number,
  lowerIsBetter: boolean,
) {
  const words = (value: number) => `${String(value).replace('.', ',')} %`;
  const texts = { outcomeText: words(outcome), targetText: `${lowerIsBetter ? '≤' : '≥'} ${words(target)}` };
  return { name, status: one, outcome, target, yellowFrom, lowerIsBetter, ...texts };
}

export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script> =cmd|calc',
  '\u001b[31mröd\u001b[0m \u0000 \u202Eomvänd\u202C',
  'emoji 😀 och 👨‍👩‍👧, \uD800 ensam',
  'NFD a\u030Angstro\u0308m',
  'đuoddji ŧ ï æ Ŋ',
  'عربي ועברית',
  'mjuka bin\u00ADde\u00ADstreck, hårda\u00A0mellanrum och 12\u202F345\u00A0kr samt a\u2011b',
  `${'x'.repeat(400)} ${'långtsammansattordsomintetarslut'.repeat(12)}`,
];

/** All that a report can hold. */
export const FULL: ReportDocument = report([
  { kind: 'contents' },
  heading(2, 'Inledning'),
  paragraph(
    PROSE,
    ' Läs mer i ',
    { kind: 'text', text: 'regionens årsredovisning', link: 'https://www.regionjh.se/årsredovisning?a=1&b=2' },
    ' eller under ',
    { kind: 'text', text: 'Nyckeltal per nämnd', link: '#nyckeltal-per-nämnd' },
    '. ',
    { kind: 'text', text: 'Viktigt', strong: true },
    ' och ',
    { kind: 'text', text: 'betonat', emphasis: true },
    '.',
  ),
  paragraph(
    'Symboler: ',
    status('uppfyllt'),
    ', ',
    status('delvis'),
    ', ',
    status('ej_uppfyllt'),
    ', ',
    status(null),
    '.',
  ),
  heading(3, 'Så här görs bedömningen'),
  list(false, 'Uppfyllt: minst 100 %', [
    paragraph('Delvis uppfyllt, med en längre förklaring. ', PROSE),
    list(true, 'från 90 %', 'till 100 %'),
  ]),
  list(true, ...Array.from({ length: 11 }, (_, index) => `Uppdrag nummer ${index + 1}`)),
  { ...paragraph('Källa: ', { kind: 'text', text: 'Kolada', link: 'https://www.kolada.se/' }), note: true },
  heading(2, 'Sammanställning'),
  heading(3, 'Måluppfyllelse'),
  matrix(6),
  ...CHARTS,
  heading(2, 'Nyckeltal per nämnd'),
  paragraph(PROSE),
  longTable(60),
  heading(2, 'Prosa'),
  ...Array.from({ length: 14 }, (_, index) => [heading(4, `Mål ${index + 1}`), paragraph(PROSE, ' ', PROSE)]).flat(),
]);
