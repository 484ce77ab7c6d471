import type { Period } from '../model/period.ts';
import type { Nyckeltal, OrganMålvärde } from '../model/plan.ts';

/** What a row is compared with in a period: its etappmål for the period goes before its målvärde. */
export function targetOf(
  nyckeltal: Nyckeltal,
  organ: string,
  period: Period,
): { readonly målvärde: OrganMålvärde | null; readonly etapp: boolean } {
  const etapp = nyckeltal.etappmål.get(period.id);
  if (etapp === undefined) {
    return { målvärde: nyckeltal.målvärdePerOrgan.get(organ) ?? null, etapp: false };
  }
  const { text, läsning, origin } = etapp;
  const own =
    läsning.slag === 'per organ'
      ? läsning.delar.find((del) => del.organ === organ)?.målvärde
      : läsning.slag === 'läst'
        ? läsning.målvärde
        : undefined;
  return { målvärde: { text, målvärde: own ?? null, origin }, etapp: true };
}
