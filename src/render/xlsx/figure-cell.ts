import type { Figure } from '../../report/document/document.ts';

/** A number as Excel has it: binary, shown by a format. */
export interface FigureCell {
  readonly value: number;
  readonly format: string;
}

/** Excel keeps fifteen significant digits. */
const MOST_DIGITS = 15;
/** A format is at most 255 characters. */
const LONGEST_UNIT = 60;

/**
 * The number of a cell, shown with the decimals and the unit that are printed. A percentage is Excel's own: 84,5 % is
 * 0.845 with the format `0.0 %`, so that it means the same in a formula as on the screen; other units are words of the
 * format. Null where the cell says anything beside the figure, or has more digits than Excel keeps: it stays a text.
 *
 * @param text what the cell says to people: `−34,80 %`
 */
export function figureCell({ digits, unit }: Figure, text: string): FigureCell | null {
  const printed = readPrinted(text);
  if (printed === null || (printed.rest !== '' && printed.rest !== unit) || !isSame(digits, printed)) {
    return null;
  }
  const isPercent = printed.rest === '%';
  const value = Number(isPercent ? shiftTwo(digits) : digits);
  if (significantDigits(digits) > MOST_DIGITS || !Number.isFinite(value) || (value === 0 && digits.startsWith('-'))) {
    return null;
  }
  const decimals = printed.decimals.length === 0 ? '' : `.${'0'.repeat(printed.decimals.length)}`;
  const number = `${printed.isGrouped ? '#,##0' : '0'}${decimals}`;
  if (printed.rest === '' || isPercent) {
    return { value, format: isPercent ? `${number} %` : number };
  }
  return printed.rest.length > LONGEST_UNIT ? null : { value, format: `${number}" ${printed.rest}"` };
}

interface Printed {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly decimals: string;
  /** Whether thousands are told apart. */
  readonly isGrouped: boolean;
  readonly rest: string;
}

/** Reads `−1 821,50 tim` as it is printed; null for what is no figure with, at most, a unit behind it. */
function readPrinted(text: string): Printed | null {
  const found =
    /^(?<sign>[-−]?)(?<whole>\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)(?:,(?<decimals>\d+))?(?:[ \u00A0\u202F]?(?<rest>[^\d\s"\\\p{C}][^"\\\p{C}]*))?$/u.exec(
      text.trim(),
    )?.groups;
  const whole = found?.['whole'];
  return whole === undefined
    ? null
    : {
        isNegative: found?.['sign'] !== '',
        whole: whole.replace(/\D/g, ''),
        decimals: found?.['decimals'] ?? '',
        isGrouped: /\D/.test(whole),
        rest: (found?.['rest'] ?? '').trim(),
      };
}

/** Whether the printed figure is the one that the cell has, so that nothing of what is read is lost. */
function isSame(digits: string, { isNegative, whole, decimals }: Printed): boolean {
  return (
    plainDigits(digits) === plainDigits(`${isNegative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`)
  );
}

/** Digits without zeros that say nothing: `-34.80` as `-34.8`. */
function plainDigits(digits: string): string {
  const [whole = '', decimals = ''] = digits.replace('-', '').split('.');
  return `${digits.startsWith('-') ? '-' : ''}${whole.replace(/^0+(?=\d)/, '')}.${decimals.replace(/0+$/, '')}`;
}

function significantDigits(digits: string): number {
  return digits.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

/** A hundredth, by its digits: `84.5` is `0.845`. */
function shiftTwo(digits: string): string {
  const [whole = '', decimals = ''] = digits.replace('-', '').split('.');
  const padded = whole.padStart(3, '0');
  return `${digits.startsWith('-') ? '-' : ''}${padded.slice(0, -2)}.${padded.slice(-2)}${decimals}`;
}
