import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './output-schema.ts';
import { readIcs } from './read-ics.ts';
import { widestOf } from './read-table.ts';
import { parseOutput, ROOT, runVp } from './run-vp.ts';
import { runInPlan } from './temp-vp.ts';

interface KalenderOutput {
  readonly uppföljningsområden: readonly { readonly namn: string; readonly följs_upp: readonly string[] }[];
  readonly sammanträden: readonly {
    readonly datum: string;
    readonly slut: string;
    readonly punkter: readonly { readonly ärende: string }[];
    readonly källa: { readonly fil: string; readonly rad: number };
  }[];
}

const LONG = `Återkommande ärende med å, ä och ö; ${'överenskommelser om hälso- och sjukvård, '.repeat(6)}slut 😀\\n`;

const KALENDER = `uppföljningsområden:
  - namn: Folkhälsa
    gäller: [omrade]
  - namn: upphandling
sammanträden:
  - datum: 2025-05-31
    till: 2025-06-01
    anmärkning: |
      Första raden; med tecken, och \\ bakstreck
      fortsätter

      Nytt stycke
    punkter:
      - ärende: Upphandling
        slag: tema
        ansvarig: Inköpschef
        avser: 2025-T1
      - ärende: "${LONG.replaceAll('\\', '\\\\')}"
        slag: återkommande
      - ärende: Utan slag
        gäller: [omrade]
  - datum: 2025-01-25
    organ: hsn
  - datum: 2025-01-25
    rubrik: Budgetdag
  - datum: 2025-01-25
    organ: hsn
    rubrik: Extra
`;

const TEXTS = { '2025/kalender.yaml': KALENDER, '2025/mal/omrade.yaml': 'namn: Ett friskare liv\n' };

describe.concurrent('vp kalender i regionens planer', () => {
  it.each(['2020', '2022'])('visar alla sammanträden i %s', async (plan) => {
    const data = parseOutput<KalenderOutput>(await runVp(['kalender', plan, '--format', 'json']));
    expect(faultsOf('kalender-utskrift', data)).toEqual([]);
    const text = readFileSync(join(ROOT, `plans/${plan}/kalender.yaml`), 'utf8');
    expect(data.sammanträden.map(({ datum }) => datum).sort()).toEqual(
      [...text.matchAll(/^ {2}- datum: (\S+)/gm)].map(([, datum]) => datum).sort(),
    );
    const lines = text.split('\n');
    for (const { datum, källa } of data.sammanträden) {
      expect(lines[källa.rad - 1]).toContain(datum);
    }
    const ics = readIcs((await runVp(['kalender', plan, '--format', 'ics'])).stdout);
    expect(ics.map(({ start }) => start)).toEqual(data.sammanträden.map(({ datum }) => datum));
    expect(new Set(ics.map(({ uid }) => uid)).size).toBe(ics.length);
    ics.forEach(({ description }, index) => {
      for (const { ärende } of data.sammanträden[index]?.punkter ?? []) {
        expect(description).toContain(ärende);
      }
    });
  });

  it.each([40, 80, 120])('ritar 2022 i %i kolumner', async (width) => {
    const run = await runVp(['kalender', '2022', '--bredd', String(width)]);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(widestOf(run.stdout)).toBeLessThanOrEqual(width);
    expect(run.stdout).not.toMatch(/[ \t]$/m);
  });

  it('visar månader, dagar, ärenden och vad som följs upp', async () => {
    const { stdout } = await runVp(['kalender', '2022', '--bredd', '120']);
    expect(stdout).toContain(
      '\nMars 2022\n\nTorsdag 3 mars · Regionstyrelsen: Gemensam planeringsdag med nämnder m.fl.\n  Separat program\n',
    );
    expect(stdout).toContain('\nTisdag 31 maj – onsdag 1 juni · Regionstyrelsen: sammanträde\n');
    expect(stdout).toContain('  · Månadsrapport per februari (Ekonomidirektör; avser februari 2022)\n');
    expect(stdout).toContain('  · LUP Miljö och Miljöbokslut 2020\n    → En hållbar miljö\n');
    expect(stdout).toMatch(/^· Folkhälsa: 3 maj 2022$/m);
  });

  it('säger var kalendern skrivs när planen inte har någon', async () => {
    const note = 'Planen 2025 har ingen kalender. Den skrivs i plans/2025/kalender.yaml. Planer som har: 2020, 2022.\n';
    expect(await runVp(['kalender', '2025'])).toEqual({ stdout: note, stderr: '', exitCode: 0 });
    expect(await runVp(['kalender', '2025', '--format', 'ics'])).toEqual({ stdout: '', stderr: note, exitCode: 0 });
    const data = parseOutput<KalenderOutput>(await runVp(['kalender', '2025', '--format', 'json']));
    expect(faultsOf('kalender-utskrift', data)).toEqual([]);
    expect(data.sammanträden).toEqual([]);
  });
});

describe.concurrent('vp kalender', () => {
  it('visar dem i datumordning', async () => {
    const data = parseOutput<KalenderOutput>(await runInPlan(TEXTS, ['kalender', '--format', 'json']));
    expect(faultsOf('kalender-utskrift', data)).toEqual([]);
    expect(data.sammanträden.map(({ datum, slut }) => `${datum}/${slut}`)).toEqual([
      '2025-01-25/2025-01-25',
      '2025-01-25/2025-01-25',
      '2025-01-25/2025-01-25',
      '2025-05-31/2025-06-01',
    ]);
    expect(data.uppföljningsområden.map(({ namn, följs_upp: days }) => [namn, ...days])).toEqual([
      ['Folkhälsa', '2025-05-31'],
      ['upphandling', '2025-05-31'],
    ]);
  });

  it.each<[readonly string[], number]>([
    [['--fran', '2025-01-26'], 1],
    [['--fran', '2025-06-01'], 1],
    [['--fran', '2025-06-02'], 0],
    [['--till', '2025-05-30'], 3],
    [['--till', '2025-05-31'], 4],
    [['--fran', '2025-01-25', '--till', '2025-01-25'], 3],
  ])('%j ger %i sammanträden', async (flags, count) => {
    const data = parseOutput<KalenderOutput>(await runInPlan(TEXTS, ['kalender', '--format', 'json', ...flags]));
    expect(data.sammanträden).toHaveLength(count);
  });

  it('säger när ingenting finns de dagarna', async () => {
    const { stdout } = await runInPlan(TEXTS, ['kalender', '--fran', '2025-07-01']);
    expect(stdout).toContain('Inga sammanträden att visa.');
    expect(await runInPlan(TEXTS, ['kalender', '--fran', '2025-07-01', '--format', 'ics'])).toEqual({
      stdout: '',
      stderr: 'Inga sammanträden att lägga i kalendern.\n',
      exitCode: 0,
    });
  });

  it.each([
    [['--fran', '2025-02-30'], '--fran kan inte vara ”2025-02-30”'],
    [['--till', 'i maj'], '--till kan inte vara ”i maj”'],
    [['--fran', '2025-05-02', '--till', '2025-05-01'], '--till 2025-05-01 ligger före --fran 2025-05-02'],
  ])('%j kan inte köras', async (flags, message) => {
    const run = await runInPlan(TEXTS, ['kalender', ...flags]);
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expect(run.stderr).toContain(message);
  });

  it('ger Markdown där text är text', async () => {
    const hostile = KALENDER.replace('rubrik: Budgetdag', 'rubrik: "Dag | *x* <b> \\e[2J"');
    const { stdout } = await runInPlan({ ...TEXTS, '2025/kalender.yaml': hostile }, ['kalender', '--format', 'md']);
    expect(stdout).toContain('### Lördag 25 januari – Regionstyrelsen: Dag \\| \\*x\\* \\<b\\> \\\\u001b\\[2J\n');
    expect(stdout).toContain('- Utan slag → *Ett friskare liv*\n');
    expect(stdout).not.toContain('\u001b');
  });

  it('styr ingen terminal', async () => {
    const hostile = KALENDER.replace('rubrik: Budgetdag', 'rubrik: "Dag \\e[2J\\u202E"').replace(
      'ärende: Utan slag',
      'ärende: "a\\nb \\e]0;x\\a"',
    );
    const { stdout } = await runInPlan({ ...TEXTS, '2025/kalender.yaml': hostile }, ['kalender']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/u);
    expect(stdout).toContain('  · a b ');
  });
});

describe.concurrent('vp kalender --format ics', () => {
  const ics = (texts: Readonly<Record<string, string>> = TEXTS) => runInPlan(texts, ['kalender', '--format', 'ics']);

  it('läses av ett kalenderprogram', async () => {
    const events = readIcs((await ics()).stdout);
    expect(events.map(({ start, end, allDay, summary }) => [start, end, allDay, summary])).toEqual([
      ['2025-01-25', '2025-01-26', true, 'Hälso- och sjukvårdsnämnden: sammanträde'],
      ['2025-01-25', '2025-01-26', true, 'Regionstyrelsen: Budgetdag'],
      ['2025-01-25', '2025-01-26', true, 'Hälso- och sjukvårdsnämnden: Extra'],
      // The end is the first day after.
      ['2025-05-31', '2025-06-02', true, 'Regionstyrelsen: sammanträde'],
    ]);
    expect(events.at(-1)?.description).toBe(
      [
        'Första raden; med tecken, och \\ bakstreck fortsätter\n\nNytt stycke',
        'Tema:\n- Upphandling (Inköpschef; avser T1 2025)',
        `Återkommande ärenden:\n- ${LONG}`,
        '- Utan slag',
      ].join('\n\n'),
    );
  });

  it('viker rader vid 75 oktetter, aldrig inne i ett tecken', async () => {
    const { stdout } = await ics();
    expect(stdout.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = stdout.slice(0, -2).split('\r\n');
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(5);
    // Each piece is whole by itself: neither half a letter nor half an escape.
    expect(lines.filter((line) => /\\$/.test(line.replaceAll('\\\\', '')) || /[\uD800-\uDBFF]$/.test(line))).toEqual(
      [],
    );
    // A line is not folded before it must be.
    lines.forEach((line, index) => {
      if (lines[index + 1]?.startsWith(' ')) {
        expect(Buffer.byteLength(line)).toBeGreaterThan(70);
      }
    });
  });

  it('är lika varje gång, och ett möte behåller sitt uid när texten ändras', async () => {
    const [a, b] = await Promise.all([ics(), ics()]);
    expect(a).toEqual(b);
    expect(a.stdout).toContain('\r\nDTSTAMP:20250531T000000Z\r\n');
    const changed = KALENDER.replace('Upphandling\n', 'Något annat\n').replace('rubrik: Extra', 'rubrik: Flyttad');
    const uids = (text: string) => readIcs(text).map(({ uid }) => uid);
    const before = uids(a.stdout);
    expect(uids((await ics({ ...TEXTS, '2025/kalender.yaml': changed })).stdout)).toEqual(before);
    const later = await runInPlan(TEXTS, ['kalender', '--format', 'ics', '--fran', '2025-02-01']);
    expect(uids(later.stdout)).toEqual(before.slice(-1));
    const moved = KALENDER.replace('datum: 2025-05-31', 'datum: 2025-05-30');
    expect(uids((await ics({ ...TEXTS, '2025/kalender.yaml': moved })).stdout).at(-1)).not.toBe(before.at(-1));
    expect(new Set(before).size).toBe(4);
  });

  it('innehåller inga styrtecken, och ingen egen rad kan smugglas in', async () => {
    const hostile = KALENDER.replace('rubrik: Budgetdag', 'rubrik: "Dag\\r\\nATTENDEE:mailto:x\\e[2J\\0"');
    const { stdout } = await ics({ ...TEXTS, '2025/kalender.yaml': hostile });
    expect(stdout.split('\r\n').filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]|[^\r]\n|\r[^\n]/);
    expect(readIcs(stdout).map(({ summary }) => summary)).toContain('Regionstyrelsen: Dag\nATTENDEE:mailto:x[2J');
  });
});
