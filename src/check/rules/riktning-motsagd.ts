import { excerpt } from '../../diagnostics/excerpt.ts';
import { placeOf } from '../../load/place-of.ts';
import { signOf } from '../../model/decimal.ts';
import type { Krav } from '../../model/malvarde.ts';
import { readingsOf } from '../../model/organ-malvarde.ts';
import { within } from '../../model/origin.ts';
import type { Riktning } from '../../model/plan.ts';
import type { Rule } from '../rule.ts';

export const riktningMotsagd: Rule = {
  code: 'VP204',
  slug: 'riktning-motsagd',
  severity: 'fel',
  title: 'Riktningen och målvärdets ord säger olika',
  why: 'Säger målvärdet ”minst” men riktningen ”minska” är det ena fel, och statusen blir fel åt ena hållet.',
  help: 'Rätta det som är fel. När målvärdet säger minst, högst, högre än eller lägre än behövs ingen riktning.',
  *check({ targets }) {
    for (const { nyckeltal, stated } of targets) {
      const own = nyckeltal.riktning;
      const said =
        own === null
          ? undefined
          : readingsOf(stated)
              .map(({ krav }) => riktningOf(krav))
              .find((riktning) => riktning !== null && riktning !== own);
      if (said !== undefined) {
        yield {
          place: placeOf(stated.origin),
          message: `målvärdet ”${excerpt(stated.text)}” för ${nyckeltal.id} ”${nyckeltal.namn}” säger att värdet ska ${said}, men riktningen är ${own}`,
          help: `Ta bort riktningen om målvärdet är rätt, annars skriv om målvärdet`,
          id: nyckeltal.id,
          notes: [{ place: placeOf(within(nyckeltal.origin, 'riktning')), message: `här står riktning: ${own}` }],
        };
      }
    }
  },
};

/** The direction that the words of a målvärde say themselves. */
function riktningOf(krav: Krav): Riktning | null {
  switch (krav.slag) {
    case 'gräns':
      // "At most zero" of something counted is said by the zero, not by a word.
      return krav.operator === null || signOf(krav.kvantitet.värde) === 0
        ? null
        : krav.operator.startsWith('>')
          ? 'öka'
          : 'minska';
    case 'förändring':
      return krav.jämförare === null ? null : krav.jämförare.startsWith('>') ? 'öka' : 'minska';
    case 'jämförelse':
      return krav.riktning === '=' || krav.riktning === 'bättre'
        ? null
        : krav.riktning.startsWith('>')
          ? 'öka'
          : 'minska';
    case 'trend':
      return krav.riktning === 'oförändrat' ? null : krav.riktning;
    default:
      return null;
  }
}
