import { type Decimal, decimal } from './decimal.ts';
import type { Klass, Nivå } from './status.ts';

/** Words for a class that everybody uses, whatever the plan calls its levels. */
const KLASS_WORDS: Readonly<Record<Klass, readonly string[]>> = {
  uppfyllt: ['uppfyllt', 'uppfylld', 'grön', 'grönt'],
  delvis: ['delvis', 'delvis uppfyllt', 'delvis_uppfyllt', 'delvis uppfylld', 'gul', 'gult'],
  ej_uppfyllt: ['ej uppfyllt', 'ej_uppfyllt', 'inte uppfyllt', 'ej uppfylld', 'röd', 'rött'],
};

/** The level that a word means: the plan's own id or name, else a common word for a class that has one level only. */
export function nivåOfWord(skala: readonly Nivå[], word: string): Nivå | null {
  const plain = word.trim().toLowerCase();
  const own = skala.find((nivå) => nivå.id.toLowerCase() === plain || nivå.namn.toLowerCase() === plain);
  if (own !== undefined) {
    return own;
  }
  const klass = (Object.keys(KLASS_WORDS) as Klass[]).find((one) => KLASS_WORDS[one].includes(plain));
  const levels = skala.filter((nivå) => nivå.klass === klass);
  return levels.length === 1 ? (levels[0] ?? null) : null;
}

/** The classes that stand in for one that a scale has no level for: never a better one where there is a worse. */
const STAND_INS: Readonly<Record<Klass, readonly Klass[]>> = {
  uppfyllt: ['uppfyllt', 'delvis', 'ej_uppfyllt'],
  delvis: ['delvis', 'ej_uppfyllt', 'uppfyllt'],
  ej_uppfyllt: ['ej_uppfyllt', 'delvis', 'uppfyllt'],
};

/**
 * The level of a class where there is no percentage to choose by: the first of the class, before those that only a
 * person sets. A scale of two levels has none for `delvis`: what is not quite met is then not met.
 */
export function nivåOfKlass(skala: readonly Nivå[], klass: Klass): Nivå | null {
  for (const one of STAND_INS[klass]) {
    const levels = skala.filter((nivå) => nivå.klass === one);
    if (levels.length > 0) {
      return levels.find((nivå) => nivå.från !== null) ?? levels[0] ?? null;
    }
  }
  return null;
}

/** The first level, from the best, that a percentage reaches; the last one where it reaches none. */
export function nivåOfPercent(skala: readonly Nivå[], percent: Decimal): Nivå | null {
  return skala.find(({ från }) => från !== null && percent.gte(decimal(från))) ?? skala.at(-1) ?? null;
}

/** The level of a target that is met: the best that 100 % reaches, else the best there is. */
export function metNivå(skala: readonly Nivå[]): Nivå | null {
  return skala.find(({ från }) => från !== null) ?? skala[0] ?? null;
}

/** The percentages at which a scale changes level. */
export function thresholdsOf(skala: readonly Nivå[]): readonly Decimal[] {
  return skala.flatMap(({ från }) => (från === null ? [] : [decimal(från)]));
}

/** Whether no level of a scale has a percentage: then none is computed, and a target is reached or it is not. */
export function isWithoutPercent(skala: readonly Nivå[]): boolean {
  return skala.every(({ från }) => från === null);
}

/** What a person may write as a status in this plan. */
export function statusWords(skala: readonly Nivå[]): readonly string[] {
  return skala.map((nivå) => nivå.namn.toLowerCase());
}
