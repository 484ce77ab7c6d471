import { toleranceIn } from '../evaluate/assess-bound.ts';
import { changesOf } from '../evaluate/regler.ts';
import { readUtfallsvärde, unitOf } from '../load/utfall-value.ts';
import { readKvantitet } from '../malvarde/read-kvantitet.ts';
import { convert, wholeOf } from '../malvarde/units.ts';
import { signOf } from '../model/decimal.ts';
import type { Kvantitet } from '../model/malvarde.ts';
import { readingsOf, statedOf } from '../model/organ-malvarde.ts';
import type { Nyckeltal, StatedMålvärde } from '../model/plan.ts';

/** Why a text is no tolerance of anything, as the end of a sentence; null where it is. */
export function toleranceFault(text: string, stated: string | null): string | null {
  const read = readKvantitet(text, stated);
  return read.slag === 'läst' && signOf(read.kvantitet.värde) < 0
    ? 'är mindre än noll'
    : valueFault(text, stated, null);
}

/** Why a tolerance says nothing of what the nyckeltal can miss; null where it does. */
export function missFault(text: string, nyckeltal: Nyckeltal): string | null {
  const read = readKvantitet(text, nyckeltal.måttenhet);
  const units = missUnitsOf(nyckeltal);
  return read.slag === 'oläst' || units.some((unit) => toleranceIn(read.kvantitet, unit) !== null)
    ? null
    : `är i ${read.kvantitet.måttenhet ?? ''}, men ${measuresChange(nyckeltal) ? 'förändringen' : 'nyckeltalet'} mäts i ${units[0] ?? ''}`;
}

/** The units that a miss can be in: those of the changes, and the nyckeltal's own where anything else is compared. */
function missUnitsOf(nyckeltal: Nyckeltal): readonly (string | null)[] {
  const own = unitOf(nyckeltal);
  const changes = changesOf(nyckeltal).map(({ kvantitet }) => kvantitet.måttenhet ?? own);
  return changes.length > 0 && statedOf(nyckeltal).every(isChange) ? changes : [...changes, own];
}

export function nyckeltalOrChange(nyckeltal: Nyckeltal): string {
  return changesOf(nyckeltal).length > 0 ? 'förändringens' : 'nyckeltalets';
}

/** A percentage, and a share that can be told as one, is missed by percentage points. */
export function toleranceExample(nyckeltal: Nyckeltal): string {
  const [unit = null] = missUnitsOf(nyckeltal);
  const isShare = unit !== null && (unit === '%' || wholeOf(unit) !== null);
  return inWords('2', isShare ? 'procentenheter' : unit, nyckeltal.måttenhet);
}

/** An example that can be read: the digits alone where the unit's words cannot stand after them. */
export function inWords(digits: string, unit: string | null, stated: string | null): string {
  const text = unit === null ? digits : `${digits} ${unit}`;
  return valueFault(text, stated, unit === 'procentenheter' ? null : unit) === null ? text : digits;
}

/** Whether a text is one of the words for no value: then the key says nothing. */
export function isMissing(text: string, nyckeltal: Nyckeltal): boolean {
  return readUtfallsvärde(text, nyckeltal, () => null)?.slag === 'bortfall';
}

/** Why a text is no value in a unit, as the end of a sentence; null where it is. */
export function valueFault(text: string, stated: string | null, unit: string | null): string | null {
  const read = readKvantitet(text, stated);
  return read.slag === 'oläst' ? `går inte att läsa: ${read.fel.meddelande}` : unitFault(read.kvantitet, unit);
}

function unitFault(kvantitet: Kvantitet, unit: string | null): string | null {
  return unit === null || convert(kvantitet, unit) !== null
    ? null
    : `är i ${kvantitet.måttenhet ?? ''}, men nyckeltalet mäts i ${unit}`;
}

/** A change may be told in percent of a level that has another unit. */
export function measuresChange(nyckeltal: Nyckeltal): boolean {
  return nyckeltal.utfallÄr === 'förändring' || statedOf(nyckeltal).some(isChange);
}

export function isChange(stated: StatedMålvärde): boolean {
  return readingsOf(stated).some(({ krav }) => krav.slag === 'förändring');
}
