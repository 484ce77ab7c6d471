import { excerpt } from '../../diagnostics/excerpt.ts';
import { placeOf } from '../../load/place-of.ts';
import { needsRiktning } from '../../malvarde/needs-riktning.ts';
import { readingsOf, statedOf } from '../../model/organ-malvarde.ts';
import { everyNyckeltal, type StatedMålvärde } from '../../model/plan.ts';
import type { Rule } from '../rule.ts';

export const riktningSaknas: Rule = {
  code: 'VP203',
  slug: 'riktning-saknas',
  severity: 'fel',
  title: 'Det framgår inte om värdet ska öka eller minska',
  why: 'Ett ensamt tal säger inte om det är ett golv eller ett tak. 4,8 % sjukfrånvaro är ett tak, 4,8 i medarbetarindex ett golv.',
  help: 'Skriv riktning: öka eller riktning: minska på nyckeltalet, eller minst eller högst före talet.',
  *check({ plan }) {
    // A mål's målvärde may go down to several nyckeltal: it is told at the first that has no direction.
    const told = new Set<StatedMålvärde>();
    for (const nyckeltal of everyNyckeltal(plan)) {
      for (const stated of nyckeltal.riktning === null ? statedOf(nyckeltal) : []) {
        if (told.has(stated) || !readingsOf(stated).some(({ krav }) => needsRiktning(krav))) {
          continue;
        }
        told.add(stated);
        yield {
          place: placeOf(stated.origin),
          message: `målvärdet ”${excerpt(stated.text)}” för ${nyckeltal.id} ”${nyckeltal.namn}” säger inte om värdet ska öka eller minska`,
          help: 'Lägg till riktning: öka eller riktning: minska, eller skriv minst eller högst före talet',
          id: nyckeltal.id,
        };
      }
    }
  },
};
