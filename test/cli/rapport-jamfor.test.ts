import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPdf } from '../render/pdf/checker.ts';
import { runVp, type VpRun } from './run-vp.ts';

const work = mkdtempSync(join(tmpdir(), 'vp-jamfor-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const VÅRD = `namn: Vård
mål:
  - id: koer
    namn: Kortare köer
    målvärde: minst 70 %
  - id: trygghet
    namn: Trygg vård
    målvärde: minst 60 %
nyckeltal:
  - id: telefon
    namn: Besvarade samtal
    målvärde:
      rs: minst 90 %
      hsn: minst 80 %
uppdrag:
  - id: saker-vard
    namn: Säker vård
    senast: 2025-06-30
`;
const LATER = VÅRD.replace('minst 70 %', 'minst 75 %')
  .replace('id: trygghet\n    namn: Trygg vård', 'id: narhet\n    namn: Nära vård')
  .replace('hsn: minst 80 %', 'hsn: minst 85 %')
  .replace('2025-06-30', '2025-12-31');

const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=Prov', '-c', 'user.email=prov@example.se', ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: work,
      GIT_COMMITTER_DATE: '2025-02-03T23:30:00 +0100',
      GIT_AUTHOR_DATE: '2025-02-03T23:30:00 +0100',
    },
    encoding: 'utf8',
  });

function writePlan(plans: string, id: string, vård: string): void {
  mkdirSync(join(plans, id, 'mal'), { recursive: true });
  writeFileSync(
    join(plans, 'organisation.yaml'),
    'namn: Region Prov\norgan:\n  rs:\n    namn: Regionstyrelsen\n  hsn:\n    namn: Hälso- och sjukvårdsnämnden\n',
  );
  writeFileSync(join(plans, id, 'plan.yaml'), `titel: Plan för vården\nperiod: 2025\norgan: rs\n`);
  writeFileSync(join(plans, id, 'mal', 'vard.yaml'), vård);
}

const REPORT = ['rapport', '2025', '--mall', 'verksamhetsplan', '--idag', '2025-06-01'];

function compared(cwd: string, version: string, ...args: readonly string[]): Promise<VpRun> {
  return runVp([...REPORT, '--jamfor', version, ...(args.length === 0 ? ['--format', 'md', '-o', '-'] : args)], {
    cwd,
  });
}

/** What is marked in the plan, and what is said of it under its heading. */
function expectMarks(text: string): void {
  expect(text).toMatch(/Reviderat:\S* 1 mål, 1 nyckeltal, 1 uppdrag/);
  expect(text).toMatch(/Nytt:\S* 1 mål/);
  expect(text).toContain('- Mål: Trygg vård (Vård)');
  expect(text).toContain('| Kortare köer<br>**Reviderat** | minst 75 %<br>Tidigare minst 70 % | varje tertial |');
  expect(text).toContain('| Nära vård<br>**Nytt** | minst 60 % | varje tertial |');
  expect(text).toContain('| Besvarade samtal | Regionstyrelsen | – | minst 90 % |');
  expect(text).toContain(
    '| Besvarade samtal<br>**Reviderat** | Hälso- och sjukvårdsnämnden | – | minst 85 %<br>Tidigare minst 80 % |',
  );
  expect(text).toContain('| Säker vård<br>**Reviderat** | Regionstyrelsen | 2025-12-31<br>Tidigare 2025-06-30 |');
}

describe('vp rapport --jamfor med en git-revision', () => {
  const repo = join(work, 'arkiv');
  beforeAll(() => {
    writePlan(join(repo, 'plans'), '2025', VÅRD);
    git(repo, 'init', '-q', '-b', 'main');
    writeFileSync(join(repo, 'annat.txt'), 'utan planer');
    git(repo, 'add', 'annat.txt');
    git(repo, 'commit', '-qm', 'tom');
    git(repo, 'tag', 'tom');
    git(repo, 'add', '.');
    git(repo, 'commit', '-qm', 'fastställd');
    git(repo, 'tag', '-a', 'beslut/2025', '-m', 'fastställd');
    writeFileSync(join(repo, 'plans', '2025', 'mal', 'vard.yaml'), LATER);
  });

  it.each(['main', 'HEAD', 'beslut/2025', 'main@{0}'])('märker vad som har ändrats sedan %s', async (revision) => {
    const run = await compared(repo, revision);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expectMarks(run.stdout);
    const commit = git(repo, 'rev-parse', 'main').slice(0, 7);
    const plain = run.stdout.replaceAll('\\', '');
    expect(plain).toContain(`Planen är jämförd med versionen ${revision} (${commit}, 3 februari 2025).`);
  });

  it('fungerar från en annan mapp, i en krok och med ett annat namn på planmappen', async () => {
    const run = await runVp(
      [...REPORT, '--jamfor', 'main', '--plans', join(repo, 'plans'), '--format', 'md', '-o', '-'],
      {
        cwd: work,
        env: { GIT_DIR: '/finns/inte', GIT_WORK_TREE: '/', GIT_INDEX_FILE: '/finns/inte' },
      },
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expectMarks(run.stdout);
  });

  it('rör ingenting i arkivet', async () => {
    const state = () =>
      [
        // Without writing its index anew.
        git(repo, '--no-optional-locks', 'status', '--porcelain'),
        ...readdirSync(join(repo, '.git'), { recursive: true, encoding: 'utf8' })
          .sort()
          .map((name) => `${name} ${statSync(join(repo, '.git', name)).mtimeMs}`),
      ].join('\n');
    const before = state();
    await compared(repo, 'main');
    expect(state()).toBe(before);
  });

  it('säger att inget skiljer när planen är densamma', async () => {
    const clean = join(work, 'ren');
    cpSync(repo, clean, { recursive: true });
    git(clean, 'checkout', '-q', '--', '.');
    const run = await compared(clean, 'main');
    expect(run.stdout).toContain('Inget skiljer dem åt.');
    expect(run.stdout).not.toMatch(/Reviderat|Nytt|Tidigare|Borttaget/);
  });

  it('har märkena i alla format', async () => {
    for (const ending of ['html', 'pdf', 'docx', 'xlsx', 'json']) {
      const run = await compared(repo, 'main', '-o', join(work, `r.${ending}`));
      expect(run).toMatchObject({ exitCode: 0, stderr: `Skrev ${join(work, `r.${ending}`)}\n` });
    }
    const html = readFileSync(join(work, 'r.html'), 'utf8');
    expect(html).toContain('<p class="note"><strong>Reviderat</strong></p>');
    expect(html).toContain('<p class="note">Tidigare minst 70 %</p>');
    const { problems, texts } = checkPdf(readFileSync(join(work, 'r.pdf')));
    expect(problems).toEqual([]);
    const heard = texts.map(({ text }) => text.replace(/\s+/g, ' ').trim());
    expect(heard).toEqual(
      expect.arrayContaining(['Reviderat', 'Nytt', 'Tidigare minst 70 %', 'Mål: Trygg vård (Vård)']),
    );
    const json = readFileSync(join(work, 'r.json'), 'utf8');
    for (const words of ['Reviderat', 'Nytt', 'Tidigare minst 80 %', 'Mål: Trygg vård (Vård)']) {
      expect(json).toContain(`"text": "${words}"`);
    }
    for (const name of ['r.docx', 'r.xlsx']) {
      const parts = execFileSync('unzip', ['-p', join(work, name), '*.xml'], { encoding: 'utf8' });
      expect(parts, name).toContain('Reviderat');
      expect(parts, name).toContain('Tidigare minst 70 %');
    }
  });

  it.each([
    ['fanns-inte', '”fanns-inte” är varken en plan, en planmapp eller en git-revision'],
    ['main:plans', '”main:plans” är varken en plan, en planmapp eller en git-revision'],
    ['HEAD~99', '”HEAD~99” är varken en plan, en planmapp eller en git-revision'],
    ['main@{u}', "git kunde inte läsa revisionen main@{u}: no upstream configured for branch 'main'"],
    ['tom', 'planen 2025 finns inte i revisionen tom'],
    ['2025', 'planen 2025 kan inte jämföras med sig själv'],
    ['plans/2025', 'planen 2025 kan inte jämföras med sig själv'],
    ['', '--jamfor kan inte vara ””'],
    ['--output=ägd', '--jamfor kan inte vara ”--output=ägd”'],
    ['-h', '--jamfor kan inte vara ”-h”'],
  ])('säger vad som är fel med %j', async (version, message) => {
    const run = await runVp([...REPORT, `--jamfor=${version}`, '-o', '-'], { cwd: repo });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr.split('\n')[0]).toBe(`vp: ${message}`);
    expect(existsSync(join(repo, 'ägd'))).toBe(false);
  });

  it('säger att git saknas, och att mappen inte ligger i något arkiv', async () => {
    const without = await runVp([...REPORT, '--jamfor', 'main', '-o', '-'], {
      cwd: repo,
      env: { PATH: '/finns/inte' },
    });
    expect(without).toMatchObject({ exitCode: 2, stdout: '' });
    expect(without.stderr).toContain('git, som behövs för revisioner, finns inte på datorn');
    const loose = join(work, 'utan-arkiv');
    cpSync(join(repo, 'plans'), join(loose, 'plans'), { recursive: true });
    const outside = await compared(loose, 'main');
    expect(outside).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outside.stderr).toContain('plans ligger inte i något git-arkiv');
  });

  it('jämför inte med en version som inte går att läsa hel', async () => {
    const broken = join(work, 'trasig');
    cpSync(repo, broken, { recursive: true });
    appendFileSync(join(broken, 'plans', '2025', 'mal', 'vard.yaml'), 'mål: [\n');
    git(broken, 'commit', '-qam', 'trasig');
    git(broken, 'tag', 'trasig');
    writeFileSync(join(broken, 'plans', '2025', 'mal', 'vard.yaml'), LATER);
    const run = await compared(broken, 'trasig');
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(/^trasig:plans\/2025\/mal\/vard\.yaml:\d+:\d+: fel\[VP1/);
    expect(run.stderr).toContain('Ingen rapport skrevs.');
    appendFileSync(join(broken, 'plans', '2025', 'mal', 'vard.yaml'), 'mål: [\n');
    const now = await compared(broken, 'beslut/2025');
    expect(now).toMatchObject({ exitCode: 2, stdout: '' });
    expect(now.stderr).toContain('hela planen 2025 går inte att läsa');
  });

  it('följer inte en länk i arkivet, och säger till om fel i den tidigare versionen', async () => {
    const linked = join(work, 'lankad');
    cpSync(repo, linked, { recursive: true });
    execFileSync('ln', ['-s', '/etc/passwd', join(linked, 'plans', '2025', 'mal', 'lank.yaml')]);
    appendFileSync(join(linked, 'plans', '2025', 'plan.yaml'), 'okänd: nyckel\n');
    git(linked, 'add', '.');
    git(linked, 'commit', '-qm', 'länk');
    git(linked, 'tag', 'lank');
    rmSync(join(linked, 'plans', '2025', 'mal', 'lank.yaml'));
    writePlan(join(linked, 'plans'), '2025', VÅRD);
    const run = await compared(linked, 'lank');
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe('Den tidigare versionen har 1 fel, 1 varning; det som hör till dem kan vara fel märkt.\n');
    expect(run.stdout).not.toContain('root:');
  });
});

describe('vp rapport --jamfor med en annan mapp', () => {
  const base = join(work, 'mappar');
  beforeAll(() => {
    writePlan(join(base, 'plans'), '2025', LATER);
    writePlan(join(base, 'plans'), '2025-forslag', VÅRD);
    writePlan(join(base, 'gamla'), 'beslutad', VÅRD);
    cpSync(join(base, 'gamla', 'beslutad'), join(base, 'ensam', 'plan'), { recursive: true });
  });

  it.each([
    ['2025-forslag', 'Plan för vården (2025-forslag)'],
    ['plans/2025-forslag/', 'Plan för vården (plans/2025-forslag)'],
    ['gamla/beslutad', 'Plan för vården (gamla/beslutad)'],
  ])('märker vad som skiljer från %s', async (version, name) => {
    const run = await compared(base, version);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expectMarks(run.stdout);
    expect(run.stdout.replaceAll('\\', '')).toContain(`Planen är jämförd med ${name}.`);
  });

  it('behöver organisationen bredvid planmappen', async () => {
    const run = await compared(base, 'ensam/plan');
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('mappen ensam har ingen organisation.yaml');
  });

  it('säger nej till en mall som inte visar ändringar', async () => {
    const run = await runVp(['rapport', '2025', '--jamfor', '2025-forslag', '-o', '-'], { cwd: base });
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain('mallen visar inte vad som har ändrats');
    expect(run.stderr).toContain('--mall verksamhetsplan');
  });

  it('har ingen revidering när inget jämförs', async () => {
    const run = await runVp([...REPORT, '--format', 'md', '-o', '-'], { cwd: base });
    expect(run.stdout).toContain('# Plan för vården');
    expect(run.stdout).not.toMatch(/Revider|Nytt|Tidigare/);
  });
});
