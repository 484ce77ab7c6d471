/** What is used of js-yaml 4, which brings no types. */
declare module 'js-yaml-4' {
  export const FAILSAFE_SCHEMA: object;
  /** Throws for text that is not one document, and for keys that stand twice. */
  export function load(text: string, options: { readonly schema: object }): unknown;
}
