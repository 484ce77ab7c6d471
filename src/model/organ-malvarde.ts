import { joined, pushAll } from './lists.ts';
import type { Målvärde } from './malvarde.ts';
import type { Nyckeltal, OrganMålvärde, StatedMålvärde } from './plan.ts';

/** What the målvärden of a nyckeltal are told apart by. */
type Targets = Pick<Nyckeltal, 'målvärden' | 'organ'>;

/** Every målvärde and etappmål text that holds for a nyckeltal, those of its mål included. */
export function statedOf({ målvärden, etappmål }: Nyckeltal): readonly StatedMålvärde[] {
  return etappmål.size === 0 ? målvärden : joined([målvärden, ...etappmål.values()]);
}

/** What a text was read as: one målvärde, one for each organ, or none. */
export function readingsOf({ läsning }: StatedMålvärde): readonly Målvärde[] {
  switch (läsning.slag) {
    case 'läst':
      return [läsning.målvärde];
    case 'per organ':
      return läsning.delar.map((del) => del.målvärde);
    case 'oläst':
      return [];
  }
}

/**
 * The målvärde that holds for an organ: its own, else the one for all organ; null where it has none. Of two for the same
 * organ, which the checks report, the last one holds.
 */
export function målvärdeOf({ målvärden, organ }: Targets, id: string): OrganMålvärde | null {
  for (let at = målvärden.length - 1; at >= 0; at--) {
    const stated = målvärden[at];
    const found = stated === undefined ? null : partFor(stated, id, organ);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** By organ, those that the målvärden name first; an organ without målvärde is missing. */
export function målvärdePerOrgan(targets: Targets): ReadonlyMap<string, OrganMålvärde> {
  const result = new Map<string, OrganMålvärde>();
  for (const id of [...namedOrgan(targets.målvärden), ...targets.organ]) {
    const målvärde = målvärdeOf(targets, id);
    if (målvärde !== null) {
      result.set(id, målvärde);
    }
  }
  return result;
}

/** The organ that målvärden name: as keys of a map, or in their own texts. */
export function namedOrgan(målvärden: readonly StatedMålvärde[]): readonly string[] {
  const named: string[] = [];
  for (const { organ, läsning } of målvärden) {
    if (organ !== null) {
      named.push(organ);
    } else if (läsning.slag === 'per organ') {
      pushAll(
        named,
        läsning.delar.map((del) => del.organ),
      );
    }
  }
  return named;
}

function partFor(
  { text, origin, organ, läsning }: StatedMålvärde,
  id: string,
  all: readonly string[],
): OrganMålvärde | null {
  if (läsning.slag === 'per organ') {
    const del = läsning.delar.findLast((one) => one.organ === id);
    return del === undefined ? null : { text, origin, målvärde: del.målvärde };
  }
  return (organ === null ? all.includes(id) : organ === id)
    ? { text, origin, målvärde: läsning.slag === 'läst' ? läsning.målvärde : null }
    : null;
}
