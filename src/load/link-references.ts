import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { didYouMean, suggestFrom } from '../diagnostics/did-you-mean.ts';
import { pushAll } from '../model/lists.ts';
import { type Origin, type Path, within } from '../model/origin.ts';
import { type Aktivitet, everyNyckeltal, type Nyckeltal, type Plan, type Uppdrag } from '../model/plan.ts';
import { linkIndikatorer } from './link-indikatorer.ts';
import { linkUppföljningar } from './link-uppfoljningar.ts';
import { hasPlace, keyPlaceOf, placeOf } from './place-of.ts';
import { type Thing, thingsById } from './unique-ids.ts';

/** Checks that every id is used once and that whatever is referred to exists. */
export function linkReferences(plan: Plan): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const known = thingsById(plan, diagnostics);
  const ids: KnownIds = { has: (id) => known.has(id), suggest: suggestFrom(() => known.keys()) };
  for (const nyckeltal of everyNyckeltal(plan)) {
    checkOrgan(plan, nyckeltal, diagnostics);
    checkId(nyckeltal.sammaSom, nyckeltal, ['samma_som'], ids, diagnostics);
    checkEnhet(plan, nyckeltal, diagnostics);
    checkStart(nyckeltal, diagnostics);
  }
  for (const målområde of plan.målområden) {
    for (const { id, alsoIn, origin } of [...målområde.mål, ...målområde.uppdrag]) {
      checkOrganList(plan, alsoIn, within(origin, 'finns_även_i'), id, diagnostics);
    }
    for (const uppdrag of målområde.uppdrag) {
      checkOrgan(plan, uppdrag, diagnostics);
      checkId(uppdrag.sammaSom, uppdrag, ['samma_som'], ids, diagnostics);
      uppdrag.mätsMed.forEach((id, index) => {
        checkId(id, uppdrag, ['mäts_med', index], ids, diagnostics);
      });
      for (const aktivitet of uppdrag.aktiviteter) {
        checkOrgan(plan, aktivitet, diagnostics);
      }
    }
    for (const aktivitet of målområde.aktiviteter) {
      checkOrgan(plan, aktivitet, diagnostics);
    }
  }
  for (const { organ, origin } of plan.beslut) {
    checkOrganList(plan, organ === null ? [] : [organ], within(origin, 'organ'), null, diagnostics);
  }
  pushAll(diagnostics, linkIndikatorer(plan));
  linkUppföljningar(plan, diagnostics);
  return diagnostics;
}

/** The ids of a plan, and what may be meant by one that it does not have. */
interface KnownIds {
  readonly has: (id: string) => boolean;
  readonly suggest: (id: string) => string | null;
}

/** @param keys where the id stands in its owner */
function checkId(id: string | null, owner: Thing, keys: Path, ids: KnownIds, diagnostics: Diagnostic[]): void {
  if (id !== null && !ids.has(id)) {
    diagnostics.push(
      finding('VP121', {
        place: placeOf(within(owner.origin, ...keys)),
        message: `id ”${id}” finns inte i planen`,
        help: ids.suggest(id) ?? 'Skriv id för ett nyckeltal, uppdrag eller mål i samma plan',
        id: owner.id,
      }),
    );
  }
}

function checkOrgan(plan: Plan, thing: Nyckeltal | Uppdrag | Aktivitet, diagnostics: Diagnostic[]): void {
  const { organ } = plan.organisation;
  if (organ.size === 0) {
    return;
  }
  if ('från' in thing && thing.från !== null && !organ.has(thing.från)) {
    diagnostics.push(unknownOrgan(plan, thing.från, placeOf(within(thing.origin, 'från')), thing.id));
  }
  for (const id of thing.organ) {
    // A key in the wrong form has been told by the schema.
    const place = organ.has(id) || !/^[a-z0-9-]+$/.test(id) ? null : placeOfOrgan(thing, id);
    // Several things may take the same unknown organ over from above.
    if (
      place !== null &&
      !diagnostics.some((other) => other.place.file === place.file && other.place.start === place.start)
    ) {
      diagnostics.push(unknownOrgan(plan, id, place, thing.id));
    }
  }
}

/** Organ that stand in a list of their own. */
function checkOrganList(
  plan: Plan,
  organ: readonly string[],
  list: Origin,
  owner: string | null,
  diagnostics: Diagnostic[],
): void {
  const known = plan.organisation.organ;
  organ.forEach((id, index) => {
    if (known.size > 0 && !known.has(id)) {
      const item = within(list, index);
      diagnostics.push(unknownOrgan(plan, id, placeOf(hasPlace(item) ? item : list), owner));
    }
  });
}

/** Without its year a start value is never compared with. */
function checkStart({ id, startvärde }: Nyckeltal, diagnostics: Diagnostic[]): void {
  if (startvärde !== null && startvärde.period === null && hasPlace(within(startvärde.origin, 'period'))) {
    diagnostics.push(
      finding('VP123', {
        place: placeOf(within(startvärde.origin, 'period')),
        message: `startvärdets period för ${id} går inte att läsa`,
        help: 'Skriv till exempel 2021, 2021-T1 eller 2021-02',
        id,
      }),
    );
  }
}

/** Where an organ is named: in the målvärde, in the thing's own `organ`, or in that of what it belongs to. */
function placeOfOrgan(thing: Nyckeltal | Uppdrag | Aktivitet, id: string): Diagnostic['place'] | null {
  const key = within(thing.origin, 'målvärde', id);
  if (hasPlace(key)) {
    return keyPlaceOf(key);
  }
  for (let owner: Origin | null = thing.origin; owner !== null; owner = owner.above) {
    if (hasPlace(within(owner, 'organ'))) {
      const index = thing.organ.indexOf(id);
      const item = within(owner, 'organ', index);
      return placeOf(hasPlace(item) ? item : within(owner, 'organ'));
    }
  }
  return null;
}

/** The finding for an organ that the organisation does not have. */
export function unknownOrgan(
  plan: Pick<Plan, 'organisation'>,
  organ: string,
  place: Diagnostic['place'],
  id: string | null,
): Diagnostic {
  const known = [...plan.organisation.organ.keys()];
  return finding('VP122', {
    place,
    message: `organet ”${organ}” finns inte i plans/organisation.yaml`,
    help: didYouMean(organ, known) ?? `Organ som finns: ${known.join(', ')}`,
    id,
  });
}

function checkEnhet(plan: Plan, nyckeltal: Nyckeltal, diagnostics: Diagnostic[]): void {
  const { enheter, organ } = plan.organisation;
  if (nyckeltal.enhet !== null && organ.size > 0 && !enheter.has(nyckeltal.enhet)) {
    diagnostics.push(
      finding('VP121', {
        place: placeOf(within(nyckeltal.origin, 'enhet')),
        message: `enheten ”${nyckeltal.enhet}” finns inte i plans/organisation.yaml`,
        help: didYouMean(nyckeltal.enhet, [...enheter.keys()]) ?? 'Lägg till enheten under enheter:',
        id: nyckeltal.id,
      }),
    );
  }
}
