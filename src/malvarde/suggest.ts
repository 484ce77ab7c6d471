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

/** Message and help for a place where something else was expected. */
export function expectedHere(cursor: Cursor, expected: string): [message: string, help: string] {
  if (atEnd(cursor)) {
    return [`målvärdet slutar där ${expected} väntades`, 'Skriv till exempel minst 70 %, högst 5 dagar eller bedöms'];
  }
  const found = peek(cursor);
  const word = found?.text ?? '';
  const near = found?.slag === 'ord' ? nearest(word.toLowerCase(), [...LANGUAGE_WORDS, ...unitWords()]) : [];
  if (near.length > 0) {
    return [`”${word}” förstås inte; här väntades ${expected}`, `Menade du ”${near[0]}”?`];
  }
  if (found?.slag === 'ord') {
    return [
      `”${word}” förstås inte; här väntades ${expected}`,
      'Talord förstås till och med tolv. En egen måttenhet anges i planen: måttenhet: …',
    ];
  }
  return [
    `”${word}” hör inte hit; här väntades ${expected}`,
    'Skriv till exempel minst 70 %, 40–60 eller högre än 2021',
  ];
}
