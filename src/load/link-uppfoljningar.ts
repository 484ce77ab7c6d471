import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { suggestFrom } from '../diagnostics/did-you-mean.ts';
import { type Origin, wholeFile, within } from '../model/origin.ts';
import type { Plan, Uppföljningsslag } from '../model/plan.ts';
import { GEH_KEY } from './build-uppfoljning.ts';
import { keyPlaceOf } from './place-of.ts';

/** Words on something must name a thing that exists, in the file of an organ that has it. */
export function linkUppföljningar(plan: Plan, diagnostics: Diagnostic[]): void {
  if (plan.uppföljningar.length === 0) {
    return;
  }
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
  const suggest = new Map(
    (Object.keys(organOf) as Uppföljningsslag[]).map((slag) => [slag, suggestFrom(() => organOf[slag].keys())]),
  );
  for (const { organ, poster, geh } of plan.uppföljningar) {
    const [first] = geh.values();
    if (first !== undefined && organ !== plan.organ && plan.organ !== '') {
      diagnostics.push(
        finding('VP126', {
          place: keyPlaceOf(within(wholeFile(first.origin.file), GEH_KEY)),
          message: `god ekonomisk hushållning bedöms för hela planen, som är ${plan.organ}:s, inte för ${organ}`,
          help: `Flytta bedömningen till ${plan.organ}.yaml`,
        }),
      );
    }
    for (const slag of Object.keys(poster) as Uppföljningsslag[]) {
      for (const [id, post] of poster[slag]) {
        const owners = organOf[slag].get(id);
        if (owners === undefined) {
          diagnostics.push(unknownPost(slag, id, post.origin, suggest.get(slag)?.(id) ?? null));
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

function unknownPost(slag: Uppföljningsslag, id: string, origin: Origin, near: string | null): Diagnostic {
  return finding('VP121', {
    place: keyPlaceOf(origin),
    message: `${SINGULAR[slag]} ”${id}” finns inte i planen`,
    help: near ?? `Skriv ett id under ${slag} i planens ${slag === 'strategier' ? 'plan.yaml' : 'mal-filer'}`,
    id,
  });
}
