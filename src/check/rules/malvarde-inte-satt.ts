import { excerpt } from '../../diagnostics/excerpt.ts';
import { placeOf } from '../../load/place-of.ts';
import { readingsOf } from '../../model/organ-malvarde.ts';
import type { Rule } from '../rule.ts';
import { lastDay } from '../stated-targets.ts';

export const målvärdeInteSatt: Rule = {
  code: 'VP206',
  slug: 'malvarde-inte-satt',
  severity: 'varning',
  errorWhenPublished: true,
  title: 'Målvärdet ska kompletteras',
  why: 'Ett mål vars målvärde ska kompletteras senare kan inte följas upp förrän det är gjort. I en publicerad plan är det ett fel.',
  help: 'Skriv målvärdet när det är bestämt. Säg gärna när: målvärde: kompletteras senast 2025-03-31.',
  *check({ targets, idag }) {
    for (const { nyckeltal, stated } of targets) {
      // When the promised day has passed, `kompletteras-forsenad` says so.
      if (
        readingsOf(stated).some(
          ({ krav, frist }) => krav.slag === 'ej_satt' && (frist === null || lastDay(frist) >= idag),
        )
      ) {
        yield {
          place: placeOf(stated.origin),
          message: `${nyckeltal.id} ”${nyckeltal.namn}” har inget målvärde än: ”${excerpt(stated.text)}”`,
          help: 'Skriv målvärdet när det är bestämt',
          id: nyckeltal.id,
        };
      }
    }
  },
};
