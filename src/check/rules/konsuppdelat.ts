import { placeOf } from '../../load/place-of.ts';
import { within } from '../../model/origin.ts';
import { isStated } from '../../model/utfall.ts';
import { indexUtfall } from '../../model/utfall-index.ts';
import type { Rule } from '../rule.ts';

export const könsuppdelat: Rule = {
  code: 'VP216',
  slug: 'konsuppdelat',
  severity: 'varning',
  title: 'Könsuppdelat nyckeltal saknar kvinnor eller män',
  why: 'Ett nyckeltal som ska redovisas könsuppdelat visar skillnader bara om båda könen finns.',
  help: 'Lägg till rader med kön kvinnor och män i utfallsfilen, eller ta bort könsuppdelat.',
  *check({ plan }) {
    const divided = plan.målområden.flatMap(({ nyckeltal }) => nyckeltal.filter((one) => one.könsuppdelat));
    const index = indexUtfall(divided.length === 0 ? [] : plan.utfall);
    for (const nyckeltal of divided) {
      const rows = (index.get(nyckeltal.id) ?? []).filter((one) => one.enhet === null && isStated(one));
      const groups = new Map(
        rows.map((row) => [
          `${row.organ} ${row.period.id}`,
          rows.filter((one) => one.organ === row.organ && one.period.id === row.period.id),
        ]),
      );
      for (const [where, same] of groups) {
        const missing = (['kvinnor', 'män'] as const).filter((kön) => !same.some((row) => row.kön === kön));
        if (missing.length > 0) {
          yield {
            place: placeOf(within(nyckeltal.origin, 'id')),
            message: `${nyckeltal.id} ”${nyckeltal.namn}” är könsuppdelat men saknar ${missing.join(' och ')} för ${where}`,
            help: 'Lägg till raderna i utfallsfilen',
            id: nyckeltal.id,
          };
        }
      }
    }
  },
};
