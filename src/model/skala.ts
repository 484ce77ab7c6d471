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

/**
 * The level of a class where there is no percentage to choose by: the best of the met ones, else the best of those
 * that do not overstate.
 */
export function nivåOfKlass(skala: readonly Nivå[], klass: Klass): Nivå | null {
  return skala.find((nivå) => nivå.klass === klass) ?? null;
}

/** The first level, from the best, that a percentage reaches; the last one where it reaches none. */
export function nivåOfPercent(skala: readonly Nivå[], percent: Decimal): Nivå | null {
  return skala.find((nivå) => percent.gte(decimal(nivå.från))) ?? skala.at(-1) ?? null;
}

/** What a person may write as a status in this plan. */
export function statusWords(skala: readonly Nivå[]): readonly string[] {
  return skala.map((nivå) => nivå.namn.toLowerCase());
}
