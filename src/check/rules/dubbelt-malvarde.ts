import { placeOf } from '../../load/place-of.ts';
import { printMålvärde } from '../../malvarde/print-malvarde.ts';
import { målvärdeOf, målvärdePerOrgan } from '../../model/organ-malvarde.ts';
import { within } from '../../model/origin.ts';
import type { Nyckeltal } from '../../model/plan.ts';
import type { Rule } from '../rule.ts';

export const dubbeltMålvärde: Rule = {
  code: 'VP218',
  slug: 'dubbelt-malvarde',
  severity: 'varning',
  title: 'Samma nyckeltal har två målvärden för samma organ',
  why: 'Står samma nyckeltal på två ställen med olika målvärde vet ingen vilket som gäller.',
  help: 'Låt ett målvärde gälla och ta bort det andra. Mäter de olika saker ska namnet säga vad som skiljer.',
  *check({ plan }) {
    for (const målområde of plan.målområden) {
      const first = new Map<string, Nyckeltal>();
      for (const nyckeltal of målområde.nyckeltal) {
        const measure = nyckeltal.namn.toLowerCase();
        const other = first.get(measure) ?? målområde.nyckeltal.find((one) => one.id === nyckeltal.sammaSom);
        first.set(measure, first.get(measure) ?? nyckeltal);
        const organ =
          other === undefined || other.enhet !== nyckeltal.enhet ? undefined : disagreement(nyckeltal, other);
        if (other !== undefined && organ !== undefined) {
          yield {
            place: placeOf(within(nyckeltal.origin, 'id')),
            message: `${nyckeltal.id} och ${other.id} är samma nyckeltal ”${nyckeltal.namn}”, men har olika målvärde för ${organ}`,
            help: 'Låt ett målvärde gälla',
            id: nyckeltal.id,
            notes: [{ place: placeOf(within(other.origin, 'id')), message: `här är ${other.id}` }],
          };
        }
      }
    }
  },
};

/** The first organ for which both have a målvärde, and not the same one. */
function disagreement(a: Nyckeltal, b: Nyckeltal): string | undefined {
  for (const [organ, { målvärde: one }] of målvärdePerOrgan(a)) {
    const other = målvärdeOf(b, organ)?.målvärde ?? null;
    if (one !== null && other !== null && printMålvärde(one) !== printMålvärde(other)) {
      return organ;
    }
  }
  return undefined;
}
