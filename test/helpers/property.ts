/**
 * How many times a property is tried. The seed is fixed, so that a run says the same every time; `npm run fuzz` tries
 * others, and more often.
 */
export function runs(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: numRuns * Number(process.env['VP_TIMES'] ?? 1), seed: Number(process.env['VP_SEED'] ?? 2025) };
}
