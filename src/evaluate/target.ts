import { målvärdeOf } from '../model/organ-malvarde.ts';
import type { Period } from '../model/period.ts';
import type { Nyckeltal, OrganMålvärde } from '../model/plan.ts';

/** What a row is compared with in a period: its etappmål for the period goes before its målvärde. */
export function targetOf(
  nyckeltal: Nyckeltal,
  organ: string,
  period: Period,
): { readonly målvärde: OrganMålvärde | null; readonly etapp: boolean } {
  const stated = nyckeltal.etappmål.get(period.id);
  const etapp = stated === undefined ? null : målvärdeOf({ målvärden: stated, organ: nyckeltal.organ }, organ);
  return etapp === null ? { målvärde: målvärdeOf(nyckeltal, organ), etapp: false } : { målvärde: etapp, etapp: true };
}
