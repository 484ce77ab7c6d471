import { type Decimal, ZERO } from '../model/decimal.ts';
import { amountIn, readCell } from './budget-cell.ts';

/** Why a figure cannot be checked: the text that is no amount, or an amount in a unit that does not fit. */
export interface Hinder {
  readonly slag: 'tom' | 'text' | 'måttenhet';
  readonly text: string;
}

/** A stated figure held against what it should be. Figures are digits with a point, as printed: `-86.20`. */
export type SummaPrövning =
  | { readonly slag: 'stämmer'; readonly angiven: string; readonly beräknad: string }
  | { readonly slag: 'avviker'; readonly angiven: string; readonly beräknad: string; readonly skillnad: string }
  | {
      readonly slag: 'oprövad';
      readonly hinder: Hinder;
      /** The one of the two that is a figure. */
      readonly angiven: string | null;
      readonly beräknad: string | null;
    };

/** An amount as printed. */
export interface Amount {
  readonly text: string;
  /** The unit of a bare number. */
  readonly måttenhet: string | null;
}

/**
 * Holds a stated figure against the sum of its parts: equal when the sum, rounded half up to the printed decimals, is
 * the figure, or when the difference is within the stated rounding.
 */
export function holdAgainst(stated: Amount, parts: readonly Amount[], avrundning: string | null): SummaPrövning {
  const value = readCell(stated.text);
  const unit = (value.slag === 'tal' ? value.kvantitet.måttenhet : null) ?? stated.måttenhet ?? commonUnit(parts);
  const sum = addUp(parts, unit);
  if (value.slag !== 'tal') {
    return { slag: 'oprövad', hinder: hinderOf(stated, value.slag), angiven: null, beräknad: printed(sum) };
  }
  if ('hinder' in sum) {
    return { slag: 'oprövad', hinder: sum.hinder, angiven: value.kvantitet.siffror, beräknad: null };
  }
  const { värde, siffror } = value.kvantitet;
  const skillnad = värde.minus(sum.värde);
  const holds = sum.värde.round(decimalsOf(siffror)).eq(värde) || skillnad.abs().lte(toleranceOf(avrundning));
  const decimals = Math.max(sum.decimals, decimalsOf(siffror));
  const beräknad = sum.värde.toFixed(decimals);
  return holds
    ? { slag: 'stämmer', angiven: siffror, beräknad }
    : { slag: 'avviker', angiven: siffror, beräknad, skillnad: skillnad.abs().toFixed(decimals) };
}

type Sum = { readonly värde: Decimal; readonly decimals: number } | { readonly hinder: Hinder };

/** The sum of amounts in a unit, or the first of them that cannot be added. */
export function addUp(parts: readonly Amount[], unit: string | null): Sum {
  let värde = ZERO;
  let decimals = 0;
  for (const part of parts) {
    const value = readCell(part.text);
    if (value.slag !== 'tal') {
      return { hinder: hinderOf(part, value.slag) };
    }
    const amount = amountIn(value.kvantitet, part.måttenhet, unit);
    if (amount === null) {
      return { hinder: { slag: 'måttenhet', text: part.text } };
    }
    const sameDecimals = amount.eq(value.kvantitet.värde);
    decimals = Math.max(decimals, decimalsOf(sameDecimals ? value.kvantitet.siffror : amount.toFixed()));
    värde = värde.plus(amount);
  }
  return { värde, decimals };
}

function hinderOf({ text }: Amount, slag: 'tom' | 'text' | 'oläst'): Hinder {
  return { slag: slag === 'tom' ? 'tom' : 'text', text };
}

export function printed(sum: Sum): string | null {
  return 'hinder' in sum ? null : sum.värde.toFixed(sum.decimals);
}

/** The unit to add in where nothing states one: that of the first amount that has one. */
export function commonUnit(parts: readonly Amount[]): string | null {
  for (const { text, måttenhet } of parts) {
    const value = readCell(text);
    const unit = måttenhet ?? (value.slag === 'tal' ? value.kvantitet.måttenhet : null);
    if (unit !== null) {
      return unit;
    }
  }
  return null;
}

function toleranceOf(avrundning: string | null): Decimal {
  const value = avrundning === null ? null : readCell(avrundning);
  return value?.slag === 'tal' ? value.kvantitet.värde : ZERO;
}

function decimalsOf(siffror: string): number {
  return siffror.split('.')[1]?.length ?? 0;
}
