import { type Decimal, decimal } from '../model/decimal.ts';

/** A number read from text: its value and its printed digits with a point and an ASCII minus. */
export interface ReadNumber {
  readonly värde: Decimal;
  readonly siffror: string;
}

export type NumberResult =
  | { readonly slag: 'tal'; readonly tal: ReadNumber }
  | { readonly slag: 'fel'; readonly meddelande: string; readonly hjälp: string };

/** More digits than any real figure; a longer run is a slip of the keyboard. */
const MAX_DIGITS = 30;

/**
 * Reads the digits of a Swedish number: decimal comma, thousands by space. A point is a decimal sign unless exactly
 * three digits follow it, because nobody can tell whether `1.234` is 1234 or 1,234.
 *
 * @param digits unsigned, as the tokenizer cut it out: `2 800`, `4,01`, `1.5`
 */
export function readDigits(digits: string, negative: boolean): NumberResult {
  if (WHOLE.test(digits)) {
    return numberOf(digits, undefined, negative);
  }
  const plain = digits.replace(/[\s\u00A0\u202F\u2009]/gu, '');
  const parts = plain.split(/[.,]/);
  if (parts.length > 2) {
    return {
      slag: 'fel',
      meddelande: `talet ”${digits}” har flera decimaltecken`,
      hjälp: 'Skriv decimaler efter ett komma och tusental med mellanslag: 1 234,5',
    };
  }
  const [whole = '', decimals] = parts;
  if (plain.includes('.') && decimals?.length === 3) {
    return {
      slag: 'fel',
      meddelande: `”${digits}” kan betyda både ${whole}${decimals} och ${whole},${decimals}`,
      hjälp: `Skriv ${whole} ${decimals} för tusental eller ${whole},${decimals} för decimaler`,
    };
  }
  if (plain.length > MAX_DIGITS) {
    return {
      slag: 'fel',
      meddelande: 'talet har för många siffror',
      hjälp: `Ett tal får ha högst ${MAX_DIGITS} siffror`,
    };
  }
  return numberOf(whole, decimals, negative);
}

/** What most numbers are. */
const WHOLE = /^\d{1,15}$/;

function numberOf(whole: string, decimals: string | undefined, negative: boolean): NumberResult {
  const siffror = `${negative ? '-' : ''}${trimLeadingZeros(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
  return { slag: 'tal', tal: { värde: decimal(siffror), siffror } };
}

export function trimLeadingZeros(whole: string): string {
  return whole.startsWith('0') ? whole.replace(/^0+(?=\d)/, '') : whole;
}

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'].map(
    (word, value) => [word, value] as const,
  ),
);

/** The value of a number word up to twelve, or null. */
export function readNumberWord(word: string): ReadNumber | null {
  const value = word === 'en' ? 1 : NUMBER_WORDS.get(word);
  return value === undefined ? null : { värde: decimal(value), siffror: String(value) };
}

const LARGE_NUMBER_WORD =
  /^(?:(?:tret|fjor|fem|sex|sjut|ar|nit)ton|(?:tjugo|(?:tret|fyr|fem|sex|sjut|åt|nit)tio)(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)?|(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?(?:hundra|tusen))$/;

/** Whether a word says a number, also one above twelve, which is never read. */
export function isNumberWord(word: string): boolean {
  return readNumberWord(word) !== null || LARGE_NUMBER_WORD.test(word);
}

/** Printed digits as Swedes write them: decimal comma, true minus, thousands by no-break space. */
export function formatSwedish(siffror: string): string {
  const negative = siffror.startsWith('-');
  const point = siffror.indexOf('.');
  const whole = siffror.slice(negative ? 1 : 0, point < 0 ? siffror.length : point);
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u00A0') : whole;
  return `${negative ? '−' : ''}${grouped}${point < 0 ? '' : `,${siffror.slice(point + 1)}`}`;
}
