import { execFileSync } from 'node:child_process';
import { chmodSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyPlans, type PlansCopy, placeOf, positionOf } from './copy-plans.ts';
import { faultsOf } from './output-schema.ts';
import type { Fynd, KontrollOutput } from './outputs.ts';
import { PATIENCE_MS, parseOutput, runVp } from './run-vp.ts';

/** A slip in the plan of 2025, and the one finding that it must give. */
interface Fault {
  readonly name: string;
  /** Breaks the copy; returns where the finding belongs. */
  readonly slip: (copy: PlansCopy) => { readonly file: string; readonly rad: number; readonly kolumn: number };
  readonly kod: string;
  readonly regel: string;
  /** What the message must say. */
  readonly says: readonly RegExp[];
  /** Whether the målområde of the slip can still be shown. */
  readonly gone?: string;
}

const VÅRD = '2025/mal/halso-och-sjukvard.yaml';
const LEDNING = '2025/mal/ledningsprocesser.yaml';
const KULTUR = '2025/mal/kultur.yaml';
const T1 = '2025/utfall/2025-t1.csv';
const RS = '2025/uppfoljning/2025-t1/rs.yaml';
const PLAN = '2025/plan.yaml';

/** Replaces a text and returns the place of a mark in what came instead: where it stands there last. */
function swap(file: string, from: string, to: string, mark = to): Fault['slip'] {
  return (copy) => {
    const text = copy.read(file);
    copy.replace(file, from, to);
    return { file, ...positionOf(copy.read(file), text.indexOf(from) + to.lastIndexOf(mark)) };
  };
}

/** The same in one nyckeltal or uppdrag, where the text stands more often in the file. */
function swapIn(id: string, file: string, from: string, to: string, mark = to): Fault['slip'] {
  return (copy) => {
    const text = copy.read(file);
    const at = text.indexOf(from, text.indexOf(`- id: ${id}\n`));
    copy.write(file, text.slice(0, at) + to + text.slice(at + from.length));
    return { file, ...positionOf(copy.read(file), at + to.lastIndexOf(mark)) };
  };
}

/** The first letter that is written otherwise in Windows-1252 than in UTF-8. */
const FOREIGN = /[^\p{ASCII}]/u;

/** After each of these the rest of the plan is shown, and the error is told beside it. */
const FAULTS: readonly Fault[] = [
  {
    name: 'a målvärde taken away',
    slip: (copy) => {
      copy.replace(VÅRD, '    målvärde: minst 88 %\n', '');
      return { file: VÅRD, ...placeOf(copy.read(VÅRD), 'telefon-samma-dag') };
    },
    kod: 'VP201',
    regel: 'mal-utan-malvarde',
    says: [/telefon-samma-dag ”Andelen patienter som når hälsocentralen via telefon samma dag”/, /inget målvärde/],
  },
  {
    name: 'an id misspelt in a row of utfall',
    slip: swap(T1, 'telefon-samma-dag;', 'telefon-sama-dag;', 'telefon-sama-dag'),
    kod: 'VP132',
    regel: 'utfall-okant-nyckeltal',
    says: [/”telefon-sama-dag” finns inte/, /Menade du ”?telefon-samma-dag”?\?/],
  },
  {
    name: 'an id misspelt in the follow-up',
    slip: swap(RS, '  ekologiska-livsmedel:', '  ekologiska-livsmedl:', 'ekologiska-livsmedl'),
    kod: 'VP121',
    regel: 'okant-id',
    says: [/”ekologiska-livsmedl” finns inte/, /Menade du ”?ekologiska-livsmedel”?\?/],
  },
  {
    name: 'a misspelt key',
    slip: swap(VÅRD, 'målvärde: minst 88 %', 'målvarde: minst 88 %', 'målvarde'),
    kod: 'VP110',
    regel: 'okand-nyckel',
    says: [/”målvarde” finns inte/, /Menade du ”?målvärde”?\?/],
  },
  {
    name: 'a number in words that the language does not have',
    slip: swap(VÅRD, 'minst 88 %', 'minst sjuttio %', 'sjuttio'),
    kod: 'VP202',
    regel: 'malvarde-olasligt',
    says: [/”minst sjuttio %” för telefon-samma-dag/, /går inte att läsa/],
  },
  {
    name: 'a bare number without riktning',
    slip: swap(LEDNING, 'max 5 %', '4,8 %'),
    kod: 'VP203',
    regel: 'riktning-saknas',
    says: [/”4,8 %” för sjuktal ”Sjuktal per enhet”/, /riktning: öka eller riktning: minska/],
  },
  {
    name: 'a second row with another value',
    slip: (copy) => {
      copy.write(T1, `${copy.read(T1)}telefon-samma-dag;hsn;2025-T1;85 %;;;Bilaga 1\n`);
      return { file: T1, ...placeOf(copy.read(T1), 'telefon-samma-dag;hsn;2025-T1;85 %') };
    },
    kod: 'VP134',
    regel: 'utfall-motsagelse',
    says: [/telefon-samma-dag/, /”85 %”/, /”84 %”/, /plans\/2025\/utfall\/2025-t1\.csv/],
  },
  {
    name: 'a tab',
    slip: swap(VÅRD, 'målvärde: minst 88 %', 'målvärde:\tminst 88 %', '\t'),
    kod: 'VP102',
    regel: 'yaml-tabb',
    says: [/tabb/i, /mellanslag/],
    gone: 'Hälso- och sjukvård',
  },
  {
    name: 'decimal commas in braces',
    slip: swapIn('sjuktal', LEDNING, 'målvärde: max 5 %', 'målvärde: {rjh: 4,5, rs: 4,6}', '4,5'),
    kod: 'VP103',
    regel: 'yaml-decimalkomma',
    says: [/”4,5”/, /decimal/, /rjh: 4,5\n/],
    gone: 'Ledningsprocesser',
  },
  {
    name: 'a value that begins with >',
    slip: swapIn('kassalikviditet', LEDNING, 'målvärde: 67 %', 'målvärde: > 67 %', '> 67 %'),
    kod: 'VP104',
    regel: 'yaml-specialtecken',
    says: [/”>”/, /citattecken: "> 67 %"/],
    gone: 'Ledningsprocesser',
  },
  {
    name: 'what git leaves of a conflict',
    slip: (copy) => {
      copy.replace(
        KULTUR,
        'namn: Kultur\n',
        '<<<<<<< HEAD\nnamn: Kultur\n=======\nnamn: Kultur och fritid\n>>>>>>> gren\n',
      );
      return { file: KULTUR, ...placeOf(copy.read(KULTUR), '<<<<<<<') };
    },
    kod: 'VP006',
    regel: 'konfliktmarkering',
    says: [/git/, /konflikt/],
    gone: 'Kultur',
  },
  {
    name: 'a YAML file in Windows-1252',
    slip: (copy) => {
      const text = copy.read(KULTUR);
      copy.write(KULTUR, iconv.encode(text, 'windows-1252'));
      return { file: KULTUR, ...positionOf(text, text.search(FOREIGN)) };
    },
    kod: 'VP003',
    regel: 'teckenkodning',
    says: [/Windows-1252/, /UTF-8/, /Spara/],
  },
  {
    name: 'a file of utfall in Windows-1252',
    slip: (copy) => {
      const text = copy.read(T1);
      copy.write(T1, iconv.encode(text, 'windows-1252'));
      return { file: T1, ...positionOf(text, text.search(FOREIGN)) };
    },
    kod: 'VP003',
    regel: 'teckenkodning',
    says: [/Windows-1252/, /UTF-8/, /Excel/],
  },
  {
    name: 'a plan.yaml in Windows-1252',
    slip: (copy) => {
      const text = copy.read(PLAN);
      copy.write(PLAN, iconv.encode(text, 'windows-1252'));
      return { file: PLAN, ...positionOf(text, text.search(FOREIGN)) };
    },
    kod: 'VP003',
    regel: 'teckenkodning',
    says: [/Windows-1252/, /UTF-8/],
  },
  {
    name: 'a YAML file in UTF-16',
    slip: (copy) => {
      copy.write(KULTUR, iconv.encode(copy.read(KULTUR), 'utf-16le', { addBOM: true }));
      return { file: KULTUR, rad: 1, kolumn: 1 };
    },
    kod: 'VP003',
    regel: 'teckenkodning',
    says: [/UTF-16/, /UTF-8/],
  },
  {
    name: 'an empty file',
    slip: (copy) => {
      copy.write(KULTUR, '');
      return { file: KULTUR, rad: 1, kolumn: 1 };
    },
    kod: 'VP005',
    regel: 'tom-fil',
    says: [/tom/],
    gone: 'Kultur',
  },
  {
    name: 'an empty file of utfall',
    slip: (copy) => {
      copy.write(T1, '');
      return { file: T1, rad: 1, kolumn: 1 };
    },
    kod: 'VP005',
    regel: 'tom-fil',
    says: [/tom/],
  },
];

const FURTHER_FAULTS: readonly Fault[] = [
  {
    name: 'a nyckeltal that is near another',
    slip: swap(T1, 'sjuktal;hsn', 'sjuktalet;hsn', 'sjuktalet'),
    kod: 'VP132',
    regel: 'utfall-okant-nyckeltal',
    says: [/”sjuktalet” finns inte/, /Menade du ”?sjuktal”?\?/],
  },
  {
    name: 'an outcome in another unit',
    slip: swap(T1, 'sjuktal;hsn;2025-T1;7,2 %', 'sjuktal;hsn;2025-T1;7,2 dagar', '7,2 dagar'),
    kod: 'VP133',
    regel: 'utfall-mattenhet',
    says: [/”7,2 dagar”/, /sjuktal ”Sjuktal per enhet”/, /dagar/, /%/],
  },
  {
    name: 'an outcome of an organ that the nyckeltal does not have',
    slip: swap(T1, 'sjuktal;hsn', 'sjuktal;rs', 'rs'),
    kod: 'VP136',
    regel: 'utfall-organ',
    says: [/sjuktal ”Sjuktal per enhet” gäller inte rs, bara hsn/],
  },
  {
    name: 'an outcome of an organ that there is not',
    slip: swap(T1, 'sjuktal;hsn', 'sjuktal;hns', 'hns'),
    kod: 'VP136',
    regel: 'utfall-organ',
    says: [/”hns” finns inte/, /Menade du ”?hsn”?/],
  },
  {
    name: 'an outcome that cannot be read',
    slip: swap(T1, 'sjuktal;hsn;2025-T1;7,2 %', 'sjuktal;hsn;2025-T1;cirka 7', 'cirka 7'),
    kod: 'VP135',
    regel: 'utfall-olasligt',
    says: [/”cirka 7” går inte att läsa/],
  },
  {
    name: 'an outcome with a point that may be of thousands',
    slip: swap(T1, '1 821 tim', '1.821 tim'),
    kod: 'VP135',
    regel: 'utfall-olasligt',
    says: [/1821/, /1,821/],
  },
  {
    name: 'an outcome of a period that cannot be read',
    slip: swap(T1, 'sjuktal;hsn;2025-T1', 'sjuktal;hsn;2025-T4', '2025-T4'),
    kod: 'VP137',
    regel: 'utfall-period',
    says: [/”2025-T4” är ingen period/, /2025-T1/],
  },
  {
    name: 'a unit of measure in the column of units',
    slip: swap(T1, 'sjuktal;hsn;2025-T1;7,2 %;', 'sjuktal;hsn;2025-T1;7,2 %;%', '%'),
    kod: 'VP138',
    regel: 'utfall-enhet',
    says: [/”%” är en måttenhet/],
  },
  {
    name: 'a row with too many cells',
    slip: swap(T1, 'sjuktal;hsn;2025-T1;7,2 %;;;B', 'sjuktal;hsn;2025-T1;7,2 %;;;;B', 'B'),
    kod: 'VP131',
    regel: 'utfall-celler',
    says: [/8 celler/, /7/],
  },
  {
    name: 'a column that there is not',
    slip: swap(T1, 'nyckeltal;organ;period;utfall;enhet;', 'nyckeltal;organ;period;utfall;enheter;', 'enheter'),
    kod: 'VP130',
    regel: 'utfall-rubrik',
    says: [/”enheter” finns inte/, /Menade du ”?enhet”?/],
  },
  {
    name: 'a judgement that differs without motivering',
    slip: (copy) => {
      const start = copy.read(RS).indexOf('  ekologiska-livsmedel:');
      const line = '      motivering: Bedömt så i Bilaga 1; skäl anges inte.\n';
      const at = copy.read(RS).indexOf(line, start);
      copy.write(RS, copy.read(RS).slice(0, at) + copy.read(RS).slice(at + line.length));
      return {
        file: RS,
        ...placeOf(copy.read(RS), 'status', '  ekologiska-livsmedel:\n    bedömning:\n      status'),
      };
    },
    kod: 'VP205',
    regel: 'bedomning-utan-motivering',
    says: [/ekologiska-livsmedel ”Andelen ekologiska livsmedel/, /delvis uppfyllt/, /ej uppfyllt/, /motivering/],
  },
  {
    name: 'a riktning that the words contradict',
    slip: swapIn(
      'telefon-samma-dag',
      VÅRD,
      'målvärde: minst 88 %\n',
      'målvärde: minst 88 %\n    riktning: minska\n',
      'minst 88 %',
    ),
    kod: 'VP204',
    regel: 'riktning-motsagd',
    says: [/”minst 88 %” för telefon-samma-dag/, /öka/, /minska/],
  },
  {
    name: 'an organ that there is not, in a målområde',
    slip: swapIn('telefon-samma-dag', VÅRD, 'organ: hsn', 'organ: hns', 'hns'),
    kod: 'VP122',
    regel: 'okant-organ',
    says: [/”hns” finns inte/, /Menade du ”?hsn”?/],
  },
  {
    name: 'an organ that there is not, in a list of an uppdrag',
    slip: swapIn('saker-vard', VÅRD, 'organ: [rs, hsn]', 'organ: [rs, hsm, hsn]', 'hsm'),
    kod: 'VP122',
    regel: 'okant-organ',
    says: [/”hsm” finns inte/, /Menade du ”?hsn”?/],
  },
  {
    name: 'an organ that there is not, as the key of a målvärde',
    slip: swap(LEDNING, '      ktn: 0,5 %\n', '      ktn: 0,5 %\n      ktm: 0,6 %\n', 'ktm'),
    kod: 'VP122',
    regel: 'okant-organ',
    says: [/”ktm” finns inte/, /Menade du ”?ktn”?/],
  },
  {
    name: 'an organ in capitals, as the key of a målvärde',
    slip: swap(LEDNING, '      ktn: 0,5 %\n', '      KTN: 0,5 %\n', 'KTN'),
    kod: 'VP112',
    regel: 'fel-varde',
    says: [/”KTN” kan inte vara nyckel här/, /ktn|a–z/],
  },
  {
    name: 'a reference to an id that there is not',
    slip: swap(
      LEDNING,
      'samma_som: halsoframjande-index-chefer',
      'samma_som: halsoframjande-index-chef',
      'halsoframjande-index-chef',
    ),
    kod: 'VP121',
    regel: 'okant-id',
    says: [/”halsoframjande-index-chef” finns inte/, /Menade du ”?halsoframjande-index-chefer/],
  },
  {
    name: 'a key that stands twice',
    slip: swap(
      VÅRD,
      '    målvärde: minst 88 %\n',
      '    målvärde: minst 88 %\n    målvärde: minst 89 %\n',
      'målvärde: minst 89 %',
    ),
    kod: 'VP108',
    regel: 'yaml-dubbel-nyckel',
    says: [/”målvärde” står två gånger/],
    gone: 'Hälso- och sjukvård',
  },
  {
    name: 'a no-break space after a colon',
    slip: swap(VÅRD, 'målvärde: minst 88 %', 'målvärde:\u00A0minst 88 %', '\u00A0'),
    kod: 'VP107',
    regel: 'yaml-hart-mellanslag',
    says: [/hårt mellanslag/],
    gone: 'Hälso- och sjukvård',
  },
  {
    name: 'a colon in a value',
    slip: swap(KULTUR, 'namn: Kultur\n', 'namn: Kultur: konst\n', ': konst'),
    kod: 'VP105',
    regel: 'yaml-kolon',
    says: [/kolon/, /citattecken: "Kultur: konst"/],
    gone: 'Kultur',
  },
  {
    name: 'a status that the scale does not have',
    slip: (copy) => {
      copy.replace(
        RS,
        '  ekologiska-livsmedel:\n    bedömning:\n      status: delvis uppfyllt',
        '  ekologiska-livsmedel:\n    bedömning:\n      status: nästan uppfyllt',
      );
      return { file: RS, ...placeOf(copy.read(RS), 'nästan uppfyllt') };
    },
    kod: 'VP124',
    regel: 'okand-status',
    says: [/”nästan uppfyllt” är ingen status/, /uppfyllt/],
  },
];

/** What is told of the plans as they are, such as the known deviations of what was published. */
let known: ReadonlySet<string>;

beforeAll(async () => {
  const { fynd, antal } = parseOutput<KontrollOutput>(await runVp(['kontroll', '--format', 'json']));
  expect(antal.fel).toBe(0);
  known = new Set(fynd.map(keyOf));
}, PATIENCE_MS);

function keyOf({ allvar, kod, fil, meddelande }: Fynd): string {
  return `${allvar} ${kod} ${fil} ${meddelande}`;
}

/** What `vp kontroll` finds in a copy beside what it finds in the plan as it is. */
async function findingsIn(copy: PlansCopy): Promise<KontrollOutput & { readonly exitCode: number }> {
  const run = await runVp(['kontroll', '2025', '--format', 'json'], { cwd: copy.folder });
  expect(run.stderr).toBe('');
  const data = parseOutput<KontrollOutput>(run);
  expect(faultsOf('kontroll', data)).toEqual([]);
  return { ...data, fynd: unknownOf(data), exitCode: run.exitCode };
}

function unknownOf({ fynd }: KontrollOutput): readonly Fynd[] {
  return fynd.filter((one) => !known.has(keyOf(one)));
}

function briefly({ fil, rad, kolumn, kod, regel, allvar }: Fynd): Partial<Fynd> {
  return { fil, rad, kolumn, kod, regel, allvar };
}

const MÅLOMRÅDEN = [
  'Hälso- och sjukvård',
  'Tandvård',
  'Kultur',
  'Kollektivtrafik',
  'Stödverksamhet',
  'Ledningsprocesser',
];

/** Breaks a copy of the plan, and holds what `vp kontroll` finds in it against the one finding that there should be. */
async function expectOneFinding(fault: Fault): Promise<{ readonly copy: PlansCopy; readonly told: string }> {
  const copy = copyPlans();
  const { file, rad, kolumn } = fault.slip(copy);
  const { fynd, antal, exitCode } = await findingsIn(copy);
  expect(fynd.map(briefly)).toEqual([
    { fil: `plans/${file}`, rad, kolumn, kod: fault.kod, regel: fault.regel, allvar: 'fel' },
  ]);
  expect(antal).toMatchObject({ fel: 1, varningar: 0 });
  expect(exitCode).toBe(1);
  for (const part of fault.says) {
    expect(`${fynd[0]?.meddelande}\n${fynd[0]?.hjälp}`).toMatch(part);
  }
  // An empty file has no line to name.
  const place = fault.kod === 'VP005' ? '' : `:${rad}:${kolumn}`;
  return { copy, told: `plans/${file}${place}: fel[${fault.kod} ${fault.regel}]\n` };
}

describe.concurrent('one slip gives one finding at its place, and the rest of the plan is shown', () => {
  it.for(FAULTS.map((fault) => [fault.name, fault] as const))('%s', async ([, fault]) => {
    const { copy, told } = await expectOneFinding(fault);
    const status = await runVp(['status', '2025'], { cwd: copy.folder });
    expect(status.exitCode).toBe(1);
    expect(status.stderr).toContain(told);
    const headings = status.stdout.split('\n');
    expect(MÅLOMRÅDEN.filter((namn) => !headings.includes(namn))).toEqual(fault.gone === undefined ? [] : [fault.gone]);
  });
});

describe.concurrent('one slip gives one finding at its place', () => {
  it.for(FURTHER_FAULTS.map((fault) => [fault.name, fault] as const))('%s', async ([, fault]) => {
    await expectOneFinding(fault);
  });
});

describe.concurrent('what is wrong with a file, not in it', () => {
  const wholeFile = { rad: 1, kolumn: 1 };

  it.each([
    ['2025/tandvard.yml', 'Tandvård\n', /\.yaml/],
    ['2025/mal/Kopia av kultur.yaml', 'namn: Kultur\n', /små bokstäver/],
    ['2025/mal/tandvård.yaml', 'namn: Tandvård\n', /å, ä/],
    ['2025/utfall/export.xlsx', 'PK', /CSV/],
    ['2025/anteckningar.txt', 'Hej\n', /plan\.yaml/],
    ['2025/gammalt/mal/kultur.yaml', 'namn: Kultur\n', /plan\.yaml/],
  ])('%s is read by nothing: a warning', async (name, content, help) => {
    const copy = copyPlans();
    copy.write(name, content);
    const { fynd, exitCode } = await findingsIn(copy);
    expect(fynd.map(briefly)).toEqual([
      { fil: `plans/${name}`, ...wholeFile, kod: 'VP002', regel: 'olast-fil', allvar: 'varning' },
    ]);
    expect(fynd[0]?.hjälp).toMatch(help);
    expect(exitCode).toBe(0);
    const status = await runVp(['status', '2025'], { cwd: copy.folder });
    expect(status).toMatchObject({ stderr: '', exitCode: 0 });
  });

  it('files of editors and operating systems are passed over', async () => {
    const copy = copyPlans();
    for (const name of [
      '.DS_Store',
      'mal/.kultur.yaml.swp',
      'mal/kultur.yaml~',
      'utfall/~$2025-t1.xlsx',
      'Thumbs.db',
      '.git/config',
      'mal/#kultur.yaml#',
      'utfall/.~lock.2025-t1.csv#',
    ]) {
      copy.write(`2025/${name}`, 'x');
    }
    expect(await findingsIn(copy)).toMatchObject({ fynd: [], exitCode: 0 });
  });

  it('a plan folder without plan.yaml', async () => {
    const copy = copyPlans();
    copy.remove(PLAN);
    const { fynd, exitCode } = await findingsIn(copy);
    expect(fynd.map(briefly)).toEqual([
      { fil: `plans/${PLAN}`, ...wholeFile, kod: 'VP001', regel: 'plan-saknas', allvar: 'fel' },
    ]);
    expect(exitCode).toBe(1);
    const [status, visa] = await Promise.all([
      runVp(['status', '2025'], { cwd: copy.folder }),
      runVp(['visa', 'sjuktal', '2025'], { cwd: copy.folder }),
    ]);
    expect(status).toMatchObject({ stdout: '', exitCode: 1 });
    expect(status.stderr).toContain('plans/2025/plan.yaml');
    expect(visa).toMatchObject({ stdout: '', exitCode: 2 });
  });

  it('a misnamed plan.yaml is told with the name that it should have', async () => {
    const copy = copyPlans();
    renameSync(copy.path(PLAN), copy.path('2025/plan.yml'));
    const { fynd, exitCode } = await findingsIn(copy);
    expect(fynd.map(({ kod }) => kod).sort()).toEqual(['VP001', 'VP002']);
    expect(exitCode).toBe(1);
  });

  it('a symbolic link is not followed', async () => {
    const copy = copyPlans();
    const secret = join(copy.folder, 'hemligt.yaml');
    writeFileSync(secret, 'namn: Hemligt\nnyckeltal:\n  - id: hemligt\n    namn: HEMLIGT\n    målvärde: minst 1 %\n');
    copy.remove(KULTUR);
    symlinkSync(secret, copy.path(KULTUR));
    const run = await runVp(['kontroll', '2025', '--format', 'json'], { cwd: copy.folder });
    const fynd = unknownOf(parseOutput<KontrollOutput>(run));
    expect(fynd.map(({ fil, kod }) => `${kod} ${fil}`)).toContain('VP002 plans/2025/mal/kultur.yaml');
    expect(run.stdout).toContain('länk');
    const status = await runVp(['status', '2025', '--format', 'json'], { cwd: copy.folder });
    expect(status.stdout + status.stderr).not.toMatch(/hemligt/i);
  });

  it.each([
    ['a folder of plans', 'mal', 'mal/lank'],
    ['a folder outside', '..', 'utfall/lank'],
  ])('a symbolic link to %s is not followed either, and does not hang', async (_name, target, link) => {
    const copy = copyPlans();
    symlinkSync(target, copy.path(`2025/${link}`));
    const { fynd, exitCode } = await findingsIn(copy);
    expect(fynd.map(({ fil, kod, allvar }) => `${allvar} ${kod} ${fil}`)).toEqual([`varning VP002 plans/2025/${link}`]);
    expect(exitCode).toBe(0);
  });

  it.each([
    ['mal/vantan.yaml', /vanlig fil/],
    ['utfall/vantan.csv', /vanlig fil/],
  ])('a named pipe as %s is told and not waited for', async (name, why) => {
    const copy = copyPlans();
    execFileSync('mkfifo', [copy.path(`2025/${name}`)]);
    const before = Date.now();
    const { fynd, exitCode } = await findingsIn(copy);
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(fynd.map(briefly)).toEqual([
      { fil: `plans/2025/${name}`, ...wholeFile, kod: 'VP007', regel: 'gar-inte-att-lasa', allvar: 'fel' },
    ]);
    expect(fynd[0]?.meddelande).toMatch(why);
    expect(exitCode).toBe(1);
  });

  it('a named pipe as plan.yaml is told and not waited for', async () => {
    const copy = copyPlans();
    copy.remove(PLAN);
    execFileSync('mkfifo', [copy.path(PLAN)]);
    const { fynd, exitCode } = await findingsIn(copy);
    expect(fynd.map(({ kod, fil }) => `${kod} ${fil}`)).toEqual([`VP007 plans/${PLAN}`]);
    expect(exitCode).toBe(1);
  });

  it('a broken organisation.yaml is told once for all plans', async () => {
    const copy = copyPlans();
    copy.write('2026/plan.yaml', 'titel: Nästa plan\nperiod: 2026\norgan: rjh\n');
    copy.replace('organisation.yaml', 'namn: Regionfullmäktige', 'namn: Region: fullmäktige');
    const run = await runVp(['kontroll', '--format', 'json'], { cwd: copy.folder });
    const fynd = unknownOf(parseOutput<KontrollOutput>(run));
    expect(fynd.map(({ kod, fil }) => `${kod} ${fil}`)).toEqual(['VP105 plans/organisation.yaml']);
    expect(run.exitCode).toBe(1);
  });

  it('a file that may not be read is told', async () => {
    const copy = copyPlans();
    chmodSync(copy.path(KULTUR), 0o000);
    const run = await runVp(['kontroll', '2025', '--format', 'json'], { cwd: copy.folder });
    const fynd = unknownOf(parseOutput<KontrollOutput>(run));
    // The superuser may read everything.
    const mayRead = process.getuid?.() === 0;
    expect(fynd.map(({ kod, fil }) => `${kod} ${fil}`)).toEqual(mayRead ? [] : [`VP007 plans/${KULTUR}`]);
  });
});

describe.concurrent('several slips', () => {
  it('in the list of målområden is told where it is', async () => {
    const copy = copyPlans();
    copy.replace(PLAN, '  - kultur\n', '  - kulturen\n');
    const { fynd, exitCode } = await findingsIn(copy);
    const place = placeOf(copy.read(PLAN), 'kulturen');
    expect(fynd.filter(({ allvar }) => allvar === 'fel').map(briefly)).toEqual([
      { fil: `plans/${PLAN}`, ...place, kod: 'VP121', regel: 'okant-id', allvar: 'fel' },
    ]);
    expect(exitCode).toBe(1);
  });

  it('are all told in one run, in the order of files and lines', async () => {
    const copy = copyPlans();
    copy.replace(VÅRD, 'minst 88 %', 'minst sjuttio %');
    copy.replace(VÅRD, '    målvärde: minst 41 %\n', '');
    copy.replace(LEDNING, 'max 5 %', '4,8 %');
    copy.replace(T1, '59,1 %', '59,1 dagar');
    copy.replace(RS, '  ekologiska-livsmedel:', '  ekologiska-livsmedl:');
    const { fynd, antal, exitCode } = await findingsIn(copy);
    expect(fynd.map(({ kod, fil }) => `${kod} ${fil}`)).toEqual([
      `VP202 plans/${VÅRD}`,
      `VP201 plans/${VÅRD}`,
      `VP203 plans/${LEDNING}`,
      `VP121 plans/${RS}`,
      `VP133 plans/${T1}`,
    ]);
    expect(antal.fel).toBe(5);
    expect(exitCode).toBe(1);
    const text = await runVp(['kontroll', '2025'], { cwd: copy.folder });
    expect(text).toMatchObject({ stderr: '', exitCode: 1 });
    expect(text.stdout).toMatch(/\n1 plan \(2025\): 5 fel\b.*\n$/);
    const all = text.stdout.match(/^\S+: (?:fel|varning|notis)\[/gm)?.length ?? 0;
    const capped = await runVp(['kontroll', '2025', '--max', '2'], { cwd: copy.folder });
    expect(capped.exitCode).toBe(1);
    expect(capped.stdout.match(/^\S+: (?:fel|varning|notis)\[/gm)).toHaveLength(2);
    expect(capped.stdout).toContain(`… ${all - 2} till`);
    expect(capped.stdout).toMatch(/5 fel\b.*\n$/);
  });

  it('are told with the line, a mark under the place, and help', async () => {
    const copy = copyPlans();
    copy.replace(VÅRD, 'minst 88 %', 'minst sjuttio %');
    const run = await runVp(['kontroll', '2025'], { cwd: copy.folder });
    const { rad, kolumn } = placeOf(copy.read(VÅRD), 'sjuttio');
    expect(run).toMatchObject({ stderr: '', exitCode: 1 });
    const lines = run.stdout.split('\n');
    expect(lines).toContain(`plans/${VÅRD}:${rad}:${kolumn}: fel[VP202 malvarde-olasligt]`);
    const shown = lines.findIndex((line) => line.includes('målvärde: minst sjuttio %'));
    expect(lines[shown]).toBe(`  ${rad} |     målvärde: minst sjuttio %`);
    expect(lines[shown + 1]).toBe(
      `  ${' '.repeat(String(rad).length)} | ${' '.repeat(kolumn - 1)}${'^'.repeat('sjuttio'.length)}`,
    );
    expect(lines[shown + 2]).toMatch(/^ {2}Hjälp: /);
  });
});
