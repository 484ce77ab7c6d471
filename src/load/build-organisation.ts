import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Origin, within } from '../model/origin.ts';
import type { Enhet, Organ, Organisation } from '../model/plan.ts';
import { unknownOrgan } from './link-references.ts';
import type { YamlMap } from './parse-yaml.ts';
import { placeOf } from './place-of.ts';
import { asMap, mapOf, textOf } from './values.ts';

export const NO_ORGANISATION: Organisation = {
  namn: '',
  organ: new Map(),
  enheter: new Map(),
  kontakt: null,
  accessibilityStatement: null,
};

/** The organisation of `plans/organisation.yaml`. */
export function buildOrganisation(map: YamlMap): Organisation {
  const organ = new Map<string, Organ>();
  for (const [id, value] of Object.entries(mapOf(map, 'organ') ?? {})) {
    const entry = asMap(value);
    if (entry !== null) {
      const namn = textOf(entry, 'namn') ?? id;
      organ.set(id, { id, namn, kort: textOf(entry, 'kort') ?? namn, redovisasI: textOf(entry, 'redovisas_i') });
    }
  }
  const enheter = new Map<string, Enhet>();
  for (const [id, value] of Object.entries(mapOf(map, 'enheter') ?? {})) {
    const entry = asMap(value);
    if (entry !== null) {
      enheter.set(id, { id, namn: textOf(entry, 'namn') ?? id, organ: textOf(entry, 'organ') });
    }
  }
  return {
    namn: textOf(map, 'namn') ?? '',
    organ,
    enheter,
    kontakt: textOf(map, 'kontakt'),
    accessibilityStatement: textOf(map, 'tillgänglighetsredogörelse'),
  };
}

/** The organ that the entries of the organisation name themselves must be there too. */
export function linkOrganisation(organisation: Organisation, origin: Origin): readonly Diagnostic[] {
  const named = [
    ...[...organisation.organ.values()].map(({ id, redovisasI }) => ['organ', id, 'redovisas_i', redovisasI] as const),
    ...[...organisation.enheter.values()].map(({ id, organ }) => ['enheter', id, 'organ', organ] as const),
  ];
  return named.flatMap(([list, id, key, organ]) =>
    organ === null || organisation.organ.has(organ)
      ? []
      : [unknownOrgan({ organisation }, organ, placeOf(within(origin, list, id, key)), id)],
  );
}

/** Every name by which a text may mean an organ, lower case → id. */
export function organNames(organisation: Organisation): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, namn, kort } of organisation.organ.values()) {
    for (const name of [namn, kort, id]) {
      names.set(name.toLowerCase(), id);
    }
  }
  return names;
}

/** Every name by which a row of outcomes may mean a unit, lower case → id; the first unit of several alike. */
export function enhetNames({ enheter }: Organisation): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, namn } of [...enheter.values()].reverse()) {
    names.set(namn.toLowerCase(), id).set(id, id);
  }
  return names;
}
