import { nearest } from '../diagnostics/did-you-mean.ts';
import { atEnd, type Cursor, peek } from './cursor.ts';
import { unitWords } from './units.ts';

/** The words of the language, for suggestions when a word is not understood. */
const LANGUAGE_WORDS = [
  'minst',
  'lägst',
  'högst',
  'max',
  'maximalt',
  'över',
  'under',
  'mellan',
  'öka',
  'minska',
  'oförändrat',
  'inom',
  'senast',
  'högre',
  'lägre',
  'större',
  'mindre',
  'fler',
  'färre',
  'kortare',
  'längre',
  'bättre',
  'riket',
  'genomförd',
  'genomfört',
  'aktivitet',
  'bedöms',
  'kompletteras',
  'jämfört',
  'noll',
  'ett',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
] as const;

/** What is to be written instead of words that the language lacks on purpose. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ...['ej', 'inte', 'icke'].map((word) => [word, 'Skriv inte överstiga eller inte understiga, och talet'] as const),
  ...['min', 'min.', 'mins'].map((word) => [word, 'Menade du ”minst”?'] as const),
  ...['ca', 'cirka', 'ungefär', 'omkring', 'runt'].map(
    (word) => [word, 'Ett målvärde är ett bestämt tal; får det variera skriver du mellan två tal'] as const,
  ),
  ...['och', 'eller', 'samt'].map(
    (word) => [word, 'Ett målvärde har ett enda krav; skriv ett nyckeltal för varje krav'] as const,
  ),
  ...['alla', 'samtliga'].map((word) => [word, 'Skriv 100 %'] as const),
  ...['inga', 'ingen', 'inget'].map((word) => [word, 'Skriv noll eller 0 st'] as const),
  ...['före', 'innan'].map((word) => [word, 'Skriv senast och dagen: senast 2025-06-30'] as const),
  ['till', 'Skriv en frist sist, som senast 2030, och ett intervall som 40–60 %'],
  ['klart', 'Skriv genomfört'],
  ['klar', 'Skriv genomförd'],
  ['jämfört', 'Skriv det som förändringen mäts från närmast efter talet: minska med 20 % jämfört med 2019'],
]);

/** A word of the language that stands in the wrong place is no slip of the pen. */
const KNOWN: ReadonlySet<string> = new Set<string>(LANGUAGE_WORDS);

/** Shorter words are near too many others. */
const SHORTEST_SLIP = 4;

/** The word that may have been meant: of the same length but for a slip or two. */
function nearWord(word: string): string | undefined {
  return word.length < SHORTEST_SLIP || KNOWN.has(word)
    ? undefined
    : nearest(word, [...LANGUAGE_WORDS, ...unitWords()]).find(
        (near) => Math.abs(near.length - word.length) <= Math.floor(word.length / 3),
      );
}

/** Characters that nobody sees. */
const UNSEEN = /^[\u00AD\u200B-\u200F\u2060\uFEFF]/;

/** Message and help for a place where something else was expected. */
export function expectedHere(cursor: Cursor, expected: string): [message: string, help: string] {
  if (atEnd(cursor)) {
    return [`målvärdet slutar där ${expected} väntades`, 'Skriv till exempel minst 70 %, högst 5 dagar eller bedöms'];
  }
  const found = peek(cursor);
  const word = found?.text ?? '';
  if (UNSEEN.test(word)) {
    const code = word.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return [`ett osynligt tecken (U+${code}) står i texten; här väntades ${expected}`, 'Skriv om texten utan det'];
  }
  if (found?.slag !== 'ord') {
    return [
      `”${word}” hör inte hit; här väntades ${expected}`,
      'Skriv till exempel minst 70 %, 40–60 eller högre än 2021',
    ];
  }
  const instead = INSTEAD.get(found.norm);
  const near = nearWord(found.norm);
  const help = KNOWN.has(found.norm)
    ? 'Skriv till exempel minst 70 %, 40–60 eller högre än 2021'
    : near === undefined
      ? 'Talord förstås till och med tolv. En egen måttenhet anges i planen: måttenhet: …'
      : `Menade du ”${near}”?`;
  return [`”${word}” förstås inte; här väntades ${expected}`, instead ?? help];
}
