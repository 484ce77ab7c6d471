import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf, type OfficeFile, paragraphsOf, readOffice, sheetNamesOf } from '../helpers/read-office.ts';
import { writeTempPlan } from '../helpers/temp-plan.ts';
import { checkPdf } from '../render/pdf/checker.ts';
import { runVp, type VpRun } from './run-vp.ts';

const LONG = 'Ordet är långt och texten längre. '.repeat(150).trim();
const NAME = '=cmd() <script>alert(1)</script>';

/** What a comment may hold, as its author meant it and as every format is to show it. */
const SHOWN = {
  script: '<script>alert("x")</script> <img src=x onerror=alert(1)> & <!-- x -->',
  formula: "=cmd()|' /C calc'!A0 +1 -1 @SUM(1)",
  escapes: '\\u001b[31mröd\\u001b[0m\\u0007 \\u202eomvänd\\u202c',
  letters: 'Löfte på båt, samiska đ ŧ ï æ ŋ Š',
  rightToLeft: 'שלום עולם مرحبا',
  emoji: '😀 👩‍👩‍👧',
  long: LONG,
};

/** The same as it stands in the plan: letters in two parts, and control characters as YAML writes them. */
const PLAN = {
  '2025/mal/omrade.yaml': `namn: "Område <b>&"
nyckeltal:
  - id: n
    namn: "${NAME}"
    målvärde: minst 50 %
uppdrag:
  - id: u
    namn: "+1 uppdrag"
    organ: rs
`,
  '2025/utfall/t1.csv': 'nyckeltal;period;utfall\nn;2025-T1;48 %\n',
  '2025/uppfoljning/2025-t1/rs.yaml': `nyckeltal:
  n:
    kommentar: ${JSON.stringify(
      [
        SHOWN.formula,
        SHOWN.script,
        '\u001b[31mröd\u001b[0m\u0007 \u202Eomvänd\u202C',
        SHOWN.letters.replace('ö', 'o\u0308').replace('på', 'pa\u030A'),
        SHOWN.rightToLeft,
        SHOWN.emoji,
        LONG,
      ].join('\n\n'),
    )}
uppdrag:
  u:
    kommentar: "-2+3 och @här"
`,
};

describe('en kommentar med allt som kan gå fel', () => {
  const work = mkdtempSync(join(tmpdir(), 'vp-fientlig-'));
  const written = new Map<string, { readonly bytes: Buffer; readonly run: VpRun }>();
  beforeAll(async () => {
    const { plansFolder, cleanup } = writeTempPlan(PLAN);
    try {
      for (const ending of ['html', 'md', 'json', 'docx', 'xlsx', 'pdf']) {
        const path = join(work, `r.${ending}`);
        const run = await runVp(
          ['rapport', '2025', '--period', '2025-T1', '--plans', '.', '--idag', '2025-06-01', '-o', path],
          {
            cwd: plansFolder.path,
          },
        );
        written.set(ending, { bytes: readFileSync(path), run });
      }
    } finally {
      cleanup();
    }
  }, 60_000);
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const bytesOf = (ending: string) => written.get(ending)?.bytes ?? Buffer.alloc(0);
  const textOf = (ending: string) => bytesOf(ending).toString('utf8');
  const all = [NAME, ...Object.values(SHOWN)];
  const missingIn = (text: string) => all.filter((one) => !text.includes(one));

  /** Control characters and marks that turn text around. */
  const STEERING = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

  it.each(['html', 'md', 'json', 'docx', 'xlsx'])('ger en rapport utan varning som %s', (ending) => {
    expect(written.get(ending)?.run).toMatchObject({
      stdout: '',
      stderr: expect.stringMatching(/^Skrev .*\n$/),
      exitCode: 0,
    });
  });

  describe('i Word', () => {
    let file: OfficeFile;
    beforeAll(() => {
      file = readOffice(bytesOf('docx'));
    });

    it('är hel', () => {
      const paragraphs = paragraphsOf(file);
      expect(all.filter((one) => !paragraphs.some((text) => text.includes(one)))).toEqual([]);
      expect(paragraphs).toContain('-2+3 och @här');
      expect(paragraphs).toContain(LONG);
    });

    it('styr inget', () => {
      expect(STEERING.test(file.text('word/document.xml'))).toBe(false);
      expect(file.texts('word/document.xml', '//w:instrText').filter((text) => /cmd|calc|SUM/.test(text))).toEqual([]);
      expect(
        file.find('word/document.xml', '//*[local-name()="script" or local-name()="img" or local-name()="object"]'),
      ).toEqual([]);
      expect(
        file.parts
          .filter((part) => /\.svg$/.test(part))
          .map(file.text)
          .filter((svg) => /<(?:text|script|image|foreignObject)/.test(svg)),
      ).toEqual([]);
      expect(file.texts('word/_rels/document.xml.rels', '//rel:Relationship[@TargetMode="External"]/@Target')).toEqual(
        [],
      );
    });
  });

  describe('i Excel', () => {
    let file: OfficeFile;
    beforeAll(() => {
      file = readOffice(bytesOf('xlsx'));
    });

    it('är hel', () => {
      const cells = sheetNamesOf(file).flatMap((_, index) => [...cellsOf(file, index).values()]);
      const texts = cells.map(({ value }) => String(value));
      expect(all.filter((one) => !texts.some((text) => text.includes(one)))).toEqual([]);
      expect(texts).toContain('-2+3 och @här');
    });

    it('räknar inget: det som börjar som en formel är text också när någon ändrar cellen', () => {
      const cells = sheetNamesOf(file).flatMap((_, index) => [...cellsOf(file, index).values()]);
      const likeFormulas = cells.filter(({ value }) => /^[=+\-@]/.test(String(value)) && typeof value === 'string');
      expect(likeFormulas.map(({ value }) => value)).toEqual(
        expect.arrayContaining([NAME, '+1 uppdrag', '-2+3 och @här']),
      );
      expect(likeFormulas.filter(({ format }) => format !== '@')).toEqual([]);
      for (const part of file.parts.filter((one) => /^xl\/.*\.xml$/.test(one))) {
        expect(file.find(part, '//x:f | //x:c[@t="str"]'), part).toEqual([]);
        expect(STEERING.test(file.text(part)), part).toBe(false);
      }
    });
  });

  it('är hel på webbsidan, och styr den inte', () => {
    const html = textOf('html');
    expect(html).not.toMatch(/<script>alert|<img|<!-- x/);
    expect(STEERING.test(html)).toBe(false);
    const words = html
      .replace(/<(?:style|script)[^>]*>[\s\S]*?<\/(?:style|script)>/g, '')
      .replace(/<[^>]+>/g, '\n')
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(missingIn(words)).toEqual([]);
  });

  it('är hel i Markdown, och inget i den är HTML', () => {
    const markdown = textOf('md');
    expect(STEERING.test(markdown)).toBe(false);
    // The program's own marks: where a link leads, and breaks in a cell.
    expect(markdown.replace(/<a id="[^"]*"><\/a>|<br>/g, '')).not.toMatch(/(?<!\\)<[a-z/]/i);
    expect(missingIn(markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, '').replaceAll('&amp;', '&'))).toEqual([]);
  });

  it('är hel i JSON', () => {
    const texts: string[] = [];
    JSON.parse(textOf('json'), (_, value) => {
      if (typeof value === 'string') {
        texts.push(value);
      }
      return value;
    });
    const joined = texts.join('\n');
    expect(all.filter((one) => one !== SHOWN.escapes && !joined.includes(one))).toEqual([]);
    expect(joined).toContain('\u001b[31mröd\u001b[0m\u0007 \u202Eomvänd\u202C');
    expect(STEERING.test(textOf('json'))).toBe(false);
  });

  it('är hel i PDF, och det som typsnitten saknar är utskrivet och sagt med fil och rad', () => {
    const { run, bytes } = written.get('pdf') ?? { run: null, bytes: Buffer.alloc(0) };
    expect(run?.exitCode).toBe(0);
    expect(run?.stderr).toMatch(/Varning: \.\/2025\/uppfoljning\/2025-t1\/rs\.yaml:3: .*\[U\+1F600\]/);
    const { problems, texts } = checkPdf(bytes);
    expect(problems).toEqual([]);
    const bare = (text: string) => text.replace(/[\s\u00A0\u00AD\u200B]+/g, '');
    const drawn = bare(texts.map(({ text }) => text).join(''));
    for (const text of [NAME, SHOWN.script, SHOWN.formula, SHOWN.letters, LONG]) {
      expect(drawn).toContain(bare(text));
    }
    expect(drawn).toContain('[U+1F600]');
    expect(drawn).toContain('[U+05E9][U+05DC]');
    expect(drawn).toContain('[U+001B][31mröd');
  });
});
