import type { EvaluatedIndikator, NivåFördelning, Sammanvägning } from '../evaluate/evaluated-plan.ts';
import { capital, inSentence, withLevel } from '../model/level-words.ts';
import type { Mäts, Målområde, Nivånamn, Sammanvägningsmetod } from '../model/plan.ts';
import type { Fördelning, Klass, Nivå, Status, Tillstånd } from '../model/status.ts';

/** What indikatorer are called beside nyckeltal that the plan itself calls so. */
export function indikatorWords({ nyckeltal }: Nivånamn): { readonly en: string; readonly flera: string } {
  return nyckeltal.toLowerCase().startsWith('indikator')
    ? { en: 'Övrig indikator', flera: 'Övriga indikatorer' }
    : { en: 'Indikator', flera: 'Indikatorer' };
}

/** The name of a målområde, with its level where the plan has its own word for it. */
export function målområdeName({ namn }: Målområde, { målområde: level }: Nivånamn): string {
  return level === 'målområde' ? namn : withLevel(level, namn);
}

/** The rows of a målområde that stand below those of its mål. */
export function otherRowsWords(rader: readonly EvaluatedIndikator[], { mål, nyckeltal }: Nivånamn): string {
  if (rader.every((rad) => rad.mål?.kortform === true)) {
    return `${capital(mål)} med eget målvärde:`;
  }
  return rader.every((rad) => rad.mål === null)
    ? `${capital(nyckeltal)} utan ${inSentence(mål)}:`
    : `${capital(nyckeltal)}:`;
}

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

/**
 * The status of a row as people see it. One that is only followed up by judgement is not a failed computation, and an
 * indikator with an outcome lacks nothing when it has no målvärde.
 */
export function radStatusWord(rad: EvaluatedIndikator): string {
  const { status, nivå, bedömd, grund } = rad;
  if (bedömd !== null) {
    return `${statusWord(status, nivå)} (bedömt)`;
  }
  if (grund.slag === 'bedöms') {
    return 'Ej bedömt';
  }
  return grund.slag === 'målvärde saknas' && isIndikator(rad) ? 'Följs' : statusWord(status, nivå);
}

/** An indikator belongs to a strategi, or is listed as one in its målområde. */
export function isIndikator({ målområde, nyckeltal }: EvaluatedIndikator): boolean {
  return målområde === null || målområde.indikatorer.includes(nyckeltal);
}

/** `3 uppfyllt, 1 delvis uppfyllt, 2 ej uppfyllt` in the plan's own words, from best to worst. */
export function fördelningWords(nivåer: readonly NivåFördelning[]): string {
  return nivåer.map(({ nivå, antal }) => `${antal}\u00A0${inSentence(nivå.namn)}`).join(', ');
}

/** A class as the plan calls it; each of its levels where it has several. */
export function klassWords(status: Status, skala: readonly Nivå[]): string {
  const names = skala.filter(({ klass }) => klass === status).map(({ namn }) => inSentence(namn));
  return names.length === 0 ? inSentence(statusWord(status, null)) : names.join('/');
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

/** `Delvis uppfyllt (bedömt), 9 av 13 bedömda: 3 uppfyllt, …` */
export function rollUpWords({
  status,
  nivå,
  bedömd,
  beräknad,
  beräknadNivå,
  metod,
  fördelning,
  nivåer,
}: Sammanvägning): string {
  const computed =
    bedömd !== null && beräknad !== null && beräknad !== bedömd.klass
      ? `; beräknat ${inSentence(statusWord(beräknad, beräknadNivå))}`
      : '';
  const judged = bedömd === null ? '' : ` (bedömt${computed})`;
  const counts = fördelningWords(nivåer);
  const word = status === null ? withoutRollUp(metod) : statusWord(status, nivå);
  return `${word}${judged}, ${shareWords(fördelning)}${counts === '' ? '' : `: ${counts}`}`;
}

/** Why a roll-up has no status. */
function withoutRollUp(metod: Sammanvägningsmetod): string {
  return metod === 'bedömd' ? 'Samlad bedömning saknas' : metod === 'ingen' ? 'Vägs inte samman' : 'Ej bedömt';
}

/** How often an outcome is to be there. */
export const MÄTS_WORDS: Readonly<Record<Mäts, string>> = {
  månad: 'varje månad',
  tertial: 'varje tertial',
  år: 'en gång om året',
};

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
