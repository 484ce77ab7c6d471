import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { type Origin, within } from '../model/origin.ts';
import type { Plan } from '../model/plan.ts';
import { placeOf } from './place-of.ts';

/** What an id stands for. */
export interface Thing {
  readonly id: string;
  readonly namn: string;
  readonly origin: Origin;
}

/** A thing, and what sort of thing it is. */
interface Named {
  readonly thing: Thing;
  readonly kind: string;
}

/** The målområde's id is its file name: there is no key to point at. */
const FILE = 'målområde';

/** Everything with an id of its own in the plan, by its id; an id that is used twice is reported. */
export function thingsById(plan: Plan, diagnostics: Diagnostic[]): ReadonlyMap<string, unknown> {
  const first = new Map<string, Named>();
  for (const [kind, things] of thingsOf(plan)) {
    for (const thing of things) {
      const other = thing.id === '' ? undefined : first.get(thing.id);
      if (other === undefined) {
        first.set(thing.id, { thing, kind });
      } else {
        diagnostics.push(usedTwice(other, { thing, kind }));
      }
    }
  }
  return first;
}

/** Things of one kind at a time. A mål in its short form is its own nyckeltal and counts once. */
function* thingsOf({ målområden, strategier }: Plan): Iterable<readonly [string, readonly Thing[]]> {
  for (const målområde of målområden) {
    yield [FILE, [målområde]];
    yield ['mål', målområde.mål.filter((mål) => !mål.kortform)];
    yield ['nyckeltal', målområde.nyckeltal];
    yield ['indikator', målområde.indikatorer];
    yield ['uppdrag', målområde.uppdrag];
    yield ['aktivitet', målområde.aktiviteter];
    yield ['aktivitet', målområde.mål.flatMap((mål) => mål.aktiviteter)];
    yield ['aktivitet', målområde.uppdrag.flatMap((uppdrag) => uppdrag.aktiviteter)];
  }
  for (const { indikatorer } of strategier) {
    yield ['indikator', indikatorer];
  }
}

function usedTwice(earlier: Named, later: Named): Diagnostic {
  const [late, early] = later.kind === FILE ? [earlier, later] : [later, earlier];
  return finding('VP120', {
    place: placeOf(within(late.thing.origin, 'id')),
    message: `id ”${late.thing.id}” används redan av ${early.kind} ”${early.thing.namn}”`,
    help: 'Ett id står för en sak i hela planen; ge den ena ett annat id, och binda ihop samma mätning med samma_som',
    id: late.thing.id,
    notes: [
      {
        place: placeOf(within(early.thing.origin, early.kind === FILE ? 'namn' : 'id')),
        message: `här är ${early.kind} ”${early.thing.namn}”`,
      },
    ],
  });
}
