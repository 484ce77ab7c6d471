import type { FindingDetails } from '../../diagnostics/diagnostic.ts';
import { checkClaim } from '../../evaluate/check-claim.ts';
import type { ClaimResult } from '../../evaluate/compare-claim.ts';
import { keyPlaceOf, placeOf } from '../../load/place-of.ts';
import { within } from '../../model/origin.ts';
import type { Påstående } from '../../model/pastaende.ts';
import { claimWords } from '../claim-words.ts';
import type { Rule } from '../rule.ts';

export const påstående: Rule = {
  code: 'VP230',
  slug: 'pastaende',
  severity: 'fel',
  about: 'påståenden',
  title: 'En publicerad siffra stämmer inte med planen',
  why: 'Samma siffra skrivs ofta på flera ställen i text och tabeller. Här prövas varje uppgiven siffra mot planens data, så att ingen av dem blir kvar när en annan ändras.',
  help: 'Rätta texten eller planens data. Är dokumentet redan publicerat skriver du känd_avvikelse: och varför.',
  needsSoundPlan: true,
  *check({ plan, evaluatedIn, latest }) {
    for (const one of plan.påståenden) {
      const result = checkClaim(one, (period) => evaluatedIn(period ?? latest));
      const finding = findingOf(one, result);
      if (finding !== null) {
        yield finding;
      }
    }
  },
};

function findingOf(claim: Påstående, result: ClaimResult): FindingDetails | null {
  const said = `påståendet om ${claimWords(claim)}`;
  const source = claim.källa === null ? '' : ` (${claim.källa})`;
  const at = placeOf(within(claim.origin, 'väntat'));
  const id = idOf(claim);
  const excused = claim.kändAvvikelse;
  switch (result.slag) {
    case 'håller':
      return excused === null
        ? null
        : {
            place: keyPlaceOf(within(claim.origin, 'känd_avvikelse')),
            message: `${said} stämmer nu: ${claim.väntat}${source}, men står kvar som känd avvikelse`,
            help: 'Ta bort känd_avvikelse',
            id,
          };
    case 'avviker': {
      const notes = result.där === undefined ? [] : [{ place: result.där, message: 'här står det i planen' }];
      const deviates = `${said} säger ${claim.väntat}${source}, men planen ger ${result.beräknat}`;
      // The text that is claimed has been published, whatever the plan's own status.
      if (excused !== null) {
        return {
          severity: 'notis',
          place: at,
          message: `${deviates}. Känd avvikelse: ${excused.trim()}`,
          help: null,
          id,
          notes,
        };
      }
      return {
        place: at,
        message: deviates,
        help: 'Rätta det som är fel. I ett publicerat dokument: känd_avvikelse: och varför',
        id,
        notes,
      };
    }
    case 'kan inte kontrolleras':
      return {
        severity: 'varning',
        place: at,
        message: `${said} kan inte kontrolleras: ${result.skäl}`,
        help: null,
        id,
      };
    case 'fel':
      return {
        place: placeOf(within(claim.origin, ...result.nyckel)),
        message: `${said}: ${result.meddelande}`,
        help: 'Rätta påståendet',
        id,
      };
  }
}

function idOf({ innehåll }: Påstående): string | null {
  return 'id' in innehåll ? innehåll.id : null;
}
