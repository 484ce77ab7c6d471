import type { Krav } from '../model/malvarde.ts';

/** Whether only `riktning` tells which way is good. */
export function needsRiktning(krav: Krav): boolean {
  switch (krav.slag) {
    case 'gräns':
      return krav.operator === null;
    case 'förändring':
      return krav.jämförare === null;
    case 'jämförelse':
      return krav.riktning === 'bättre' && krav.bästa === null;
    default:
      return false;
  }
}
