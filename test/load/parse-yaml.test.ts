import fc from 'fast-check';
import { FAILSAFE_SCHEMA, loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { parseYaml, type YamlValue } from '../../src/load/parse-yaml.ts';
import { validateSchema } from '../../src/load/validate-schema.ts';
import { decodeText } from '../../src/source/decode-text.ts';
import { positionAt, type SourceFile } from '../../src/source/source-file.ts';
import { runs } from '../helpers/property.ts';
import { realFiles, schemaOf } from '../helpers/real-files.ts';

function fileOf(text: string): SourceFile {
  return { path: 'plans/2025/mal/prov.yaml', text };
}

/** Every finding as code and place: `VP103 2:17`. */
function told(text: string): readonly string[] {
  const file = fileOf(text);
  return parseYaml(file).diagnostics.map(({ code, place }) => {
    const { line, column } = positionAt(file, place.start);
    return `${code} ${line}:${column}`;
  });
}

function readWithoutFindings(text: string): YamlValue | undefined {
  const { value, diagnostics } = parseYaml(fileOf(text));
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return value;
}

describe('varje fälla är ett fynd på sin plats', () => {
  it.each([
    ['tabb i indragningen', 'namn: x\n\tmålvärde: y\n', 'VP102 2:1'],
    ['tabb efter kolon', 'namn: x\nmålvärde:\ty\n', 'VP102 2:10'],
    ['flera tabbar', 'mål:\n\t- id: a\n\t- id: b\n', 'VP102 2:1'],

    ['decimalkomma i klamrar', 'namn: x\nmålvärde: {rjh: 4,5, rs: 4,6}\n', 'VP103 2:17'],
    ['samma decimaler två gånger', 'namn: x\nmålvärde: {rjh: 4,5, rs: 4,5}\n', 'VP103 2:17'],
    ['decimalkomma med måttenhet', 'målvärde: {rjh: 95, rs: 4,8 %}\n', 'VP103 1:25'],
    ['decimalkomma i hakar', 'namn: x\nvärden: [4,5, 4,6]\n', 'VP103 2:10'],
    ['decimalkomma i klamrar i en lista', 'mål:\n  - id: a\n    målvärde: {rjh: 4,5, rs: 5}\n', 'VP103 3:21'],

    ['> och mellanslag', 'namn: x\nmålvärde: > 67 %\nriktning: öka\n', 'VP104 2:11'],
    ['> och en siffra', 'namn: x\nmålvärde: >5\nriktning: öka\n', 'VP104 2:11'],
    ['> och en siffra sist i filen', 'namn: x\nmålvärde: >5', 'VP104 2:11'],
    ['> och noll', 'namn: x\nmålvärde: >0\nriktning: öka\n', 'VP104 2:11'],
    ['> och flera siffror', 'namn: x\nmålvärde: >67%\n', 'VP104 2:11'],
    ['>=', 'namn: x\nmålvärde: >= 5\n', 'VP104 2:11'],
    ['> i en lista', 'v:\n  - > 67 %\n  - x\n', 'VP104 2:5'],
    ['> i klamrar', 'målvärde: {rjh: > 67 %, rs: 60 %}\n', 'VP104 1:17'],
    ['% först', 'namn: x\nmåttenhet: %\nsort: y\n', 'VP104 2:12'],
    ['% och text', 'namn: x\nmålvärde: % av lönen\n', 'VP104 2:11'],
    ['@ först', 'ansvarig: @anna\nnamn: x\n', 'VP104 1:11'],
    ['` först', 'ansvarig: `anna\nnamn: x\n', 'VP104 1:11'],
    ['* och mellanslag', 'namn: * punkt\nsort: y\n', 'VP104 1:7'],
    ['& och mellanslag', 'namn: & co\nsort: y\n', 'VP104 1:7'],
    ['- och mellanslag', 'namn: x\nmålvärde: - 10 %\nsort: y\n', 'VP104 2:11'],
    ['bara ett streck', 'namn: x\nprognos: -\nsort: y\n', 'VP104 2:10'],

    ['alias', 'namn: *x\nsort: y\n', 'VP109 1:7'],
    ['ankare', 'namn: &x text\nsort: y\n', 'VP109 1:7'],
    ['ankare på en lista', 'mål: &x\n  - id: a\n', 'VP109 1:6'],
    ['tagg', 'namn: !x text\nsort: y\n', 'VP109 1:7'],
    ['YAML:s egen tagg', 'namn: !!str 1\n', 'VP109 1:7'],
    ['sammanslagning', 'a:\n  <<: *x\n', 'VP109 2:7'],
    ['två dokument', 'namn: x\n---\nnamn: y\n', 'VP109 2:1'],
    ['tre dokument', '---\na: b\n---\nc: d\n---\ne: f\n', 'VP109 3:1'],
    ['dokument efter tre punkter', 'namn: x\n...\nsort: y\n', 'VP109 2:1'],

    ['kolon i värdet', 'namn: Mål: öka andelen\nsort: y\n', 'VP105 1:10'],
    ['kolon sist i värdet', 'namn: Följande:\nsort: y\n', 'VP105 1:15'],
    ['kolon i värdet i en lista', 'mål:\n  - namn: Mål: öka\n    sort: y\n', 'VP105 2:14'],
    ['flera kolon', 'namn: a: b: c\n', 'VP105 1:8'],
    ['kolon i värdet på sista raden', 'namn: x\nbeskrivning: Vi gör så här: först', 'VP105 2:27'],

    ['kommentar som sitter ihop med värdet', 'målvärde: 70 %# beslutat\nsort: y\n', 'VP106 1:15'],
    ['nummer som blir en kommentar', 'namn: Mål #1\nsort: y\n', 'VP106 1:11'],

    ['hårt mellanslag först på raden', 'namn: x\n\u00A0sort: y\n', 'VP107 2:1'],
    ['hårt mellanslag i indragningen', 'mål:\n  \u00A0 id: y\n', 'VP107 2:3'],
    ['smalt hårt mellanslag först på raden', 'namn: x\n\u202Fsort: y\n', 'VP107 2:1'],
    ['hårt mellanslag efter kolon', 'namn: x\nsort:\u00A0y\n', 'VP107 2:6'],
    ['hårt mellanslag efter kolon och mellanslag', 'namn: x\nsort: \u00A0y\n', 'VP107 2:7'],

    ['olöst konflikt', 'namn: x\n<<<<<<< HEAD\nsort: y\n=======\nsort: z\n>>>>>>> gren\n', 'VP006 2:1'],
    [
      'olöst konflikt med CRLF',
      'namn: x\r\n<<<<<<< HEAD\r\nsort: y\r\n=======\r\nsort: z\r\n>>>>>>> gren\r\n',
      'VP006 2:1',
    ],
    ['rest av en konflikt', 'namn: x\n>>>>>>> gren\n', 'VP006 2:1'],

    ['samma nyckel två gånger', 'namn: x\nsort: y\nnamn: z\n', 'VP108 3:1'],
    ['samma nyckel två gånger i en post', 'mål:\n  - id: a\n    namn: b\n    id: c\n', 'VP108 4:5'],
    ['samma nyckel med citattecken', 'namn: x\n"namn": z\n', 'VP108 2:2'],

    ['citattecken som aldrig stängs', 'namn: "Mål\nsort: y\norgan: z\n', 'VP101 1:7'],
    ['enkelt citattecken som aldrig stängs', "namn: 'Mål\nsort: y\norgan: z\n", 'VP101 1:7'],
    ['citattecken som aldrig stängs, sist i filen', 'sort: y\nnamn: "Mål\n', 'VP101 2:7'],
    [
      'citattecken som aldrig stängs, över flera rader',
      'namn: "Mål\n  som fortsätter\n  ännu en rad\nsort: y\n',
      'VP101 1:7',
    ],
    ['citattecken som aldrig stängs före ett som gör det', 'namn: "Mål\nsort: "y"\n', 'VP101 1:7'],
    ['text efter citattecknet', 'namn: "Mål" ett\nsort: y\n', 'VP101 1:12'],
    ['kolon saknas', 'sort: y\nnamn Mål\norgan: z\n', 'VP101 2:1'],
    ['kolon saknas på första raden', 'namn Mål\nsort: y\n', 'VP101 1:1'],
    ['kolon saknas på en rad utan bokstäver', 'sort: y\n12\n', 'VP101 2:1'],
    ['mellanslag saknas efter kolon', 'sort: y\nnamn:Mål\norgan: z\n', 'VP101 2:5'],
    ['mellanslag saknas efter kolon på första raden', 'namn:Mål\nsort: y\n', 'VP101 1:5'],
    ['hake som aldrig stängs', 'organ: [rs, hsn\nsort: y\n', 'VP101 1:8'],
    ['klammer som aldrig stängs', 'målvärde: {rs: 1\nsort: y\n', 'VP101 1:11'],
  ])('%s', (_name, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    ['för mycket', 'namn: x\n  sort: y\n', 2],
    ['för lite', 'a:\n    namn: x\n  sort: y\n', 3],
    ['olika i en lista', 'v:\n  - a: x\n    b: y\n   - c: z\n', 4],
    ['nyckel under listan', 'v:\n  - a: x\n   b: y\n', 3],
    ['för mycket efter ett citerat värde', 'mål:\n  - id: a\n    måttenhet: "%"\n     mäts: år\n', 4],
    ['för lite efter ett citerat värde', 'v:\n  - namn: "x"\n   sort: y\n', 3],
    ['lista efter ett citerat värde', 'namn: "x"\n- y\n', 2],
  ])('fel indragning pekar på sin rad: %s', (_name, text, line) => {
    expect(told(text).map((one) => one.replace(/:\d+$/, ''))).toEqual([`VP101 ${line}`]);
  });

  it.each([
    ['tecknet', 'målvärde: > 67 %\n', /”>”/, /"> 67 %"/],
    ['vad som tappas', 'målvärde: {rjh: 4,5, rs: 4,6}\n', /4,5/, /rjh: 4,5\n\s*rs: 4,6/],
    ['hela värdet inom citattecken', 'namn: Mål: öka\n', /kolon/, /"Mål: öka"/],
    ['hela värdet med # inom citattecken', 'namn: Mål #1\n', /#1/, /citattecken/],
    ['nyckeln som står två gånger', 'namn: x\nnamn: y\n', /”namn”/, /./],
    ['hur nyckeln skrivs', 'namn:Mål\nsort: y\n', /mellanslag/, /namn: Mål/],
    ['omvänt snedstreck', 'källa: "G:\\mål\\utfall"\nsort: y\n', /snedstreck/, /enkla citattecken/],
    ['ett styrtecken', 'namn: x\n\u0000sort: y\n', /styrtecken/, /./],
  ])('meddelande och hjälp säger %s', (_name, text, message, help) => {
    const [first] = parseYaml(fileOf(text)).diagnostics;
    expect(first?.message).toMatch(message);
    expect(first?.help).toMatch(help);
  });

  it('en nyckel som står två gånger visar också den första', () => {
    const file = fileOf('namn: x\nsort: y\nnamn: z\n');
    expect(parseYaml(file).diagnostics[0]?.notes.map(({ place }) => positionAt(file, place.start))).toEqual([
      { line: 1, column: 1 },
    ]);
  });
});

describe('det som är rätt är rätt', () => {
  it.each([
    [
      'allt är text',
      'a: 1\nb: ja\nc: null\nd: ~\ne: 2025-01-01\nf: 0x10\n',
      { a: '1', b: 'ja', c: 'null', d: '~', e: '2025-01-01', f: '0x10' },
    ],
    ['inget värde', 'a:\nb: x\n', { a: null, b: 'x' }],
    [
      'lång text över flera rader',
      'a: En lång text som\n  fortsätter på nästa rad,\n  till exempel så.\nb: x\n',
      { a: 'En lång text som fortsätter på nästa rad, till exempel så.', b: 'x' },
    ],
    [
      'text i block',
      'a: |\n  Not: se > 67 %\n  # ingen kommentar\n  - {4,5} *x &y !z "oavslutat\n  Mål #1 och 70 %# x\nb: x\n',
      { a: 'Not: se > 67 %\n# ingen kommentar\n- {4,5} *x &y !z "oavslutat\nMål #1 och 70 %# x\n', b: 'x' },
    ],
    ['vikt text i block', 'a: >\n  Not: se\n  > 67 %\nb: >-\n  x\n', { a: 'Not: se > 67 %\n', b: 'x' }],
    ['block med tomma rader', 'a: |\n  x\n\n  y\n', { a: 'x\n\ny\n' }],
    ['kommentarer', '# först\na: x # efter\n  # mellan\nb: y\n', { a: 'x', b: 'y' }],
    [
      '# i adresser',
      'a: https://www.regionjh.se/plan#mal-3\nb: x#y\n',
      { a: 'https://www.regionjh.se/plan#mal-3', b: 'x#y' },
    ],
    ['# efter en bokstav', 'a: C# kod\n', { a: 'C# kod' }],
    [
      'allt inom citattecken',
      'a: "> 67 %"\nb: \'Mål: #1\'\nc: "70 %# x"\nd: "*x"\ne: "- 10 %"\nf: "x\\"y"\ng: \'G:\\mål\'\n',
      { a: '> 67 %', b: 'Mål: #1', c: '70 %# x', d: '*x', e: '- 10 %', f: 'x"y', g: 'G:\\mål' },
    ],
    [
      'citerade decimaler i klamrar',
      'a: {rjh: "4,5", rs: "4,6"}\nb: [rs, hsn]\nc: [rs,hsn]\n',
      { a: { rjh: '4,5', rs: '4,6' }, b: ['rs', 'hsn'], c: ['rs', 'hsn'] },
    ],
    ['dagar i hakar', 'a: [2025-01-01,2025-02-02]\n', { a: ['2025-01-01', '2025-02-02'] }],
    [
      'tecken inne i text',
      'a: R&D *x !y @z\nb: 3 > 2\nc: b - c\nd: kl 10:30\ne: -10 %\nf: <16%\ng: ≥ 5\nh: 5 % {x, y}\n',
      { a: 'R&D *x !y @z', b: '3 > 2', c: 'b - c', d: 'kl 10:30', e: '-10 %', f: '<16%', g: '≥ 5', h: '5 % {x, y}' },
    ],
    ['hårt mellanslag inne i text', 'a: 1\u00A0821 tim\n', { a: '1\u00A0821 tim' }],
    ['CRLF', 'a: x\r\nb:\r\n  - y\r\n  - z\r\nc: |\r\n  rad\r\n', { a: 'x', b: ['y', 'z'], c: 'rad\n' }],
    ['ett dokument med inledning', '---\na: x\n', { a: 'x' }],
    ['markering inne i ett block', 'a: |\n  =======\n  <<<<<<< x\n', { a: '=======\n<<<<<<< x\n' }],
    ['tom fil', '', null],
    ['bara kommentarer', '# x\n\n# y\n', null],
  ])('%s', (_name, text, expected) => {
    expect(readWithoutFindings(text)).toEqual(expected);
  });

  it('__proto__ är bara en nyckel', () => {
    const value = readWithoutFindings('__proto__:\n  polluted: x\nconstructor: y\n') as Readonly<
      Record<string, unknown>
    >;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
  });

  it('__proto__ är ingen nyckel som finns', async () => {
    const file = fileOf('namn: x\n__proto__:\n  polluted: x\nconstructor: y\n');
    const { value } = parseYaml(file);
    const found = await validateSchema('malomrade', file, value ?? null);
    expect(found.map(({ code, place }) => `${code} ${positionAt(file, place.start).line}`)).toEqual([
      'VP110 2',
      'VP110 4',
    ]);
  });
});

describe('vad som helst ger ett värde eller ett fynd', () => {
  const real = realFiles('.yaml');

  function check(file: SourceFile): YamlValue | undefined {
    const { value, diagnostics } = parseYaml(file);
    expect(value === undefined).toBe(diagnostics.length > 0);
    placesLieWithin(file, diagnostics);
    if (value !== undefined) {
      expect(textOnly(value), file.text).toEqual(textOnly(loadAll(file.text, { schema: FAILSAFE_SCHEMA })[0]));
    }
    return value;
  }

  it('och värdet är det som YAML säger, i planernas alla filer', () => {
    expect(real.length).toBeGreaterThan(10);
    for (const { path, text } of real) {
      expect(check({ path, text }), path).toBeDefined();
    }
  });

  it('också vilka bytes som helst', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        check(fileOf((await decodeText(bytes)).text));
      }),
      runs(500),
    );
  });

  it('också vilken text som helst', () => {
    const piece = fc.constantFrom(
      'a: ',
      'b:',
      '- ',
      '\n',
      '\n  ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '4,5',
      '#',
      ' #',
      '|',
      '>',
      '>5',
      '*x',
      '&x',
      '!x',
      '%',
      '@',
      '---',
      '...',
      '? ',
      '\t',
      '\u00A0',
      '\r',
      '\r\n',
      '<<: ',
      'å',
      '\uD83D',
      '\u0000',
      '\u2028',
      '\\',
      '`',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
        ),
        (text) => {
          check(fileOf(text));
        },
      ),
      runs(5000),
    );
  });

  it('också planernas egna filer med slintningar', async () => {
    expect(real.length).toBeGreaterThan(10);
    const slip = fc.constantFrom(
      '"',
      "'",
      ':',
      ': ',
      ' ',
      '\n',
      '- ',
      '#',
      '{',
      '}',
      '[',
      '&',
      '*',
      '> ',
      '%',
      '\t',
      'namn: ',
      '  ',
      '|',
      '',
    );
    const edits = fc.array(fc.tuple(fc.nat(), slip, fc.nat(12)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...real), edits, async ({ path, text }, all) => {
        const file = {
          path,
          text: all.reduce(
            (now, [at, put, gone]) =>
              now.slice(0, at % (now.length + 1)) + put + now.slice((at % (now.length + 1)) + gone),
            text,
          ),
        };
        const value = check(file);
        const schema = schemaOf(path);
        if (value !== undefined && schema !== null) {
          const faults = await validateSchema(schema, file, value);
          placesLieWithin(file, faults);
          expect(faults.every(({ message }) => !/undefined|\[object/.test(message))).toBe(true);
        }
      }),
      runs(1000),
    );
  });

  it.each([
    ['[1,1,…', `a: [${'1,'.repeat(60_000)}1]\n`],
    ['[[1,1],…', `a: [${'[1,1],'.repeat(20_000)}]\n`],
    ['[*a,…', `a: [${'*a,'.repeat(40_000)}]\n`],
    ['[[[…', '['.repeat(100_000)],
    ['- - -…', '- '.repeat(100_000)],
    ['samma nyckel', 'a: 1\n'.repeat(50_000)],
    ['många kommentarer', 'a: x# y\n'.repeat(50_000)],
    ['många dokument', '---\n'.repeat(50_000)],
    ['mellanslag', `a: ${' '.repeat(200_000)}%`],
    ['tomma rader', `a: "x\n${'\n'.repeat(200_000)}b`],
    ['citattecken', `a: "${'\\'.repeat(200_000)}`],
    ['kolon', `a: ${'b: '.repeat(60_000)}`],
  ])('stora filer tar inte lång tid: %s', (_name, text) => {
    const started = performance.now();
    parseYaml(fileOf(text));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

/** What is empty is null here, and the empty text to YAML when all is text. */
function textOnly(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, one) => one ?? '');
}

function placesLieWithin({ text }: SourceFile, diagnostics: readonly Diagnostic[]): void {
  for (const { code, message, place } of diagnostics) {
    expect(message, code).not.toBe('');
    expect({ code, message, ok: place.start >= 0 && place.start <= place.end && place.end <= text.length }).toEqual({
      code,
      message,
      ok: true,
    });
  }
}
