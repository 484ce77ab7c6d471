/**
 * How many times a property is tried. The seed is fixed, so that a run says the same every time; another one is tried
 * with `VP_SEED=7 npx vitest run`.
 */
export function runs(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns, seed: Number(process.env['VP_SEED'] ?? 2025) };
}
