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
    // Lengths are asked for only to tell an empty text; then code units serve, and no text is counted through. The
    // option is called deprecated at every use; what is wrong with a schema is thrown.
    unicode: false,
    logger: false,
    code: { source: true },
  });
  const code = standalone.default(ajv, Object.fromEntries(schemas.map(({ name, schema }) => [name, schema.$id])));
  const hints = Object.fromEntries(schemas.map(({ name, schema }) => [name, hintsOf(schema)]));
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

/** What a good error message needs of a schema: which keys there are where, and the first example of each. */
function hintsOf(part) {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) {
    return undefined;
  }
  const nested = (map) =>
    map && Object.fromEntries(Object.entries(map).map(([key, value]) => [key, hintsOf(value) ?? {}]));
  const [example] = part.examples ?? [];
  return {
    ref: part.$ref,
    properties: nested(part.properties),
    additionalProperties: hintsOf(part.additionalProperties),
    items: hintsOf(part.items),
    definitions: nested(part.definitions),
    example: typeof example === 'object' ? undefined : example === undefined ? undefined : String(example),
  };
}
