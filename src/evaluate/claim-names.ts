import { hasPlace } from '../load/place-of.ts';
import { type Path, within } from '../model/origin.ts';
import type { Påstående, PåståendeFilter } from '../model/pastaende.ts';
import { isWithin } from '../model/period.ts';
import { LÄGEN, type Plan } from '../model/plan.ts';
import { nivåOfWord } from '../model/skala.ts';
import { TILLSTÅND } from '../model/status.ts';

/** What a claim names that the plan does not have, and where it stands in the claim. */
export interface UnknownName {
  readonly nyckel: Path;
  readonly meddelande: string;
}

/**
 * The first thing that a claim names and the plan does not have. What is not there is counted as none, and a claim of
 * none would hold by a slip of the pen.
 */
export function unknownName({ innehåll, organ, enhet, period, origin }: Påstående, plan: Plan): UnknownName | null {
  const { organisation } = plan;
  const filter = innehåll.slag === 'räkna' ? unknownInFilter(innehåll.där, plan) : null;
  if (filter !== null) {
    return filter;
  }
  if (organ !== null && isUnknownOrgan(organ, plan)) {
    return { nyckel: ['organ'], meddelande: `organet ”${organ}” finns inte i plans/organisation.yaml` };
  }
  if (enhet !== null && !organisation.enheter.has(enhet) && enhet !== 'riket' && enhet !== 'liknande') {
    return { nyckel: ['enhet'], meddelande: `enheten ”${enhet}” finns inte i plans/organisation.yaml` };
  }
  if (period === null && hasPlace(within(origin, 'period'))) {
    return { nyckel: ['period'], meddelande: 'perioden går inte att läsa' };
  }
  // An outcome may be from before the plan; what is computed is computed for its own years.
  return period !== null && innehåll.slag !== 'utfall' && !isWithin(period, plan.period)
    ? { nyckel: ['period'], meddelande: `perioden ${period.id} ligger utanför planens period ${plan.period.id}` }
    : null;
}

function unknownInFilter(där: PåståendeFilter, plan: Plan): UnknownName | null {
  const { bedömningsregler, målområden, strategier } = plan;
  const isStatus = (word: string) =>
    nivåOfWord(bedömningsregler.skala, word) !== null ||
    (TILLSTÅND as readonly string[]).includes(word.trim().toLowerCase().replaceAll(' ', '_'));
  const known: Readonly<Record<keyof PåståendeFilter, (value: string) => boolean>> = {
    sort: () => true,
    organ: (id) => !isUnknownOrgan(id, plan),
    från: (id) => !isUnknownOrgan(id, plan),
    målområde: (id) => målområden.some((one) => one.id === id),
    strategi: (id) => strategier.some((one) => one.id === id),
    status: isStatus,
    beräknad: isStatus,
    bedömd: isStatus,
    läge: (word) => (LÄGEN as readonly string[]).includes(word),
  };
  for (const key of Object.keys(known) as (keyof PåståendeFilter)[]) {
    const value = där[key];
    if (value !== null && !known[key](value)) {
      return { nyckel: ['där', key], meddelande: `${key} ”${value}” finns inte i planen` };
    }
  }
  return null;
}

function isUnknownOrgan(id: string, { organisation }: Plan): boolean {
  return organisation.organ.size > 0 && !organisation.organ.has(id);
}
