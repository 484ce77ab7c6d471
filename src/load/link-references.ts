import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Origin, within } from '../model/origin.ts';
import {
  type Aktivitet,
  everyNyckeltal,
  type Nyckeltal,
  type Plan,
  type Uppdrag,
  type Uppföljningsslag,
} from '../model/plan.ts';
import { GEH_KEY } from './build-uppfoljning.ts';
import { linkIndikatorer } from './link-indikatorer.ts';
import { hasPlace, keyPlaceOf, placeOf } from './place-of.ts';

/** Checks that every id is used once and that whatever is referred to exists. */
export function linkReferences(plan: Plan): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const things = thingsOf(plan);
  checkUnique(things, diagnostics);
  const ids = new Set(things.map((thing) => thing.id));
  for (const nyckeltal of everyNyckeltal(plan)) {
    checkOrgan(plan, nyckeltal, diagnostics);
    checkId(nyckeltal.sammaSom, within(nyckeltal.origin, 'samma_som'), ids, nyckeltal.id, diagnostics);
    checkEnhet(plan, nyckeltal, diagnostics);
    checkStart(nyckeltal, diagnostics);
  }
  for (const målområde of plan.målområden) {
    for (const { id, alsoIn, origin } of [...målområde.mål, ...målområde.uppdrag]) {
      checkOrganList(plan, alsoIn, within(origin, 'finns_även_i'), id, diagnostics);
    }
    for (const uppdrag of målområde.uppdrag) {
      checkOrgan(plan, uppdrag, diagnostics);
      checkId(uppdrag.sammaSom, within(uppdrag.origin, 'samma_som'), ids, uppdrag.id, diagnostics);
      uppdrag.mätsMed.forEach((id, index) => {
        checkId(id, within(uppdrag.origin, 'mäts_med', index), ids, uppdrag.id, diagnostics);
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
  diagnostics.push(...linkIndikatorer(plan));
  checkUppföljningar(plan, diagnostics);
  return diagnostics;
}

interface Thing {
  readonly id: string;
  readonly namn: string;
  readonly kind: string;
  readonly origin: Origin;
  /** The målområde's id is its file name: there is no key to point at. */
  readonly isFile: boolean;
}

/** Everything with an id of its own in the plan. A mål in its short form is its own nyckeltal and counts once. */
function thingsOf(plan: Plan): readonly Thing[] {
  const thing = (kind: string) => (one: { id: string; namn: string; origin: Origin }) => ({
    id: one.id,
    namn: one.namn,
    origin: one.origin,
    kind,
    isFile: false,
  });
  const ofMålområden = plan.målområden.flatMap((målområde) => {
    return [
      { id: målområde.id, namn: målområde.namn, kind: 'målområde', origin: målområde.origin, isFile: true },
      ...målområde.mål.filter((mål) => !mål.kortform).map(thing('mål')),
      ...målområde.nyckeltal.map(thing('nyckeltal')),
      ...målområde.indikatorer.map(thing('indikator')),
      ...målområde.uppdrag.map(thing('uppdrag')),
      ...[
        ...målområde.aktiviteter,
        ...målområde.mål.flatMap((mål) => mål.aktiviteter),
        ...målområde.uppdrag.flatMap((uppdrag) => uppdrag.aktiviteter),
      ].map(thing('aktivitet')),
    ];
  });
  return [...ofMålområden, ...plan.strategier.flatMap((one) => one.indikatorer).map(thing('indikator'))];
}

function checkUnique(things: readonly Thing[], diagnostics: Diagnostic[]): void {
  const first = new Map<string, Thing>();
  for (const thing of things) {
    const other = thing.id === '' ? undefined : first.get(thing.id);
    if (other === undefined) {
      first.set(thing.id, thing);
      continue;
    }
    const [late, early] = thing.isFile ? [other, thing] : [thing, other];
    diagnostics.push(
      finding('VP120', {
        place: placeOf(within(late.origin, 'id')),
        message: `id ”${late.id}” används redan av ${early.kind} ”${early.namn}”`,
        help: 'Ett id står för en sak i hela planen; ge den ena ett annat id, och binda ihop samma mätning med samma_som',
        id: late.id,
        notes: [
          {
            place: early.isFile ? placeOf(within(early.origin, 'namn')) : placeOf(within(early.origin, 'id')),
            message: `här är ${early.kind} ”${early.namn}”`,
          },
        ],
      }),
    );
  }
}

function checkId(
  id: string | null,
  origin: Origin,
  ids: ReadonlySet<string>,
  owner: string,
  diagnostics: Diagnostic[],
): void {
  if (id !== null && !ids.has(id)) {
    diagnostics.push(
      finding('VP121', {
        place: placeOf(origin),
        message: `id ”${id}” finns inte i planen`,
        help: didYouMean(id, [...ids]) ?? 'Skriv id för ett nyckeltal, uppdrag eller mål i samma plan',
        id: owner,
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
  for (let depth = thing.origin.path.length; depth >= 0; depth--) {
    const owner = { file: thing.origin.file, path: thing.origin.path.slice(0, depth) };
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

/** Words on something must name a thing that exists, in the file of an organ that has it. */
function checkUppföljningar(plan: Plan, diagnostics: Diagnostic[]): void {
  const organOf: Readonly<Record<Uppföljningsslag, ReadonlyMap<string, readonly string[] | null>>> = {
    strategier: new Map(plan.strategier.map((one) => [one.id, null])),
    målområden: new Map(plan.målområden.map((one) => [one.id, null])),
    mål: new Map(plan.målområden.flatMap((one) => one.mål).map((one) => [one.id, null])),
    nyckeltal: new Map(plan.målområden.flatMap((one) => one.nyckeltal).map((one) => [one.id, one.organ])),
    indikatorer: new Map(
      [...plan.målområden, ...plan.strategier].flatMap((one) => one.indikatorer).map((one) => [one.id, one.organ]),
    ),
    uppdrag: new Map(plan.målområden.flatMap((one) => one.uppdrag).map((one) => [one.id, one.organ])),
    aktiviteter: new Map(
      plan.målområden
        .flatMap((one) => [
          ...one.aktiviteter,
          ...one.mål.flatMap((mål) => mål.aktiviteter),
          ...one.uppdrag.flatMap((uppdrag) => uppdrag.aktiviteter),
        ])
        .map((one) => [one.id, one.organ]),
    ),
  };
  for (const { organ, poster, geh } of plan.uppföljningar) {
    const [first] = geh.values();
    if (first !== undefined && organ !== plan.organ && plan.organ !== '') {
      diagnostics.push(
        finding('VP126', {
          place: keyPlaceOf({ file: first.origin.file, path: [GEH_KEY] }),
          message: `god ekonomisk hushållning bedöms för hela planen, som är ${plan.organ}:s, inte för ${organ}`,
          help: `Flytta bedömningen till ${plan.organ}.yaml`,
        }),
      );
    }
    for (const slag of Object.keys(poster) as Uppföljningsslag[]) {
      for (const [id, post] of poster[slag]) {
        const owners = organOf[slag].get(id);
        if (owners === undefined) {
          diagnostics.push(unknownPost(slag, id, post.origin, [...organOf[slag].keys()]));
        } else if (owners?.every((owner) => plan.organisation.organ.has(owner)) === true && !owners.includes(organ)) {
          diagnostics.push(
            finding('VP126', {
              place: keyPlaceOf(post.origin),
              message: `”${id}” gäller inte ${organ}, bara ${owners.join(', ')}`,
              help: `Flytta texten till ${owners.map((owner) => `${owner}.yaml`).join(' eller ')}`,
              id,
            }),
          );
        }
      }
    }
  }
}

const SINGULAR: Readonly<Record<Uppföljningsslag, string>> = {
  strategier: 'strategin',
  målområden: 'målområdet',
  mål: 'målet',
  nyckeltal: 'nyckeltalet',
  uppdrag: 'uppdraget',
  aktiviteter: 'aktiviteten',
  indikatorer: 'indikatorn',
};

function unknownPost(slag: Uppföljningsslag, id: string, origin: Origin, known: readonly string[]): Diagnostic {
  return finding('VP121', {
    place: keyPlaceOf(origin),
    message: `${SINGULAR[slag]} ”${id}” finns inte i planen`,
    help:
      didYouMean(id, known) ??
      `Skriv ett id under ${slag} i planens ${slag === 'strategier' ? 'plan.yaml' : 'mal-filer'}`,
    id,
  });
}
