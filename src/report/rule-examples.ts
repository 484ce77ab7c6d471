/**
 * What breaks a rule, and the same as it should stand. A test holds every example against its rule, and the rules' page
 * shows what the program says of it.
 */
export interface RuleExample {
  /** Below the plan's folder: `mal/vard.yaml`. In a file of målområden, the keys of one nyckeltal or a list of them. */
  readonly file: string;
  readonly wrong: string;
  readonly right: string;
}

const PLAN = ['titel: Verksamhetsplan 2025', 'period: 2025', 'organ: rs'];
const PUBLISHED = [...PLAN, 'status: publicerad'];
const SKÄL = '    skäl: Så står det i den beslutade planen';

/** Examples by code, for all that lines of a file can show; a file that is missing or no text has no lines. */
export const RULE_EXAMPLES: ReadonlyMap<string, RuleExample> = new Map<string, RuleExample>([
  [
    'VP005',
    {
      file: 'mal/tandvard.yaml',
      wrong: '# Skrivs när nämnden har beslutat',
      right: 'namn: Tandvård',
    },
  ],
  [
    'VP006',
    inMål(
      ['<<<<<<< HEAD', 'målvärde: minst 88 %', '=======', 'målvärde: minst 90 %', '>>>>>>> hsn'],
      ['målvärde: minst 90 %'],
    ),
  ],
  ['VP101', inMål(['målvärde:minst 88 %'], ['målvärde: minst 88 %'])],
  ['VP102', inMål(['målvärde:', '\trs: minst 88 %'], ['målvärde:', '  rs: minst 88 %'])],
  [
    'VP103',
    inMål(
      ['riktning: öka', 'organ: [rs, hsn]', 'målvärde: {rs: 4,5, hsn: 4,6}'],
      ['riktning: öka', 'organ: [rs, hsn]', 'målvärde:', '  rs: 4,5', '  hsn: 4,6'],
    ),
  ],
  ['VP104', inMål(['målvärde: >67 %'], ['målvärde: ">67 %"'])],
  ['VP105', inMål(['beskrivning: Obs: bara vardagar'], ['beskrivning: "Obs: bara vardagar"'])],
  ['VP106', inMål(['målvärde: minst 88 %# beslutat i juni'], ['målvärde: minst 88 % # beslutat i juni'])],
  ['VP107', inMål(['målvärde:\u00A0minst 88 %'], ['målvärde: minst 88 %'])],
  ['VP108', inMål(['målvärde: minst 88 %', 'målvärde: minst 90 %'], ['målvärde: minst 90 %'])],
  ['VP109', inMål(['beskrivning: !Viktigt'], ['beskrivning: "!Viktigt"'])],
  ['VP110', inMål(['beskrivnig: Bara vardagar'], ['beskrivning: Bara vardagar'])],
  ['VP111', inPlan(['titel: Verksamhetsplan 2025', 'period: 2025'], PLAN)],
  ['VP112', inMål(['mäts: kvartal'], ['mäts: tertial'])],
  ['VP113', inMål(['ansvarig:'], ['ansvarig: Ekonomidirektör'])],
  [
    'VP120',
    inMål(
      [...nyckeltal('telefon', 'Besvarade samtal'), ...nyckeltal('telefon', 'Besvarade brev')],
      [...nyckeltal('telefon', 'Besvarade samtal'), ...nyckeltal('brev', 'Besvarade brev')],
    ),
  ],
  ['VP121', inMål(['samma_som: telefn'], ['samma_som: telefon'])],
  ['VP122', inMål(['organ: hsnn'], ['organ: hsn'])],
  [
    'VP123',
    inPlan(
      ['titel: Verksamhetsplan 2025–2027', 'period: 2027-2025', 'organ: rs'],
      ['titel: Verksamhetsplan 2025–2027', 'period: 2025-2027', 'organ: rs'],
    ),
  ],
  [
    'VP124',
    inUppföljning(
      ['målområden:', '  vard:', '    bedömning:', '      status: delvist uppfyllt'],
      ['målområden:', '  vard:', '    bedömning:', '      status: delvis uppfyllt'],
    ),
  ],
  ['VP125', inPlan([...PLAN, 'målområden: [tandvard]'], [...PLAN, 'målområden: [tandvard, vard]'])],
  [
    'VP126',
    inUppföljning(
      ['nyckeltal:', '  barn:', '    kommentar: Fler svarar nu på morgonen.'],
      ['nyckeltal:', '  telefon:', '    kommentar: Fler svarar nu på morgonen.'],
    ),
  ],
  [
    'VP130',
    inUtfall(
      ['nyckeltal;organ;period;utfal', 'telefon;rs;2025-T1;84 %'],
      ['nyckeltal;organ;period;utfall', 'telefon;rs;2025-T1;84 %'],
    ),
  ],
  ['VP131', inUtfallsrad('telefon;rs;2025-T1;84 %;preliminärt', 'telefon;rs;2025-T1;84 %')],
  ['VP132', inUtfallsrad('telefonn;rs;2025-T1;84 %', 'telefon;rs;2025-T1;84 %')],
  ['VP133', inUtfallsrad('telefon;rs;2025-T1;84 dagar', 'telefon;rs;2025-T1;84 %')],
  [
    'VP134',
    inUtfall(
      ['nyckeltal;organ;period;utfall', 'telefon;rs;2025-T1;84 %', 'telefon;rs;2025-T1;86 %'],
      ['nyckeltal;organ;period;utfall', 'telefon;rs;2025-T1;86 %'],
    ),
  ],
  ['VP135', inUtfallsrad('telefon;rs;2025-T1;ca 84 %', 'telefon;rs;2025-T1;84 %')],
  ['VP136', inUtfallsrad('telefon;hsn;2025-T1;84 %', 'telefon;rs;2025-T1;84 %')],
  ['VP137', inUtfallsrad('telefon;rs;T1 2025;84 %', 'telefon;rs;2025-T1;84 %')],
  [
    'VP138',
    inUtfall(
      ['nyckeltal;organ;period;utfall;enhet', 'telefon;rs;2025-T1;84;%'],
      ['nyckeltal;organ;period;utfall', 'telefon;rs;2025-T1;84 %'],
    ),
  ],
  [
    'VP139',
    inUtfall(
      ['nyckeltal;organ;period;utfall;mätdatum', 'telefon;rs;2025-T1;84 %;30 april'],
      ['nyckeltal;organ;period;utfall;mätdatum', 'telefon;rs;2025-T1;84 %;2025-04-30'],
    ),
  ],
  [
    'VP140',
    inPlan([...PUBLISHED, 'kända_avvikelser:', '  - regel: riktning-saknas', '    gäller: telefon', SKÄL], PUBLISHED),
  ],
  [
    'VP141',
    inPlan(
      [...PLAN, 'undantag:', '  - regel: riktning-saknas', '    gäller: telefon', SKÄL, '    till: 2025-12-31'],
      [...PUBLISHED, 'kända_avvikelser:', '  - regel: riktning-saknas', '    gäller: telefon', SKÄL],
    ),
  ],
  [
    'VP142',
    inPlan(
      [...PLAN, 'undantag:', '  - regel: malvarde-inte-satt', '    gäller: telefon', SKÄL, '    till: 2025-12-31'],
      PLAN,
    ),
  ],
  [
    'VP201',
    inMål(
      ['mål:', '  - id: nojda-patienter', '    namn: Patienterna är nöjda med vården'],
      ['mål:', '  - id: nojda-patienter', '    namn: Patienterna är nöjda med vården', '    målvärde: minst 70 %'],
    ),
  ],
  ['VP202', inMål(['målvärde: ca 88 %'], ['målvärde: minst 88 %'])],
  ['VP203', inMål(['målvärde: 88 %'], ['målvärde: minst 88 %'])],
  ['VP204', inMål(['målvärde: minst 88 %', 'riktning: minska'], ['målvärde: minst 88 %'])],
  [
    'VP205',
    inUppföljning(
      ['nyckeltal:', '  telefon:', '    bedömning:', '      status: delvis uppfyllt'],
      [
        'nyckeltal:',
        '  telefon:',
        '    bedömning:',
        '      status: delvis uppfyllt',
        '      motivering: Växeln låg nere i mars, och april når målet.',
      ],
    ),
  ],
  ['VP206', inMål(['målvärde: kompletteras senare'], ['målvärde: minst 88 %'])],
  ['VP207', inMål(['måttenhet: procent', 'målvärde: högst 5 dagar'], ['måttenhet: dagar', 'målvärde: högst 5 dagar'])],
  ['VP208', inMål(['målvärde: minst 88 %', 'tolerans: lite'], ['målvärde: minst 88 %', 'tolerans: 2 procentenheter'])],
  [
    'VP209',
    inMål(
      [
        '- id: telefon',
        '  namn: Besvarade samtal',
        '  målvärde: högre än 2021',
        '  startvärde:',
        '    värde: 80 %',
        '    period: 2021',
      ],
      [
        '- id: telefon',
        '  namn: Besvarade samtal',
        '  målvärde: högre än 2021',
        '  startvärde:',
        '    värde: 82 %',
        '    period: 2021',
      ],
    ),
  ],
  [
    'VP210',
    {
      file: 'utfall/2025.csv',
      wrong: lines('nyckeltal;organ;period;utfall', 'telefon;rs;2025;87 %'),
      right: lines('nyckeltal;organ;period;utfall', 'telefon;rs;2025;87 %', 'barn;hsn;2025;saknas'),
    },
  ],
  ['VP211', inUtfallsrad('telefon;rs;2025-T1;0,84', 'telefon;rs;2025-T1;84')],
  [
    'VP212',
    {
      file: 'utfall/2025-t2.csv',
      wrong: lines('nyckeltal;organ;period;utfall', 'telefon;rs;2025-T2;84 %'),
      right: lines('nyckeltal;organ;period;utfall;prognos', 'telefon;rs;2025-T2;84 %;88 %'),
    },
  ],
  [
    'VP213',
    inMål(
      ['- id: telefon', '  namn: Besvarade samtal', '  målvärde: högre än 2021'],
      [
        '- id: telefon',
        '  namn: Besvarade samtal',
        '  målvärde: högre än 2021',
        '  startvärde:',
        '    värde: 82 %',
        '    period: 2021',
      ],
    ),
  ],
  [
    'VP214',
    inMål(
      ['målvärde: minst 88 %', 'startvärde:', '  värde: 90 %', '  period: 2024'],
      ['målvärde: minst 92 %', 'startvärde:', '  värde: 90 %', '  period: 2024'],
    ),
  ],
  [
    'VP215',
    inMål(
      ['- id: avfall', '  namn: Minska mängden avfall', '  riktning: minska', '  målvärde: 1 %'],
      [
        '- id: avfall',
        '  namn: Minska mängden avfall',
        '  målvärde: minska med minst 1 % jämfört med 2019',
        '  utfall_är: förändring',
      ],
    ),
  ],
  [
    'VP216',
    inUtfall(
      ['nyckeltal;organ;period;utfall;kön', 'telefon;rs;2025-T1;84 %;totalt', 'telefon;rs;2025-T1;86 %;kvinnor'],
      [
        'nyckeltal;organ;period;utfall;kön',
        'telefon;rs;2025-T1;84 %;totalt',
        'telefon;rs;2025-T1;86 %;kvinnor',
        'telefon;rs;2025-T1;82 %;män',
      ],
    ),
  ],
  [
    'VP217',
    inMål(
      ['aktiviteter:', '  - id: utbilda', '    namn: Utbilda', '    start: 2025-05-01', '    slut: 2025-03-31'],
      ['aktiviteter:', '  - id: utbilda', '    namn: Utbilda', '    start: 2025-03-01', '    slut: 2025-05-31'],
    ),
  ],
  [
    'VP218',
    inMål(
      [...nyckeltal('telefon', 'Besvarade samtal'), ...nyckeltal('telefon-hsn', 'Besvarade samtal', 'minst 90 %')],
      [...nyckeltal('telefon', 'Besvarade samtal'), ...nyckeltal('epost', 'Besvarade brev', 'minst 90 %')],
    ),
  ],
  ['VP219', inMål(['målvärde: kompletteras senast 2024-12-31'], ['målvärde: minst 88 %'])],
  ['VP220', inBudget(['783,1', '472,0', '1 265,1'], ['783,1', '472,0', '1 255,1'])],
  ['VP221', inBudget(['783,1', '472,0 | 480,2', '1 255,1'], ['783,1', '472,0', '1 255,1'])],
  [
    'VP222',
    {
      file: 'kalender.yaml',
      wrong: lines(...sammanträde('2025-05-20', '2025-05-19')),
      right: lines(...sammanträde('2025-05-19', '2025-05-20')),
    },
  ],
  [
    'VP230',
    {
      file: 'pastaenden.yaml',
      wrong: lines('påståenden:', '  - målvärde: telefon', '    väntat: minst 90 %', '    källa: Förordet'),
      right: lines('påståenden:', '  - målvärde: telefon', '    väntat: minst 88 %', '    källa: Förordet'),
    },
  ],
]);

/** The example of a rule, or null where it has none. */
export function exampleOf(code: string): RuleExample | null {
  return RULE_EXAMPLES.get(code) ?? null;
}

function inMål(wrong: readonly string[], right: readonly string[]): RuleExample {
  return { file: 'mal/vard.yaml', wrong: lines(...wrong), right: lines(...right) };
}

function inPlan(wrong: readonly string[], right: readonly string[]): RuleExample {
  return { file: 'plan.yaml', wrong: lines(...wrong), right: lines(...right) };
}

/** The amounts of two rows and of their sum. */
function inBudget(wrong: readonly string[], right: readonly string[]): RuleExample {
  return { file: 'budget.yaml', wrong: lines(...table(wrong)), right: lines(...table(right)) };
}

function table(amounts: readonly string[]): readonly string[] {
  const rows = ['Vårdval', 'Regionstaben', 'Totalt'].map((namn, index) => `| ${namn} | ${amounts[index]} |`);
  return [
    'tabeller:',
    '  - id: ramar',
    '    rubrik: Budgetramar',
    '    måttenhet: mkr',
    '    tabell: |',
    ...['| Område | Budget 2025 |', '|---|---:|', ...rows].map((row) => `      ${row}`),
    '    summor:',
    '      - rad: Totalt',
    '        av: [Vårdval, Regionstaben]',
  ];
}

function sammanträde(datum: string, till: string): readonly string[] {
  return ['sammanträden:', `  - datum: ${datum}`, `    till: ${till}`, '    organ: hsn'];
}

function inUppföljning(wrong: readonly string[], right: readonly string[]): RuleExample {
  return { file: 'uppfoljning/2025-t1/rs.yaml', wrong: lines(...wrong), right: lines(...right) };
}

function inUtfall(wrong: readonly string[], right: readonly string[]): RuleExample {
  return { file: 'utfall/2025-t1.csv', wrong: lines(...wrong), right: lines(...right) };
}

function inUtfallsrad(wrong: string, right: string): RuleExample {
  const header = 'nyckeltal;organ;period;utfall';
  return inUtfall([header, wrong], [header, right]);
}

function nyckeltal(id: string, namn: string, målvärde = 'minst 88 %'): readonly string[] {
  return [`- id: ${id}`, `  namn: ${namn}`, `  målvärde: ${målvärde}`];
}

function lines(...all: readonly string[]): string {
  return all.join('\n');
}
