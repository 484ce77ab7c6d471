import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineText } from '../src/source/source-file.ts';
import type { Fynd, KontrollOutput } from './cli/outputs.ts';
import { parseOutput, ROOT, runVp } from './cli/run-vp.ts';

type Row = readonly [plan: string, code: string, file: string, line: string, ...told: readonly string[]];

/**
 * What the published plans got wrong, as `vp kontroll` tells it: the plan and code, the file, what stands at the line
 * that the finding points at, and what the finding says, figures and all.
 */
const TOLD: readonly Row[] = [
  // 2020: 14 mätetal in the introduction, 15 in the plan; two of them without målvärde.
  ['2020', 'VP230', 'pastaenden.yaml', 'väntat: 14', 'antalet nyckeltal säger 14', 'planen ger 15'],
  ['2020', 'VP230', 'pastaenden.yaml', 'väntat: 4', 'strategi ekonomi säger 4', 'planen ger 5'],
  ['2020', 'VP201', 'mal/god-och-nara-vard.yaml', 'id: multidisciplinara-konferenser', 'har inget målvärde'],
  ['2020', 'VP201', 'mal/intakter.yaml', 'id: externa-intakter', 'har inget målvärde'],
  // 2022: 50 mål, and 56 in the plan.
  ['2022', 'VP230', 'pastaenden.yaml', 'väntat: 50', 'antalet mål säger 50', 'planen ger 56'],
  // Three målvärden that were still to come.
  ['2022', 'VP206', 'mal/god-och-nara-vard.yaml', 'målvärde: Kompletteras senare', 'lakemedelskostnader'],
  ['2022', 'VP206', 'mal/langsiktig-kompetensforsorjning.yaml', 'kompletteras efter 2021', 'hybridavtal-hemmet'],
  ['2022', 'VP206', 'mal/langsiktig-kompetensforsorjning.yaml', 'kompletteras efter 2021', 'hybridavtal-hubbar'],
  // Two sums of the budget, and the row that they stand in.
  ['2022', 'VP220', 'budget.yaml', '| -763,0 |', 'Övriga externa omkostnader', 'är −763,0', 'blir −763,4'],
  ['2022', 'VP220', 'budget.yaml', '| -86,5 |', 'Avskrivningar', 'är −86,5', 'blir −86,2'],
  ['2022', 'VP220', 'budget.yaml', '| -1585,1 |', '”Nettobudget” på raden', 'är −1 585,1', 'blir −1 585,0'],
  // Targets at or below where they started.
  ['2022', 'VP214', 'mal/en-hallbar-miljo.yaml', 'Minst 30 %', 'ekologiska-livsmedel', 'redan nått', '30,2 %'],
  ['2022', 'VP214', 'mal/en-hallbar-miljo.yaml', 'Minst 9 %', 'socialt-etiskt-markta-livsmedel', 'startvärdet 10 %'],
  ['2022', 'VP214', 'mal/halsoframjande-arbetsmiljo.yaml', '4,67 (RJH)', 'halsoframjande-index', 'startvärdet 4,67'],
  ['2022', 'VP215', 'mal/en-hallbar-miljo.yaml', 'målvärde: 1 %', 'avfallsmangd', 'nivå eller en förändring'],
  // What is to be restored, and what may be invested.
  ['2022', 'VP230', 'pastaenden.yaml', 'väntat: -401 mkr', 'säger -401 mkr', 'planen ger −121 mkr'],
  ['2022-2024-kd', 'VP230', 'pastaenden.yaml', 'väntat: 190 mkr', 'säger 190 mkr', 'ger 570 mkr', '190 mkr per år'],
  // 2025: the six financial goals counted 3/2/1, 2/2/2 and 2/3/1; they are 3/1/2.
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 2', 'status delvis', 'säger 2 (Bilaga 1, inledningen)', 'ger 1'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 1', 'ej_uppfyllt', 'säger 1 (Bilaga 1, inledningen)', 'ger 2'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 2', 'status uppfyllt', 'säger 2', 'tabell, Ledningsprocesser', 'ger 3'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 2', 'status delvis', 'säger 2', 'tabell, Ledningsprocesser', 'ger 1'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 2', 'status uppfyllt', 'säger 2', 'tabell, Totalt', 'ger 3'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 3', 'status delvis', 'säger 3', 'tabell, Totalt', 'ger 1'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 1', 'ej_uppfyllt', 'säger 1', 'tabell, Totalt', 'ger 2'],
  // The same figure in two places.
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 86 %', 'leverantorstrohet (rjh', 'säger 86 %', 'ger 90 %'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 8,0 %', 'utfall för skuldsattningstak', 'säger 8,0 %', 'ger 15 %'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 80 %', 'utfall för kassalikviditet', 'säger 80 %', 'ger 199,5 %'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: -48 %', 'koldioxidutslapp', 'säger -48 %', 'ger -42 %'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 176 kWh/m²', 'energianvandning', 'säger 176', 'ger 165 kWh/m²'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 41 %', 'atervinningsgrad', 'säger 41 %', 'ger 42 %'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 17 %', '11 468,7 MWh till 13 857,8', 'säger 17 %', 'ger 20,8 %'],
  // The colours of the summary matrix are not in the source.
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 9', 'uppdrag med status uppfyllt', 'säger 9', 'planen ger 0'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 22', 'uppdrag med status delvis', 'säger 22', 'planen ger 0'],
  // Judged partly met, and red by the report's own rule.
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: Delvis', 'ekologiska-livsmedel', 'ger ej uppfyllt (85,7 %)'],
  // Uppdrag said and uppdrag listed.
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 6', 'målområde regionalt-utvecklingsansvar', 'säger 6', 'ger 3'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 2', 'målområde kultur', 'säger 2', 'ger 1'],
  ['2025', 'VP230', 'pastaenden.yaml', 'väntat: 31', 'uppdrag med från rf', 'säger 31', 'planen ger 30'],
];

/** Figures of the same documents that hold, and are held against the plan all the same: about, said, where. */
const HOLDS: readonly (readonly [om: string, väntat: string, källa: string])[] = [
  ['antalet nyckeltal', '15', 'Verksamhetsplan 2020, Mål'],
  [
    'antalet rader med sort finansiellt, organ rjh, status uppfyllt (2025-T1)',
    '3',
    'Regionstyrelsen, Ledningsprocesser',
  ],
  ['antalet rader med sort finansiellt, organ rjh, status delvis (2025-T1)', '1', 'Regionstyrelsen, Ledningsprocesser'],
  [
    'antalet rader med sort finansiellt, organ rjh, status ej_uppfyllt (2025-T1)',
    '2',
    'Regionstyrelsen, Ledningsprocesser',
  ],
  ['summan av 7 + 2', '9', 'Totalt, första kolumnen'],
  ['summan av 2 + 3 + 3 + 1 + 1 + 1 + 7 + 4', '22', 'Totalt, andra kolumnen'],
  ['antalet uppdrag med status ej_uppfyllt (2025-T1)', '0', 'Totalt, tredje kolumnen'],
  ['summan av 9 + 22 + 0', '31', 'sammanfattande tabell, Totalt'],
  ['status för ekologiska-livsmedel (2025-T1)', 'Delvis uppfyllt', 'Regionstyrelsen, Ledningsprocesser'],
];

interface Told extends KontrollOutput {
  readonly påståenden: readonly {
    readonly fil: string;
    readonly rad: number;
    readonly om: string;
    readonly väntat: string;
    readonly källa: string | null;
    readonly känd_avvikelse: string | null;
  }[];
}

describe('fel i de publicerade planerna', () => {
  let told: Told;
  beforeAll(async () => {
    told = parseOutput<Told>(await runVp(['kontroll', '--format', 'json']));
  });

  it.each(TOLD)('%s %s %s ”%s”: %s', (plan, code, name, line, ...words) => {
    const file = `plans/${plan}/${name}`;
    const found = told.fynd.filter(
      ({ fil, kod, meddelande }) =>
        fil === file && kod === code && words.every((word) => plain(meddelande).includes(word)),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ allvar: 'notis', meddelande: expect.stringContaining('Känd avvikelse: ') });
    expect(lineAt(found[0])).toContain(line);
  });

  it('är femton resultatmål utan mätetal 2020', () => {
    const found = told.fynd.filter(
      ({ fil, kod, meddelande }) =>
        fil.startsWith('plans/2020/mal/') &&
        kod === 'VP201' &&
        meddelande.includes('har varken målvärde eller mätetal'),
    );
    expect(found).toHaveLength(15);
    expect(found.map(({ allvar }) => allvar)).toEqual(found.map(() => 'notis'));
    expect(told.fynd.filter(({ fil, kod }) => fil.startsWith('plans/2020/') && kod === 'VP201')).toHaveLength(17);
  });

  it.each(HOLDS)('%s: %s stämmer (%s)', (om, väntat, källa) => {
    const claims = told.påståenden.filter(
      (one) => one.om === om && one.väntat === väntat && one.källa?.includes(källa) === true,
    );
    expect(claims).not.toEqual([]);
    for (const claim of claims) {
      expect(claim.känd_avvikelse).toBeNull();
      expect(told.fynd.filter(({ fil, rad }) => fil === claim.fil && rad === claim.rad)).toEqual([]);
    }
  });
});

/** Figures are printed with spaces that do not break. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

function lineAt(fynd: Fynd | undefined): string {
  const path = fynd?.fil ?? '';
  return lineText({ path, text: readFileSync(join(ROOT, path), 'utf8') }, fynd?.rad ?? 0);
}
