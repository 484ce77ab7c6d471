import type { EvaluatedIndikator } from '../evaluate/evaluated-plan.ts';
import { formatSwedish } from '../malvarde/numbers.ts';
import { statedUnit } from '../malvarde/read-kvantitet.ts';
import type { Kvantitet } from '../model/malvarde.ts';
import { readingsOf } from '../model/organ-malvarde.ts';
import type { Nyckeltal } from '../model/plan.ts';
import type { Utfall } from '../model/utfall.ts';

/** A number with its unit and Swedish signs: `−34,8 %`, `1 821 tim`. An index is written without. */
export function formatKvantitet({ siffror, måttenhet }: Kvantitet): string {
  return `${formatSwedish(siffror)}${måttenhet === null || måttenhet === 'index' ? '' : `\u00A0${måttenhet}`}`;
}

/** An outcome as people read it; a value without unit gets that of its nyckeltal, if the målvärde is written with it. */
export function formatUtfall(utfall: Utfall | null, nyckeltal: Nyckeltal): string {
  if (utfall === null) {
    return '–';
  }
  const { värde, text } = utfall;
  switch (värde.slag) {
    case 'tal':
      // A clock is shown as it was written: 18:05 min.
      if (text.includes(':')) {
        return text;
      }
      return formatKvantitet(
        isBareNumber(text) ? { ...värde.kvantitet, måttenhet: shownUnit(nyckeltal) } : värde.kvantitet,
      );
    case 'läge':
      return värde.läge;
    case 'datum':
      return värde.datum;
    case 'bortfall':
      // What stands in a row that cannot be used is told by its remark.
      return värde.skäl === 'saknas' || värde.skäl === 'oanvändbar' ? '–' : värde.skäl;
  }
}

/** Whether a value was written without unit. */
function isBareNumber(text: string): boolean {
  return /^[-−–]?[\d\s\u00A0.,]+$/u.test(text);
}

/** The unit that people expect behind the figure: index and the like are written without, as in the målvärde. */
function shownUnit({ måttenhet, målvärden }: Nyckeltal): string | null {
  const bare = målvärden.some((stated) =>
    readingsOf(stated).some(({ krav }) => krav.slag === 'gräns' && krav.kvantitet.måttenhet === null),
  );
  return bare ? null : statedUnit(måttenhet);
}

/** A målvärde in the plan's own words, with true minus signs. */
export function formatMålvärde({
  målvärde,
  nyckeltal,
  etapp,
}: Pick<EvaluatedIndikator, 'målvärde' | 'nyckeltal' | 'etapp'>): string {
  if (målvärde === null) {
    return '–';
  }
  const words = !etapp && nyckeltal.ordalydelse !== null ? nyckeltal.ordalydelse : målvärde.text;
  const signed = /[-–]/.test(words) ? words.replace(/(^|[\s(])[-–](?=\d)/g, '$1−') : words;
  return signed.replace(/(\d) (?=%|\d{3}(?!\d))/g, '$1\u00A0');
}

/** `94,7 %` from digits with a point; a dash where there is none. */
export function formatPercent(digits: string | null): string {
  return digits === null ? '–' : `${formatSwedish(digits)}\u00A0%`;
}
