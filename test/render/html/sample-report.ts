import type { Status } from '../../../src/model/status.ts';
import type { Block, Chart, ReportDocument, Row, Table } from '../../../src/report/document/document.ts';
import { cell, column, figure, heading, mark, note, p, report, row, rowHeader, table, text } from './report-parts.ts';

const WORDS: Readonly<Partial<Record<Status, string>>> = {
  uppfyllt: 'Uppfyllt',
  delvis: 'Delvis uppfyllt',
  ej_uppfyllt: 'Ej uppfyllt',
  utfall_saknas: 'Utfall saknas',
  mäts_senare: 'Mäts senare',
};

function shown(status: Status | null) {
  return mark(status, status === null ? 'Ej bedömt' : (WORDS[status] ?? status));
}

type Nyckeltalsrad = readonly [string, string, string, string, Status | null, string];

const NYCKELTAL: readonly Nyckeltalsrad[] = [
  [
    'Hållbart säkerhetsengagemang (HSE)',
    '4,07',
    'minst 4,01',
    '100 %',
    'uppfyllt',
    'Utfallet är högre än målvärdet. Divisionerna ligger på 4,04–4,14, också det över målvärdet.',
  ],
  [
    'Andelen patienter som når hälsocentralen via telefon samma dag',
    '84 %',
    'minst 88 %',
    '95,5 %',
    'delvis',
    'Arbetet med telefonin och att hitta rätt arbetssätt fortsätter på alla enheter. Utfallet är ungefär lika från månad till månad.',
  ],
  [
    'Andel patienter som väntat 90 dagar eller kortare till planerade operationer/åtgärder/behandlingar (exkluderat utprovning av hörapparat)',
    '59,1 %',
    'minst 62 %',
    '95,3 %',
    'delvis',
    'Utfallet för hälso- och sjukvården är något lägre än vid årsbokslutet 2024 (60 %).',
  ],
  [
    'Andel patienter som väntat 90 dagar eller kortare till utprovning av hörapparat',
    '23 %',
    'minst 33 %',
    '69,7 %',
    'ej_uppfyllt',
    'Personalfrånvaro och färre stafettveckor gör att andelen som har väntat mindre än 90 dagar på utprovning minskar markant. När personalen är tillbaka och med hjälp av stafettaudionomer bör andelen öka under året. Framåt arbetas det med förändrade arbetssätt.',
  ],
  [
    'Andel genomförda utredningar inom barn- och ungdomspsykiatrin inom 30 dagar',
    '58 %',
    'minst 75 %',
    '77,3 %',
    'ej_uppfyllt',
    'Efterfrågan på neuropsykiatriska utredningar har ökat markant från redan höga nivåer. En hel del utredningar köps av upphandlade externa utförare, men de räknas inte med i väntetidsstatistiken.',
  ],
  [
    'Utlokaliseringar / 100 vårdplatser',
    '0,61 utlok/100 vpl',
    'lägre än 1,75 utlok/100 vpl',
    '100 %',
    'uppfyllt',
    'Nivån är fortsatt låg.',
  ],
  [
    'Medelväntetid för besvarade samtal, 1177 Vårdguiden på telefon',
    '18:05 min',
    'kortare än 10 minuter',
    '19,2 %',
    'ej_uppfyllt',
    'Väntetiden är lång under kvällar och helger.',
  ],
  [
    'Andelen ambulansuppdrag där transport till akutmottagning inte sker',
    '–',
    'minst 41 %',
    '–',
    'utfall_saknas',
    'Uppgift saknas för perioden.',
  ],
];

const FINANSIELLA: readonly Nyckeltalsrad[] = [
  [
    'Soliditet exklusive ansvarsförbindelsen',
    '−35,9 %',
    '−34,8 %',
    '96,8 %',
    'delvis',
    'Resultatet för perioden är lägre än budget.',
  ],
  [
    'Kassalikviditet exklusive pensionsplaceringar',
    '199,5 %',
    '67 %',
    '100 %',
    'uppfyllt',
    'Likviditeten är god tack vare försäljning av placeringar.',
  ],
  ['Bruttokostnadsutveckling', '0,4 %', '−3,1 %', '0,0 %', 'ej_uppfyllt', 'Kostnaderna ökar i stället för att minska.'],
  [
    'Energianvändning i regionens egna lokaler',
    'mäts på helår',
    '165 kWh/m²',
    '–',
    'mäts_senare',
    'Redovisas i årsredovisningen.',
  ],
];

const NYCKELTAL_COLUMNS = [
  column('Nyckeltal', 30),
  column('Utfall', 11, { align: 'right' }),
  column('Målvärde', 14, { align: 'right' }),
  column('Måluppfyllelse', 10, { align: 'right' }),
  column('Status', 14),
  column('Kommentar', 34),
];

function nyckeltalsrader(rows: readonly Nyckeltalsrad[], organ: string): readonly Row[] {
  return rows.map(([name, utfall, target, percent, status, comment]) =>
    row([rowHeader(name), figure(utfall), cell(target), figure(percent), cell(shown(status)), cell(comment)], {
      organ,
      status,
    }),
  );
}

function uppdragstabell(id: string, organ: string, rows: readonly (readonly [string, Status | null, string])[]): Table {
  return table(
    id,
    'Uppdrag',
    [column('Uppdrag', 40), column('Från', 12), column('Status', 16), column('Kommentar', 45)],
    rows.map(([name, status, comment]) =>
      row(
        [rowHeader(name), cell('Fullmäktige'), cell(shown(status)), cell(...comment.split('\n').map((one) => p(one)))],
        {
          organ,
          status,
        },
      ),
    ),
  );
}

const AREAS: readonly (readonly [string, number, number, number, number, number, number, Status | null])[] = [
  ['Hälso- och sjukvård', 9, 6, 2, 5, 5, 6, 'delvis'],
  ['Tandvård', 4, 3, 1, 1, 2, 1, 'delvis'],
  ['Regionalt utvecklingsansvar', 6, 1, 0, 0, 0, 0, 'uppfyllt'],
  ['Kultur', 3, 0, 0, 0, 0, 0, 'uppfyllt'],
  ['Kollektivtrafik', 1, 1, 0, 0, 0, 0, 'delvis'],
  ['Folkhögskolor', 1, 0, 0, 0, 0, 0, 'uppfyllt'],
  ['Stödverksamhet', 5, 4, 2, 0, 0, 3, 'delvis'],
  ['Ledningsprocesser', 3, 5, 4, 9, 4, 6, 'ej_uppfyllt'],
];

function matrix(): Table {
  const sums = [1, 2, 3, 4, 5, 6].map((at) => AREAS.reduce((sum, area) => sum + Number(area[at]), 0));
  return table(
    'matris',
    'Status per målområde',
    [
      column('Målområde', 30),
      column('Uppfyllt', 9, { group: 'Uppdrag', align: 'right' }),
      column('Delvis', 9, { group: 'Uppdrag', align: 'right' }),
      column('Ej', 9, { group: 'Uppdrag', align: 'right' }),
      column('Uppfyllt', 9, { group: 'Kortsiktiga nyckeltal', align: 'right' }),
      column('Delvis', 9, { group: 'Kortsiktiga nyckeltal', align: 'right' }),
      column('Ej', 9, { group: 'Kortsiktiga nyckeltal', align: 'right' }),
      column('Sammanvägd status', 22),
    ],
    [
      ...AREAS.map(([name, ...rest]) =>
        row([rowHeader(name), ...rest.slice(0, 6).map((one) => figure(String(one))), cell(shown(rest[6]))]),
      ),
      row([rowHeader('Summa'), ...sums.map((one) => figure(String(one))), cell('–')], { total: true }),
    ],
  );
}

function dataTable(
  id: string,
  caption: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  return table(
    `${id}-data`,
    caption,
    headers.map((one, index) => column(one, index === 0 ? 3 : 1, { align: index === 0 ? 'left' : 'right' })),
    rows.map(([name, ...rest]) => row([rowHeader(name ?? ''), ...rest.map(figure)])),
  );
}

function distribution(): Chart {
  const caption = 'Uppdrag och nyckeltal efter status i varje målområde';
  return {
    kind: 'chart',
    chart: 'distribution',
    id: 'fordelning',
    caption,
    alt: 'Hälso- och sjukvård har flest bedömda rader, 33, varav 14 uppfyllda.',
    bars: AREAS.map(([name, a, b, c, d, e, f], index) => ({
      name,
      parts: [
        { status: 'uppfyllt', word: 'Uppfyllt', count: a + d },
        { status: 'delvis', word: 'Delvis uppfyllt', count: b + e },
        { status: 'ej_uppfyllt', word: 'Ej uppfyllt', count: c + f },
        { status: null, word: 'Ej bedömt', count: index % 3 },
      ],
    })),
    data: dataTable(
      'fordelning',
      caption,
      ['Målområde', 'Uppfyllt', 'Delvis', 'Ej'],
      AREAS.map(([name, a, b, c, d, e, f]) => [name, String(a + d), String(b + e), String(c + f)]),
    ),
  };
}

function bullets(): Chart {
  const caption = 'Utfall mot målvärde för nämndens nyckeltal';
  const bars = [
    {
      name: NYCKELTAL[1]?.[0] ?? '',
      status: 'delvis' as const,
      outcome: 84,
      target: 88,
      yellowFrom: 79.2,
      lowerIsBetter: false,
      outcomeText: '84 %',
      targetText: 'minst 88 %',
    },
    {
      name: NYCKELTAL[2]?.[0] ?? '',
      status: 'delvis' as const,
      outcome: 59.1,
      target: 62,
      yellowFrom: 55.8,
      lowerIsBetter: false,
      outcomeText: '59,1 %',
      targetText: 'minst 62 %',
    },
    {
      name: NYCKELTAL[3]?.[0] ?? '',
      status: 'ej_uppfyllt' as const,
      outcome: 23,
      target: 33,
      yellowFrom: 29.7,
      lowerIsBetter: false,
      outcomeText: '23 %',
      targetText: 'minst 33 %',
    },
    {
      name: 'Utlokaliseringar / 100 vårdplatser',
      status: 'uppfyllt' as const,
      outcome: 0.61,
      target: 1.75,
      yellowFrom: 1.925,
      lowerIsBetter: true,
      outcomeText: '0,61 utlok/100 vpl',
      targetText: 'lägre än 1,75 utlok/100 vpl',
    },
    {
      name: 'Bruttokostnadsutveckling',
      status: 'ej_uppfyllt' as const,
      outcome: 2,
      target: -13,
      yellowFrom: -11.7,
      lowerIsBetter: true,
      outcomeText: '2 %',
      targetText: '−13 %',
    },
    {
      name: 'Koldioxidutsläpp från tjänsteresor (utan bedömning)',
      status: null,
      outcome: -13,
      target: -42,
      yellowFrom: null,
      lowerIsBetter: true,
      outcomeText: '−13 %',
      targetText: '−42 %',
    },
  ];
  return {
    kind: 'chart',
    chart: 'bullet',
    id: 'nyckeltal-hsn',
    caption,
    alt: bars.map(({ name, outcomeText, targetText }) => `${name}: ${outcomeText}, målvärde ${targetText}`).join('. '),
    bars,
    data: dataTable(
      'nyckeltal-hsn',
      caption,
      ['Nyckeltal', 'Utfall', 'Målvärde'],
      bars.map((bar) => [bar.name, bar.outcomeText, bar.targetText]),
    ),
  };
}

function series(): Chart {
  const caption = 'Andel besvarade samtal samma dag, per tertial';
  const points = [79, 82, 81.5, 86, 89, 87, 84].map((value, index) => ({
    period: ['T1 2023', 'T2 2023', 'T3 2023', 'T1 2024', 'T2 2024', 'T3 2024', 'T1 2025'][index] ?? '',
    value,
    text: `${String(value).replace('.', ',')} %`,
  }));
  return {
    kind: 'chart',
    chart: 'series',
    id: 'telefon',
    caption,
    alt: 'Andelen steg från 79 % T1 2023 till 89 % T2 2024 och är nu 84 %. Målvärdet är 88 %.',
    points,
    target: { value: 88, text: 'minst 88 %' },
    unit: '%',
    data: dataTable(
      'telefon',
      caption,
      ['Period', 'Utfall'],
      points.map((point) => [point.period, point.text]),
    ),
  };
}

function chapter(id: string, organ: string, name: string): readonly Block[] {
  return [
    heading(2, name, id),
    p(
      'Kapitlet redovisar, inom respektive målområde, status och kommentar för uppdrag och kortsiktiga nyckeltal i nämndens plan med budget 2025.',
    ),
    p(
      'Långsiktiga nyckeltal redovisas i diagram på ',
      text('regionens hemsida', { link: 'https://regionjh.se/politik/mal-och-styrning' }),
      '.',
    ),
    heading(3, 'Hälso- och sjukvård', `${id}-halso-och-sjukvard`),
    p(mark('delvis', 'Delvis uppfyllt'), ', 16 av 34 bedömda: 5 uppfyllt, 5 delvis uppfyllt, 6 ej uppfyllt.'),
    {
      kind: 'list',
      ordered: false,
      items: [
        [p('I Transportutvecklingsrådet förs dialog om behovet av satsningar på transportinfrastruktur.')],
        [p('Samverkan med Folkhälsoenheten pågår för att öka kunskapen och hitta nya utvecklingsinsatser.')],
      ],
    },
    table(`${id}-nyckeltal`, 'Kortsiktiga nyckeltal', NYCKELTAL_COLUMNS, nyckeltalsrader(NYCKELTAL, organ)),
    uppdragstabell(`${id}-uppdrag`, organ, [
      [
        'Arbeta för att öka kollektivtrafikens intäkter',
        'delvis',
        'Nya zoner och priser införs från och med 2025-06-01. Rekrytering av biljettkontrollanter pågår.',
      ],
      [
        'Minska miljö- och klimatpåverkan',
        'ej_uppfyllt',
        'Leveransen av nya elbussar till Åre har försenats men väntas under 2025.\nUnder hösten genomförs förarcertifiering.',
      ],
      ['Fortsätta utveckla arbetet med kultur och hälsa', null, 'Redovisas efter sommaren.'],
    ]),
  ];
}

/** A report such as Bilaga 1, with all that reports hold. */
export function sampleReport(): ReportDocument {
  return report(
    [
      p(
        'Bilagan redovisar hur långt regionen har kommit med fullmäktiges mål och uppdrag efter årets första tertial. Måluppfyllelsen är framräknad ur utfall och målvärde; där någon har bedömt på annat sätt står det skälet.',
      ),
      { kind: 'contents' },
      heading(2, 'Så läses tabellerna', 'sa-lases-tabellerna'),
      {
        kind: 'list',
        ordered: false,
        items: [
          [p(mark('uppfyllt', 'Uppfyllt'), ': målvärdet är nått.')],
          [p(mark('delvis', 'Delvis uppfyllt'), ': måluppfyllelsen är minst 90 %.')],
          [p(mark('ej_uppfyllt', 'Ej uppfyllt'), ': måluppfyllelsen är lägre än 90 %.')],
          [p(mark(null, 'Ej bedömt'), ': utfall saknas, eller mäts senare.')],
        ],
      },
      note('Regeln är den som gäller i Regionplan med budget 2025–2027.'),
      heading(2, 'Samlad bild', 'samlad-bild'),
      p(
        'Av 46 nyckeltal är ',
        text('15 uppfyllda', { strong: true }),
        ', 11 delvis och 16 ej uppfyllda. ',
        text('Fyra har inget utfall ännu.', { emphasis: true }),
      ),
      matrix(),
      distribution(),
      heading(3, 'Finansiella nyckeltal', 'finansiella-nyckeltal'),
      table(
        'finansiella',
        'Finansiella nyckeltal för hela regionen',
        NYCKELTAL_COLUMNS,
        nyckeltalsrader(FINANSIELLA, 'rjh'),
      ),
      ...chapter('hsn', 'hsn', 'Hälso- och sjukvårdsnämnden'),
      bullets(),
      series(),
      ...chapter('ktn', 'ktn', 'Kollektivtrafiknämnden'),
    ],
    {
      organ: [
        { id: 'rjh', name: 'Region Jämtland Härjedalen' },
        { id: 'hsn', name: 'Hälso- och sjukvårdsnämnden' },
        { id: 'ktn', name: 'Kollektivtrafiknämnden' },
      ],
      contact: 'region@regionjh.se',
      accessibilityStatement: 'https://www.regionjh.se/tillganglighetsredogorelse',
    },
  );
}
