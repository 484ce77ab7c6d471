import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chapterOfPlan, evaluateReal, squeeze } from '../helpers/chapter-of-plan.ts';
import {
  type BodyPart,
  bodyOf,
  cellsOf,
  type OfficeFile,
  paragraphsOf,
  readOffice,
  sheetNamesOf,
  shownText,
} from '../helpers/read-office.ts';
import { type PlanTexts, writeTempPlan } from '../helpers/temp-plan.ts';
import { ROOT, runVp } from './run-vp.ts';

const work = mkdtempSync(join(tmpdir(), 'vp-office-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const DAY = '2025-06-01';
const BILAGA = ['rapport', '2025', '--tertial', '1', '--plans', join(ROOT, 'plans'), '--idag', DAY];
const ORGAN = [
  'Regionstyrelsen',
  'Hälso- och sjukvårdsnämnden',
  'Regionala utvecklingsnämnden',
  'Kollektivtrafiknämnden',
];

/** The report as the built program writes it. */
async function drawn(name: string, args: readonly string[] = BILAGA, env: Record<string, string> = {}) {
  const run = await runVp([...args, '-o', name], { cwd: work, env });
  expect(run).toMatchObject({ stdout: '', stderr: `Skrev ${name}\n`, exitCode: 0 });
  return readFileSync(join(work, name));
}

const bare = (text: string) => text.replace(/[\u00AD\u200B]/g, '').replace(/[\s\u00A0\u202F]+/g, '');

/** Every text of the report, wherever it stands, as its JSON has it. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap(textsIn);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? (['text', 'ord', 'rubrik'].includes(key) ? [one] : []) : textsIn(one),
  );
}

/** A sheet as rows of what it shows. */
function rowsOf(file: OfficeFile, sheet: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [address, cell] of cellsOf(file, sheetNamesOf(file).indexOf(sheet))) {
    const [, letters = 'A', number = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    rows[Number(number) - 1] ??= [];
    (rows[Number(number) - 1] as string[])[column] = shownText(cell);
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? ''));
}

describe('bilaga 1 från det byggda programmet', async () => {
  const evaluated = await evaluateReal('2025', '2025-T1', DAY);
  const { stdout } = await runVp([...BILAGA, '--format', 'json', '-o', '-']);
  const texts = [...new Set(textsIn(JSON.parse(stdout).innehåll).map(bare))].filter((text) => text !== '');
  let word: OfficeFile;
  let excel: OfficeFile;
  beforeAll(async () => {
    word = readOffice(await drawn('b.docx'));
    excel = readOffice(await drawn('b.xlsx'));
  }, 60_000);

  it('har varje ord i rapporten som Word och Excel', () => {
    expect(texts.length).toBeGreaterThan(400);
    const inWord = bare(paragraphsOf(word).join(' '));
    expect(texts.filter((text) => !inWord.includes(text))).toEqual([]);
    const inExcel = bare(
      sheetNamesOf(excel)
        .flatMap((sheet) => rowsOf(excel, sheet).flat())
        .join(' '),
    );
    expect(texts.filter((text) => !inExcel.includes(text))).toEqual([]);
  });

  describe.each(ORGAN)('%s', (organ) => {
    const { nyckeltal, uppdrag, comments } = chapterOfPlan(evaluated, organ);

    it('har varje nyckeltal, uppdrag och kommentar en gång i sitt kapitel i Word', () => {
      const chapter = chapterInWord(bodyOf(word), organ);
      expect(firstCells(chapter, 'Nyckeltal:')).toEqual(nyckeltal.map((one) => expect.stringContaining(one)));
      expect(firstCells(chapter, 'Uppdrag:')).toEqual(uppdrag);
      const text = squeeze(
        chapter.map((one) => (one.kind === 'table' ? one.rows.flat().join('\n') : one.text)).join('\n'),
      );
      expect(comments.length).toBeGreaterThan(0);
      for (const { first, times } of comments) {
        expect(text.split(first).length - 1, first).toBe(times);
      }
    });

    it('har varje nyckeltal, uppdrag och kommentar en gång i sina blad i Excel', () => {
      const listed = rowsOf(excel, 'Om rapporten').filter(([sheet = '']) => sheetNamesOf(excel).includes(sheet));
      const sheets = (slag: string) => listed.filter(([, caption]) => caption?.startsWith(`${slag}: ${organ},`));
      const rows = (slag: string) => sheets(slag).flatMap(([sheet = '']) => rowsOf(excel, sheet).slice(1));
      expect(rows('Nyckeltal').map(([first]) => first)).toEqual(nyckeltal.map((one) => expect.stringContaining(one)));
      expect(rows('Uppdrag').map(([first]) => first)).toEqual(uppdrag);
      const told = squeeze([...rows('Nyckeltal'), ...rows('Uppdrag'), ...textBelow(organ)].flat().join('\n'));
      for (const { first, times } of comments) {
        expect(told.split(first).length - 1, first).toBe(times);
      }
    });

    /** The rows of running text that stand below the heading of the organ. */
    function textBelow(name: string): readonly string[] {
      const rows = rowsOf(excel, 'Text').slice(1);
      const start = rows.findIndex(([heading, text]) => heading === name && text === name);
      const others = ORGAN.filter((one) => one !== name);
      const end = rows.findIndex(([, text = ''], index) => index > start && others.includes(text));
      expect(start).toBeGreaterThan(0);
      return rows.slice(start, end < 0 ? undefined : end).map(([, text = '']) => text);
    }
  });

  function chapterInWord(body: readonly BodyPart[], title: string): readonly BodyPart[] {
    const isChapter = (one: BodyPart) => one.kind === 'paragraph' && one.style === 'Heading1';
    const start = body.findIndex((one) => isChapter(one) && one.kind === 'paragraph' && one.text === title);
    expect(start, title).toBeGreaterThan(0);
    const end = body.findIndex((one, index) => index > start && isChapter(one));
    return body.slice(start + 1, end < 0 ? undefined : end);
  }

  /** The first cell of each row, of the tables below captions that begin so. */
  function firstCells(parts: readonly BodyPart[], caption: string): readonly string[] {
    return parts.flatMap((one, index) => {
      const before = parts[index - 1];
      const isWanted = before?.kind === 'paragraph' && before.style === 'Caption' && before.text.startsWith(caption);
      return one.kind === 'table' && isWanted ? one.rows.slice(1).map(([first = '']) => first) : [];
    });
  }
});

const LINKS: PlanTexts = {
  '2025/mal/omrade.yaml': 'namn: Område\nnyckeltal:\n  - id: n\n    namn: N\n    målvärde: minst 50 %\n',
  '2025/utfall/t1.csv': 'nyckeltal;period;utfall\nn;2025-T1;48 %\n',
  '2025/uppfoljning/2025-t1/rs.yaml':
    'nyckeltal:\n  n:\n    kommentar: |\n      Se [ett](https://example.org/1) och [två](https://example.org/2).\n\n      - punkt\n',
};

describe('samma rapport samma dag', () => {
  /** Day and time of every part, as ZIP files have them, by the local headers. */
  function stampsOf(bytes: Buffer): ReadonlySet<number> {
    const stamps = new Set<number>();
    for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
      stamps.add(bytes.readUInt32LE(at + 10));
    }
    return stamps;
  }

  it.each(['docx', 'xlsx'])(
    'ger samma byte som %s, var och när den än görs',
    async (ending) => {
      const { plansFolder, cleanup } = writeTempPlan(LINKS);
      try {
        for (const args of [BILAGA, ['rapport', '2025', '--plans', plansFolder.path, '--idag', DAY]]) {
          const one = await drawn(`ett.${ending}`, args, { TZ: 'UTC' });
          const other = await drawn(`två.${ending}`, args, { TZ: 'Pacific/Auckland' });
          expect(one.equals(other)).toBe(true);
          expect(stampsOf(one)).toEqual(new Set([(((2025 - 1980) << 9) | (6 << 5) | 1) * 0x10000]));
        }
      } finally {
        cleanup();
      }
    },
    180_000,
  );

  it('leder länkarna dit de ska', async () => {
    const { plansFolder, cleanup } = writeTempPlan(LINKS);
    try {
      const file = readOffice(await drawn('l.docx', ['rapport', '2025', '--plans', plansFolder.path, '--idag', DAY]));
      const ids = file.texts('word/document.xml', '//w:hyperlink/@r:id');
      const targets = ids.flatMap((id) =>
        file.texts('word/_rels/document.xml.rels', `//rel:Relationship[@Id="${id}"]/@Target`),
      );
      expect(targets).toEqual(['https://example.org/1', 'https://example.org/2']);
      expect(file.texts('word/document.xml', '//w:hyperlink[@r:id]')).toEqual(['ett', 'två']);
    } finally {
      cleanup();
    }
  });
});
