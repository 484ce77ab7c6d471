import { InvalidArgumentError, Option } from 'commander';
import { isDate } from '../model/period.ts';

/** Options that several commands have. */
export function plansOption(): Option {
  return new Option('--plans <mapp>', 'mappen med planer; annars VP_PLANS eller närmaste plans');
}

export function widthOption(): Option {
  return new Option('--bredd <tecken>', 'radens bredd i tecken').argParser(wholeNumber);
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new InvalidArgumentError('skriv ett heltal');
  }
  return Number(text);
}

/** The day that dates are held against; tests fix it. */
export function todayOption(): Option {
  return new Option('--idag <datum>', 'dag som frister prövas mot; annars dagens datum').argParser((text) => {
    if (!isDate(text)) {
      throw new InvalidArgumentError('skriv ett datum som finns, till exempel 2025-06-01');
    }
    return text;
  });
}
