import { placeOf } from '../../load/place-of.ts';
import type { Rule } from '../rule.ts';

export const jämförelsevärdeSaknas: Rule = {
  code: 'VP213',
  slug: 'jamforelsevarde-saknas',
  severity: 'varning',
  title: 'Det finns inget värde att jämföra med',
  why: 'Ett mål som är högre än 2021 kan bara följas upp om värdet för 2021 finns.',
  help: 'Lägg värdet i en utfallsfil med rätt period (eller enhet riket), i det årets plan, eller som startvärde.',
  needsSoundPlan: true,
  *check({ periods, evaluatedIn }) {
    for (const period of periods) {
      for (const { nyckeltal, organ, grund, målvärde, utfall } of evaluatedIn(period).målområden.flatMap(
        (one) => one.rader,
      )) {
        if (grund.slag === 'jämförelsevärde saknas' && målvärde !== null && utfall !== null) {
          yield {
            place: placeOf(målvärde.origin),
            message: `${nyckeltal.id} ”${nyckeltal.namn}” ska jämföras med ${grund.namn}, men det värdet finns inte för ${organ}`,
            help: `Lägg till en rad för ${grund.namn} i en utfallsfil, eller startvärde: på nyckeltalet`,
            id: nyckeltal.id,
          };
        }
      }
    }
  },
};
