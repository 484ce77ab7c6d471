import { placeOf } from '../../load/place-of.ts';
import { within } from '../../model/origin.ts';
import type { Rule } from '../rule.ts';

export const utfallSaknas: Rule = {
  code: 'VP210',
  slug: 'utfall-saknas',
  severity: 'varning',
  title: 'Utfall saknas för en period som följs upp',
  why: 'När en period har utfall för några nyckeltal väntar sig läsaren utfall för alla som mäts då, eller ett skäl till att det saknas.',
  help: 'Lägg till en rad i utfallsfilen. Finns inget värde skriver du skälet i kolumnen utfall: saknas, mäts på helår eller sekretess.',
  needsSoundPlan: true,
  *check({ plan, periods, evaluatedIn }) {
    for (const period of periods.filter(
      ({ id, slag }) => slag !== 'månad' && slag !== 'dag' && plan.utfall.some((one) => one.period.id === id),
    )) {
      for (const { nyckeltal, organ, grund, utfall } of evaluatedIn(period).målområden.flatMap((one) => one.rader)) {
        if (grund.slag === 'utfall saknas' && utfall === null) {
          yield {
            place: placeOf(within(nyckeltal.origin, 'id')),
            message: `${nyckeltal.id} ”${nyckeltal.namn}” har inget utfall för ${organ} ${period.id}`,
            help: 'Lägg till raden i utfallsfilen; finns inget värde skriver du saknas och varför i anmärkning',
            id: nyckeltal.id,
          };
        }
      }
    }
  },
};
