import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { ROOT } from './run-vp.ts';

export const OUTPUTS = [
  'status',
  'kontroll',
  'tolka',
  'visa',
  'forklara',
  'budget-utskrift',
  'kalender-utskrift',
  'rapport',
] as const;
export type Output = (typeof OUTPUTS)[number];

export function readSchema(output: Output): Record<string, unknown> {
  return JSON.parse(readFileSync(join(ROOT, 'schemas', `${output}.schema.json`), 'utf8')) as Record<string, unknown>;
}

const compiled = new Map<Output, ValidateFunction>();

/** What of a command's JSON its schema does not allow; empty where it fits. */
export function faultsOf(output: Output, data: unknown): readonly string[] {
  let validate = compiled.get(output);
  if (validate === undefined) {
    validate = new Ajv({ allErrors: true, strictTypes: false }).compile(readSchema(output));
    compiled.set(output, validate);
  }
  return validate(data)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      );
}
