import type { ErrorObject } from 'ajv';

interface Validator {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

export const organisation: Validator;
export const plan: Validator;
export const malomrade: Validator;
export const uppfoljning: Validator;
export const budget: Validator;
export const kalender: Validator;
export const pastaenden: Validator;
