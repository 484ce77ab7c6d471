import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { within } from '../model/origin.ts';
import type { Plan } from '../model/plan.ts';
import { hasPlace, placeOf } from './place-of.ts';

/** A målområde follows indikatorer, and an indikator belongs to one of fullmäktige: both must name one of the plan. */
export function linkIndikatorer({ målområden, strategier }: Plan): readonly Diagnostic[] {
  const upper = new Set(strategier.flatMap(({ indikatorer }) => indikatorer.map(({ id }) => id)));
  const every = new Set([...upper, ...målområden.flatMap(({ indikatorer }) => indikatorer.map(({ id }) => id))]);
  return målområden.flatMap(({ id: owner, follows, indikatorer, origin }) => [
    ...follows.flatMap((id, index) => {
      const list = within(origin, 'följer');
      const item = within(list, index);
      return every.has(id) ? [] : [unknown(id, every, placeOf(hasPlace(item) ? item : list), owner)];
    }),
    ...indikatorer.flatMap((one) =>
      one.under === null || upper.has(one.under)
        ? []
        : [unknown(one.under, upper, placeOf(within(one.origin, 'under')), one.id)],
    ),
  ]);
}

function unknown(id: string, known: ReadonlySet<string>, place: Diagnostic['place'], owner: string): Diagnostic {
  return finding('VP121', {
    place,
    message: `indikatorn ”${id}” finns inte i planen`,
    help: didYouMean(id, [...known]) ?? 'Skriv id för en indikator under en strategi i plan.yaml',
    id: owner,
  });
}
