import { describe, expect, it } from 'vitest';
import { copyPlans } from './copy-plans.ts';
import { faultsOf } from './output-schema.ts';
import { widestOf } from './read-table.ts';
import { parseOutput, runVp } from './run-vp.ts';

interface VisaOutput {
  readonly slag: string;
  readonly id: string;
  readonly namn: string;
  readonly period: string;
  readonly källa: { readonly fil: string; readonly rad: number };
  readonly rader: readonly { readonly organ: string; readonly status: string | null; readonly läge?: string | null }[];
  readonly utfall?: readonly { readonly organ: string; readonly enhet?: string; readonly text: string }[];
}

const NAMN = 'Andelen patienter som når hälsocentralen via telefon samma dag';

describe.concurrent('a nyckeltal', () => {
  it('is shown with its definition, målvärde as read, utfall with its line, and why it has its status', async () => {
    const run = await runVp(['visa', 'telefon-samma-dag', '--tertial', '1', '--bredd', '200']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout.split('\n')[0]).toBe(NAMN);
    const flat = run.stdout.replace(/\s+/g, ' ');
    for (const part of [
      'Id telefon-samma-dag',
      'Plan Regionplan med budget 2025-2027',
      'Målområde Hälso- och sjukvård',
      'Sort kortsiktigt',
      'Måttenhet %',
      'Mäts varje tertial',
      'Står i plans/2025/mal/halso-och-sjukvard.yaml:12',
      'Hälso- och sjukvårdsnämnden, T1 2025',
      'Målvärde minst 88 % (plans/2025/mal/halso-och-sjukvard.yaml:16)',
      'Läses som minst 88 %',
      'Värde 88',
      'Utfall 84 % (plans/2025/utfall/2025-t1.csv:3)',
      '◆ Delvis uppfyllt. Utfallet 84 % (plans/2025/utfall/2025-t1.csv:3) når inte målvärdet minst 88 % (plans/2025/mal/halso-och-sjukvard.yaml:16): 100 × (1 − |84 − 88| / |88|) = 95,5 %; delvis uppfyllt från 90 %.',
      'Period Organ Enhet Utfall Källa',
      'T1 2025 HSN – 84 % 2025-t1.csv:3',
    ]) {
      expect(flat).toContain(` ${part} `);
    }
    expect(run.stdout).toMatch(/^Kommentar +Arbetet med telefonin/m);
  });

  it('is shown with the definition, the start value and the description that it states', async () => {
    const copy = copyPlans();
    copy.replace(
      '2025/mal/halso-och-sjukvard.yaml',
      '    målvärde: minst 88 %\n',
      '    definition: Samtal som besvaras samma dag, av alla samtal.\n    beskrivning: Mäts i telefonisystemet.\n    startvärde:\n      värde: 80 %\n      period: 2024\n    målvärde: minst 88 %\n',
    );
    const run = await runVp(['visa', 'telefon-samma-dag', '--bredd', '200'], { cwd: copy.folder });
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout).toMatch(/^Definition +Samtal som besvaras samma dag, av alla samtal\.$/m);
    expect(run.stdout).toMatch(/^Beskrivning +Mäts i telefonisystemet\.$/m);
    expect(run.stdout).toMatch(/^Startvärde +80.% \(2024\)$/m);
  });

  it.each([60, 80])('fits in %i columns', async (columns) => {
    const ids = ['vantetid-1177', 'minska-miljopaverkan'];
    const runs = await Promise.all(ids.map((id) => runVp(['visa', id, '--bredd', String(columns)])));
    for (const run of runs) {
      expect(run.exitCode).toBe(0);
      expect(widestOf(run.stdout)).toBeLessThanOrEqual(columns);
    }
  });

  it('with a bare målvärde takes its operator from riktning', async () => {
    const run = await runVp(['visa', 'skuldsattningstak']);
    expect(run.stdout).toMatch(/^Riktning +minska$/m);
    expect(run.stdout).toMatch(/^\p{Lu}\p{Ll}+.* {2}.*(?:<=.*högst|högst.*<=)/mu);
    expect(run.stdout).not.toContain('utan riktning');
  });

  it('is shown for every organ that has it', async () => {
    const run = await runVp(['visa', 'bruttokostnadsutveckling', '--format', 'json']);
    const data = parseOutput<VisaOutput>(run);
    expect(data.rader.map(({ organ, status }) => [organ, status])).toEqual([
      ['rjh', 'ej_uppfyllt'],
      ['rs', 'ej_uppfyllt'],
      ['hsn', 'ej_uppfyllt'],
      ['run', 'uppfyllt'],
      ['ktn', 'uppfyllt'],
    ]);
    expect(data.utfall?.map(({ organ, text }) => [organ, text])).toEqual([
      ['rjh', '0,4 %'],
      ['rs', '-1,8'],
      ['hsn', '2'],
      ['run', '0,1'],
      ['ktn', '-0,2'],
    ]);
  });

  it('is shown with the outcomes of its units', async () => {
    const data = parseOutput<VisaOutput>(await runVp(['visa', 'ekologiska-livsmedel', '--format', 'json']));
    expect(data.utfall?.map(({ enhet = null, text }) => [enhet, text])).toEqual([
      [null, '36 %'],
      ['kostenheten', '33 %'],
      ['birka', '32 %'],
      ['backedal', '35 %'],
    ]);
  });

  it('without utfall in the period says so, with the last known', async () => {
    const run = await runVp(['visa', 'telefon-samma-dag', '2025', '--tertial', '2']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout).toMatch(/○ Utfall saknas.*senast kända är 84.% \(T1 2025\)/s);
  });

  it.each([
    ['TELEFON-SAMMA-DAG'],
    [NAMN],
    [NAMN.toUpperCase().normalize('NFD')],
    ['plans/2025 after the id', ['telefon-samma-dag', 'plans/2025/']],
  ] as [string, string[]?][])('is found by %s', async (name, args = [name]) => {
    const data = parseOutput<VisaOutput>(await runVp(['visa', ...args, '--format', 'json']));
    expect(data).toMatchObject({ slag: 'nyckeltal', id: 'telefon-samma-dag', namn: NAMN, period: '2025-T1' });
    expect(data.källa).toEqual({ fil: 'plans/2025/mal/halso-och-sjukvard.yaml', rad: 12 });
  });
});

describe.concurrent('an uppdrag', () => {
  it('is shown with who gave it, its description, and läge and comment of every organ', async () => {
    const run = await runVp(['visa', 'minska-miljopaverkan', '--tertial', '1', '--bredd', '120']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout.split('\n')[0]).toBe('Minska miljö- och klimatpåverkan.');
    expect(run.stdout).toMatch(/^Från +Regionfullmäktige$/m);
    expect(run.stdout).toMatch(/^Beskrivning +Alla verksamheter bidrar/m);
    expect(run.stdout).toMatch(/^Mäts med +koldioxidutslapp, energianvandning, atervinningsgrad$/m);
    expect(run.stdout.match(/^○ Ej bedömt; läge: pågår$/gm)).toHaveLength(3);
    expect(run.stdout.match(/^○ Ej bedömt; läge: anges inte$/gm)).toHaveLength(1);
    for (const organ of [
      'Regionstyrelsen',
      'Hälso- och sjukvårdsnämnden',
      'Regionala utvecklingsnämnden',
      'Kollektivtrafiknämnden',
    ]) {
      expect(run.stdout).toContain(`\n${organ}, T1 2025\n`);
    }
  });

  it('is data in JSON', async () => {
    const data = parseOutput<VisaOutput>(await runVp(['visa', 'minska-miljopaverkan', '--format', 'json']));
    expect(data).toMatchObject({ slag: 'uppdrag', id: 'minska-miljopaverkan' });
    expect(data.rader.map(({ organ, läge, status }) => [organ, läge, status])).toEqual([
      ['rs', 'pågår', null],
      ['hsn', 'pågår', null],
      ['run', 'pågår', null],
      // Its comment tells of a delay, but the document states no läge.
      ['ktn', null, null],
    ]);
  });
});

describe.concurrent('the JSON of vp visa', () => {
  it.each([
    'telefon-samma-dag',
    'vantetid-1177',
    'ambulans-utan-transport',
    'bruttokostnadsutveckling',
    'energianvandning',
    'ekologiska-livsmedel',
    'hse-tandvard',
    'minska-miljopaverkan',
    'ung-kultur',
  ])('fits its schema: %s', async (id) => {
    const run = await runVp(['visa', id, '--format', 'json']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(faultsOf('visa', parseOutput(run))).toEqual([]);
  });
});

describe.concurrent('what there is not', () => {
  it.each([
    ['telefon-sama-dag', /Menade du ”?telefon-samma-dag”?\?/],
    ['Sjuktal per enheter', /Menade du ”?(?:sjuktal|Sjuktal per enhet)/i],
    ['minska-miljöpåverkan', /Menade du ”?minska-miljopaverkan”?\?/],
    ['qqqqqqqqqqqq', /\nHjälp: /],
  ])('is told with what is near: %s', async (name, help) => {
    const run = await runVp(['visa', name, '2025']);
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toMatch(new RegExp(`^vp: ”${name}” finns inte i planen 2025\nHjälp: `));
    expect(run.stderr).toMatch(help);
  });

  it('of a plan with errors is told beside what could be read', async () => {
    const copy = copyPlans();
    copy.replace('2025/mal/halso-och-sjukvard.yaml', 'minst 88 %', 'minst sjuttio %');
    const run = await runVp(['visa', 'telefon-samma-dag'], { cwd: copy.folder });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^Planen 2025 har 1 fel\b.*vp kontroll 2025 visar /);
    expect(run.stdout).toContain('går inte att läsa');
  });
});
