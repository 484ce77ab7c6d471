import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

/** Schemas of files that people write; those of vp's own JSON outputs are only used by tests. */
const PLAN_FILE_SCHEMAS = ['organisation', 'plan', 'malomrade', 'uppfoljning', 'budget', 'kalender', 'pastaenden'];

/**
 * Compiles the schemas of the plan files to plain code, so that nothing is compiled at start, and writes beside it what
 * a good error message needs from them: the keys that an object may have, and an example of a value.
 */
export function compileSchemas(root) {
  const folder = new URL('schemas/', root);
  const known = new Set(readdirSync(folder));
  const schemas = PLAN_FILE_SCHEMAS.map((name) => {
    const file = `${name}.schema.json`;
    if (!known.has(file)) {
      throw new Error(`schemas/${file} is missing`);
    }
    return { name, schema: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) };
  });
  const ajv = new Ajv({
    schemas: schemas.map(({ schema }) => withoutWords(schema)),
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    code: { source: true },
  });
  const code = standalone.default(ajv, Object.fromEntries(schemas.map(({ name, schema }) => [name, schema.$id])));
  const hints = Object.fromEntries(schemas.map(({ name, schema }) => [name, describe(schema)]));
  mkdirSync(new URL('src/generated/', root), { recursive: true });
  writeFileSync(new URL('src/generated/validators.cjs', root), `${code}\n`);
  writeFileSync(new URL('src/generated/schema-hints.cjs', root), `exports.hints = ${JSON.stringify(hints)};\n`);
}

/** The schema without what is written for people: it would be carried along in the compiled code. */
function withoutWords(part) {
  if (Array.isArray(part)) {
    return part.map(withoutWords);
  }
  if (typeof part !== 'object' || part === null) {
    return part;
  }
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => !(WORDS.includes(key) && typeof value !== 'object') && key !== 'examples')
      .map(([key, value]) => [key, withoutWords(value)]),
  );
}

const WORDS = ['title', 'description', '$schema'];

/** JSON pointer of every part of a schema → its keys and the first example. */
function describe(schema) {
  const hints = {};
  const walk = (part, pointer) => {
    if (typeof part !== 'object' || part === null) {
      return;
    }
    if (!Array.isArray(part)) {
      const keys = part.properties && part.additionalProperties === false ? Object.keys(part.properties) : undefined;
      const example =
        Array.isArray(part.examples) && typeof part.examples[0] !== 'object' ? String(part.examples[0]) : undefined;
      if (keys !== undefined || example !== undefined) {
        hints[pointer] = { keys, example };
      }
    }
    for (const [key, value] of Object.entries(part)) {
      if (key !== 'examples' && key !== 'enum') {
        walk(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      }
    }
  };
  walk(schema, '#');
  return hints;
}
