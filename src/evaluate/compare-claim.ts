import { formatSwedish } from '../malvarde/numbers.ts';
import { readKvantitet } from '../malvarde/read-kvantitet.ts';
import { readMålvärde } from '../malvarde/read-malvarde.ts';
import { convert } from '../malvarde/units.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Krav, Kvantitet } from '../model/malvarde.ts';
import type { Path } from '../model/origin.ts';
import type { Nyckeltal } from '../model/plan.ts';
import type { Utfallsvärde } from '../model/utfall.ts';
import type { Place } from '../source/source-file.ts';
import type { EvaluatedRad } from './evaluated-plan.ts';
import { directionOf } from './regler.ts';

/** How a published figure stands against the plan. */
export type ClaimResult =
  | { readonly slag: 'håller' }
  /** The plan says something else, in words as people read it. */
  | {
      readonly slag: 'avviker';
      readonly beräknat: string;
      /** Where the plan says it, if it stands in one place. */
      readonly där?: Place | undefined;
    }
  | { readonly slag: 'kan inte kontrolleras'; readonly skäl: string }
  /** The claim itself names something that does not exist; `nyckel` is where. */
  | { readonly slag: 'fel'; readonly nyckel: Path; readonly meddelande: string };

/** A target holds when it is the same requirement; a bare figure only has to be the same figure. */
export function compareTarget(rad: EvaluatedRad, väntat: string): ClaimResult {
  const own = rad.målvärde;
  if (own === null || own.målvärde === null) {
    return { slag: 'avviker', beräknat: 'inget målvärde' };
  }
  const said = readMålvärde(väntat, { organ: new Map(), måttenhet: rad.nyckeltal.måttenhet });
  const wanted = said.slag === 'läst' ? figureOf(said.målvärde.krav) : null;
  const actual = figureOf(own.målvärde.krav);
  if (wanted === null || actual === null) {
    return own.text.trim().toLowerCase() === väntat.trim().toLowerCase()
      ? { slag: 'håller' }
      : { slag: 'avviker', beräknat: own.text };
  }
  const value = convert(actual.kvantitet, wanted.kvantitet.måttenhet);
  const operator = actual.operator ?? directionOf(rad.nyckeltal);
  const sameWay = wanted.operator === null || operator === null || wanted.operator === operator;
  const ofSame = said.slag !== 'läst' || said.målvärde.av === null || said.målvärde.av === own.målvärde.av;
  return value?.eq(wanted.kvantitet.värde) === true && sameWay && ofSame
    ? { slag: 'håller' }
    : { slag: 'avviker', beräknat: own.text };
}

function figureOf(krav: Krav): { readonly kvantitet: Kvantitet; readonly operator: string | null } | null {
  switch (krav.slag) {
    case 'gräns':
      return { kvantitet: krav.kvantitet, operator: krav.operator };
    case 'förändring':
      return { kvantitet: krav.kvantitet, operator: krav.jämförare };
    default:
      return null;
  }
}

export function compareValue(värde: Utfallsvärde | null, väntat: string, nyckeltal: Nyckeltal): ClaimResult {
  if (värde === null) {
    return { slag: 'avviker', beräknat: 'inget värde' };
  }
  switch (värde.slag) {
    case 'tal':
      return compareNumber(värde.kvantitet.värde, värde.kvantitet.måttenhet ?? nyckeltal.måttenhet, väntat);
    case 'läge':
      return compareText(värde.läge, väntat);
    case 'datum':
      return compareText(värde.datum, väntat);
    case 'bortfall':
      return compareText(värde.skäl, väntat);
  }
}

/** Two texts are the same when they are the same figure, else when they are the same words. */
export function compareText(beräknat: string, väntat: string): ClaimResult {
  const a = readKvantitet(beräknat, null);
  if (a.slag === 'läst') {
    return compareNumber(a.kvantitet.värde, a.kvantitet.måttenhet, väntat);
  }
  return beräknat.trim().toLowerCase() === väntat.trim().toLowerCase()
    ? { slag: 'håller' }
    : { slag: 'avviker', beräknat };
}

const ROUND_HALF_UP = 1;

/** Holds a computed number against the printed one, in the printed decimals. */
export function compareNumber(beräknat: Decimal, måttenhet: string | null, väntat: string): ClaimResult {
  const said = readKvantitet(väntat, måttenhet);
  if (said.slag === 'oläst') {
    return { slag: 'fel', nyckel: ['väntat'], meddelande: `”${väntat}” går inte att läsa: ${said.fel.meddelande}` };
  }
  const { kvantitet } = said;
  const unit = kvantitet.måttenhet ?? måttenhet;
  const value = convert({ värde: beräknat, siffror: beräknat.toFixed(), måttenhet }, unit);
  if (value === null) {
    return {
      slag: 'fel',
      nyckel: ['väntat'],
      meddelande: `planens värde är i ${måttenhet ?? 'okänd måttenhet'}, inte i ${unit ?? ''}`,
    };
  }
  const decimals = kvantitet.siffror.split('.')[1]?.length ?? 0;
  const rounded = value.round(decimals, ROUND_HALF_UP);
  return rounded.eq(kvantitet.värde) ? { slag: 'håller' } : { slag: 'avviker', beräknat: shown(value, decimals, unit) };
}

/** The computed figure with one decimal more than the printed one, where it has any. */
function shown(value: Decimal, decimals: number, unit: string | null): string {
  const digits = formatSwedish(value.round(decimals + 1, ROUND_HALF_UP).toFixed());
  return `${digits}${unit === null ? '' : ` ${unit}`}`;
}

export function missing(nyckel: string, meddelande: string): ClaimResult {
  return { slag: 'fel', nyckel: [nyckel], meddelande };
}

export function unchecked(skäl: string): ClaimResult {
  return { slag: 'kan inte kontrolleras', skäl };
}
