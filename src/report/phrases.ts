import type { EvaluatedRad } from '../evaluate/evaluated-plan.ts';
import type { Fördelning, Klass, Nivå, Status, Tillstånd } from '../model/status.ts';

/** Words for the states without a status. */
export const TILLSTÅND_WORDS: Readonly<Record<Tillstånd, string>> = {
  utfall_saknas: 'Utfall saknas',
  mäts_senare: 'Mäts senare',
  kan_inte_beräknas: 'Kan inte beräknas',
  målvärde_saknas: 'Målvärde saknas',
  sekretess: 'Sekretess',
  ej_påbörjad: 'Ej påbörjad',
};

const KLASS_WORDS: Readonly<Record<Klass, string>> = {
  uppfyllt: 'Uppfyllt',
  delvis: 'Delvis uppfyllt',
  ej_uppfyllt: 'Ej uppfyllt',
};

/** The word of a status as people see it: the plan's own where it has one. */
export function statusWord(status: Status | null, nivå: Nivå | null): string {
  if (status === null) {
    return 'Ej bedömt';
  }
  if (status === 'uppfyllt' || status === 'delvis' || status === 'ej_uppfyllt') {
    return nivå?.namn ?? KLASS_WORDS[status];
  }
  return TILLSTÅND_WORDS[status];
}

/** The status of a row as people see it; one that is only followed up by judgement is not a failed computation. */
export function radStatusWord({ status, nivå, bedömd, grund }: EvaluatedRad): string {
  const word = grund.slag === 'bedöms' && bedömd === null ? 'Ej bedömt' : statusWord(status, nivå);
  return bedömd === null ? word : `${word} (bedömt)`;
}

/** `3 uppfyllt, 1 delvis uppfyllt, 2 ej uppfyllt`; what is zero is left out. */
export function fördelningWords(fördelning: Fördelning): string {
  const parts = [
    [fördelning.uppfyllt, 'uppfyllt'],
    [fördelning.delvis, 'delvis uppfyllt'],
    [fördelning.ej_uppfyllt, 'ej uppfyllt'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count}\u00A0${word}`)
    .join(', ');
}

/** How many have a status, of all. */
export function bedömdaOf({ uppfyllt, delvis, ej_uppfyllt, utan_status }: Fördelning): {
  readonly bedömda: number;
  readonly alla: number;
} {
  const bedömda = uppfyllt + delvis + ej_uppfyllt;
  return { bedömda, alla: bedömda + utan_status };
}

/** `9 av 13 bedömda`. */
export function shareWords(fördelning: Fördelning): string {
  const { bedömda, alla } = bedömdaOf(fördelning);
  return alla === 0 ? 'inget att bedöma' : `${bedömda} av ${alla} bedömda`;
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
