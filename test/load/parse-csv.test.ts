import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellPlace, parseCsv } from '../../src/load/parse-csv.ts';
import { positionAt, type SourceFile } from '../../src/source/source-file.ts';
import { runs } from '../helpers/property.ts';

function fileOf(text: string): SourceFile {
  return { path: 'plans/2025/utfall/prov.csv', text };
}

/** Records as line and cells: `2: a|b`. */
function records(text: string): readonly string[] {
  return [...parseCsv(fileOf(text)).records].map(({ line, cells }) => `${line}: ${cells.join('|')}`);
}

describe('parseCsv', () => {
  it.each([
    ['semikolon', 'a;b\n1;2\n', ['1: a|b', '2: 1|2']],
    ['tabb', 'a\tb\n1\t2\n', ['1: a|b', '2: 1|2']],
    ['komma', 'a,b\n1,2\n', ['1: a|b', '2: 1|2']],
    ['semikolon före komma', 'a;b\n4,5;4,6\n', ['1: a|b', '2: 4,5|4,6']],
    ['tabb före komma', 'a\tb\n4,5\t4,6\n', ['1: a|b', '2: 4,5|4,6']],
    ['CRLF', 'a;b\r\n1;2\r\n3;4\r\n', ['1: a|b', '2: 1|2', '3: 3|4']],
    ['bara CR', 'a;b\r1;2\r3;4', ['1: a|b', '2: 1|2', '3: 3|4']],
    ['utan sista radbrytning', 'a;b\n1;2', ['1: a|b', '2: 1|2']],
    ['tomma rader', 'a;b\n\n1;2\n\n\n3;4\n', ['1: a|b', '3: 1|2', '6: 3|4']],
    ['tomma celler', 'a;b;c\n;;\n1;;\n', ['1: a|b|c', '3: 1||']],
    ['citerad radbrytning', 'a;b\n"x\ny";2\n3;4\n', ['1: a|b', '2: x\ny|2', '4: 3|4']],
    ['flera citerade radbrytningar', 'a;b\n"x\n\n\ny";"z\nå"\n3;4\n', ['1: a|b', '2: x\n\n\ny|z\nå', '7: 3|4']],
    ['citerad radbrytning med CRLF', 'a;b\r\n1;"x\r\ny"\r\n3;4\r\n', ['1: a|b', '2: 1|x\r\ny', '4: 3|4']],
    ['citerad sista cell med CRLF', 'a;b\r\n"1";"2"\r\n"3";"4"\r\n', ['1: a|b', '2: 1|2', '3: 3|4']],
    ['citerat skiljetecken', 'a;b\n"x;y";2\n', ['1: a|b', '2: x;y|2']],
    ['dubblade citattecken', 'a;b\n"han sa ""ja""";2\n', ['1: a|b', '2: han sa "ja"|2']],
    ['citattecken inne i en cell', 'a;b\nden "nya" vården;2\n', ['1: a|b', '2: den "nya" vården|2']],
    ['mellanslag runt cellerna', ' a ; b \n 1 ; 2 \n', ['1: a|b', '2: 1|2']],
    ['citerade rubriker', '"a";"b"\n1;2\n', ['1: a|b', '2: 1|2']],
    ['en enda kolumn', 'a\n1\n', ['1: a', '2: 1']],
    ['tom fil', '', []],
  ])('%s', (_name, text, expected) => {
    expect(records(text)).toEqual(expected);
    expect(parseCsv(fileOf(text)).diagnostics).toEqual([]);
  });

  it.each([
    ['aldrig stängt', 'a;b\n1;2\n3;"x\n5;6\n', 3],
    ['text efter citattecknet', 'a;b\n"x"y;2\n3;4\n', 2],
  ])('citattecken som inte går ihop är ett fynd på sin rad: %s', (_name, text, line) => {
    const file = fileOf(text);
    expect(parseCsv(file).diagnostics.map(({ code, place }) => [code, positionAt(file, place.start).line])).toEqual([
      ['VP131', line],
    ]);
  });

  it('en rad med fel citattecken hindrar inte de andra', () => {
    expect(records('a;b\n"x"y;2\n3;4\n')).toContain('3: 3|4');
  });
});

describe('cellPlace', () => {
  it.each([
    ['a;bb;c\n1;22;3\n', 1, '22'],
    ['a;bb;c\r\n1;22;3\r\n', 2, '3'],
    ['a;b\n"x;y";2\n', 0, '"x;y"'],
    ['a;b\n"x;y";2\n', 1, '2'],
    ['a;b\n"x\ny";2\n', 1, '2'],
    ['a;b\n"han sa ""ja;nej""";2\n', 1, '2'],
    ['a\tb\n1\t22\n', 1, '22'],
  ])('%j cell %i är %j', (text, cell, expected) => {
    const file = fileOf(text);
    const { records: all, separator } = parseCsv(file);
    const [, row] = all;
    const place = row === undefined ? null : cellPlace(file, row, separator, cell);
    expect(place === null ? null : text.slice(place.start, place.end)).toBe(expected);
  });

  it('en tom cell är en plats i raden, inte i nästa', () => {
    const file = fileOf('a;b;c\n1;;\n2;3;4\n');
    const { records: all, separator } = parseCsv(file);
    const [, row] = all;
    expect(
      row === undefined ? [] : [1, 2].map((cell) => positionAt(file, cellPlace(file, row, separator, cell).start)),
    ).toEqual([
      { line: 2, column: 3 },
      { line: 2, column: 4 },
    ]);
  });
});

describe('vilka celler som helst', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'å', '4', ',', ';', '"', '\n', '\r\n', '\t', ' '), maxLength: 8 }),
    fc.constantFrom('saknas', '59,1 %'),
  );
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 })
        .map((rows) => ({ width, rows })),
    );

  it('läses tillbaka som de skrevs, på den rad där de börjar', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), ({ width, rows }, newline) => {
        const header = Array.from({ length: width }, (_, index) => `kolumn${index}`).join(';');
        const lines: number[] = [];
        let text = header + newline;
        for (const row of rows) {
          lines.push(text.split('\n').length);
          text += row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';') + newline;
        }
        const parsed = parseCsv(fileOf(text));
        const kept = rows
          .map((row, index) => ({ line: lines[index], cells: row.map((one) => one.trim()) }))
          .filter(({ cells }) => cells.some((one) => one !== ''));
        expect(parsed.diagnostics).toEqual([]);
        expect([...parsed.records].slice(1).map(({ line, cells }) => ({ line, cells }))).toEqual(kept);
      }),
      runs(500),
    );
  });

  const unquoted = (written: string) =>
    (/^"[\s\S]*"\s*$/.test(written) ? written.trim().slice(1, -1).replaceAll('""', '"') : written).trim();

  it('varje cell har sin plats i texten, på postens rad, efter den förra', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r', '\t', ',', ' ', 'å'), maxLength: 60 }),
        (text) => {
          const file = fileOf(text);
          const { records: all, diagnostics, separator } = parseCsv(file);
          let before = -1;
          for (const record of all) {
            for (const [index, cell] of record.cells.entries()) {
              const place = cellPlace(file, record, separator, index);
              expect(place.start).toBeGreaterThan(before);
              expect(place.end).toBeGreaterThan(place.start);
              before = place.start;
              expect(index > 0 || positionAt(file, place.start).line === record.line).toBe(true);
              // An empty cell has the sign behind it as its place.
              expect(cell === '' || unquoted(text.slice(place.start, place.end)) === cell).toBe(true);
            }
          }
          for (const { place } of diagnostics) {
            expect(place.start >= 0 && place.start <= text.length && place.end >= place.start).toBe(true);
          }
        },
      ),
      runs(2000),
    );
  });
});

describe('långa filer', () => {
  it('alla rader kommer i ordning, på sin rad, hur filen än delas', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a;1', 'b;', '', ';', `${'lång '.repeat(90)};2`), { minLength: 300, maxLength: 900 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, newline, ended) => {
          const text = `${['namn;tal', ...rows].join(newline)}${ended ? newline : ''}`;
          const kept = ['namn;tal', ...rows].flatMap((row, index) =>
            /[^;]/.test(row) ? [{ line: index + 1, cells: row.split(';').map((cell) => cell.trim()) }] : [],
          );
          expect([...parseCsv(fileOf(text)).records].map(({ line, cells }) => ({ line, cells }))).toEqual(kept);
        },
      ),
      runs(40),
    );
  });
});
