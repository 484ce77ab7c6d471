import { decimal } from '../model/decimal.ts';
import type { Kvantitet } from '../model/malvarde.ts';
import { knownUnit } from './units.ts';

export type ClockResult =
  | { readonly slag: 'läst'; readonly kvantitet: Kvantitet }
  | { readonly slag: 'fel'; readonly meddelande: string; readonly hjälp: string };

/**
 * Reads a duration written as a clock, in whole seconds: `18:05` with `min` is minutes and seconds, `3:30` with `tim`
 * hours and minutes, `1:02:03` hours, minutes and seconds.
 */
export function readClock(text: string, unitWord: string): ClockResult {
  const parts = text.split(':').map(Number);
  const [a = 0, b = 0, c] = parts;
  if (b > 59 || (c ?? 0) > 59) {
    return { slag: 'fel', meddelande: `”${text}” är ingen tid`, hjälp: 'Efter kolon står 00–59: 18:05 min' };
  }
  const unit = knownUnit(unitWord);
  if (unit === 'min' && c === undefined) {
    return seconds(a * 60 + b);
  }
  if (unit === 'tim') {
    return seconds(a * 3600 + b * 60 + (c ?? 0));
  }
  return {
    slag: 'fel',
    meddelande: `”${text}” kan vara både minuter:sekunder och timmar:minuter`,
    hjälp: `Skriv ${text} min för minuter och sekunder eller ${text} tim för timmar och minuter`,
  };
}

function seconds(count: number): ClockResult {
  return { slag: 'läst', kvantitet: { värde: decimal(count), siffror: String(count), måttenhet: 's' } };
}
