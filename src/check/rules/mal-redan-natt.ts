import { holds } from '../../evaluate/assess-bound.ts';
import { directionOf } from '../../evaluate/regler.ts';
import { placeOf } from '../../load/place-of.ts';
import { readKvantitet } from '../../malvarde/read-kvantitet.ts';
import { convert } from '../../malvarde/units.ts';
import type { Kvantitet } from '../../model/malvarde.ts';
import { målvärdePerOrgan } from '../../model/organ-malvarde.ts';
import type { Nyckeltal } from '../../model/plan.ts';
import { indexUtfall, rowsOf, type UtfallIndex } from '../../model/utfall-index.ts';
import type { Rule } from '../rule.ts';

export const målRedanNått: Rule = {
  code: 'VP214',
  slug: 'mal-redan-natt',
  severity: 'varning',
  errorWhenPublished: true,
  title: 'Målvärdet är redan nått vid startvärdet',
  why: 'Ett mål som ska öka men ligger på eller under sitt eget startvärde kräver ingen förändring. Ofta är det ena värdet fel. I en publicerad plan är det ett fel.',
  help: 'Höj målvärdet, rätta startvärdet, eller förklara varför målet är att hålla nivån.',
  *check({ plan }) {
    const before = indexUtfall(plan.utfall.filter(({ period }) => period.slut < plan.period.start));
    for (const målområde of plan.målområden) {
      for (const nyckeltal of målområde.nyckeltal) {
        for (const [organ, { målvärde, text, origin }] of målvärdePerOrgan(nyckeltal)) {
          const krav = målvärde?.krav;
          const operator = krav?.slag === 'gräns' ? (krav.operator ?? directionOf(nyckeltal)) : null;
          if (krav?.slag !== 'gräns' || operator === null) {
            continue;
          }
          const start = startOf(before, nyckeltal, organ);
          const value = start === null ? null : convert(start.kvantitet, krav.kvantitet.måttenhet);
          if (
            start !== null &&
            value !== null &&
            (holds(value, operator, krav.kvantitet.värde) || value.eq(krav.kvantitet.värde))
          ) {
            yield {
              place: placeOf(origin),
              message: `målvärdet ”${text}” för ${nyckeltal.id} ”${nyckeltal.namn}” är redan nått vid startvärdet ${start.text}${organ === '' ? '' : ` (${organ})`}`,
              help: 'Kontrollera både målvärdet och startvärdet',
              id: nyckeltal.id,
            };
            break;
          }
        }
      }
    }
  },
};

/** The stated start value, else an outcome of the organ from before the plan's period. */
function startOf(
  before: UtfallIndex,
  nyckeltal: Nyckeltal,
  organ: string,
): { readonly kvantitet: Kvantitet; readonly text: string } | null {
  if (nyckeltal.startvärde !== null) {
    const read = readKvantitet(nyckeltal.startvärde.text, nyckeltal.måttenhet);
    return read.slag === 'läst' ? { kvantitet: read.kvantitet, text: nyckeltal.startvärde.text } : null;
  }
  const latest = rowsOf(before, nyckeltal.id, organ)
    .filter((one) => one.enhet === null && one.kön === 'totalt')
    .sort((a, b) => (a.period.slut < b.period.slut ? 1 : -1))[0];
  return latest?.värde.slag === 'tal'
    ? { kvantitet: latest.värde.kvantitet, text: `${latest.text} (${latest.period.id})` }
    : null;
}
