import type { Bedömning, Sammanvägningsmetod } from '../model/plan.ts';
import { nivåOfKlass } from '../model/skala.ts';
import { type Fördelning, isKlass, type Klass, type Nivå, type Status } from '../model/status.ts';
import type { Sammanvägning } from './evaluated-plan.ts';

const WORST_FIRST = ['ej_uppfyllt', 'delvis', 'uppfyllt'] as const;

/**
 * Weighs statuses of the level directly below together (design: Bedömning, rule 7). What has no status is left out and
 * counted; a judged status goes before the computed one.
 */
export function rollUp(
  statuses: readonly (Status | null)[],
  metod: Sammanvägningsmetod,
  bedömd: Bedömning | null,
  skala: readonly Nivå[],
): Sammanvägning {
  const fördelning = distribute(statuses);
  const beräknad = weigh(fördelning, metod);
  const status = bedömd?.klass ?? beräknad;
  return {
    metod,
    beräknad,
    bedömd,
    status,
    nivå: bedömd?.nivå ?? (status === null ? null : nivåOfKlass(skala, status)),
    fördelning,
  };
}

export function distribute(statuses: readonly (Status | null)[]): Fördelning {
  const count = (klass: Klass) => statuses.filter((status) => status === klass).length;
  return {
    uppfyllt: count('uppfyllt'),
    delvis: count('delvis'),
    ej_uppfyllt: count('ej_uppfyllt'),
    utan_status: statuses.filter((status) => status === null || !isKlass(status)).length,
  };
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
