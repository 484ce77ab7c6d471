import type { Påstående, PåståendeFilter } from '../model/pastaende.ts';

/** What the claim is about, in words. */
export function claimWords({ innehåll, organ, enhet, kön, period }: Påstående): string {
  const whose = [organ, enhet, kön === 'totalt' ? null : kön, period?.id ?? null]
    .filter((part) => part !== null)
    .join(', ');
  const suffix = whose === '' ? '' : ` (${whose})`;
  switch (innehåll.slag) {
    case 'räkna':
      return `antalet ${innehåll.vad.replaceAll('_', ' ')}${filterWords(innehåll.där)}${suffix}`;
    case 'förändring':
      return `förändringen från ${innehåll.från} till ${innehåll.till}`;
    case 'summa':
      return `summan av ${innehåll.delar.join(' + ')}`;
    case 'budget':
      return `${innehåll.rad}, ${innehåll.kolumn} i tabellen ${innehåll.tabell}`;
    case 'beräknad':
      return `beräknad status för ${innehåll.id}${suffix}`;
    default:
      return `${innehåll.slag} för ${innehåll.id}${suffix}`;
  }
}

function filterWords(där: PåståendeFilter): string {
  const parts = Object.entries(där).flatMap(([nyckel, value]) => (value === null ? [] : [`${nyckel} ${value}`]));
  return parts.length === 0 ? '' : ` med ${parts.join(', ')}`;
}
