import type { DiagnosticNote } from '../../diagnostics/diagnostic.ts';
import type { Jämförelsevärde } from '../../evaluate/evaluated-plan.ts';
import { placeOf } from '../../load/place-of.ts';
import { placeOfRow } from '../../load/place-of-row.ts';
import { printKvantitet } from '../../malvarde/print-malvarde.ts';
import { within } from '../../model/origin.ts';
import type { Rule } from '../rule.ts';

export const jämförelsevärdeOlika: Rule = {
  code: 'VP209',
  slug: 'jamforelsevarden-olika',
  severity: 'varning',
  errorWhenPublished: true,
  title: 'Det finns två olika värden att jämföra med',
  why: 'Säger två ställen olika om samma år vet ingen vilket som gäller, och målet kan inte bedömas. I en publicerad plan är det ett fel.',
  help: 'Låt ett av ställena gälla och ta bort eller rätta det andra.',
  *check({ periods, evaluatedIn }) {
    const told = new Set<string>();
    for (const period of periods) {
      for (const { rader } of evaluatedIn(period).målområden) {
        for (const { nyckeltal, organ, grund, målvärde } of rader) {
          const key =
            grund.slag === 'jämförelsevärden olika' ? `${nyckeltal.id} ${organ} ${grund.värden[0]?.namn}` : '';
          if (grund.slag !== 'jämförelsevärden olika' || målvärde === null || told.has(key)) {
            continue;
          }
          told.add(key);
          const words = grund.värden.map(({ kvantitet }) => printKvantitet(kvantitet)).join(' och ');
          yield {
            place: placeOf(målvärde.origin),
            message: `${nyckeltal.id} ”${nyckeltal.namn}” ska jämföras med ${grund.värden[0]?.namn ?? ''}, men för ${organ} står det ${words}`,
            help: 'Låt ett av ställena gälla och ta bort eller rätta det andra',
            id: nyckeltal.id,
            notes: grund.värden.map(noteOf),
          };
        }
      }
    }
  },
};

function noteOf({ kvantitet, källa }: Jämförelsevärde): DiagnosticNote {
  const message = `här står det ${printKvantitet(kvantitet)}`;
  if (källa.slag === 'utfall') {
    return { place: placeOfRow(källa.utfall), message };
  }
  const { startvärde, origin } = källa.nyckeltal;
  return { place: placeOf(startvärde === null ? origin : within(startvärde.origin, 'värde')), message };
}
