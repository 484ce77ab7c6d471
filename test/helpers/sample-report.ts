import type { Status } from '../../src/model/status.ts';
import type {
  Block,
  Cell,
  Column,
  Figure,
  Inline,
  ReportDocument,
  Row,
  Table,
} from '../../src/report/document/document.ts';

/** A report of the kind that a region publishes, with every kind of block in it. */
export function sampleReport(extra: readonly Block[] = []): ReportDocument {
  return {
    title: 'Sammanställning av måluppfyllelse',
    subtitle: 'Regionplan med budget 2025–2027 · T1 2025',
    organisation: 'Region Jämtland Härjedalen',
    date: '2025-06-01',
    plan: '2025',
    period: '2025-T1',
    template: 'bilaga1',
    organ: [
      { id: 'rs', name: 'Regionstyrelsen' },
      { id: 'hsn', name: 'Hälso- och sjukvårdsnämnden' },
    ],
    blocks: [...BLOCKS, ...extra],
  };
}

export function text(words: string): Inline {
  return { kind: 'text', text: words };
}

export function paragraph(...content: readonly (string | Inline)[]): Block & { readonly kind: 'paragraph' } {
  return { kind: 'paragraph', content: content.map((one) => (typeof one === 'string' ? text(one) : one)) };
}

export function cell(content: string | readonly Inline[], number: Figure | null = null, header = false): Cell {
  return { content: [paragraph(...(typeof content === 'string' ? [content] : content))], header, number };
}

export function column(
  header: string,
  weight = 1,
  align: 'left' | 'right' = 'left',
  group: string | null = null,
): Column {
  return { header, weight, align, group };
}

export function row(cells: readonly Cell[], total = false, status: Status | null = null): Row {
  return { cells, organ: null, status, total };
}

export function table(caption: string, columns: readonly Column[], rows: readonly Row[], id = 'tabell'): Table {
  return { kind: 'table', id, caption, columns, rows };
}

/** `8 470,5 %` for `8470.5`, with a true minus sign and spaces that hold. */
export function figure(digits: string, unit: string | null = null): Cell {
  const [whole = '', decimals] = digits.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00A0');
  const number = `${digits.startsWith('-') ? '−' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
  return cell(`${number}${unit === null ? '' : `\u00A0${unit}`}`, { digits, unit });
}

function status(one: Status | null, word: string): Cell {
  return cell([{ kind: 'status', status: one, word }]);
}

const UPPFYLLT = status('uppfyllt', 'Uppfyllt');
const DELVIS = status('delvis', 'Delvis uppfyllt');
const EJ = status('ej_uppfyllt', 'Ej uppfyllt');
const UTAN = status('utfall_saknas', 'Utfall saknas');

const COUNTS = ['Upp\u00ADfyllt', 'Delvis', 'Ej', 'Utan'].map((one) => one.replace('\u00AD', ''));

const MATRIX = table(
  'Måluppfyllelse per målområde',
  [
    column('Målområde', 4),
    ...COUNTS.map((one) => column(one, 1.1, 'right', 'Uppdrag')),
    ...COUNTS.map((one) => column(one, 1.1, 'right', 'Nyckeltal')),
    column('Sammanvägd status', 2.4),
  ],
  [
    row([
      cell('Ett hållbart län med utvecklingskraft', null, true),
      ...['3', '1', '0', '2', '4', '0', '1', '0'].map((one) => figure(one)),
      UPPFYLLT,
    ]),
    row([
      cell('En god, jämlik och tillgänglig vård', null, true),
      ...['5', '4', '1', '0', '12', '3', '9', '4'].map((one) => figure(one)),
      DELVIS,
    ]),
    row([
      cell('En attraktiv arbetsgivare', null, true),
      ...['1', '1', '0', '0', '2', '2', '3', '1'].map((one) => figure(one)),
      EJ,
    ]),
    row([
      cell('En hållbar ekonomi', null, true),
      ...['0', '2', '1', '0', '1', '1', '3', '0'].map((one) => figure(one)),
      status(null, 'Ej bedömt'),
    ]),
    row(
      [cell('Summa', null, true), ...['9', '8', '2', '2', '19', '6', '16', '5'].map((one) => figure(one)), DELVIS],
      true,
    ),
  ],
  'matris',
);

const LONG_COMMENT =
  'Tillgängligheten i primärvården har förbättrats under perioden, framför allt genom att fler hälsocentraler svarar samma dag. Bemanningen är fortsatt ansträngd i Härjedalen och Strömsund, där hyrpersonal behövs för att hålla mottagningarna öppna. ';

const NYCKELTAL = table(
  'Nyckeltal för Hälso- och sjukvårdsnämnden',
  [
    column('Nyckeltal', 3),
    column('Utfall', 1.2, 'right'),
    column('Målvärde', 1.4, 'right'),
    column('Måluppfyllelse', 1.3, 'right'),
    column('Status', 1.7),
    column('Kommentar', 3.4),
  ],
  Array.from({ length: 5 }, (_, index) => [
    row([
      cell('Andel som får kontakt med primärvården samma dag', null, true),
      figure('84.5', '%'),
      cell('minst 90\u00A0%'),
      figure('93.9', '%'),
      DELVIS,
      cell(LONG_COMMENT.repeat(index === 2 ? 3 : 1).trim()),
    ]),
    row([
      cell('Nettokostnadsutveckling', null, true),
      figure('-34.80', 'mnkr'),
      cell('högst 0,0\u00A0mnkr'),
      cell('–'),
      EJ,
      cell('Kostnaderna för läkemedel och hyrpersonal ökar.'),
    ]),
    row([
      cell('Antal vårdplatser som hålls öppna dygnet runt', null, true),
      figure('1821', 'tim'),
      cell('minst 1\u00A0700 tim'),
      figure('107.1', '%'),
      UPPFYLLT,
      cell('–'),
    ]),
    row([
      cell('Hållbart medarbetarengagemang (HME), index', null, true),
      cell('–'),
      cell('minst 78'),
      cell('–'),
      UTAN,
      cell('Mäts i höst.'),
    ]),
  ]).flat(),
  'nyckeltal-hsn',
);

const UPPDRAG = table(
  'Uppdrag från fullmäktige',
  [column('Uppdrag', 3), column('Status', 1.5), column('Kommentar', 4)],
  [
    row([
      cell('Ta fram en plan för nära vård i hela länet', null, true),
      DELVIS,
      {
        content: [
          paragraph('Arbetet pågår enligt plan:'),
          {
            kind: 'list',
            ordered: false,
            items: [
              [paragraph('lokala överenskommelser med sex av åtta kommuner')],
              [paragraph('gemensam digital vårdplanering från den 1 september')],
            ],
          },
          paragraph('Se ', { kind: 'text', text: 'regionens webbplats', link: 'https://regionjh.se/nara-vard' }, '.'),
        ],
        header: false,
        number: null,
      },
    ]),
    row([cell('Se över kollektivtrafikens linjenät', null, true), UPPFYLLT, cell('Genomfört i april.')]),
  ],
  'uppdrag',
);

const BLOCKS: readonly Block[] = [
  { kind: 'contents' },
  { kind: 'heading', level: 2, text: 'Inledning', id: 'inledning' },
  paragraph(
    'Rapporten redovisar hur regionens nämnder når de mål som fullmäktige beslutade i ',
    { kind: 'text', text: 'Regionplan med budget 2025–2027', emphasis: true },
    '. Av 41 bedömda nyckeltal är ',
    { kind: 'text', text: '19 uppfyllda', strong: true },
    '. Tabellerna finns i avsnittet ',
    { kind: 'text', text: 'Hälso- och sjukvårdsnämnden', link: '#hsn' },
    '.',
  ),
  { kind: 'heading', level: 3, text: 'Så bedöms måluppfyllelsen', id: 'regel' },
  {
    kind: 'list',
    ordered: false,
    items: [
      [paragraph({ kind: 'status', status: 'uppfyllt', word: 'Uppfyllt' }, ': målvärdet är nått')],
      [paragraph({ kind: 'status', status: 'delvis', word: 'Delvis uppfyllt' }, ': minst 90 procent av målvärdet')],
      [paragraph({ kind: 'status', status: 'ej_uppfyllt', word: 'Ej uppfyllt' }, ': mindre än 90 procent')],
      [paragraph({ kind: 'status', status: null, word: 'Ej bedömt' }, ': utfall saknas')],
    ],
  },
  { kind: 'heading', level: 2, text: 'Måluppfyllelse i sammandrag', id: 'sammandrag' },
  MATRIX,
  { kind: 'paragraph', content: [text('Källa: nämndernas uppföljning efter första tertialet.')], note: true },
  {
    kind: 'chart',
    chart: 'distribution',
    id: 'diagram',
    caption: 'Status för nyckeltal per organ',
    alt: 'Regionstyrelsen har 7 uppfyllda, 2 delvis uppfyllda och 4 ej uppfyllda nyckeltal. Hälso- och sjukvårdsnämnden har 12, 4 och 12.',
    data: table(
      'Status för nyckeltal per organ',
      [
        column('Organ', 3),
        column('Uppfyllt', 1, 'right'),
        column('Delvis uppfyllt', 1, 'right'),
        column('Ej uppfyllt', 1, 'right'),
      ],
      [
        row([cell('Regionstyrelsen', null, true), figure('7'), figure('2'), figure('4')]),
        row([cell('Hälso- och sjukvårdsnämnden', null, true), figure('12'), figure('4'), figure('12')]),
      ],
      'diagramdata',
    ),
    bars: [
      { name: 'Regionstyrelsen', parts: [{ status: 'uppfyllt', word: 'Uppfyllt', count: 7 }] },
      { name: 'Hälso- och sjukvårdsnämnden', parts: [{ status: 'uppfyllt', word: 'Uppfyllt', count: 12 }] },
    ],
  },
  { kind: 'heading', level: 2, text: 'Hälso- och sjukvårdsnämnden', id: 'hsn' },
  paragraph(`${LONG_COMMENT.repeat(2)}Nämnden ser tre vägar framåt:`),
  {
    kind: 'list',
    ordered: true,
    items: [
      [paragraph('Fler fasta läkarkontakter.'), paragraph('Målet är att sju av tio patienter har en fast kontakt.')],
      [
        paragraph('Färre inhyrda:'),
        { kind: 'list', ordered: false, items: [[paragraph('i primärvården')], [paragraph('på akuten')]] },
      ],
      [paragraph('Tätare uppföljning.')],
    ],
  },
  { kind: 'heading', level: 3, text: 'Nyckeltal', id: 'hsn-nyckeltal' },
  NYCKELTAL,
  { kind: 'heading', level: 3, text: 'Uppdrag', id: 'hsn-uppdrag' },
  UPPDRAG,
  {
    kind: 'chart',
    chart: 'series',
    id: 'serie',
    caption: 'Kontakt samma dag',
    alt: 'Andelen har ökat från 79,1 procent år 2022 till 84,5 procent första tertialet 2025. Målvärdet är 90 procent.',
    data: table(
      'Kontakt samma dag, procent',
      [column('Period', 1), column('Utfall', 1, 'right')],
      [row([cell('2022', null, true), figure('79.1', '%')]), row([cell('T1 2025', null, true), figure('84.5', '%')])],
      'seriedata',
    ),
    points: [
      { period: '2022', value: 79.1, text: '79,1 %' },
      { period: 'T1 2025', value: 84.5, text: '84,5 %' },
    ],
    target: { value: 90, text: '90 %' },
    unit: '%',
  },
  {
    kind: 'chart',
    chart: 'bullet',
    id: 'stavar',
    caption: 'Utfall mot målvärde',
    alt: 'Kontakt samma dag når 84,5 procent mot målvärdet 90 procent.',
    data: table(
      'Utfall mot målvärde',
      [column('Nyckeltal', 2), column('Utfall', 1, 'right')],
      [row([cell('Kontakt', null, true), figure('84.5', '%')])],
      'stavdata',
    ),
    bars: [
      {
        name: 'Kontakt',
        status: 'delvis',
        outcome: 84.5,
        target: 90,
        yellowFrom: 81,
        lowerIsBetter: false,
        outcomeText: '84,5 %',
        targetText: '90 %',
      },
    ],
  },
];

/** A table of so many columns that its words have no room on an upright page. */
export const WIDE_TABLE = table(
  'Kostnadsutveckling per verksamhetsområde',
  [
    'Verksamhetsområde',
    'Regionstyrelsen',
    'Sjukvårdsnämnden',
    'Kollektivtrafik',
    'Folkhögskolor',
    'Samverkansnämnd',
    'Patientnämnden',
    'Revisionen',
    'Fastigheter',
    'Sammanlagt',
  ].map((one, index) => column(one, index === 0 ? 2 : 1, index === 0 ? 'left' : 'right')),
  ['Läkemedel', 'Personalkostnader', 'Hyrpersonal'].map((one) =>
    row([
      cell(one, null, true),
      ...['1821.5', '-12.0', '0.4', '33.0', '12.5', '3.5', '7.1', '123456.7', '9.9'].map((digits) =>
        figure(digits, 'mnkr'),
      ),
    ]),
  ),
  'kostnader',
);
