import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './output-schema.ts';
import { ESCAPES, widestOf } from './read-table.ts';
import { parseOutput, ROOT, runVp, type VpRun } from './run-vp.ts';
import { runInPlan } from './temp-vp.ts';

interface Prövning {
  readonly rad: string;
  readonly kolumn: string;
  readonly utfall: string;
  readonly angiven: number | null;
  readonly beräknad: number | null;
  readonly skillnad: number | null;
  readonly skäl: string | null;
  readonly känd_avvikelse: string | null;
  readonly källa: { readonly fil: string; readonly rad: number; readonly kolumn: number };
}

interface BudgetOutput {
  readonly tabeller: readonly {
    readonly id: string;
    readonly rader: readonly {
      readonly namn: string;
      readonly celler: readonly { readonly text: string; readonly värde: number | null }[];
    }[];
    readonly prövningar: readonly Prövning[];
  }[];
  readonly ändringar: readonly unknown[];
  readonly investeringar: {
    readonly områden: readonly { readonly namn: string | null; readonly summa: number | null }[];
    readonly summa: {
      readonly utfall: string | null;
      readonly angiven: number | null;
      readonly beräknad: number | null;
    };
  } | null;
}

const BUDGET = `tabeller:
  - id: ramar
    rubrik: Budgetramar
    måttenhet: mkr
    tabell: |
      | Mkr    | Externa intäkter | Personalkostnader | Netto    |
      |--------|-----------------:|------------------:|---------:|
      | Stab   |            200,2 |            -282,9 |    -82,7 |
      | Vård   |              5,2 |               0,0 |      5,2 |
      | Motsedda |  Ej specificerat |              -4,0 |     -4,0 |
      | Totalt |            205,4 |            -286,9 | -1 081,5 |
    summor:
      - rad: Totalt
        av: [Stab, Vård, Motsedda]
      - kolumn: Netto
        av: [Externa intäkter, Personalkostnader]
    fotnoter:
      - "*Preliminärt"
investeringar:
  måttenhet: tkr
  objekt:
    - område: IT
      objekt: Servrar
      belopp: 9 600
    - objekt: Annat
      belopp: 400
`;

/** Figures as they are drawn, with a true minus sign and no-break spaces between thousands. */
function drawn(text: string): string {
  return text.replaceAll('-', '−').replace(/(\d) (?=\d{3})/g, '$1\u00A0');
}

describe.concurrent('vp budget i regionens planer', () => {
  let data: BudgetOutput;
  beforeAll(async () => {
    data = parseOutput<BudgetOutput>(await runVp(['budget', '2022', '--format', 'json']));
  });

  it('hittar de tryckta felen i planen 2022, var de står och varför', async () => {
    expect(faultsOf('budget-utskrift', data)).toEqual([]);
    const checks = data.tabeller.flatMap(({ prövningar }) => prövningar);
    expect(checks.length).toBeGreaterThan(15);
    const wrong = checks.filter(({ utfall }) => utfall !== 'stämmer');
    expect(wrong.map(({ kolumn, angiven, beräknad, skillnad }) => [kolumn, angiven, beräknad, skillnad])).toEqual([
      ['Övriga externa omkostnader', -763, -763.4, 0.4],
      ['Avskrivningar', -86.5, -86.2, 0.3],
      ['Nettobudget', -1585.1, -1585, 0.1],
    ]);
    expect(wrong.every(({ känd_avvikelse: reason }) => (reason ?? '').length > 10)).toBe(true);
    const lines = readFileSync(join(ROOT, 'plans/2022/budget.yaml'), 'utf8').split('\n');
    for (const { källa, angiven } of checks) {
      const cell = (lines[källa.rad - 1] ?? '').slice(källa.kolumn - 1).split('|')[0] ?? '';
      expect(Number(cell.trim().replace(/ /g, '').replace(',', '.'))).toBe(angiven);
    }
    expect(data.investeringar).toMatchObject({
      områden: [
        { namn: 'Regionservice', summa: 6830 },
        { namn: 'IT', summa: 17230 },
        { namn: 'Fastighet', summa: 25323 },
      ],
      summa: { utfall: 'stämmer', angiven: 49383, beräknad: 49383 },
    });
  });

  it.each([40, 60, 80, 100, 120, 200])('ritar 2022 i %i kolumner utan att något skärs av', async (width) => {
    const run = await runVp(['budget', '2022', '--bredd', String(width)]);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(widestOf(run.stdout)).toBeLessThanOrEqual(width);
    expect(run.stdout).not.toMatch(/[ \t]$/m);
    const printed = data.tabeller.flatMap(({ rader }) => rader.flatMap(({ celler }) => celler.map(({ text }) => text)));
    for (const text of printed) {
      expect(run.stdout).toContain(drawn(text.replace(/^-(\d)(\d{3}),/, '-$1 $2,').replace(/^(\d)(\d{3}),/, '$1 $2,')));
    }
    for (const line of run.stdout.split('\n').filter((one) => one.startsWith('Regiondirektör '))) {
      expect(line.split(/ {2,}/).length).toBeGreaterThan(1);
    }
  });

  it('säger i ord och med tecken vad som inte går ihop', async () => {
    const { stdout } = await runVp(['budget', '2022', '--bredd', '120']);
    expect(stdout).toMatch(/^▲ Raderna blir +−763,4 +−86,2$/m);
    expect(stdout).toMatch(/^▲ Kolumnerna blir +−1\u00A0585,0$/m);
    expect(stdout).toMatch(
      /^▲ Avviker: Summa tjänstemannabudget, Avskrivningar: −86,5, men raderna blir −86,2 .*Känd avvikelse/m,
    );
    expect(stdout).toMatch(/^● 10 summor stämmer$/m);
    expect(stdout).toMatch(/^● 1 summa och 3 jämförelser stämmer$/m);
    expect(stdout).toMatch(/^● Summan stämmer$/m);
  });

  it('kan inte kontrollera summor av text i KD:s förslag', async () => {
    const { stdout, exitCode } = await runVp(['budget', '2022-2024-kd']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^○ Kan inte kontrolleras: Totalt, Budget 2021: ”Ej specificerat” är inget tal$/m);
    expect(stdout).toContain('”36,5 +?” är inget tal');
    expect(stdout).toMatch(/^\*Till personalsatsning del 2 vill Kristdemokraterna/m);
  });

  it('jämför tabellerna i planen 2020', async () => {
    const { stdout, exitCode } = await runVp(['budget', '2020']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^● 4 summor och 4 jämförelser stämmer$/m);
  });

  it.each(['tabell', 'md'])('säger var budgeten skrivs när planen inte har någon (%s)', async (format) => {
    expect(await runVp(['budget', '2025', '--format', format])).toEqual({
      stdout:
        'Planen 2025 har ingen budget. Den skrivs i plans/2025/budget.yaml. Planer som har: 2020, 2022, 2022-2024-kd.\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it('är tom men giltig för maskiner när planen inte har någon', async () => {
    const json = await runVp(['budget', '2025', '--format', 'json']);
    expect(json.stderr).toContain('har ingen budget');
    const empty = parseOutput<BudgetOutput>(json);
    expect(faultsOf('budget-utskrift', empty)).toEqual([]);
    expect(empty).toMatchObject({ tabeller: [], ändringar: [], investeringar: null });
    const csv = await runVp(['budget', '2025', '--format', 'csv']);
    expect(csv.stdout.split('\r\n')).toHaveLength(2);
  });
});

describe.concurrent('vp budget', () => {
  const texts = { '2025/budget.yaml': BUDGET };

  it('ger JSON efter schemat', async () => {
    const data = parseOutput<BudgetOutput>(await runInPlan(texts, ['budget', '--format', 'json']));
    expect(faultsOf('budget-utskrift', data)).toEqual([]);
    expect(data.tabeller[0]?.prövningar.map(({ rad, kolumn, utfall, skäl }) => [rad, kolumn, utfall, skäl])).toEqual([
      ['Totalt', 'Externa intäkter', 'kan_inte_kontrolleras', '”Ej specificerat” är inget tal'],
      ['Totalt', 'Personalkostnader', 'stämmer', null],
      ['Totalt', 'Netto', 'avviker', null],
      ['Stab', 'Netto', 'stämmer', null],
      ['Vård', 'Netto', 'stämmer', null],
      ['Motsedda', 'Netto', 'kan_inte_kontrolleras', '”Ej specificerat” är inget tal'],
      ['Totalt', 'Netto', 'avviker', null],
    ]);
    expect(data.investeringar?.summa).toMatchObject({ utfall: null, angiven: null, beräknad: 10000 });
  });

  it('gör lika utskrifter varje gång', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => runInPlan(texts, ['budget', '--format', 'json'])));
    expect(a).toEqual(b);
  });

  it('ger CSV som Excel läser, en rad för varje cell', async () => {
    const { stdout } = await runInPlan(texts, ['budget', '--format', 'csv']);
    expect(
      stdout.startsWith('\uFEFFdel;tabell;område;rad;kolumn;belopp;måttenhet;prövning;beräknad;anmärkning\r\n'),
    ).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(stdout.slice(1), {
      delimiter: ';',
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(12 + 3);
    expect(data.find(({ rad, kolumn }) => rad === 'Totalt' && kolumn === 'Netto')).toMatchObject({
      belopp: '-1081,5',
      måttenhet: 'mkr',
      prövning: 'avviker',
      beräknad: '-81,5',
    });
    expect(data.find(({ rad, kolumn }) => rad === 'Totalt' && kolumn === 'Externa intäkter')).toMatchObject({
      prövning: 'kan inte kontrolleras',
      anmärkning: '”Ej specificerat” är inget tal',
    });
    expect(data.at(-1)).toMatchObject({ del: 'investering', rad: 'Summa', belopp: '', beräknad: '10000' });
  });

  it('ger Markdown där tal står till höger', async () => {
    const { stdout } = await runInPlan(texts, ['budget', '--format', 'md']);
    expect(stdout).toContain(
      '## Budgetramar (mkr)\n\n| Mkr | Externa intäkter | Personalkostnader | Netto |\n|:--|--:|--:|--:|\n',
    );
    expect(stdout).toContain(
      '| **Totalt** | **205,4** | **−286,9** | **−1\u00A0081,5** |\n| ▲ Raderna blir |  |  | −81,5 |\n| ▲ Kolumnerna blir |  |  | −81,5 |\n',
    );
    expect(stdout).toContain('\n\\*Preliminärt\n');
    expect(stdout).toContain('| **Summa övrigt** |  |  | **400** |\n| **Summa** |  |  | **10\u00A0000** |\n');
  });

  it('ritar med tecken där terminalen inte är UTF-8, och utan färg där den inte har någon', async () => {
    const ascii = await runInPlan(texts, ['budget'], { env: { LANG: 'C', LC_ALL: 'C' } });
    expect(ascii.stdout).toMatch(/^\[!\] Raderna blir +−81,5$/m);
    expect(ascii.stdout).toMatch(/^\[!\] Avviker: Totalt, Netto/m);
    const colour = await runInPlan(texts, ['budget'], { env: { FORCE_COLOR: '2' } });
    expect(colour.stdout.replace(ESCAPES, '')).toBe((await runInPlan(texts, ['budget'])).stdout);
  });

  it('nämner att budget.yaml inte går att läsa', async () => {
    const run = await runInPlan({ '2025/budget.yaml': 'tabeller: [\n' }, ['budget']);
    expect(run.stdout).toBe('./2025/budget.yaml går inte att läsa; vp kontroll 2025 visar varför.\n');
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('1 fel');
  });
});

describe.concurrent('fientliga celler', () => {
  const texts = {
    '2025/budget.yaml': `tabeller:
  - id: ramar
    rubrik: "Ramar \\e[2J\\e]0;titel\\a \\u202Etxen | *fet* <b>"
    måttenhet: "mkr\\e[31m"
    tabell: |
      | =cmd()\\|x | Budget [a](b) |
      |---|---:|
      | =cmd()\\|' /C calc'!A0 | -5 |
      | +1+cmd() | @SUM(A1) |
      | <script>alert(1)</script> | ${'9'.repeat(40)} |
      | __proto__ | 3 |
    summor:
      - rad: __proto__
        av: [+1+cmd()]
    fotnoter:
      - "fot \\e[1m"
ändringar:
  - område: "=HYPERLINK(\\"x\\")"
    text: "-PTP \\e[2J"
    belopp: 2 mkr
investeringar:
  summa: 1
  objekt:
    - objekt: "@x \\e[2J"
      område: "constructor"
      belopp: 1
`,
  };
  const run = (...args: readonly string[]): Promise<VpRun> => runInPlan(texts, ['budget', ...args]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about
  const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u;

  it('styr ingen terminal', async () => {
    for (const width of ['40', '80', '200']) {
      const { stdout, stderr } = await run('--bredd', width);
      expect(`${stdout}${stderr}`).not.toMatch(STEERING);
      expect(stdout).not.toMatch(/undefined|\[object|NaN/);
      expect(widestOf(stdout)).toBeLessThanOrEqual(Number(width));
    }
  });

  it('är text i ett kalkylark', async () => {
    const { stdout } = await run('--format', 'csv');
    const { data } = Papa.parse<string[]>(stdout.slice(1), { delimiter: ';', skipEmptyLines: true });
    const cells = data.flat();
    expect(cells.filter((cell) => /^[=@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=cmd()|' /C calc'!A0");
    expect(cells).toContain("'+1+cmd()");
    expect(cells).toContain("'@SUM(A1)");
    expect(cells).toContain('-5');
  });

  it('är text i Markdown', async () => {
    const { stdout } = await run('--format', 'md');
    expect(stdout).toContain("| =cmd()\\|' /C calc'!A0 | −5 |");
    expect(stdout).toContain('\\<script\\>alert(1)\\</script\\>');
    expect(stdout).toContain('\\*fet\\* \\<b\\>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
  });

  it('är data i JSON', async () => {
    const data = parseOutput<BudgetOutput>(await run('--format', 'json'));
    expect(faultsOf('budget-utskrift', data)).toEqual([]);
    expect(data.tabeller[0]?.rader.map(({ namn }) => namn)).toContain('__proto__');
    expect(data.investeringar?.områden).toMatchObject([{ namn: 'constructor', summa: 1 }]);
  });
});
