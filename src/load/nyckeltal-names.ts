import { suggestFrom } from '../diagnostics/did-you-mean.ts';
import { everyNyckeltal, type Nyckeltal, type Plan } from '../model/plan.ts';

/** Finds the nyckeltal and indikatorer of a plan by what a row of outcomes calls them. */
export interface NyckeltalNames {
  /** By the id as it is written, which is what most rows have. */
  readonly byId: (id: string) => Nyckeltal | undefined;
  /** By id, exact name or alias, whatever the case; several where a name fits several. */
  readonly find: (name: string) => readonly Nyckeltal[];
  /** What may be meant by a name that is unknown. */
  readonly suggest: (name: string) => string | null;
}

/** An id goes before a name that happens to be alike. Names are gathered only when something is no id: most rows have ids. */
export function nyckeltalNames(plan: Plan): NyckeltalNames {
  const every = everyNyckeltal(plan);
  const places = new Map<string, number>();
  every.forEach(({ id }, at) => {
    places.set(id, at);
  });
  let latest = 0;
  const byId = (id: string): Nyckeltal | undefined => {
    // Rows mostly come in the plan's order: the next one is about the same nyckeltal or the one after it.
    for (let at = latest; at <= latest + 1; at++) {
      if (every[at]?.id === id) {
        latest = at;
        return every[at];
      }
    }
    const found = places.get(id);
    latest = found ?? latest;
    return found === undefined ? undefined : every[found];
  };
  let byName: ReadonlyMap<string, readonly Nyckeltal[]> | null = null;
  const names = () => {
    byName ??= gatherNames(every);
    return byName;
  };
  const lookUp = (key: string): readonly Nyckeltal[] | undefined => {
    const own = byId(key);
    return own === undefined ? names().get(key) : [own];
  };
  return {
    byId,
    find: (name) => lookUp(name) ?? lookUp(name.toLowerCase()) ?? [],
    suggest: suggestFrom(() => [...names().keys(), ...places.keys()]),
  };
}

function gatherNames(every: readonly Nyckeltal[]): ReadonlyMap<string, readonly Nyckeltal[]> {
  const names = new Map<string, Nyckeltal[]>();
  for (const nyckeltal of every) {
    for (const name of [nyckeltal.namn, ...nyckeltal.alias].map((text) => text.toLowerCase())) {
      const same = names.get(name);
      if (same === undefined) {
        names.set(name, [nyckeltal]);
      } else if (same.at(-1) !== nyckeltal) {
        // An alias may repeat the name.
        same.push(nyckeltal);
      }
    }
  }
  return names;
}
