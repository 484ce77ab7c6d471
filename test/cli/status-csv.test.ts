import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTempPlan } from '../helpers/temp-plan.ts';
import type { StatusOutput } from './outputs.ts';
import { PATIENCE_MS, parseOutput, runVp, type VpRun } from './run-vp.ts';

const HEADER = 'målområde;id;nyckeltal;organ;period;utfall;målvärde;måluppfyllelse;status;beräknad;bedömd;förklaring';
type Record = Readonly<{ [column: string]: string }>;

let run: VpRun;
let records: readonly Record[];
let data: StatusOutput;

beforeAll(async () => {
  const [csv, json] = await Promise.all(
    ['csv', 'json'].map((format) => runVp(['status', '2025', '--tertial', '1', '--format', format])),
  );
  run = csv as VpRun;
  records = readCsv(run.stdout);
  data = parseOutput<StatusOutput>(json as VpRun);
}, PATIENCE_MS);

function readCsv(text: string): readonly Record[] {
  const { data: rows, errors } = Papa.parse<Record>(text.replace(/^\uFEFF/, ''), {
    header: true,
    delimiter: ';',
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return rows;
}

describe('the CSV of the plan of 2025', () => {
  it('is written as Excel in Sweden reads it', () => {
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout.startsWith(`\uFEFF${HEADER}\r\n`)).toBe(true);
    expect(run.stdout.lastIndexOf('\uFEFF')).toBe(0);
    expect(run.stdout.endsWith('\r\n')).toBe(true);
    expect(run.stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says the same as the JSON', () => {
    const names = new Map(data.målområden.map(({ id, namn }) => [id, namn]));
    expect(records.map((row) => [row['målområde'], row['id'], row['nyckeltal'], row['organ'], row['period']])).toEqual(
      data.rader.map(({ målområde, id, nyckeltal, organ }) => [names.get(målområde), id, nyckeltal, organ, '2025-T1']),
    );
    expect(records.map((row) => row['måluppfyllelse'])).toEqual(
      data.rader.map(({ måluppfyllelse: percent }) =>
        percent === null ? '' : percent === 100 ? '100' : percent.toFixed(1).replace('.', ','),
      ),
    );
    expect(records.map((row) => row['målvärde'])).toEqual(data.rader.map(({ målvärde }) => målvärde?.text));
    expect(records.map((row) => [row['status'], row['beräknad'], row['bedömd']])).toEqual(
      data.rader.map(({ status, beräknad, bedömd }) => [
        words(status),
        words(beräknad),
        bedömd === null ? '' : words(bedömd),
      ]),
    );
  });

  it('has outcomes with decimal comma and ordinary signs, and no apostrophe before a negative one', () => {
    const utfall = new Map(records.map((row) => [`${row['id']} ${row['organ']}`, row['utfall']]));
    expect(utfall.get('hse-halso-och-sjukvard hsn')).toBe('4,07');
    expect(utfall.get('soliditet rjh')).toBe('-32,8 %');
    expect(utfall.get('nettokostnadsutveckling rjh')).toBe('-2,6 %');
    expect(utfall.get('vantetid-1177 hsn')).toBe('18:05 min');
    expect(records.find((row) => row['id'] === 'soliditet')?.['målvärde']).toBe('-34,8 %');
    for (const row of records) {
      expect(Object.values(row).join('')).not.toMatch(/[\u2212\u00A0\u202F]|^'/);
    }
  });

  function words(status: string): string {
    const plain = status === 'delvis' ? 'delvis uppfyllt' : status.replaceAll('_', ' ');
    return plain.charAt(0).toUpperCase() + plain.slice(1);
  }
});

describe('the CSV of names from many hands', () => {
  /** Names as YAML writes them, and as they are. */
  const FORMULAS = [
    ["'=cmd()'", '=cmd()'],
    ["'@x'", '@x'],
    ["'+1+1'", '+1+1'],
    ["'-2+3'", '-2+3'],
    ['"-1+cmd|\' /C calc\'!A0"', "-1+cmd|' /C calc'!A0"],
    ['"-1%+cmd|\' /C calc\'!A0"', "-1%+cmd|' /C calc'!A0"],
    ['"-1 % +cmd|\' /C calc\'!A0"', "-1 % +cmd|' /C calc'!A0"],
    ['"-1 a|\' /C calc\'!A0"', "-1 a|' /C calc'!A0"],
    ['"\\t=1"', '\t=1'],
    ['"\\r=1"', '\r=1'],
    ['\'=HYPERLINK("http://example.org";"Klicka")\'', '=HYPERLINK("http://example.org";"Klicka")'],
  ] as const;
  const HARMLESS = [
    ["'-34,8 %'", '-34,8 %'],
    ["'a=b'", 'a=b'],
    ["'x@y.se'", 'x@y.se'],
    ['\'Semikolon; och ”citat”, "raka"\'', 'Semikolon; och ”citat”, "raka"'],
    ['"Två\\nrader"', 'Två\nrader'],
  ] as const;

  it('makes formulas harmless and leaves everything else as it is', async () => {
    const yaml = [...FORMULAS, ...HARMLESS]
      .map(([namn], index) => `  - id: n${index}\n    namn: ${namn}\n    målvärde: ≥ -34,8 %\n`)
      .join('');
    const utfall = [...FORMULAS, ...HARMLESS].map((_, index) => `n${index};2025-T1;-34,8 %\n`).join('');
    const { plansFolder, cleanup } = writeTempPlan({
      '2025/mal/omrade.yaml': `namn: '=1+1'\nnyckeltal:\n${yaml}`,
      '2025/utfall/rader.csv': `nyckeltal;period;utfall\n${utfall}`,
    });
    try {
      const hostile = await runVp(['status', '2025', '--plans', plansFolder.path, '--format', 'csv']);
      expect(hostile).toMatchObject({ stderr: '', exitCode: 0 });
      const rows = readCsv(hostile.stdout);
      expect(rows.map((row) => row['nyckeltal'])).toEqual([
        ...FORMULAS.map(([, namn]) => `'${namn}`),
        ...HARMLESS.map(([, namn]) => namn),
      ]);
      for (const row of rows) {
        expect(row).toMatchObject({ målområde: "'=1+1", utfall: '-34,8 %', målvärde: '≥ -34,8 %', status: 'Uppfyllt' });
      }
    } finally {
      cleanup();
    }
  });
});
