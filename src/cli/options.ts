import { InvalidArgumentError, Option } from 'commander';

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
