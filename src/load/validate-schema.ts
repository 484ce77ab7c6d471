import type { ErrorObject } from 'ajv';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { alternatives, didYouMean } from '../diagnostics/did-you-mean.ts';
import { excerpt } from '../diagnostics/excerpt.ts';
import type { SchemaHint } from '../generated/schema-hints.cjs';
import validators from '../generated/validators.cjs';
import { type Origin, pathOf, wholeFile, within } from '../model/origin.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { YamlValue } from './parse-yaml.ts';
import { keyPlaceOf, placeOf } from './place-of.ts';

export type SchemaName = 'organisation' | 'plan' | 'malomrade' | 'uppfoljning' | 'budget' | 'kalender' | 'pastaenden';

/**
 * Holds a file against its schema. Every fault is told at the key where it stands. The schemas were compiled when the
 * program was built; what the messages need of them is loaded only when there is a fault.
 */
export async function validateSchema(
  name: SchemaName,
  file: SourceFile,
  value: YamlValue,
): Promise<readonly Diagnostic[]> {
  const validate = validators[name];
  if (validate(value)) {
    return [];
  }
  const errors = validate.errors ?? [];
  const { default: generated } = await import('../generated/schema-hints.cjs');
  const root = generated.hints[name] ?? {};
  const told = new Set<string>();
  const findings: Diagnostic[] = [];
  for (const error of errors) {
    const path = stepsOf(error.instancePath);
    const one = tell(error, within(wholeFile(file), ...path), value, hintAt(root, path));
    if (one === null) {
      continue;
    }
    // Several keywords fail at one place for one slip; the first says it.
    const key = `${error.instancePath}|${one.place.start}`;
    if (!told.has(key)) {
      told.add(key);
      findings.push(one);
    }
  }
  return findings;
}

function stepsOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(value: YamlValue, path: readonly (string | number)[]): YamlValue | undefined {
  let at: YamlValue | undefined = value;
  for (const step of path) {
    at = typeof at === 'object' && at !== null ? (at as { readonly [key: string]: YamlValue })[step] : undefined;
  }
  return at;
}

function tell(error: ErrorObject, origin: Origin, root: YamlValue, hint: SchemaHint): Diagnostic | null {
  const key = String(origin.key);
  const value = valueAt(root, pathOf(origin));
  const { example } = hint;
  const help = example === undefined ? null : `Skriv till exempel ${key}: ${example}`;
  const at = { place: placeOf(origin), help };
  const name = /^\d+$/.test(key) ? 'posten' : key === '' ? 'filen' : `”${key}”`;
  if (value === null && error.keyword === 'type') {
    return finding('VP113', {
      place: keyPlaceOf(origin),
      message: `${name} saknar värde`,
      help: help ?? 'Skriv värdet efter kolon eller ta bort nyckeln',
    });
  }
  switch (error.keyword) {
    case 'additionalProperties': {
      const unknown = String(error.params['additionalProperty']);
      const known = Object.keys(hint.properties ?? {});
      return finding('VP110', {
        place: keyPlaceOf(within(origin, unknown)),
        message: `nyckeln ”${excerpt(unknown)}” finns inte här`,
        help: didYouMean(unknown, known) ?? `Nycklar som finns: ${known.join(', ')}`,
      });
    }
    case 'required': {
      const missing = String(error.params['missingProperty']);
      return finding('VP111', {
        place: firstLineOf(origin),
        message: `nyckeln ”${missing}” saknas${key === '' ? '' : ` i ${name}`}`,
        help: exampleOf(hint, missing),
      });
    }
    case 'type':
      return finding('VP112', {
        ...at,
        message: `${name} ska vara ${typeWords(error.params['type'])}, inte ${kindOf(value)}`,
      });
    case 'enum': {
      const allowed = (error.params['allowedValues'] as readonly unknown[]).map(String);
      return finding('VP112', {
        place: at.place,
        message: `”${excerpt(String(value))}” är inget av de värden som ${name} kan ha`,
        help: didYouMean(String(value), allowed) ?? `Skriv ${alternatives(allowed)}`,
      });
    }
    case 'pattern':
      // Of a key it is told by `propertyNames`, which knows the key.
      if (error.propertyName !== undefined) {
        return null;
      }
      return finding('VP112', { ...at, message: `”${excerpt(String(value ?? key))}” har fel form${idHint(error)}` });
    case 'propertyNames':
      return finding('VP112', {
        place: keyPlaceOf(within(origin, String(error.params['propertyName']))),
        message: `”${excerpt(String(error.params['propertyName']))}” kan inte vara nyckel här${idHint(error)}`,
        help: 'Ett id skrivs med a–z, 0–9 och bindestreck',
      });
    case 'minLength':
      return finding('VP113', { ...at, place: keyPlaceOf(origin), message: `${name} saknar värde` });
    case 'minItems':
    case 'minProperties':
      return finding('VP113', { ...at, place: keyPlaceOf(origin), message: `${name} är tom` });
    case 'oneOf':
      return finding('VP112', {
        place: firstLineOf(origin),
        message: 'påståendet ska ha exakt ett slag',
        help: 'Ange precis en av: räkna, utfall, målvärde, prognos, måluppfyllelse, status, beräknad, förändring, summa, budget, uppgift',
      });
    default:
      // What remains is a part of another fault that is told by its own keyword (`if`, branches of `oneOf`).
      return error.schemaPath.includes('/oneOf/')
        ? null
        : finding('VP112', { ...at, message: `${name} har ett värde som inte passar` });
  }
}

/** The example of a key that is missing. */
function exampleOf(hint: SchemaHint, key: string): string {
  const example = hint.properties?.[key]?.example;
  return example === undefined ? `Lägg till ${key}: …` : `Lägg till ${key}, till exempel ${key}: ${example}`;
}

/** The part of the schema that a value is held against, by the value's own path. */
function hintAt(root: SchemaHint, path: readonly (string | number)[]): SchemaHint {
  let at = root;
  for (const step of path) {
    const key = String(step);
    at = resolveHint(
      root,
      at.properties?.[key] ?? (/^\d+$/.test(key) ? at.items : undefined) ?? at.additionalProperties ?? {},
    );
  }
  return at;
}

function resolveHint(root: SchemaHint, hint: SchemaHint): SchemaHint {
  if (hint.ref === undefined) {
    return hint;
  }
  let at: unknown = root;
  for (const step of stepsOf(hint.ref)) {
    at =
      typeof at === 'object' && at !== null
        ? (at as Readonly<Record<string, unknown>>)[decodeURIComponent(String(step))]
        : undefined;
  }
  const found = at as SchemaHint | undefined;
  // What stands beside a reference is closer to the key than what the reference says.
  return { ...resolveHint(root, found ?? {}), ...(hint.example === undefined ? {} : { example: hint.example }) };
}

/** A thing that lacks something is pointed at by its first line: the whole entry would fill the screen. */
function firstLineOf(origin: Origin): { file: SourceFile; start: number; end: number } {
  const { file, start } = placeOf(origin);
  const end = file.text.indexOf('\n', start);
  return { file, start, end: end < 0 ? file.text.length : end };
}

function idHint(error: ErrorObject): string {
  const pattern = String(error.params['pattern'] ?? '');
  return pattern.startsWith('^[a-z0-9]') ? ': ett id skrivs med a–z, 0–9 och bindestreck, utan å, ä och ö' : '';
}

function typeWords(type: unknown): string {
  const words: Readonly<Record<string, string>> = {
    string: 'en text',
    number: 'ett tal',
    object: 'nycklar med värden',
    array: 'en lista',
  };
  const types = (Array.isArray(type) ? type : [type]).map(String);
  const told = types
    .filter((name) => name !== 'number' || !types.includes('string'))
    .map((name) => words[name] ?? name);
  return told.join(' eller ');
}

function kindOf(value: YamlValue | undefined): string {
  if (Array.isArray(value)) {
    return 'en lista';
  }
  return typeof value === 'object' && value !== null ? 'nycklar med värden' : 'en text';
}
