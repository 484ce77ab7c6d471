import type { Utfall } from './utfall.ts';

/** Outcomes by nyckeltal, each list in file order. */
export type UtfallIndex = ReadonlyMap<string, readonly Utfall[]>;

/** Up to how many rows, which is what most nyckeltal have, their list has room for no more than them. */
const FEW = 8;

/** Made once for each list: reading, evaluation, checks and reports all look outcomes up. */
const indexes = new WeakMap<readonly Utfall[], UtfallIndex>();

export function indexUtfall(utfall: readonly Utfall[]): UtfallIndex {
  const known = indexes.get(utfall);
  if (known !== undefined) {
    return known;
  }
  const index = new Map<string, Utfall[]>();
  for (const one of utfall) {
    const rows = index.get(one.nyckeltal);
    if (rows === undefined) {
      index.set(one.nyckeltal, [one]);
    } else if (rows.length < FEW) {
      // A list that something is pushed to makes room for many more.
      index.set(one.nyckeltal, rows.concat(one));
    } else {
      rows.push(one);
    }
  }
  indexes.set(utfall, index);
  return index;
}

/** Every row of a nyckeltal and organ, in file order. */
export function rowsOf(index: UtfallIndex, nyckeltal: string, organ: string): readonly Utfall[] {
  return (index.get(nyckeltal) ?? []).filter((row) => row.organ === organ);
}
