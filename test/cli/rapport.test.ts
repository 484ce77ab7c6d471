import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bare, textsIn, wordsOfHtml, wordsOfMarkdown } from '../helpers/report-texts.ts';
import type { PlanTexts } from '../helpers/temp-plan.ts';
import { checkPdf } from '../render/pdf/checker.ts';
import { ROOT, runShell, runVp } from './run-vp.ts';
import { runInPlan } from './temp-vp.ts';

const work = mkdtempSync(join(tmpdir(), 'vp-rapport-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const PLANS = ['--plans', join(ROOT, 'plans'), '--idag', '2025-06-01'];
const BILAGA = ['rapport', '2025', '--tertial', '1', ...PLANS];

interface Report {
  readonly titel: string;
  readonly innehåll: readonly unknown[];
}

describe('vp rapport', async () => {
  const { stdout, stderr, exitCode } = await runVp([...BILAGA, '--format', 'json', '-o', '-']);
  const report = JSON.parse(stdout) as Report;
  const texts = [...new Set(textsIn(report.innehåll).map(bare))].filter((text) => text !== '');

  it('skriver till standard ut när filen är -', () => {
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(report.titel).toBe('Sammanställning måluppfyllelse, T1 2025');
    expect(texts.length).toBeGreaterThan(400);
  });

  it('har alla ord också som webbsida, Markdown och PDF', async () => {
    for (const name of ['b.html', 'b.md', 'b.pdf']) {
      const run = await runVp([...BILAGA, '-o', name], { cwd: work });
      expect(run).toEqual({ stdout: '', stderr: `Skrev ${name}\n`, exitCode: 0 });
    }
    const html = bare(wordsOfHtml(readFileSync(join(work, 'b.html'), 'utf8')));
    expect(texts.filter((text) => !html.includes(text))).toEqual([]);
    const markdown = bare(wordsOfMarkdown(readFileSync(join(work, 'b.md'), 'utf8')));
    expect(texts.filter((text) => !markdown.includes(text))).toEqual([]);
    const { problems, texts: heard, pages } = checkPdf(readFileSync(join(work, 'b.pdf')));
    expect(problems).toEqual([]);
    expect(pages).toBeGreaterThan(10);
    const pdf = bare(heard.map(({ text }) => text).join(' '));
    expect(texts.filter((text) => !pdf.includes(text))).toEqual([]);
  });

  it('ger samma byte två gånger', async () => {
    for (const ending of ['pdf', 'html', 'md', 'json']) {
      for (const name of [`ett.${ending}`, `två.${ending}`]) {
        await runVp([...BILAGA, '--mall', 'namnd', '--organ', 'ktn', '-o', name], { cwd: work });
      }
      expect(readFileSync(join(work, `ett.${ending}`)).equals(readFileSync(join(work, `två.${ending}`))), ending).toBe(
        true,
      );
    }
  });

  it('följer filens namn, eller --format, och säger emot när de inte stämmer', async () => {
    await runVp([...BILAGA, '-o', 'namn.docx'], { cwd: work });
    expect(readFileSync(join(work, 'namn.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(await runVp([...BILAGA, '-o', 'namn.txt'], { cwd: work })).toMatchObject({
      exitCode: 2,
      stderr: 'vp: filnamnet .txt säger inget format\nHjälp: Sluta namnet på .html, .pdf, .docx, .xlsx, .md, .json\n',
    });
    expect(await runVp([...BILAGA, '-o', 'namn.pdf', '--format', 'html'], { cwd: work })).toMatchObject({
      exitCode: 2,
      stderr: 'vp: filen heter .pdf men formatet är html\nHjälp: Ta bort --format eller byt filens namn\n',
    });
    expect(existsSync(join(work, 'namn.txt'))).toBe(false);
  });

  it('heter efter mall och period när inget namn är givet', async () => {
    const cwd = join(work, 'utan-namn');
    mkdirSync(cwd);
    await runVp(BILAGA, { cwd });
    expect(readdirSync(cwd)).toEqual(['bilaga1-2025-t1.html']);
  });

  it('skriver aldrig bland planerna', async () => {
    const run = await runVp([...BILAGA, '-o', join(ROOT, 'plans', '2025', 'b.html')], { cwd: work });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('ligger bland planerna');
    expect(existsSync(join(ROOT, 'plans', '2025', 'b.html'))).toBe(false);
  });

  it('skriver hela filen till ett rör', async () => {
    const run = await runShell(`vp ${BILAGA.join(' ')} --format pdf -o - | tail -c 6`);
    expect(run.stdout).toBe('%%EOF\n');
  });

  it.each([
    [['--mall', 'bilaga'], 'mallen ”bilaga” finns inte', 'Menade du ”bilaga1”?'],
    [['--mall', '../plans/2025/plan'], 'mallen ”../plans/2025/plan” finns inte', 'Mallar som finns:'],
    [['--mall', 'namnd', '--organ', 'hsm'], 'organet ”hsm” finns inte', 'Menade du ”hsn”?'],
  ])('säger vad som är fel: %j', async (args, message, help) => {
    const run = await runVp([...BILAGA, ...args, '-o', '-']);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain(help);
  });

  it('behöver veta vilket organ en nämndmall gäller', async () => {
    const run = await runVp([...BILAGA, '--mall', 'namnd', '-o', '-']);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain('templates/namnd.md:1:22: fel[VP150 mall]');
    expect(run.stderr).toContain('Ange --organ');
  });
});

describe('en mall som inte kan läsas', () => {
  const withTemplate = (text: string) => ({
    '2025/mal/omrade.yaml': 'namn: Område\n',
    '2025/mallar/egen.md': text,
  });

  it.each([
    ['tom', '', 'fel[VP005 tom-fil]'],
    ['utan titel', '# \n', 'mallen har ingen rubrik'],
  ])('sägs vara det: %s', async (_name, text, message) => {
    const run = await runInPlan(withTemplate(text), ['rapport', '2025', '--mall', 'egen', '-o', '-']);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain('Ingen rapport skrevs.');
  });

  it('följs inte när den är en länk ut ur mappen', async () => {
    const plans = join(work, 'med-lank');
    cpSync(join(ROOT, 'plans'), plans, { recursive: true });
    mkdirSync(join(plans, '2025', 'mallar'));
    symlinkSync(join(ROOT, 'templates', 'bilaga1.md'), join(plans, '2025', 'mallar', 'lank.md'));
    const run = await runVp(['rapport', '2025', '--mall', 'lank', '--plans', plans, '-o', '-']);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('mallen ”lank” finns inte');
  });
});

describe('en fil som inte går att skriva', () => {
  it.each(['', 'finns/inte/b.html', '.'])('sägs aldrig vara skriven: ”%s”', async (name) => {
    const run = await runVp([...BILAGA, '--format', 'html', '-o', name], { cwd: work });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).not.toContain('Skrev');
  });
});

describe('en rapport för en annan plan', () => {
  // That every report of every plan is free of faults is tried without a process for each: every-report.test.ts.
  it('är en riktig PDF', async () => {
    const args = ['rapport', '2022', '--mall', 'verksamhetsplan', ...PLANS, '-o', 'plan.pdf'];
    expect(await runVp(args, { cwd: work })).toEqual({ stdout: '', stderr: 'Skrev plan.pdf\n', exitCode: 0 });
    expect(checkPdf(readFileSync(join(work, 'plan.pdf'))).problems).toEqual([]);
  });
});

const HOSTILE: PlanTexts = {
  '2025/mal/omrade.yaml': `namn: Område
nyckeltal:
  - id: n
    namn: "=cmd() <script>alert(1)</script>"
    målvärde: minst 50 %
`,
  '2025/utfall/t1.csv': 'nyckeltal;period;utfall\nn;2025-T1;48 %\n',
  '2025/uppfoljning/2025-t1/rs.yaml': `nyckeltal:
  n:
    kommentar: "Lo\\u0308fte 😀 đŧïæ שלום <img src=x onerror=alert(1)> [klicka](javascript:alert(1)) **fet**"
`,
};

describe('texter från många händer', () => {
  const draw = (...args: readonly string[]) =>
    runInPlan(HOSTILE, ['rapport', '2025', '--idag', '2025-06-01', '-o', '-', ...args]);

  it('kan inte styra webbsidan', async () => {
    const { stdout } = await draw('--format', 'html');
    expect(stdout).not.toMatch(/<script>alert|<img src=x|href="javascript/);
    const words = wordsOfHtml(stdout);
    expect(words).toContain('=cmd() <script>alert(1)</script>');
    expect(words).toContain('Löfte 😀 đŧïæ שלום <img src=x onerror=alert(1)> [klicka](javascript:alert(1)) ');
  });

  it('står hela i PDF:en, och det som typsnitten saknar sägs med fil och rad', async () => {
    const run = await runShellInPlan('vp rapport 2025 --plans . --idag 2025-06-01 -o "$UT" && head -c 5 "$UT"');
    expect(run.stderr).toContain(
      'Varning: ./2025/uppfoljning/2025-t1/rs.yaml:3: ett tecken saknas i typsnitten och skrivs [U+1F600] i PDF:en',
    );
  });

  async function runShellInPlan(line: string) {
    const { writeTempPlan } = await import('../helpers/temp-plan.ts');
    const { plansFolder, cleanup } = writeTempPlan(HOSTILE);
    try {
      return await runShell(line, { cwd: plansFolder.path, env: { UT: join(work, 'ut.pdf') } });
    } finally {
      cleanup();
    }
  }
});

describe('planens egen mall', () => {
  it('går före programmets, och ett fel i den pekas ut på sin rad', async () => {
    const texts = {
      '2025/mal/omrade.yaml': HOSTILE['2025/mal/omrade.yaml'] ?? '',
      '2025/mallar/bilaga1.md': '# Vår egen, :period\n\n::matrix\n\n:antal{av=rader} nyckeltal, :antal{av=båtar}.\n',
    };
    const run = await runInPlan(texts, ['rapport', '2025', '-o', '-']);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain('2025/mallar/bilaga1.md:3:1: fel[VP150 mall]');
    expect(run.stderr).toContain('Menade du ”matris”?');
    expect(run.stderr).toContain('2025/mallar/bilaga1.md:5:29: fel[VP150 mall]');
    const checked = await runInPlan(texts, ['kontroll', '2025']);
    expect(checked.exitCode).toBe(1);
    expect(checked.stdout).toContain('2025/mallar/bilaga1.md:3:1: fel[VP150 mall]');
  });
});

describe('god ekonomisk hushållning i rapporten', () => {
  const goal =
    'namn: Ekonomi\nnyckeltal:\n  - id: soliditet\n    namn: Soliditet\n    sort: finansiellt\n    geh: ja\n';
  const texts = {
    '2025/mal/ekonomi.yaml': `${goal}    målvärde: minst 10 %\n`,
    '2025/mallar/hushallning.md': '# Hushållning\n\n::god-ekonomisk-hushallning\n',
    '2025/utfall/2025-t1.csv': 'nyckeltal;organ;period;utfall\nsoliditet;rs;2025-T1;9,5 %\n',
  };
  const args = ['rapport', '2025', '-t', '1', '--mall', 'hushallning', '--format', 'md', '-o', '-'];

  it('har bedömningen bredvid fördelningen, med motivering och prognos', async () => {
    const judged =
      'god_ekonomisk_hushållning:\n  samlad:\n    bedömning:\n      status: uppfyllt\n      motivering: Målet är *nära*.\n    prognos: Nås i höst.\n';
    const run = await runInPlan({ ...texts, '2025/uppfoljning/2025-t1/rs.yaml': judged }, args);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('| Finansiella mål | 1 | 0 | 1 | 0 | 0 | ○ Bedömning saknas | – |');
    expect(run.stdout).toContain('| Mål för verksamheten | 0 | 0 | 0 | 0 | 0 | ○ Bedömning saknas | – |');
    expect(run.stdout).toContain(
      '| Samlad bedömning | 1 | 0 | 1 | 0 | 0 | ● Uppfyllt | Målet är *nära*.<br>**Prognos:** Nås i höst. |',
    );
    expect(run.stdout).toContain('| Soliditet | Finansiellt | ◆ Delvis uppfyllt |');
  });

  it('säger att inga mål är angivna', async () => {
    const run = await runInPlan(
      { ...texts, '2025/mal/ekonomi.yaml': 'namn: Ekonomi\n', '2025/utfall/2025-t1.csv': 'nyckeltal;period;utfall\n' },
      args,
    );
    expect(run.stdout).toContain('Planen anger inga mål för god ekonomisk hushållning.');
  });
});
