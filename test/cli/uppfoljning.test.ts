import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { descriptionsOf, paragraphsOf, readOffice, sheetNamesOf } from '../helpers/read-office.ts';
import { bare, textsIn, wordsOfHtml, wordsOfMarkdown } from '../helpers/report-texts.ts';
import { checkPdf } from '../render/pdf/checker.ts';
import { faultsOf } from './output-schema.ts';
import { ROOT, runVp } from './run-vp.ts';
import { runInPlan } from './temp-vp.ts';

const work = mkdtempSync(join(tmpdir(), 'vp-uppfoljning-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const PLANS = ['--plans', join(ROOT, 'test', 'report', 'uppfoljning'), '--idag', '2025-09-15'];
const REPORT = ['rapport', '2025', '--tertial', '2', '--mall', 'uppfoljning', ...PLANS];

/** The report as data without its figures: a workbook has them as numbers. */
function withoutFigures(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutFigures);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return 'tal' in value && value.tal !== null
    ? null
    : Object.fromEntries(
        Object.entries(value).flatMap(([key, one]) =>
          ['punkter', 'målvärde'].includes(key) ? [] : [[key, withoutFigures(one)]],
        ),
      );
}

describe('uppföljningen som fil', async () => {
  const { stdout, exitCode } = await runVp([...REPORT, '--format', 'json', '-o', '-']);
  const report = JSON.parse(stdout);
  const words = (value: unknown) => [...new Set(textsIn(value).map(bare))].filter((text) => text !== '');
  const texts = words(report.innehåll);

  async function written(name: string): Promise<Buffer> {
    const run = await runVp([...REPORT, '-o', name], { cwd: work });
    expect(run).toEqual({ stdout: '', stderr: `Skrev ${name}\n`, exitCode: 0 });
    return readFileSync(join(work, name));
  }

  it('är data med diagram över tid', () => {
    expect(exitCode).toBe(0);
    expect(faultsOf('rapport', report)).toEqual([]);
    expect(texts.length).toBeGreaterThan(150);
    const series = report.innehåll.filter((one: { diagram?: string }) => one.diagram === 'tidsserie');
    expect(series.length).toBe(5);
  });

  it('har alla ord som webbsida', async () => {
    const html = bare(wordsOfHtml((await written('u.html')).toString('utf8')));
    expect(texts.filter((text) => !html.includes(text))).toEqual([]);
  });

  it('har alla ord som PDF', async () => {
    const { problems, texts: heard } = checkPdf(await written('u.pdf'));
    expect(problems).toEqual([]);
    const pdf = bare(heard.map(({ text }) => text).join(' '));
    expect(texts.filter((text) => !pdf.includes(text))).toEqual([]);
  });

  it('har alla ord som Markdown', async () => {
    const markdown = bare(wordsOfMarkdown((await written('u.md')).toString('utf8')));
    expect(texts.filter((text) => !markdown.includes(text))).toEqual([]);
  });

  it('har alla ord som Worddokument', async () => {
    const file = readOffice(await written('u.docx'));
    // A målvärde that a chart draws as a line is told by its description.
    const docx = bare([...paragraphsOf(file), ...descriptionsOf(file)].join(' '));
    expect(texts.filter((text) => !docx.includes(text))).toEqual([]);
  });

  it('har alla ord som arbetsbok, och varje tidsserie som ett blad', async () => {
    const file = readOffice(await written('u.xlsx'));
    const cells = bare(file.texts('xl/sharedStrings.xml', '//x:si').join(' '));
    expect(words(withoutFigures(report.innehåll)).filter((text) => !cells.includes(text))).toEqual([]);
    expect(sheetNamesOf(file).filter((name) => name.startsWith('Utfall över tid'))).toHaveLength(5);
  });
});

describe('ett målområde', () => {
  it('väljs med --malomrade, efter id eller namn', async () => {
    const run = await runVp([...REPORT, '--malomrade', 'Ekonomi i balans', '--format', 'md', '-o', '-']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('# Uppföljning av mål för Ekonomi i balans, T2 2025');
    expect(run.stdout).not.toContain('Vård i tid');
  });

  it.each([
    [['--malomrade', 'ekonomin'], 'målområdet ”ekonomin” finns inte', 'ekonomi'],
    [['--malomrade', 'vard', '--mall', 'bilaga1'], 'mallen bilaga1 låter inget målområde väljas', 'uppfoljning'],
  ])('sägs inte finnas eller inte kunna väljas: %j', async (args, message, help) => {
    const run = await runVp([...REPORT, ...args, '-o', '-']);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain(help);
  });
});

describe('delarna i en egen mall', () => {
  const texts = (line: string) => ({
    '2025/mal/omrade.yaml': 'namn: Område\nnyckeltal:\n  - id: n\n    namn: Svar i tid\n    målvärde: minst 90 %\n',
    '2025/utfall/rader.csv': 'nyckeltal;period;utfall\nn;2024;70 %\nn;2025-T1;75 %\n',
    '2025/mallar/egen.md': `# Egen\n\n${line}\n`,
  });
  const draw = (line: string) =>
    runInPlan(texts(line), ['rapport', '2025', '--mall', 'egen', '--format', 'md', '-o', '-']);

  it('ritar en tidsserie', async () => {
    const { stdout } = await draw('::diagram{typ=serie nyckeltal=n rubrik="Så har det gått"}');
    expect(stdout.replaceAll('\u00A0', ' ')).toContain(
      'Linjediagram. 2024: 70 %. T1 2025: 75 %. Målvärde: minst 90 %.',
    );
    expect(stdout).toContain('**Så har det gått: Svar i tid**');
  });

  it('säger att det inte finns något att rita', async () => {
    const { stdout } = await draw('::diagram{typ=serie sort=finansiellt}');
    expect(stdout).toContain('Det finns inga utfall att visa i ett diagram.');
  });

  it.each([
    ['::diagram{typ=seria}', 'valet typ= ”seria” finns inte', 'Menade du ”serie”?'],
    ['::diagram{typ=serie nyckeltal=m}', 'nyckeltalet ”m” finns inte', 'Att välja på: n'],
    ['::uppfoljning{malomrade=omrada}', 'målområdet ”omrada” finns inte', 'Menade du ”omrade”?'],
    ['::uppfoljningen', 'delen ”uppfoljningen” finns inte', 'Menade du ”uppfoljning”?'],
    ['::uppfoljningsbrister{sort=finansiellt}', 'delen uppfoljningsbrister har inget ”sort”', 'organ, malomrade'],
  ])('pekar ut ett fel: %s', async (line, message, help) => {
    const run = await draw(line);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain(`egen.md:3:1: fel[VP150 mall]\n`);
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain(help);
  });
});
