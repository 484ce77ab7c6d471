import { placeOf } from '../../load/place-of.ts';
import { within } from '../../model/origin.ts';
import type { Rule } from '../rule.ts';

export const prognosSaknas: Rule = {
  code: 'VP212',
  slug: 'prognos-saknas',
  severity: 'varning',
  title: 'Prognos för helåret saknas i delårsrapporten',
  why: 'Delårsrapporten per augusti ska innehålla den förväntade utvecklingen mot målen för god ekonomisk hushållning (LKBR 13 kap.).',
  help: 'Fyll i kolumnen prognos i utfallsfilen, eller prognos: i uppföljningen.',
  needsSoundPlan: true,
  *check({ periods, evaluatedIn }) {
    for (const period of periods.filter(({ id }) => id.endsWith('-T2'))) {
      for (const { nyckeltal, organ, utfall, egetUtfall, uppföljning } of evaluatedIn(period).målområden.flatMap(
        (one) => one.rader,
      )) {
        const stated = (egetUtfall ?? utfall)?.prognos != null || uppföljning?.prognos != null;
        if (nyckeltal.geh && utfall !== null && !stated) {
          yield {
            place: placeOf(within(nyckeltal.origin, 'id')),
            message: `${nyckeltal.id} ”${nyckeltal.namn}” har ingen prognos för ${organ} ${period.id}`,
            help: 'Fyll i kolumnen prognos i utfallsfilen, eller prognos: i uppföljningen',
            id: nyckeltal.id,
          };
        }
      }
    }
  },
};
