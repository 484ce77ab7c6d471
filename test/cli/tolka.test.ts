import { describe, expect, it } from 'vitest';
import { copyPlans, emptyFolder } from './copy-plans.ts';
import { faultsOf } from './output-schema.ts';
import { ESCAPES } from './read-table.ts';
import { parseOutput, runVp } from './run-vp.ts';

interface TolkaOutput {
  readonly text: string;
  readonly läst: boolean;
  readonly läsning: Readonly<Record<string, unknown>> | null;
  readonly per_organ: readonly Readonly<Record<string, unknown>>[] | null;
  readonly fel: { readonly kolumn: number; readonly slutkolumn: number; readonly meddelande: string } | null;
}

/** A text and the parts of its reading that are not null or false. */
const READINGS: readonly (readonly [text: string, reading: Readonly<Record<string, unknown>>])[] = [
  ['minst 70 %', { operator: '>=', värde: 70, måttenhet: '%' }],
  ['>67%', { operator: '>', värde: 67, måttenhet: '%' }],
  ['kortare än 10 minuter', { operator: '<', värde: 10, måttenhet: 'min' }],
  ['-3,1 %', { operator: null, värde: -3.1, måttenhet: '%', kräver_riktning: true }],
  ['−34,80 %', { operator: null, värde: -34.8, måttenhet: '%', kräver_riktning: true }],
  ['mellan 40 och 60', { operator: 'mellan', från: 40, till: 60 }],
  ['högre än 2021', { operator: 'jämförelse', riktning: '>', mot: '2021' }],
  ['bland de 25 % bästa', { operator: 'jämförelse', riktning: 'bättre', mot: 'riket', bästa: 25 }],
  ['öka', { operator: 'trend', riktning: 'öka', mot: 'föregående år' }],
  ['-20 % jämfört med 2019', { operator: 'förändring', värde: -20, måttenhet: '%', mot: '2019' }],
  [
    'minska med minst 48 % jämfört med 2019',
    { operator: 'förändring', värde: -48, måttenhet: '%', jämförare: '<=', mot: '2019' },
  ],
  ['minst 3 st genomförda aktiviteter', { operator: 'aktivitet', värde: 3, jämförare: '>=' }],
  ['minst 80 % senast 2025', { operator: '>=', värde: 80, måttenhet: '%', frist: '2025' }],
  ['senast 2025-06-30', { operator: 'senast', frist: '2025-06-30' }],
];

describe.concurrent('vp tolka', () => {
  it.each(READINGS)('reads ”%s”', async (text, reading) => {
    const run = await runVp(['tolka', text, '--format', 'json']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    const data = parseOutput<TolkaOutput>(run);
    expect(faultsOf('tolka', data)).toEqual([]);
    expect(data).toMatchObject({ text, läst: true, per_organ: null, fel: null });
    const { i_ord, ...rest } = data.läsning ?? {};
    expect(i_ord).toBeTypeOf('string');
    const said = Object.entries(rest).filter(
      ([key, value]) => (value !== null && value !== false) || reading[key] === null,
    );
    expect(Object.fromEntries(said)).toMatchObject(reading);
    expect(said.map(([key]) => key).sort()).toEqual(expect.arrayContaining(Object.keys(reading).sort()));
  });

  it('shows a reading in words', async () => {
    const run = await runVp(['tolka', 'minst 70 %']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    const lines = run.stdout.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
    expect(lines[0]).toBe('”minst 70 %”');
    expect(lines).toEqual(expect.arrayContaining(['Läses som minst 70 %', 'Värde 70', 'Måttenhet %']));
    expect(lines.filter((line) => line.includes('minst') && line.includes('>='))).toHaveLength(1);
  });

  it('joins words that were typed without quotation marks', async () => {
    const [apart, together] = await Promise.all([runVp(['tolka', 'minst', '70', '%']), runVp(['tolka', 'minst 70 %'])]);
    expect(apart).toEqual(together);
  });

  it('reads a målvärde for each organ', async () => {
    const data = parseOutput<TolkaOutput>(
      await runVp(['tolka', '4,5 (RJH), 4,6 (Regionstyrelsen)', '--format', 'json']),
    );
    expect(faultsOf('tolka', data)).toEqual([]);
    expect(data.läsning).toBeNull();
    expect(data.per_organ).toMatchObject([
      { organ: 'rjh', operator: null, värde: 4.5, kräver_riktning: true },
      { organ: 'rs', operator: null, värde: 4.6, kräver_riktning: true },
    ]);
  });

  it('keeps the digits of a figure', async () => {
    const run = await runVp(['tolka', 'minst 4,10', '--format', 'json']);
    expect(run.stdout).toContain('"värde": 4.10,');
  });

  it('says that a bare number needs riktning, which is no error', async () => {
    const run = await runVp(['tolka', '4,8 %']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout.replace(/\s+/g, ' ')).toContain('planen måste ange riktning: öka eller riktning: minska');
  });

  it.each([
    ['minst sjuttio %', 'sjuttio'],
    ['minst 70 % vid årsskiftet', 'vid'],
    ['minst -10 %', '-10 %'],
    ['Ökad åäö-nivå sjuttio', 'åäö-nivå'],
  ])('marks what it cannot read: ”%s”', async (text, unread) => {
    const [told, json] = await Promise.all([runVp(['tolka', text]), runVp(['tolka', text, '--format', 'json'])]);
    expect(told).toMatchObject({ stderr: '', exitCode: 1 });
    expect(json).toMatchObject({ stderr: '', exitCode: 1 });
    const [quoted = '', marks = ''] = told.stdout.split('\n');
    expect(quoted).toBe(`”${text}”`);
    const start = marks.indexOf('^');
    // The mark stands within what is not read, and begins where it begins or before it.
    expect(quoted.slice(start, marks.length)).toContain(unread.split(/[ -]/)[0]);
    expect(marks).toMatch(/^ +\^+$/);
    expect(told.stdout).toMatch(/\nGår inte att läsa: .+\.\nHjälp: .+/);
    const data = parseOutput<TolkaOutput>(json);
    expect(faultsOf('tolka', data)).toEqual([]);
    expect(data).toMatchObject({ läst: false, läsning: null, per_organ: null });
    expect(data.fel).toMatchObject({ kolumn: start, slutkolumn: marks.length });
  });

  it('points at the very word', async () => {
    const data = parseOutput<TolkaOutput>(await runVp(['tolka', 'minst sjuttio %', '--format', 'json']));
    expect(data.fel).toMatchObject({ kolumn: 7, slutkolumn: 14 });
  });

  it('counts columns as a person does, as vp kontroll does', async () => {
    const data = parseOutput<TolkaOutput>(await runVp(['tolka', 'minst 70 % (😀😀) sjuttio', '--format', 'json']));
    expect(data.fel).toMatchObject({ kolumn: 17, slutkolumn: 24 });
  });

  it('takes a unit of its own', async () => {
    const [without, given] = await Promise.all([
      runVp(['tolka', 'minst 65 poäng i provet', '--format', 'json']),
      runVp(['tolka', 'minst 65 poäng i provet', '--mattenhet', 'poäng i provet', '--format', 'json']),
    ]);
    expect(without.exitCode).toBe(1);
    expect(parseOutput<TolkaOutput>(given).läsning).toMatchObject({ värde: 65, måttenhet: 'poäng i provet' });
  });

  it('works without any plans', async () => {
    const { folder } = emptyFolder();
    const [read, unread, organ] = await Promise.all([
      runVp(['tolka', 'minst 70 %'], { cwd: folder }),
      runVp(['tolka', 'minst sjuttio %'], { cwd: folder }),
      runVp(['tolka', '4,5 (RJH), 4,5 (RS)'], { cwd: folder }),
    ]);
    expect([read.exitCode, unread.exitCode, organ.exitCode]).toEqual([0, 1, 1]);
    expect([read.stderr, unread.stderr, organ.stderr]).toEqual(['', '', '']);
  });

  it('works beside plans that cannot be read', async () => {
    const copy = copyPlans();
    copy.write('organisation.yaml', '\t{');
    const run = await runVp(['tolka', 'minst 70 %'], { cwd: copy.folder });
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
  });

  it('refuses a folder of plans that there is not', async () => {
    const run = await runVp(['tolka', 'minst 70 %', '--plans', 'nowhere']);
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
  });

  it('marks in colour where colour is wanted', async () => {
    const run = await runVp(['tolka', 'minst sjuttio %'], { env: { FORCE_COLOR: '1' } });
    expect(run.stdout.replace(ESCAPES, '')).toBe((await runVp(['tolka', 'minst sjuttio %'])).stdout);
  });

  it.each(['', ' ', '\n'])('tells that nothing was written: %j', async (text) => {
    const run = await runVp(['tolka', text]);
    expect(run).toMatchObject({ stderr: '', exitCode: 1 });
    expect(run.stdout).toContain('målvärdet är tomt');
  });
});
