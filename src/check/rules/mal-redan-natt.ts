import { holds } from '../../evaluate/assess-bound.ts';
import { directionOf, reglerOf } from '../../evaluate/regler.ts';
import { placeOf } from '../../load/place-of.ts';
import { readKvantitet } from '../../malvarde/read-kvantitet.ts';
import { convert } from '../../malvarde/units.ts';
import type { Kvantitet } from '../../model/malvarde.ts';
import { målvärdePerOrgan } from '../../model/organ-malvarde.ts';
import type { Nyckeltal, Plan } from '../../model/plan.ts';
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
          if (start === null || value === null) {
            continue;
          }
          const met = holds(value, operator, krav.kvantitet.värde);
          if (met || (value.eq(krav.kvantitet.värde) && isWayFromStart(nyckeltal, plan))) {
            yield {
              place: placeOf(origin),
              message: `målvärdet ”${text}” för ${nyckeltal.id} ”${nyckeltal.namn}” är ${met ? 'redan nått vid' : 'detsamma som'} startvärdet ${start.text}${organ === '' ? '' : ` (${organ})`}`,
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

/** Over 90 % is not met at 90 %, but there is no way between them to have gone a part of. */
function isWayFromStart(nyckeltal: Nyckeltal, { bedömningsregler }: Plan): boolean {
  const { metod, tolerans } = reglerOf(nyckeltal, bedömningsregler);
  return metod === 'startvärde' && tolerans === null;
}

/** The stated start value; that of an organ may be an outcome of the same period. */
function startOf(
  before: UtfallIndex,
  nyckeltal: Nyckeltal,
  organ: string,
): { readonly kvantitet: Kvantitet; readonly text: string } | null {
  const { startvärde } = nyckeltal;
  if (startvärde === null) {
    return null;
  }
  const own = rowsOf(before, nyckeltal.id, organ).find(
    (one) => one.enhet === null && one.kön === 'totalt' && one.period.id === startvärde.period?.id,
  );
  if (own?.värde.slag === 'tal') {
    return { kvantitet: own.värde.kvantitet, text: `${own.text} (${own.period.id})` };
  }
  const read = readKvantitet(startvärde.text, nyckeltal.måttenhet);
  return read.slag === 'läst' ? { kvantitet: read.kvantitet, text: startvärde.text } : null;
}
