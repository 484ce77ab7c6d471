import type { finding } from '../diagnostics/diagnostic.ts';
import { excerpt } from '../diagnostics/excerpt.ts';
import { readKvantitet, readPlainKvantitet, withUnit } from '../malvarde/read-kvantitet.ts';
import { convert, wholeOf } from '../malvarde/units.ts';
import type { Krav, Kvantitet } from '../model/malvarde.ts';
import { readingsOf, statedOf } from '../model/organ-malvarde.ts';
import { isDate } from '../model/period.ts';
import { LÄGEN, type Läge, type Nyckeltal } from '../model/plan.ts';
import type { Bortfall, Utfallsvärde } from '../model/utfall.ts';

/** Words for "no value", each with its reason; never zero. */
const MISSING: ReadonlyMap<string, Bortfall> = new Map<string, Bortfall>([
  ...[
    '',
    '-',
    '–',
    '—',
    '.',
    'saknas',
    'data saknas',
    'uppgift saknas',
    '#saknas!',
    '#n/a',
    '#värdefel!',
    '#division/0!',
    'ej tillgängligt',
  ].map((word) => [word, 'saknas'] as const),
  ...['mäts på helår', 'mäts på helåret', 'redovisas på helår', 'rapporteras på helår', 'helår'].map(
    (word) => [word, 'mäts på helår'] as const,
  ),
  ...['..', 'sekretess'].map((word) => [word, 'sekretess'] as const),
]);

const LÄGE_WORDS: ReadonlyMap<string, Läge> = new Map<string, Läge>([
  ...LÄGEN.map((läge) => [läge, läge] as const),
  ['genomfört', 'genomförd'],
  ['genomförda', 'genomförd'],
  ['avslutad', 'genomförd'],
  ['avslutat', 'genomförd'],
  ['påbörjad', 'pågår'],
  ['pågående', 'pågår'],
  ['ej påbörjat', 'ej påbörjad'],
  ['inte påbörjad', 'ej påbörjad'],
  ['försenat', 'försenad'],
  ['avbrutet', 'avbruten'],
  ['pausat', 'pausad'],
]);

/** Reports why a cell holds no value that can be used. */
export type ValueReport = (code: Parameters<typeof finding>[0], message: string, help: string) => null;

/** A value cell: a number with unit, a läge, a day, or a reason why there is none. */
export function readUtfallsvärde(text: string, nyckeltal: Nyckeltal, report: ValueReport): Utfallsvärde | null {
  const plain = readPlainKvantitet(text);
  if (plain !== null) {
    return inExpectedUnit(plain, text, nyckeltal, report);
  }
  const lower = text.toLowerCase();
  const missing = MISSING.get(lower);
  if (missing !== undefined) {
    return { slag: 'bortfall', skäl: missing };
  }
  const läge = LÄGE_WORDS.get(lower);
  if (läge !== undefined) {
    return ofActivity({ slag: 'läge', läge }, text, nyckeltal, report);
  }
  if (isDate(text)) {
    return ofActivity({ slag: 'datum', datum: text }, text, nyckeltal, report);
  }
  const result = readKvantitet(text, nyckeltal.måttenhet);
  if (result.slag === 'oläst') {
    const hint = /\d/.test(text)
      ? 'Skriv bara talet och måttenheten, till exempel 84 %; förbehåll skrivs i kolumnen anmärkning'
      : 'Skriv ett tal, till exempel 84 %, ett läge, till exempel pågår, eller saknas';
    return report('VP135', `utfallet ”${excerpt(text)}” går inte att läsa: ${result.fel.meddelande}`, hint);
  }
  return inExpectedUnit(result.kvantitet, text, nyckeltal, report);
}

/** How work stands, or when it was done, says nothing of a målvärde that is a number. */
function ofActivity(värde: Utfallsvärde, text: string, nyckeltal: Nyckeltal, report: ValueReport): Utfallsvärde | null {
  const readings = statedOf(nyckeltal).flatMap(readingsOf);
  return readings.length > 0 && readings.every(({ krav }) => NUMBERS.has(krav.slag))
    ? report(
        'VP135',
        `utfallet ”${excerpt(text)}” är ${värde.slag === 'datum' ? 'ett datum' : 'ett läge'}, men målvärdet för ${nyckeltal.id} ”${nyckeltal.namn}” är ett tal`,
        'Skriv ett tal, till exempel 84 %, eller saknas; det som berättas skrivs i kolumnen anmärkning',
      )
    : värde;
}

const NUMBERS: ReadonlySet<Krav['slag']> = new Set(['gräns', 'mellan', 'förändring', 'jämförelse', 'trend']);

function inExpectedUnit(
  kvantitet: Kvantitet,
  text: string,
  nyckeltal: Nyckeltal,
  report: ValueReport,
): Utfallsvärde | null {
  const expected = unitOf(nyckeltal);
  const värde = convert(kvantitet, expected);
  if (värde === null) {
    return report(
      'VP133',
      `utfallet ”${excerpt(text)}” har måttenheten ${kvantitet.måttenhet}, men ${nyckeltal.id} ”${nyckeltal.namn}” mäts i ${expected}`,
      `Skriv värdet i ${expected}, eller rätta nyckeltalets måttenhet`,
    );
  }
  const whole = expected === null ? null : wholeOf(expected);
  if (whole !== null && värde.gt(whole)) {
    return report(
      'VP135',
      `utfallet ”${excerpt(text)}” är fler än alla: ${nyckeltal.id} ”${nyckeltal.namn}” mäts i ${expected}`,
      `Skriv hur många ${expected} det är, eller andelen i procent, som 90 %`,
    );
  }
  return { slag: 'tal', kvantitet: withUnit(kvantitet, expected) };
}

/** The unit that a nyckeltal is measured in: the stated one, else that of its målvärde. */
export function unitOf(nyckeltal: Nyckeltal): string | null {
  if (nyckeltal.måttenhet !== null) {
    return statedUnitOf(nyckeltal);
  }
  for (const stated of nyckeltal.målvärden) {
    for (const { krav } of readingsOf(stated)) {
      if (krav.slag === 'gräns') {
        return krav.kvantitet.måttenhet;
      }
      if (krav.slag === 'mellan') {
        return krav.till.måttenhet;
      }
    }
  }
  return null;
}

const unitOfText = new Map<string, string | null>();

/** What a stated måttenhet is read as; a plan writes the same few again and again. */
function statedUnitOf({ måttenhet }: Nyckeltal): string | null {
  const text = måttenhet ?? '';
  const known = unitOfText.get(text);
  if (known !== undefined) {
    return known;
  }
  const result = readKvantitet(`1 ${text}`, måttenhet);
  const unit = result.slag === 'läst' ? result.kvantitet.måttenhet : måttenhet;
  unitOfText.set(text, unit);
  return unit;
}
