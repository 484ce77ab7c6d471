import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { textsOfNyckeltal, writeTempPlan } from '../helpers/temp-plan.ts';
import { copyPlans } from './copy-plans.ts';
import { faultsOf } from './output-schema.ts';
import type { Rad, StatusOutput } from './outputs.ts';
import { PATIENCE_MS, parseOutput, ROOT, runVp, type VpRun } from './run-vp.ts';

/**
 * Every row of Bilaga 1, T1 2025, in the order of the plan: what the document prints (utfall, mål), the status and the
 * måluppfyllelse that follow from them by the rule (met in the stated direction: 100; else 100 × (1 − |utfall − mål| /
 * |mål|), delvis from 90), computed by hand, and what the document judged instead.
 */
const BILAGA_1: readonly (readonly [
  id: string,
  organ: string,
  utfall: string | null,
  mål: string,
  beräknad: string,
  måluppfyllelse: number | null,
  bedömd?: string,
])[] = [
  ['hse-halso-och-sjukvard', 'hsn', '4,07', 'Minst 4,01', 'uppfyllt', 100],
  ['telefon-samma-dag', 'hsn', '84 %', 'Minst 88 %', 'delvis', 95.5],
  ['medicinsk-bedomning', 'hsn', '74 %', 'Minst 75 %', 'delvis', 98.7],
  ['forsta-besok', 'hsn', '59 %', 'Minst 64 %', 'delvis', 92.2],
  ['planerade-operationer', 'hsn', '59,1 %', 'Minst 62 %', 'delvis', 95.3],
  ['horapparat', 'hsn', '23 %', 'Minst 33 %', 'ej_uppfyllt', 69.7],
  ['bup-forstabesok', 'hsn', '80 %', 'Minst 75 %', 'uppfyllt', 100],
  ['bup-utredningar', 'hsn', '58 %', 'Minst 75 %', 'ej_uppfyllt', 77.3],
  ['bup-behandlingar', 'hsn', '75 %', 'Minst 75 %', 'uppfyllt', 100],
  ['aterbesok-maldatum', 'hsn', '77 %', 'Minst 80 %', 'delvis', 96.3],
  ['operationer-maldatum', 'hsn', '64,3 %', 'Minst 60 %', 'uppfyllt', 100],
  ['vistelsetid-akut', 'hsn', '52 %', 'Minst 60 %', 'ej_uppfyllt', 86.7],
  ['vistelsetid-akut-80', 'hsn', '45 %', 'Minst 80 %', 'ej_uppfyllt', 56.3],
  ['utlokaliseringar', 'hsn', '0,61', 'Lägre än 1,75 utlok/100 vpl', 'uppfyllt', 100],
  // Printed as 18,05 minuter; the comment beside it shows minutes and seconds.
  ['vantetid-1177', 'hsn', '18:05 min', 'Kortare än 10 minuter', 'ej_uppfyllt', 19.2],
  ['ambulans-utan-transport', 'hsn', null, 'Minst 41 %', 'utfall_saknas', null],
  ['kontinuitetsindex', 'hsn', '0,37', 'Minst 0,42', 'ej_uppfyllt', 88.1],
  ['hse-tandvard', 'hsn', '4,1', 'Minst 4,07', 'uppfyllt', 100],
  ['barn-tid-inom-3-manader', 'hsn', '93,8 %', '100 %', 'delvis', 93.8],
  ['bokad-tid-vuxna', 'hsn', '1 821 tim i snitt/mån (R12)', '2 800 tim i snitt/mån (R12)', 'ej_uppfyllt', 65.0],
  ['andel-bokad-tid-vuxna', 'hsn', '51 %', 'Minst 55 %', 'delvis', 92.7],
  ['halsosamtal', 'rs', '6 %', '10 %', 'ej_uppfyllt', 60.0],
  ['sakerhet-mjukvara', 'rs', '60', '70 %', 'ej_uppfyllt', 85.7],
  ['sakerhet-hardvara', 'rs', '13 %', '70 %', 'ej_uppfyllt', 18.6],
  ['halsoframjande-index-chefer', 'rs', null, '5', 'utfall_saknas', null],
  ['soliditet', 'rjh', '-32,8', '-34,8 %', 'uppfyllt', 100],
  ['kassalikviditet', 'rjh', '199,5 %', '67 %', 'uppfyllt', 100],
  ['bruttokostnadsutveckling', 'rjh', '0,4 %', '-3,1 %', 'ej_uppfyllt', 0],
  ['bruttokostnadsutveckling', 'rs', '-1,8', '-3,1 %', 'ej_uppfyllt', 58.1],
  ['bruttokostnadsutveckling', 'hsn', '2', '-13 %', 'ej_uppfyllt', 0],
  ['bruttokostnadsutveckling', 'run', '0,1', '2,3 %', 'uppfyllt', 100],
  ['bruttokostnadsutveckling', 'ktn', '-0,2', '0,5 %', 'uppfyllt', 100],
  ['nettokostnadsutveckling', 'rjh', '-2,6', '-3,8 %', 'ej_uppfyllt', 68.4],
  ['leverantorstrohet', 'rjh', '90 %', '95 %', 'delvis', 94.7],
  ['leverantorstrohet', 'rs', '88 %', '95 %', 'delvis', 92.6],
  ['leverantorstrohet', 'hsn', '89 %', '95 %', 'delvis', 93.7],
  ['skuldsattningstak', 'rjh', '15 %', '16 %', 'uppfyllt', 100],
  ['lakemedelskostnader', 'rs', '2,5', '3,6 %', 'uppfyllt', 100],
  ['koldioxidutslapp', 'rs', '-13', '-42 %', 'ej_uppfyllt', 31.0],
  ['energianvandning', 'rs', null, '165 kWh/m²', 'mäts_senare', null],
  ['ekologiska-livsmedel', 'rs', '36 %', '42 %', 'ej_uppfyllt', 85.7, 'delvis'],
  ['atervinningsgrad', 'rs', null, '42 %', 'mäts_senare', null],
  ['sjuktal', 'hsn', '7,2 %', 'Max 5 %', 'ej_uppfyllt', 56.0],
  ['halsoframjande-index', 'hsn', '4,75', 'Minst 4,7', 'uppfyllt', 100],
  ['halsoframjande-index-chefer-hsn', 'hsn', '5,02', 'Minst 5', 'uppfyllt', 100],
  ['paverkansmojlighet', 'hsn', '4,26', 'Minst 4,2', 'uppfyllt', 100],
];

let run: VpRun;
let data: StatusOutput;

beforeAll(async () => {
  run = await runVp(['status', '2025', '--tertial', '1', '--format', 'json']);
  data = parseOutput<StatusOutput>(run);
}, PATIENCE_MS);

function find(id: string, organ?: string): Rad {
  const found = data.rader.filter((rad) => rad.id === id && (organ === undefined || rad.organ === organ));
  expect(found, id).toHaveLength(1);
  return found[0] as Rad;
}

describe('the JSON of the plan of 2025', () => {
  it('is all that is written', () => {
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout.endsWith('}\n')).toBe(true);
    expect(data.fynd).toMatchObject({ fel: 0, varningar: 0 });
  });

  it('has the shape of its schema', () => {
    expect(faultsOf('status', data)).toEqual([]);
  });

  it('has every nyckeltal and organ, and every uppdrag and organ', () => {
    expect(data.rader).toHaveLength(46);
    expect(new Set(data.rader.map(({ id, organ }) => `${id} ${organ}`)).size).toBe(46);
    expect(data.uppdrag).toHaveLength(73);
    expect(new Set(data.uppdrag.map(({ id, organ }) => `${id} ${organ}`)).size).toBe(73);
    expect(new Set(data.uppdrag.map(({ id }) => id)).size).toBe(54);
    expect(data.målområden.map(({ namn }) => namn)).toEqual([
      'Hälso- och sjukvård',
      'Tandvård',
      'Regionalt utvecklingsansvar',
      'Kultur',
      'Kollektivtrafik',
      'Folkhögskolor',
      'Stödverksamhet',
      'Ledningsprocesser',
    ]);
  });

  it('adds up', () => {
    const counted = (status: string) => data.rader.filter((rad) => rad.status === status).length;
    const { uppfyllt, delvis, ej_uppfyllt, utan_status } = data.totalt.fördelning;
    expect([uppfyllt, delvis, ej_uppfyllt]).toEqual(['uppfyllt', 'delvis', 'ej_uppfyllt'].map(counted));
    expect(data.totalt.rader).toBe((uppfyllt ?? 0) + (delvis ?? 0) + (ej_uppfyllt ?? 0) + (utan_status ?? 0));
  });

  it('assesses each row as the rule does by hand', () => {
    expect(data.rader.map(({ id, organ, beräknad, måluppfyllelse }) => [id, organ, beräknad, måluppfyllelse])).toEqual(
      BILAGA_1.map(([id, organ, , , beräknad, måluppfyllelse]) => [id, organ, beräknad, måluppfyllelse]),
    );
  });

  it('has the figures that the document prints', () => {
    const missing = (text: string) => text === 'saknas' || text === 'mäts på helår';
    expect(
      data.rader.map(({ id, organ, utfall, målvärde }) => [
        id,
        organ,
        utfall === null || missing(utfall.text) ? null : utfall.text,
        målvärde?.text.toLowerCase(),
      ]),
    ).toEqual(BILAGA_1.map(([id, organ, utfall, mål]) => [id, organ, utfall, mål.toLowerCase()]));
  });

  it('lets the judged status count where the document judged otherwise', () => {
    expect(data.rader.map(({ id, organ, bedömd, status }) => [id, organ, bedömd, status])).toEqual(
      BILAGA_1.map(([id, organ, , , beräknad, , bedömd = null]) => [id, organ, bedömd, bedömd ?? beräknad]),
    );
    expect(find('ekologiska-livsmedel')).toMatchObject({
      beräknad: 'ej_uppfyllt',
      bedömd: 'delvis',
      status: 'delvis',
      nivå: 'Delvis uppfyllt',
      måluppfyllelse: 85.7,
    });
    expect(find('ekologiska-livsmedel').förklaring).toMatch(/^Bedömt som delvis uppfyllt: .*beräknat: ej uppfyllt/);
  });

  it('assesses the six financial goals of the region as 3, 1 and 2', () => {
    const financial = [
      'soliditet',
      'kassalikviditet',
      'bruttokostnadsutveckling',
      'nettokostnadsutveckling',
      'leverantorstrohet',
      'skuldsattningstak',
    ];
    const statuses = financial.map((id) => find(id, 'rjh').status);
    expect(statuses).toEqual(['uppfyllt', 'uppfyllt', 'ej_uppfyllt', 'ej_uppfyllt', 'delvis', 'uppfyllt']);
  });

  it('measures what is yearly later', () => {
    for (const id of ['energianvandning', 'atervinningsgrad']) {
      expect(find(id)).toMatchObject({
        beräknad: 'mäts_senare',
        status: 'mäts_senare',
        måluppfyllelse: null,
        bedömd: null,
        nivå: null,
      });
    }
  });

  it('names the line of the file where every utfall stands', () => {
    const withUtfall = data.rader.filter(({ utfall }) => utfall !== null);
    expect(withUtfall.length).toBeGreaterThanOrEqual(42);
    for (const { id, organ, utfall } of withUtfall) {
      const line = lineOf(utfall?.källa.fil ?? '', utfall?.källa.rad ?? 0);
      expect(line.split(';').slice(0, 4), id).toEqual([id, organ, '2025-T1', utfall?.text]);
    }
  });

  it('explains every status with its figures and their sources', () => {
    for (const { id, organ, förklaring, utfall, beräknad } of data.rader) {
      expect(förklaring, id).toMatch(/^\p{Lu}.*[^.\s]\.$/su);
      if (utfall !== null) {
        expect(förklaring, `${id} ${organ} (${beräknad})`).toContain(`${utfall.källa.fil}:${utfall.källa.rad}`);
      }
      if (['uppfyllt', 'delvis', 'ej_uppfyllt'].includes(beräknad)) {
        const [, file = '', line = ''] = /\((plans\/2025\/mal\/[a-z-]+\.yaml):(\d+)\)/.exec(förklaring) ?? [];
        expect(lineOf(file, Number(line)), förklaring).toMatch(/^ +(målvärde|rjh|rs|hsn|run|ktn): /);
      }
    }
  });

  function lineOf(file: string, line: number): string {
    return readFileSync(join(ROOT, file), 'utf8').split('\n')[line - 1] ?? '';
  }

  it('keeps source lines right from where it is run', async () => {
    const below = await runVp(['status', '2025', '--format', 'json'], { cwd: join(ROOT, 'src', 'cli') });
    for (const { id, utfall } of parseOutput<StatusOutput>(below).rader) {
      if (utfall !== null) {
        const file = join(ROOT, 'src', 'cli', utfall.källa.fil);
        expect(readFileSync(file, 'utf8').split('\n')[utfall.källa.rad - 1]).toMatch(new RegExp(`^${id};`));
      }
    }
  });

  it('fits its schema in every period, and with every filter', async () => {
    const runs = await Promise.all(
      [
        ['-t', '2'],
        ['-p', '2025'],
        ['-e', 'rod'],
        ['-o', 'rf'],
        ['-m', 'kultur', '-o', 'rs'],
      ].map((args) => runVp(['status', '2025', ...args, '--format', 'json'])),
    );
    expect(runs.map((one) => faultsOf('status', parseOutput(one)))).toEqual(runs.map(() => []));
  });
});

describe.concurrent('figures in JSON', () => {
  it.each([
    ['4,10', 'minst 4,00', '4.10', '4.00'],
    ['−34,80', '≥ -34,90', '-34.80', '-34.90'],
    ['1 821,0', 'minst 2 800', '1821.0', '2800'],
    ['0,30000000000000000004', 'minst 0,1', '0.30000000000000000004', '0.1'],
    ['900719925474099301', 'minst 1', '900719925474099301', '1'],
    ['007,50', 'minst 1,0', '7.50', '1.0'],
  ])('keep the digits of %s and %s', async (utfall, målvärde, utfallDigits, målDigits) => {
    const texts = textsOfNyckeltal({ nyckel: [`målvärde: ${målvärde}`], utfall: [`2025-T1;${utfall}`] });
    const { plansFolder, cleanup } = writeTempPlan(texts);
    try {
      const one = await runVp(['status', '2025', '--plans', plansFolder.path, '--format', 'json']);
      expect(one).toMatchObject({ stderr: '', exitCode: 0 });
      expect(faultsOf('status', parseOutput(one))).toEqual([]);
      const values = [...one.stdout.matchAll(/"värde": (.*?),?$/gm)].map(([, digits]) => digits);
      expect(values).toEqual([målDigits, utfallDigits]);
    } finally {
      cleanup();
    }
  });

  it('keep their digits when a figure of the real plan is written with more', async () => {
    const copy = copyPlans();
    copy.replace('2025/utfall/2025-t1.csv', 'hse-tandvard;hsn;2025-T1;4,1;', 'hse-tandvard;hsn;2025-T1;4,10;');
    const one = await runVp(['status', '2025', '--format', 'json'], { cwd: copy.folder });
    expect(one).toMatchObject({ stderr: '', exitCode: 0 });
    expect(one.stdout).toMatch(/"text": "4,10",\n\s+"värde": 4\.10,\n/);
  });
});
