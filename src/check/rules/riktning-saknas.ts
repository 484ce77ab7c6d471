import { excerpt } from '../../diagnostics/excerpt.ts';
import { placeOf } from '../../load/place-of.ts';
import { needsRiktning } from '../../malvarde/needs-riktning.ts';
import type { Rule } from '../rule.ts';
import { readingsOf } from '../stated-targets.ts';

export const riktningSaknas: Rule = {
  code: 'VP203',
  slug: 'riktning-saknas',
  severity: 'fel',
  title: 'Det framgår inte om värdet ska öka eller minska',
  why: 'Ett ensamt tal säger inte om det är ett golv eller ett tak. 4,8 % sjukfrånvaro är ett tak, 4,8 i medarbetarindex ett golv.',
  help: 'Skriv riktning: öka eller riktning: minska på nyckeltalet, eller minst eller högst före talet.',
  *check({ targets }) {
    for (const { nyckeltal, stated } of targets) {
      if (nyckeltal.riktning === null && readingsOf(stated).some(({ krav }) => needsRiktning(krav))) {
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
