import { beforeAll, describe, expect, it } from 'vitest';
import { writeTempPlan } from '../helpers/temp-plan.ts';
import { faultsOf } from './output-schema.ts';
import type { StatusOutput } from './outputs.ts';
import { readTables, squeeze, widestOf } from './read-table.ts';
import { PATIENCE_MS, parseOutput, runVp, type VpRun } from './run-vp.ts';

/** Plans without outcomes: their status says what is to be measured, and what cannot be followed up. */
interface Mål {
  readonly id: string;
  readonly mål: string;
  readonly målområde: string;
  readonly nyckeltal: readonly string[];
  readonly saknar: string | null;
}

interface PlannedOutput extends StatusOutput {
  readonly plan: StatusOutput['plan'] & { readonly nivåer: Readonly<Record<string, string>> };
  readonly totalt: StatusOutput['totalt'] & {
    readonly mål: { readonly antal: number; readonly utan_nyckeltal: number };
  };
  readonly mål: readonly Mål[];
  readonly indikatorer: readonly { readonly id: string; readonly status: string }[];
}

async function dataOf(id: string, ...options: readonly string[]): Promise<PlannedOutput> {
  const run = await runVp(['status', id, ...options, '--format', 'json']);
  expect(run).toMatchObject({ stderr: `Planen ${id} har inget utfall än.\n`, exitCode: 0 });
  const data = parseOutput<PlannedOutput>(run);
  expect(faultsOf('status', data)).toEqual([]);
  return data;
}

const flat = (text: string) => text.replace(/\s+/g, ' ');
const attentionOf = ({ stdout }: VpRun) => flat(stdout.slice(stdout.indexOf('Kräver uppmärksamhet')));

/** The resultatmål of 2020 that the document prints without mätetal. */
const UTAN_MÄTETAL = [
  'samverkan-med-kommunerna',
  'akademisk-miljo',
  'omlokaliserade-verksamheter',
  'bilden-av-regionen',
  'klimatanpassning',
  'sprak-och-kulturanpassad-vard',
  'barns-rattigheter',
  'uppfoljning-av-bestalld-vard',
  'alternativa-driftsformer',
  'robust-primarvard',
  'distansoberoende-vard',
  'civilt-forsvar',
  'ratt-kompetens',
  'ekonomi-i-balans',
  'verktyg-for-analys',
];

describe('the plan of 2020, with resultatmål and mätetal', () => {
  let data: PlannedOutput;
  let table: VpRun;

  beforeAll(async () => {
    [data, table] = await Promise.all([dataOf('2020'), runVp(['status', '2020', '--bredd', '120'])]);
  }, PATIENCE_MS);

  it('has every resultatmål, and says which have no mätetal', () => {
    expect(data.plan.nivåer).toMatchObject({ målområde: 'insatsområde', mål: 'resultatmål', nyckeltal: 'mätetal' });
    expect(data.mål.filter(({ saknar }) => saknar === 'nyckeltal').map(({ id }) => id)).toEqual(UTAN_MÄTETAL);
    expect(data.totalt.mål).toEqual({ antal: 26, utan_nyckeltal: 15 });
    // Each mätetal belongs to one of the others.
    expect(data.mål.flatMap(({ nyckeltal }) => nyckeltal)).toEqual(data.rader.map(({ id }) => id));
  });

  it('is drawn with each resultatmål under its insatsområde', () => {
    const text = flat(table.stdout);
    for (const { mål, saknar } of data.mål) {
      expect(text).toContain(`○ Resultatmål: ${flat(mål)}${saknar === null ? '' : ' – saknar mätetal och målvärde'}`);
    }
    for (const { namn } of data.målområden) {
      expect(text).toContain(`Insatsområde: ${namn}`);
    }
    expect(text).toContain('Resultatmål: 26, varav 15 utan mätetal');
  });

  it('says of each mätetal when it is measured and against what', () => {
    expect(table.stdout).toMatch(/^Mätetal +Organ +Mäts +Senast känt +Målvärde +Status$/m);
    expect(readTables(table.stdout).map(({ cells }) => cells.join(' '))).toEqual(
      expect.arrayContaining([
        `${squeeze('Minskad energianvändning, mål för helår')} RS år – 204,7 ○Skamätas`,
        `${squeeze('Låg bruttokostnadsutveckling')} RS tertial – 0,2% ○Skamätas`,
        `${squeeze('Öka intäkterna jämfört med 2019')} RS tertial – – ○Målvärdesaknas`,
      ]),
    );
  });

  it('ends with what needs attention, without repeating what all have in common', () => {
    expect(attentionOf(table)).toBe(
      flat(`Kräver uppmärksamhet
○ Antal specialiteter som har multidiciplinära konferenser (MDK) (RS): Det finns inget målvärde att jämföra med.
○ Öka intäkterna jämfört med 2019 (RS): Det finns inget målvärde att jämföra med.
○ 15 resultatmål saknar både mätetal och målvärde; vp status 2020 --endast malvarde-saknas visar vilka.
○ 13 rader saknar utfall för 2020.
`),
    );
  });

  it('shows only what lacks a målvärde when that is asked for', async () => {
    const only = await dataOf('2020', '--endast', 'malvarde-saknas');
    expect(only.rader.map(({ id }) => id)).toEqual(['multidisciplinara-konferenser', 'externa-intakter']);
    expect(only.mål.filter(({ saknar }) => saknar !== null).map(({ id }) => id)).toEqual(UTAN_MÄTETAL);
    expect((await dataOf('2020', '--endast', 'gron')).mål).toEqual([]);
  });

  it('has a row in the CSV for each resultatmål without mätetal', async () => {
    const { stdout } = await runVp(['status', '2020', '--format', 'csv']);
    for (const id of UTAN_MÄTETAL) {
      expect(stdout).toMatch(
        new RegExp(`^[^\\n]*;${id};[^\\n]*;Målvärde saknas;[^\\n]*Resultatmål utan mätetal och`, 'm'),
      );
    }
  });

  it('keeps the order that is asked for, and loses nothing by it', async () => {
    const sorted = await runVp(['status', '2020', '--sort', 'namn', '--bredd', '120']);
    expect(readTables(sorted.stdout).filter(({ cells }) => cells[1] === 'RS')).toHaveLength(15);
    expect(sorted.stdout.match(/^○ Resultatmål: /gm)).toHaveLength(15);
  });
});

describe('the other plans without outcomes', () => {
  it.each(['2020', '2021', '2022', '2022-2024-kd'])('%s fits in narrow and wide terminals', async (id) => {
    for (const columns of [40, 80, 120]) {
      const run = await runVp(['status', id, '--bredd', String(columns)]);
      expect(run).toMatchObject({ stderr: `Planen ${id} har inget utfall än.\n`, exitCode: 0 });
      expect(widestOf(run.stdout)).toBeLessThanOrEqual(columns);
      expect(run.stdout).not.toMatch(/[ \t]$|undefined|null/m);
    }
  });

  it('2022 tells which målvärden are still to come, and what was known before', async () => {
    const [data, table] = await Promise.all([dataOf('2022'), runVp(['status', '2022', '--bredd', '120'])]);
    expect(data.rader.filter(({ status }) => status === 'målvärde_saknas')).toHaveLength(3);
    expect(attentionOf(table)).toContain(
      'Fler ingångna avtal om hybridarbete från hemmet (jmf med 2021) (RS): Målvärdet ska kompletteras senare.',
    );
    expect(attentionOf(table)).toContain('○ 59 rader saknar utfall för 2022.');
    expect(data.indikatorer).toHaveLength(25);
    expect(flat(table.stdout)).toMatch(/Indikator +Organ .* Skattekraft RS tertial – – ○ Ska mätas/);
    expect(flat(table.stdout)).toContain('70 % (2020/21)');
  });

  it('2021 says that it has nothing to follow up', async () => {
    const { stdout } = await runVp(['status', '2021', '--bredd', '120']);
    expect(stdout).toContain(
      'Planen har inget att följa upp: i mappen mal/ finns varken mål, nyckeltal eller uppdrag.',
    );
  });

  it('a proposal counts what is only judged apart from what could not be computed', async () => {
    const { stdout } = await runVp(['status', '2022-2024-kd', '--bredd', '120']);
    expect(flat(stdout)).toContain('Nyckeltal: 28 rader: 1 delvis uppfyllt, 14 utfall saknas, 13 ej bedömt');
  });

  it('a period without outcomes shows what was last known', async () => {
    const { stdout } = await runVp(['status', '2025', '--tertial', '2', '--bredd', '120']);
    const rows = readTables(stdout).map(({ cells }) => cells.slice(1).join(' '));
    expect(rows).toContain('HSN tertial 84%(T12025) minst88% ○Skamätas');
  });

  it('a few mål that nothing measures are told by name', async () => {
    const { plansFolder, cleanup } = writeTempPlan({
      '2025/mal/omrade.yaml':
        'namn: Område\nmål:\n  - id: a\n    namn: Robust vård\n  - id: b\n    namn: B\n    målvärde: minst 5\n',
    });
    const { stdout, exitCode } = await runVp(['status', '--plans', plansFolder.path, '--bredd', '120']);
    cleanup();
    // Such a mål is an error of the plan, and is shown all the same.
    expect(exitCode).toBe(1);
    expect(stdout).toContain('○ Mål: Robust vård – saknar nyckeltal och målvärde\n');
    expect(stdout).toContain('Mål: 2, varav 1 utan nyckeltal\n');
    expect(stdout).toContain('○ Robust vård: Det finns varken nyckeltal eller målvärde att följa upp med.\n');
  });
});
