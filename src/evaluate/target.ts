import { perOrgan } from '../load/build-malomrade.ts';
import type { Period } from '../model/period.ts';
import type { Nyckeltal, OrganMålvärde } from '../model/plan.ts';

/** What a row is compared with in a period: its etappmål for the period goes before its målvärde. */
export function targetOf(
  nyckeltal: Nyckeltal,
  organ: string,
  period: Period,
): { readonly målvärde: OrganMålvärde | null; readonly etapp: boolean } {
  const stated = nyckeltal.etappmål.get(period.id);
  const etapp = stated === undefined ? undefined : perOrgan(stated, nyckeltal.organ).get(organ);
  return etapp === undefined
    ? { målvärde: nyckeltal.målvärdePerOrgan.get(organ) ?? null, etapp: false }
    : { målvärde: etapp, etapp: true };
}
