import { describe, expect, it } from 'vitest';
import { faultsOf, OUTPUTS, type Output, readSchema } from './output-schema.ts';

type Part = Readonly<{ [key: string]: unknown }>;

/** Every part of a schema that describes a value, with the path to it. */
function* partsOf(part: unknown, path = ''): Iterable<readonly [path: string, part: Part]> {
  if (typeof part !== 'object' || part === null) {
    return;
  }
  if (!Array.isArray(part)) {
    yield [path, part as Part];
  }
  for (const [key, value] of Object.entries(part)) {
    // What is true under a condition describes nothing anew.
    if (!['examples', 'enum', 'required', 'if', 'then', 'else', 'allOf', 'oneOf'].includes(key)) {
      yield* partsOf(value, `${path}/${key}`);
    }
  }
}

describe.each(OUTPUTS)('the schema of vp %s --format json', (output) => {
  const schema = readSchema(output);

  it('is of draft 7, with an id and a fixed version', () => {
    expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', $id: `vp:${output}` });
    const versions = [...partsOf(schema)]
      .filter(([path]) => path.endsWith('/properties/version'))
      .map(([, part]) => part);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions).toMatchObject(versions.map(() => ({ const: 1 })));
  });

  it('has a title and a description on every property', () => {
    const bare = [...partsOf(schema)]
      .filter(([path, part]) => /\/(properties|definitions)\/[^/]+$/.test(path) && !('$ref' in part))
      .filter(([, { title, description }]) => !isSentence(description) || typeof title !== 'string' || title === '')
      .map(([path]) => path);
    expect(bare).toEqual([]);
  });

  it('is closed: nothing may be added, and what may be left out is little', () => {
    const objects = [...partsOf(schema)].filter(([, part]) => part['type'] === 'object' && 'properties' in part);
    expect(objects.length).toBeGreaterThan(0);
    for (const [path, part] of objects) {
      expect(part['additionalProperties'], path).toBe(false);
      const optional = Object.keys(part['properties'] as Part).filter(
        (key) => !(part['required'] as string[]).includes(key),
      );
      expect(OPTIONAL, `${path} ${optional}`).toEqual(expect.arrayContaining(optional));
    }
  });

  it('has examples that it allows itself', () => {
    for (const [path, part] of partsOf(schema)) {
      for (const example of (part['examples'] as unknown[] | undefined) ?? []) {
        expect(typeof part['enum'] === 'object' ? (part['enum'] as unknown[]).includes(example) : true, path).toBe(
          true,
        );
        expect(
          typeof part['pattern'] === 'string' && typeof example === 'string'
            ? new RegExp(part['pattern'], 'u').test(example)
            : true,
          path,
        ).toBe(true);
      }
    }
  });

  it('refuses what is no output at all', () => {
    for (const nothing of [{}, [], null, 'x', { version: 2 }]) {
      expect(faultsOf(output, nothing)).not.toEqual([]);
    }
  });

  function isSentence(text: unknown): boolean {
    return typeof text === 'string' && /^[\p{Lu}\p{Ll}].*[.]$/u.test(text);
  }
});

/** What is only there when the målvärde or the utfall has it. */
const OPTIONAL = [
  'från',
  'till',
  'jämförare',
  'riktning',
  'mot',
  'bästa',
  'frist',
  'villkor',
  'av',
  'anmärkningar',
  'enhet',
  'kön',
  'anmärkning',
];

describe('the schemas together', () => {
  it('say the same of what they share', () => {
    const seen = new Map<string, readonly [Output, unknown]>();
    for (const output of OUTPUTS) {
      for (const [name, part] of Object.entries(readSchema(output)['definitions'] as Part)) {
        const [, other] = seen.get(name) ?? [output, part];
        // An utfall of `visa` also names its organ, and a row of `status` more than one of `visa`.
        if (['period', 'klass', 'status', 'läge', 'målvärde', 'källa', 'operatorns_nycklar'].includes(name)) {
          expect(part, `${name} in ${output}`).toEqual(other);
        }
        seen.set(name, [output, part]);
      }
    }
  });
});
