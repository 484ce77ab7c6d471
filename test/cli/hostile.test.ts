import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PlanTexts, writeTempPlan } from '../helpers/temp-plan.ts';
import { copyPlans, emptyFolder } from './copy-plans.ts';
import { faultsOf } from './output-schema.ts';
import type { KontrollOutput, StatusOutput } from './outputs.ts';
import { readTables, squeeze } from './read-table.ts';
import { parseOutput, runVp, type VpOptions, type VpRun } from './run-vp.ts';

/** Whatever could steer a terminal or turn the order of its letters; a line break is none. */
const STEERING = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Text that tries to clear the screen, ring, colour, link, retitle, hide and turn around, as YAML writes it. */
const STEERS =
  '\\e[2J\\e[31mRÖD\\e]0;titel\\a\\u0007\\e]8;;http://example.org\\e\\\\länk \\u202Etxen\\u2066x\\u200F\\u061C \\u009b31m\\b\\b\\r\\u2028\\u2029\\0slut';

/** Longer than anything here takes, and much shorter than what is quadratic. */
const HURRY_SECONDS = 5;

async function inPlan<T>(
  texts: PlanTexts,
  use: (vp: (...args: string[]) => Promise<VpRun>) => Promise<T>,
  options: VpOptions = {},
): Promise<T> {
  const { plansFolder, cleanup } = writeTempPlan(texts);
  try {
    return await use((...args) => runVp([...args, '--plans', '.'], { ...options, cwd: plansFolder.path }));
  } finally {
    cleanup();
  }
}

/** Went as it should, whatever it found: no trace, no hint of a fault in the program. */
function expectSound({ stdout, stderr, exitCode }: VpRun): void {
  expect([0, 1]).toContain(exitCode);
  expect(`${stdout}${stderr}`).not.toMatch(/fel i programmet|^\s+at .+:\d+:\d+|Error:|undefined|\[object|NaN/m);
}

function inHurry(texts: PlanTexts, use: Parameters<typeof inPlan<void>>[1]): Promise<void> {
  return inPlan(texts, use, { cpuSeconds: HURRY_SECONDS });
}

describe.concurrent('text that would steer a terminal', () => {
  const texts: PlanTexts = {
    '2025/plan.yaml': `titel: "Plan ${STEERS}"\nperiod: 2025\norgan: rs\nnivåer:\n  nyckeltal: "nyckel${STEERS}"\n`,
    '2025/mal/omrade.yaml': [
      `namn: "Område ${STEERS}"`,
      `övergripande_mål: "Mål ${STEERS}"`,
      'nyckeltal:',
      `  - id: n`,
      `    namn: "Namn ${STEERS}"`,
      `    definition: "Definition ${STEERS}"`,
      `    målvärde: minst 5 % (${STEERS.replaceAll('\\', '')})`,
      `  - id: m`,
      `    namn: "M ${STEERS}"`,
      `    målvärde: "sjuttio ${STEERS}"`,
      'uppdrag:',
      `  - id: u`,
      `    namn: "Uppdrag ${STEERS}"`,
      '',
    ].join('\n'),
    '2025/uppfoljning/2025-t1/rs.yaml': `nyckeltal:\n  n:\n    bedömning:\n      status: uppfyllt\n      motivering: "Skäl ${STEERS}"\n    kommentar: "Kommentar ${STEERS}"\nuppdrag:\n  u:\n    läge: pågår\n    kommentar: "Kommentar ${STEERS}"\n`,
    '2025/utfall/t1.csv': `nyckeltal;period;utfall;anmärkning\nn;2025-T1;4 %;"\u001b[2J\u0007\u202Ereson\u009b31m"\n"\u001b[31mokänt\u0007";2025-T1;4 %;\nn;\u001b[5m2025;4 %;\n`,
  };

  it.each([
    [['status', '2025']],
    [['status', '2025', '--format', 'md']],
    [['kontroll', '2025']],
    [['visa', 'n', '2025']],
    [['visa', 'u', '2025']],
  ])('is shown and not sent: vp %j', async (args) => {
    await inPlan(texts, async (vp) => {
      const run = await vp(...args);
      expectSound(run);
      expect(run.exitCode).toBe(1);
      expect(STEERING.exec(run.stdout)?.[0].codePointAt(0)).toBeUndefined();
      expect(STEERING.exec(run.stderr)?.[0].codePointAt(0)).toBeUndefined();
      expect(run.stdout).toContain('slut');
    });
  });

  it('is data in JSON and CSV', async () => {
    await inPlan(texts, async (vp) => {
      const [json, csv] = await Promise.all([
        vp('status', '2025', '--format', 'json'),
        vp('status', '2025', '--format', 'csv'),
      ]);
      expect(parseOutput<StatusOutput>(json).rader[0]?.nyckeltal).toMatch(/^Namn \p{Cc}\[2J\p{Cc}\[31mRÖD.*slut$/su);
      expect(Array.from(json.stdout).filter((sign) => sign < ' ' && sign !== '\n')).toEqual([]);
      expect(csv.stdout).not.toContain('\u001b');
    });
  });

  it('in the names of files and folders is shown and not sent', async () => {
    const copy = emptyFolder();
    copy.write('\u001b[31mplan\u0007/plan.yaml', 'titel: Plan\nperiod: 2025\norgan: rs\n');
    copy.write('2025/plan.yaml', 'titel: Plan\nperiod: 2025\norgan: rs\n');
    copy.write('2025/mal/\u001b[2J\u202E.yaml', 'namn: Område\n');
    copy.write('2025/\u001b]0;titel\u0007.txt', 'x');
    const runs = await Promise.all([
      runVp(['kontroll'], { cwd: copy.folder }),
      runVp(['kontroll', '2025'], { cwd: copy.folder }),
      runVp(['status', '2025'], { cwd: copy.folder }),
      runVp(['status', 'finns-inte'], { cwd: copy.folder }),
      runVp(['status', '\u001b[31mplan\u0007'], { cwd: copy.folder }),
    ]);
    for (const { stdout, stderr } of runs) {
      expect(STEERING.exec(stdout)?.[0].codePointAt(0)).toBeUndefined();
      expect(STEERING.exec(stderr)?.[0].codePointAt(0)).toBeUndefined();
    }
  });

  it('that was typed on the command line is shown and not sent', async () => {
    const word = 'x\u001b[31m\u0007\u202E';
    const runs = await Promise.all([
      runVp(['status', word]),
      runVp(['status', '2025', '--organ', word]),
      runVp(['status', '2025', '--period', word]),
      runVp(['status', '2025', '--format', word]),
      runVp(['visa', word]),
      runVp([word]),
      runVp(['tolka', word]),
      runVp(['status', '2025', '--plans', word]),
    ]);
    for (const { stdout, stderr } of runs) {
      expect(STEERING.exec(stdout + stderr)?.[0].codePointAt(0)).toBeUndefined();
    }
  });

  it('is no Markdown and no HTML', async () => {
    const namn = '<script>alert(1)</script> | **fet** [länk](http://example.org) `kod` &lt; # rubrik';
    await inPlan(
      {
        '2025/mal/omrade.yaml': `namn: '${namn}'\nnyckeltal:\n  - id: n\n    namn: '${namn}'\n    målvärde: minst 5 %\n`,
      },
      async (vp) => {
        const run = await vp('status', '2025', '--format', 'md');
        expectSound(run);
        // Every sign with a meaning of its own stands behind a backslash or as an entity.
        expect(run.stdout).not.toMatch(/(?<!\\)[<[*`]|&(?!amp;)/);
        const row = run.stdout.split('\n').find((line) => line.startsWith('| ') && line.includes('alert'));
        expect(row?.match(/(?<!\\)\|/g)).toHaveLength(7);
      },
    );
  });
});

describe.concurrent('names that every object has', () => {
  it.each([
    ['2025/mal/omrade.yaml', '__proto__: x\nnamn: Område\n', 1, 1, 'VP110'],
    [
      '2025/mal/omrade.yaml',
      'namn: Område\nnyckeltal:\n  - __proto__: x\n    id: n\n    namn: N\n    målvärde: minst 5 %\n',
      3,
      5,
      'VP110',
    ],
    [
      '2025/mal/omrade.yaml',
      'namn: Område\nnyckeltal:\n  - id: __proto__\n    namn: N\n    målvärde: minst 5 %\n',
      3,
      9,
      'VP112',
    ],
    [
      '2025/mal/omrade.yaml',
      'namn: Område\nnyckeltal:\n  - id: n\n    namn: N\n    målvärde:\n      rs: minst 5 %\n      __proto__: minst 6 %\n',
      7,
      7,
      'VP112',
    ],
    [
      '2025/mal/omrade.yaml',
      'namn: Område\nnyckeltal:\n  - id: n\n    namn: N\n    organ: constructor\n    målvärde: minst 5 %\n',
      5,
      12,
      'VP122',
    ],
    ['2025/uppfoljning/2025-t1/rs.yaml', 'nyckeltal:\n  constructor:\n    kommentar: x\n', 2, 3, 'VP121'],
    ['2025/utfall/t1.csv', 'nyckeltal;period;utfall\ntoString;2025-T1;1\n', 2, 1, 'VP132'],
    ['2025/utfall/t1.csv', 'nyckeltal;period;utfall;constructor\n', 1, 25, 'VP130'],
  ])('are just unknown: %s %j', async (file, text, rad, kolumn, kod) => {
    await inPlan({ [file]: text }, async (vp) => {
      const run = await vp('kontroll', '2025', '--format', 'json');
      expectSound(run);
      const { fynd } = parseOutput<KontrollOutput>(run);
      expect(fynd.map((one) => [one.fil, one.rad, one.kolumn, one.kod])).toEqual([[`./${file}`, rad, kolumn, kod]]);
      expect(run.exitCode).toBe(1);
    });
  });

  it('are names like others where they are allowed', async () => {
    const texts = {
      'organisation.yaml': 'namn: Prov\norgan:\n  constructor:\n    namn: Nämnden constructor\n    kort: C\n',
      '2025/plan.yaml': 'titel: Plan\nperiod: 2025\norgan: constructor\n',
      '2025/mal/constructor-omrade.yaml':
        'namn: toString\nnyckeltal:\n  - id: constructor\n    namn: toString\n    målvärde:\n      constructor: minst 5 %\n',
      '2025/uppfoljning/2025-t1/constructor.yaml': 'nyckeltal:\n  constructor:\n    kommentar: valueOf\n',
      '2025/utfall/t1.csv': 'nyckeltal;organ;period;utfall\nconstructor;constructor;2025-T1;4 %\n',
    };
    await inPlan(texts, async (vp) => {
      const [kontroll, status, visa, byName] = await Promise.all([
        vp('kontroll', '2025'),
        vp('status', '2025', '--organ', 'constructor', '--malomrade', 'toString', '--format', 'json'),
        vp('visa', 'constructor', '2025'),
        vp('visa', 'toString', '2025'),
      ]);
      expect(kontroll).toMatchObject({ stdout: '1 plan (2025): inga fynd\n', exitCode: 0 });
      expect(parseOutput<StatusOutput>(status).rader).toMatchObject([
        { id: 'constructor', organ: 'constructor', måluppfyllelse: 80, status: 'ej_uppfyllt' },
      ]);
      expect(visa).toMatchObject({ stderr: '', exitCode: 0 });
      expect(visa.stdout).toContain('valueOf');
      expect(byName).toEqual(visa);
    });
  });
});

// One at a time, for the sake of memory.
describe('text of five megabytes on one line', () => {
  const LONG = 5 * 1024 * 1024;
  const plan = (namn: string) => ({
    '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n  - id: n\n    namn: ${namn}\n    målvärde: minst 5 %\n  - id: m\n    namn: M\n    målvärd: 6 %\n`,
  });

  it.each([
    ['without a space', 'x'.repeat(LONG)],
    ['of words', 'ord '.repeat(LONG / 4)],
    ['of letters that are not plain', '漢字'.repeat(LONG / 6)],
  ])('%s does not hang', async (_name, namn) => {
    const commands = [
      ['status', '2025'],
      ['status', '2025', '--format', 'json'],
      ['kontroll', '2025'],
      ['visa', 'n', '2025'],
    ];
    await inHurry(plan(namn.trim()), async (vp) => {
      for (const args of commands) {
        const run = await vp(...args);
        expectSound(run);
        expect(run.exitCode).toBe(1);
      }
    });
  });

  it.each([
    ['a målvärde of digits', `9`.repeat(LONG)],
    ['a målvärde of words', 'minst '.repeat(LONG / 6)],
    ['a målvärde of parentheses', '5 % '.padEnd(LONG, '(')],
    ['a målvärde of spaces', `minst${' '.repeat(LONG)}5`],
  ])('as %s does not hang', async (_name, målvärde) => {
    await inHurry(
      { '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n  - id: n\n    namn: N\n    målvärde: '${målvärde}'\n` },
      async (vp) => {
        expectSound(await vp('kontroll', '2025'));
      },
    );
  });

  it.each([
    ['a cell', (long: string) => `nyckeltal;period;utfall\nn;2025-T1;${long}\n`],
    ['a quoted cell that is never closed', (long: string) => `nyckeltal;period;utfall\nn;2025-T1;"${long}\n`],
    ['a header', (long: string) => `nyckeltal;period;utfall;${long}\nn;2025-T1;5 %\n`],
    ['separators', (long: string) => `nyckeltal;period;utfall\n${long.replaceAll('x', ';')}\n`],
  ])('as %s of a file of utfall does not hang', async (_name, write) => {
    const texts = {
      '2025/mal/omrade.yaml': 'namn: Område\nnyckeltal:\n  - id: n\n    namn: N\n    målvärde: minst 5 %\n',
      '2025/utfall/t1.csv': write('x'.repeat(LONG)),
    };
    await inHurry(texts, async (vp) => {
      expectSound(await vp('kontroll', '2025'));
    });
  });
});

/** More than a call takes arguments. */
const MANY = 150_000;
/** Several times what it takes; what is quadratic would take minutes. */
const ENOUGH_SECONDS = 20;

describe('a file of outcomes with more faults than anybody made', () => {
  it.each([
    ['unknown nyckeltal', (row: number) => `borta-${row};2025-T1;5 %`, 'VP132', MANY],
    ['rows that disagree', (row: number) => `n;2025-T1;${row} %`, 'VP134', MANY - 1],
    ['periods after the plan', (row: number) => `n;${2026 + (row % 60)};5 %`, 'VP137', MANY],
  ])('is told: %s', async (_name, write, code, count) => {
    const rows = Array.from({ length: MANY }, (_, row) => `${write(row)}\n`);
    const texts = {
      '2025/mal/omrade.yaml': 'namn: Område\nnyckeltal:\n  - id: n\n    namn: N\n    målvärde: minst 5 %\n',
      '2025/utfall/t1.csv': `nyckeltal;period;utfall\n${rows.join('')}`,
    };
    const check = async (vp: (...args: string[]) => Promise<VpRun>) => {
      const [status, kontroll] = [await vp('status', '2025'), await vp('kontroll', '2025')];
      for (const run of [status, kontroll]) {
        expectSound(run);
        expect(run.exitCode).toBe(1);
      }
      expect(status.stderr).toContain(code);
      expect(kontroll.stdout).toContain(`${count} fel`);
    };
    await inPlan(texts, check, { cpuSeconds: ENOUGH_SECONDS });
  });
});

describe('more of something than a call takes arguments', () => {
  const NYCKELTAL = 'nyckeltal:\n  - id: n\n    namn: N\n    målvärde: minst 5 %\n';
  const LINES = (indent: string) => `|\n${`${indent}rad\n`.repeat(MANY)}`;
  const MONTHS = Array.from({ length: MANY }, (_, row) => `n;2025-0${1 + (row % 4)};5 %\n`);

  it.each<[string, PlanTexts]>([
    ['lines in a name', { '2025/mal/omrade.yaml': `namn: ${LINES('  ')}${NYCKELTAL}` }],
    [
      'lines in a name of a row',
      { '2025/mal/omrade.yaml': `namn: Område\n${NYCKELTAL.replace('namn: N\n', `namn: ${LINES('      ')}`)}` },
    ],
    [
      'lines that a long name is wrapped into',
      { '2025/mal/omrade.yaml': `namn: ${'ord '.repeat(10 * MANY)}\n${NYCKELTAL}` },
    ],
    [
      'months in a mean',
      {
        '2025/mal/omrade.yaml': `namn: Område\n${NYCKELTAL}    mäts: månad\n    periodvärde: medel\n`,
        '2025/utfall/t1.csv': `nyckeltal;period;utfall\n${MONTHS.join('')}`,
      },
    ],
    [
      'figures that a text states',
      {
        '2025/mal/omrade.yaml': `namn: Område\n${NYCKELTAL}`,
        '2025/utfall/t1.csv': 'nyckeltal;period;utfall\nn;2025-T1;5 %\n',
        '2025/pastaenden.yaml': `påståenden:\n${'  - källa: X\n    utfall: n\n    period: 2025-T1\n    väntat: 5 %\n'.repeat(MANY)}`,
      },
    ],
  ])('is read and shown: %s', async (_name, texts) => {
    await inPlan(
      texts,
      async (vp) => {
        for (const args of [
          ['status', '2025', '--bredd', '40'],
          ['kontroll', '2025'],
          ['visa', 'n', '2025'],
        ]) {
          const run = await vp(...args);
          expectSound(run);
          expect(run.exitCode).toBe(0);
        }
      },
      { cpuSeconds: ENOUGH_SECONDS },
    );
  });
});

describe.concurrent('figures beyond all measure', () => {
  it.each([
    ['the most digits', '9'.repeat(30), '9'.repeat(30), 0],
    ['one digit too many', '9'.repeat(31), '5', 1],
    ['many decimals', `0,${'3'.repeat(28)}`, '5', 0],
    ['scientific', '1e400', '5', 1],
    ['infinite', '∞', '5', 1],
    ['very different', `0,${'0'.repeat(27)}1`, '9'.repeat(30), 0],
  ])('%s', async (_name, utfall, mål, exitCode) => {
    const texts = {
      '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n  - id: n\n    namn: N\n    målvärde: minst ${mål}\n`,
      '2025/utfall/t1.csv': `nyckeltal;period;utfall\nn;2025-T1;${utfall}\n`,
    };
    await inPlan(texts, async (vp) => {
      const [json, text] = await Promise.all([
        vp('status', '2025', '--format', 'json'),
        vp('status', '2025', '--bredd', '80'),
      ]);
      expectSound(json);
      expectSound(text);
      expect([json.exitCode, text.exitCode]).toEqual([exitCode, exitCode]);
      const data = parseOutput<StatusOutput>(json);
      expect(faultsOf('status', data)).toEqual([]);
      expect(data.fynd.fel).toBe(exitCode);
      if (exitCode === 0) {
        expect(readTables(text.stdout)[0]?.cells[2]).toBe(squeeze(swedish(utfall)));
      }
    });
  });

  function swedish(digits: string): string {
    const [whole = '', decimals] = digits.split(',');
    return decimals === undefined ? whole : `${whole},${decimals}`;
  }
});

describe.concurrent('files that are none', () => {
  const NOISE = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);

  it.each([
    '2025/plan.yaml',
    '2025/mal/kultur.yaml',
    '2025/utfall/2025-t1.csv',
    '2025/uppfoljning/2025-t1/rs.yaml',
    'organisation.yaml',
  ])('bytes without meaning as %s are told', async (name) => {
    const copy = copyPlans();
    copy.write(name, NOISE);
    const run = await runVp(['status', '2025'], { cwd: copy.folder });
    expectSound(run);
    expect(run.exitCode).toBe(1);
    expect(STEERING.exec(run.stdout + run.stderr)?.[0].codePointAt(0)).toBeUndefined();
    expect(run.stderr).toContain(`plans/${name}:`);
  });

  it('a file past the stated size is refused with its size', async () => {
    const copy = emptyFolder();
    copy.write('organisation.yaml', 'namn: Prov\norgan:\n  rs:\n    namn: Regionstyrelsen\n    kort: RS\n');
    copy.write('2025/plan.yaml', 'titel: Plan\nperiod: 2025\norgan: rs\n');
    copy.write('2025/mal/stor.yaml', 'namn: Stor\n');
    truncateSync(copy.path('2025/mal/stor.yaml'), 65 * 1024 * 1024);
    const run = await runVp(['kontroll', '2025', '--format', 'json'], { cwd: copy.folder });
    const { fynd } = parseOutput<KontrollOutput>(run);
    expect(fynd.map(({ kod, fil }) => `${kod} ${fil}`)).toEqual(['VP004 plans/2025/mal/stor.yaml']);
    expect(fynd[0]?.meddelande).toMatch(/65 MB.*64 MB/);
    expect(run.exitCode).toBe(1);
  });

  it.each([
    ['lists in lists', `namn: Område\nnyckeltal: ${'['.repeat(50_000)}\n`],
    ['maps in maps', `namn: Område\nnyckeltal: ${'{a: '.repeat(50_000)}\n`],
    [
      'entries in entries',
      `namn: Område\nnyckeltal:\n${Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}`,
    ],
    ['aliases of aliases', `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nnamn: *c\n`],
    ['a tag', 'namn: !!js/function "function () {}"\n'],
    ['only a list', '- a\n- b\n'],
    ['only a word', 'hej\n'],
    ['only a comment', '# inget\n'],
    ['two documents', 'namn: A\n---\nnamn: B\n'],
    ['a merge key', 'namn: Område\n<<: {text: x}\n'],
    ['a key that is a list', '? [a, b]\n: c\n'],
  ])('%s are told in Swedish', async (_name, text) => {
    await inPlan({ '2025/mal/omrade.yaml': text }, async (vp) => {
      const kontroll = await vp('kontroll', '2025', '--format', 'json');
      expectSound(kontroll);
      expect(kontroll.exitCode).toBe(1);
      for (const { fil, meddelande, kod } of parseOutput<KontrollOutput>(kontroll).fynd) {
        expect(fil).toBe('./2025/mal/omrade.yaml');
        expect(kod).toMatch(/^VP\d{3}$/);
        expect(meddelande).not.toMatch(/expected|unexpected|cannot|YAML(?:Exception|Error)|must be/i);
      }
    });
  });

  it('a folder where a file should be is told', async () => {
    const copy = copyPlans();
    copy.remove('2025/plan.yaml');
    mkdirSync(copy.path('2025/plan.yaml'));
    writeFileSync(join(copy.path('2025/plan.yaml'), 'x.txt'), 'x');
    const run = await runVp(['kontroll', '2025', '--format', 'json'], { cwd: copy.folder });
    expectSound(run);
    expect(parseOutput<KontrollOutput>(run).fynd.map(({ kod }) => kod)).toContain('VP001');
    expect(run.exitCode).toBe(1);
  });
});
