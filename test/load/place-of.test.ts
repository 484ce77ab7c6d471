import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml, type YamlValue } from '../../src/load/parse-yaml.ts';
import { hasPlace, keyPlaceOf, partOf, placeOf } from '../../src/load/place-of.ts';
import { type Path, wholeFile, within } from '../../src/model/origin.ts';
import { type Place, positionAt, type SourceFile } from '../../src/source/source-file.ts';
import { runs } from '../helpers/property.ts';
import { realFiles } from '../helpers/real-files.ts';

const file: SourceFile = {
  path: 'plans/2025/mal/prov.yaml',
  text: `# kommentar
namn: Område
mål:
  - id: ett
    namn: "Mål: ett"
    målvärde: minst 70 procnt
    organ: [rs, hsn]
  - id: tva
    namn: En lång text som
      fortsätter här
    målvärde:
      rs: 4,5
      hsn: '4,6'
    text: |
      Första raden
      andra raden
    tomt:
    "citerad nyckel": x
`,
};

function textAt({ file: { text }, start, end }: Place): string {
  return text.slice(start, end);
}

describe('placeOf pekar på värdet', () => {
  it.each<[Path, string]>([
    [['namn'], 'Område'],
    [['mål', 0, 'id'], 'ett'],
    [['mål', 0, 'namn'], 'Mål: ett'],
    [['mål', 0, 'målvärde'], 'minst 70 procnt'],
    [['mål', 0, 'organ', 1], 'hsn'],
    [['mål', '1', 'id'], 'tva'],
    [['mål', 1, 'målvärde', 'rs'], '4,5'],
    [['mål', 1, 'målvärde', 'hsn'], '4,6'],
    [['mål', 1, 'citerad nyckel'], 'x'],
  ])('%j', (path, text) => {
    expect(textAt(placeOf(within(wholeFile(file), ...path)))).toBe(text);
  });

  it('en post börjar med sin första nyckel och slutar med sitt sista värde', () => {
    expect(textAt(placeOf(within(wholeFile(file), 'mål', 0)))).toMatch(/^id: ett\n.*hsn\]?$/s);
  });

  it('ett tomt värde pekas ut vid sin nyckel', () => {
    expect(textAt(placeOf(within(wholeFile(file), 'mål', 1, 'tomt')))).toBe('tomt');
  });

  it.each<[Path, number]>([
    [['finns', 'inte'], 2],
    [['mål', 0, 'riktning'], 4],
    [['mål', 7], 4],
  ])('%j som inte finns pekas ut vid det som finns närmast ovanför', (path, line) => {
    expect(positionAt(file, placeOf(within(wholeFile(file), ...path)).start).line).toBe(line);
    expect(hasPlace(within(wholeFile(file), ...path))).toBe(false);
  });

  it('en fil som inte går att läsa pekas ut vid sin början', () => {
    const broken = { path: 'x.yaml', text: 'a: "b\nc: d' };
    expect(placeOf(within(wholeFile(broken), 'a'))).toEqual({ file: broken, start: 0, end: 0 });
  });
});

describe('keyPlaceOf pekar på nyckeln', () => {
  it.each<[Path, string]>([
    [['namn'], 'namn'],
    [['mål'], 'mål'],
    [['mål', 0, 'målvärde'], 'målvärde'],
    [['mål', 1, 'målvärde'], 'målvärde'],
    [['mål', 1, 'målvärde', 'hsn'], 'hsn'],
    [['mål', 1, 'text'], 'text'],
    [['mål', 1, 'tomt'], 'tomt'],
    [['mål', 1, 'citerad nyckel'], 'citerad nyckel'],
  ])('%j', (path, key) => {
    expect(textAt(keyPlaceOf(within(wholeFile(file), ...path)))).toBe(key);
  });

  it('en post i en lista har ingen nyckel: posten själv', () => {
    expect(keyPlaceOf(within(wholeFile(file), 'mål', 0))).toEqual(placeOf(within(wholeFile(file), 'mål', 0)));
  });
});

describe('partOf pekar på en del av värdet', () => {
  it.each<[Path, string, number, number, string]>([
    [['mål', 0, 'målvärde'], 'minst 70 procnt', 9, 15, 'procnt'],
    [['mål', 0, 'namn'], 'Mål: ett', 5, 8, 'ett'],
    [['mål', 1, 'målvärde', 'hsn'], '4,6', 2, 3, '6'],
    [['mål', 1, 'namn'], 'En lång text som fortsätter här', 3, 7, 'En lång text som\n      fortsätter här'],
  ])('%j', (path, text, start, end, part) => {
    expect(textAt(partOf(within(wholeFile(file), ...path), text, start, end))).toBe(part);
  });

  it('är aldrig tomt, också vid textens slut', () => {
    const { start, end } = partOf(within(wholeFile(file), 'mål', 0, 'målvärde'), 'minst 70 procnt', 15, 15);
    expect(end).toBeGreaterThan(start);
  });
});

interface Leaf {
  readonly path: Path;
  readonly value: string;
}

function leavesOf(value: YamlValue | undefined, path: Path = []): readonly Leaf[] {
  if (typeof value === 'string') {
    return [{ path, value }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one: YamlValue, index) => leavesOf(one, [...path, index]));
  }
  return value === null || value === undefined
    ? []
    : Object.entries(value).flatMap(([key, one]) => leavesOf(one as YamlValue, [...path, key]));
}

describe('varje värde i varje planfil', () => {
  const files = realFiles('.yaml').map((one) => ({ source: one, leaves: leavesOf(parseYaml(one).value) }));

  it('står där placeOf pekar, och dess nyckel där keyPlaceOf pekar', () => {
    expect(files.length).toBeGreaterThan(10);
    for (const { source, leaves } of files) {
      expect(leaves.length, source.path).toBeGreaterThan(0);
      for (const { path, value } of leaves) {
        const origin = within(wholeFile(source), ...path);
        const written = textAt(placeOf(origin));
        const where = `${source.path} ${path.join('/')}`;
        // A block and a text over several lines stand there with line breaks and indentation of their own.
        expect(written.split(/\s+/).filter(Boolean).join(' '), where).toBe(
          value.split(/\s+/).filter(Boolean).join(' '),
        );
        if (!value.includes('\n') && !written.includes('\n')) {
          expect(written, where).toBe(value);
        }
        if (typeof path.at(-1) === 'string') {
          expect(textAt(keyPlaceOf(origin)), where).toBe(path.at(-1));
        }
        expect(hasPlace(origin), where).toBe(true);
      }
    }
  });

  it('delar av ett värde på en rad pekas ut bokstav för bokstav', () => {
    const leaves = files.flatMap(({ source, leaves: all }) =>
      all
        .filter(({ path, value }) => textAt(placeOf(within(wholeFile(source), ...path))) === value)
        .map((leaf) => ({ source, ...leaf })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...leaves), fc.nat(), fc.nat(), ({ source, path, value }, a, b) => {
        const start = a % value.length;
        const end = start + 1 + (b % (value.length - start));
        expect(textAt(partOf(within(wholeFile(source), ...path), value, start, end))).toBe(value.slice(start, end));
      }),
      runs(500),
    );
  });
});

describe('påhittade planfiler', () => {
  const word = fc.stringMatching(/^[a-zåäö][a-zåäö0-9]{0,6}$/);
  const scalar = fc.oneof(word, fc.constantFrom('minst 70 %', '4,5', 'Två ord', 'x y  z'));
  const tree: fc.Arbitrary<YamlValue> = fc.letrec<{ node: YamlValue; map: YamlValue; list: YamlValue }>((tie) => ({
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('map'), tie('list')),
    map: fc.dictionary(word, tie('node'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
    list: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  })).map;

  it('har varje värde där placeOf pekar', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('\n', '\r\n'), (value, newline) => {
        const source: SourceFile = { path: 'x.yaml', text: print(value, 0).replaceAll('\n', newline) };
        const { value: read, diagnostics } = parseYaml(source);
        expect(diagnostics).toEqual([]);
        expect(read).toEqual(value);
        for (const leaf of leavesOf(read)) {
          expect(textAt(placeOf(within(wholeFile(source), ...leaf.path))), source.text).toBe(leaf.value);
        }
      }),
      runs(300),
    );
  });

  function print(value: YamlValue, depth: number): string {
    const indent = '  '.repeat(depth);
    if (typeof value === 'string' || value === null) {
      return `${indent}${value ?? ''}\n`;
    }
    const entries = Array.isArray(value)
      ? value.map((one: YamlValue) => ['-', one] as const)
      : Object.entries(value as Readonly<Record<string, YamlValue>>).map(([key, one]) => [`${key}:`, one] as const);
    return entries
      .map(([head, one]) => `${indent}${head}${typeof one === 'string' ? ` ${one}\n` : `\n${print(one, depth + 1)}`}`)
      .join('');
  }
});
