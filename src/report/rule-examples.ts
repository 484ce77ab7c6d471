/** What breaks a rule, and the same as it should stand. A test holds every example against its rule. */
export interface RuleExample {
  /** Below the plan's folder: `mal/vard.yaml`. In a file of målområden, the keys of one nyckeltal or a list of them. */
  readonly file: string;
  readonly wrong: string;
  readonly right: string;
}

/** Examples by code, for the rules that a few lines can show. */
export const RULE_EXAMPLES: ReadonlyMap<string, RuleExample> = new Map<string, RuleExample>([
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
  [
    'VP111',
    {
      file: 'plan.yaml',
      wrong: lines('titel: Verksamhetsplan 2025', 'period: 2025'),
      right: lines('titel: Verksamhetsplan 2025', 'period: 2025', 'organ: rs'),
    },
  ],
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
    'VP124',
    inUppföljning(
      ['målområden:', '  vard:', '    bedömning:', '      status: delvist uppfyllt'],
      ['målområden:', '  vard:', '    bedömning:', '      status: delvis uppfyllt'],
    ),
  ],
  [
    'VP125',
    {
      file: 'plan.yaml',
      wrong: lines('titel: Verksamhetsplan 2025', 'period: 2025', 'organ: rs', 'målområden: [tandvard]'),
      right: lines('titel: Verksamhetsplan 2025', 'period: 2025', 'organ: rs', 'målområden: [tandvard, vard]'),
    },
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
  ['VP211', inUtfallsrad('telefon;rs;2025-T1;0,84', 'telefon;rs;2025-T1;84')],
  [
    'VP214',
    inMål(
      ['målvärde: minst 88 %', 'startvärde:', '  värde: 90 %', '  period: 2024'],
      ['målvärde: minst 92 %', 'startvärde:', '  värde: 90 %', '  period: 2024'],
    ),
  ],
  [
    'VP217',
    inMål(
      ['aktiviteter:', '  - id: utbilda', '    namn: Utbilda', '    start: 2025-05-01', '    slut: 2025-03-31'],
      ['aktiviteter:', '  - id: utbilda', '    namn: Utbilda', '    start: 2025-03-01', '    slut: 2025-05-31'],
    ),
  ],
  ['VP219', inMål(['målvärde: kompletteras senast 2024-12-31'], ['målvärde: minst 88 %'])],
]);

/** The example of a rule, or null where it has none. */
export function exampleOf(code: string): RuleExample | null {
  return RULE_EXAMPLES.get(code) ?? null;
}

function inMål(wrong: readonly string[], right: readonly string[]): RuleExample {
  return { file: 'mal/vard.yaml', wrong: lines(...wrong), right: lines(...right) };
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

function nyckeltal(id: string, namn: string): readonly string[] {
  return [`- id: ${id}`, `  namn: ${namn}`, '  målvärde: minst 88 %'];
}

function lines(...all: readonly string[]): string {
  return all.join('\n');
}
