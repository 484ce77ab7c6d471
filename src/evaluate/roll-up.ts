import type { Bedömning, Sammanvägningsmetod } from '../model/plan.ts';
import { nivåOfKlass } from '../model/skala.ts';
import { type Fördelning, isKlass, type Klass, type Nivå, type Status } from '../model/status.ts';
import type { NivåFördelning, Sammanvägning } from './evaluated-plan.ts';

const WORST_FIRST = ['ej_uppfyllt', 'delvis', 'uppfyllt'] as const;

/** One of what is weighed together: a row, an uppdrag or the roll-up of the level below. */
export interface Weighed {
  readonly status: Status | null;
  readonly nivå: Nivå | null;
}

/**
 * Weighs statuses of the level directly below together (design: Bedömning, rule 7). What has no status is left out and
 * counted; a judged status goes before the computed one.
 */
export function rollUp(
  weighed: readonly Weighed[],
  metod: Sammanvägningsmetod,
  bedömd: Bedömning | null,
  skala: readonly Nivå[],
): Sammanvägning {
  const fördelning = distribute(weighed.map((one) => one.status));
  const nivåer = countNivåer(weighed, skala);
  const klass = weigh(fördelning, metod);
  const nivå = klass === null ? null : nivåOfWhole(nivåer, klass, metod, skala);
  const beräknad = nivå?.klass ?? klass;
  return {
    metod,
    beräknad,
    beräknadNivå: nivå,
    bedömd,
    status: bedömd?.klass ?? beräknad,
    nivå: bedömd?.nivå ?? nivå,
    fördelning,
    nivåer,
  };
}

export function distribute(statuses: readonly (Status | null)[]): Fördelning {
  const counts = { uppfyllt: 0, delvis: 0, ej_uppfyllt: 0, utan_status: 0 };
  for (const status of statuses) {
    counts[status !== null && isKlass(status) ? status : 'utan_status']++;
  }
  return counts;
}

/** How many have each level, from best to worst. */
export function countNivåer(weighed: readonly Weighed[], skala: readonly Nivå[]): readonly NivåFördelning[] {
  return skala.flatMap((nivå) => {
    const antal = weighed.filter((one) => one.nivå?.id === nivå.id).length;
    return antal === 0 ? [] : [{ nivå, antal }];
  });
}

/**
 * The level of a rolled-up class where the scale has several of it: the most common one by majority, else the worst
 * that something has, else the worst there is, so that the whole is never called better than its parts.
 */
function nivåOfWhole(
  nivåer: readonly NivåFördelning[],
  klass: Klass,
  metod: Sammanvägningsmetod,
  skala: readonly Nivå[],
): Nivå | null {
  const ofKlass = nivåer.filter(({ nivå }) => nivå.klass === klass);
  const most = metod === 'majoritet' ? Math.max(...ofKlass.map(({ antal }) => antal)) : 0;
  return (
    ofKlass.findLast(({ antal }) => antal >= most)?.nivå ??
    skala.findLast((nivå) => nivå.klass === klass) ??
    nivåOfKlass(skala, klass)
  );
}

function weigh(fördelning: Fördelning, metod: Sammanvägningsmetod): Klass | null {
  const { uppfyllt, delvis, ej_uppfyllt } = fördelning;
  if (uppfyllt + delvis + ej_uppfyllt === 0) {
    return null;
  }
  switch (metod) {
    case 'samstämmig':
      return delvis + ej_uppfyllt === 0 ? 'uppfyllt' : uppfyllt + delvis === 0 ? 'ej_uppfyllt' : 'delvis';
    case 'sämst':
      return WORST_FIRST.find((klass) => fördelning[klass] > 0) ?? null;
    case 'majoritet': {
      const most = Math.max(uppfyllt, delvis, ej_uppfyllt);
      // The first of the worst, so that a tie goes to the worse.
      return WORST_FIRST.find((klass) => fördelning[klass] === most) ?? null;
    }
    case 'bedömd':
    case 'ingen':
      return null;
  }
}
