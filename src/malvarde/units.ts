import { type Decimal, decimal, quotient } from '../model/decimal.ts';
import { isLetters, LATIN_LETTERS } from '../model/letters.ts';
import type { Kvantitet } from '../model/malvarde.ts';

type UnitKind = 'andel' | 'antal' | 'tid' | 'pengar' | 'mått';

interface Unit {
  readonly canonical: string;
  readonly kind: UnitKind;
  /** Other ways to write it, lower case. */
  readonly words: readonly string[];
  /** How many of the kind's smallest unit, where units of the kind can be turned into each other. */
  readonly factor?: string;
}

/** The units that are known by name. Any other unit must be stated as the nyckeltal's `måttenhet`. */
const UNITS: readonly Unit[] = [
  { canonical: '%', kind: 'andel', words: ['procent', 'proc'] },
  { canonical: 'procentenheter', kind: 'andel', words: ['procentenhet', 'p.e.', 'pe'] },
  { canonical: '‰', kind: 'andel', words: ['promille'] },
  { canonical: 'kr', kind: 'pengar', words: ['kronor', 'krona', 'sek'], factor: '1' },
  { canonical: 'tkr', kind: 'pengar', words: ['tusen kronor', 'tusen kr', 'ksek'], factor: '1000' },
  {
    canonical: 'mkr',
    kind: 'pengar',
    words: ['mnkr', 'miljoner kronor', 'miljoner kr', 'miljoner', 'msek'],
    factor: '1000000',
  },
  {
    canonical: 'mdkr',
    kind: 'pengar',
    words: ['mdr', 'miljarder kronor', 'miljarder kr', 'miljarder'],
    factor: '1000000000',
  },
  { canonical: 'öre', kind: 'mått', words: [] },
  { canonical: 's', kind: 'tid', words: ['sekunder', 'sekund', 'sek.'], factor: '1' },
  { canonical: 'min', kind: 'tid', words: ['minuter', 'minut', 'min.'], factor: '60' },
  { canonical: 'tim', kind: 'tid', words: ['timmar', 'timme', 'timma', 'h', 'tim.'], factor: '3600' },
  { canonical: 'dagar', kind: 'tid', words: ['dag', 'dygn', 'dgr'], factor: '86400' },
  { canonical: 'veckor', kind: 'tid', words: ['vecka', 'v.'], factor: '604800' },
  // Months and years have no fixed length: compared only with themselves.
  { canonical: 'månader', kind: 'mått', words: ['månad', 'mån', 'mån.'] },
  { canonical: 'år', kind: 'mått', words: [] },
  { canonical: 'st', kind: 'antal', words: ['stycken', 'styck', 'st.'] },
  ...counted([
    ['aktiviteter', 'aktivitet'],
    ['anmälningar', 'anmälan'],
    ['ansökningar', 'ansökan'],
    ['arbetsplatser', 'arbetsplats'],
    ['artiklar', 'artikel'],
    ['barn'],
    ['besök'],
    ['bostäder', 'bostad'],
    ['deltagare'],
    ['dialoger', 'dialog'],
    ['elever', 'elev'],
    ['enheter', 'enhet'],
    ['fall'],
    ['företag'],
    ['föreläsningar', 'föreläsning'],
    ['gånger', 'gång', 'ggr'],
    ['hälsocentraler', 'hälsocentral'],
    ['hälsosamtal'],
    ['händelser', 'händelse'],
    ['insatser', 'insats'],
    ['invånare'],
    ['kommuner', 'kommun'],
    ['kurser', 'kurs'],
    ['medarbetare'],
    ['mottagningar', 'mottagning'],
    ['möten', 'möte'],
    ['operationer', 'operation'],
    ['patienter', 'patient'],
    ['personer', 'person', 'pers', 'pers.'],
    ['platser', 'plats'],
    ['projekt'],
    ['resor', 'resa'],
    ['rum'],
    ['samtal'],
    ['studenter', 'student'],
    ['tjänster', 'tjänst'],
    ['träffar', 'träff'],
    ['utbildningar', 'utbildning'],
    ['vårdplatser', 'vårdplats'],
    ['vårdtillfällen', 'vårdtillfälle'],
    ['årsarbetare', 'årsarbetstid'],
    ['ärenden', 'ärende'],
  ]),
  { canonical: 'index', kind: 'mått', words: ['indexvärde', 'indexenheter'] },
  { canonical: 'poäng', kind: 'mått', words: ['p'] },
  { canonical: 'kg', kind: 'mått', words: ['kilo', 'kilogram'] },
  { canonical: 'ton', kind: 'mått', words: [] },
  { canonical: 'km', kind: 'mått', words: ['kilometer'] },
  { canonical: 'mil', kind: 'mått', words: [] },
  { canonical: 'm', kind: 'mått', words: ['meter'] },
  { canonical: 'm²', kind: 'mått', words: ['kvadratmeter', 'kvm', 'm2'] },
  { canonical: 'm³', kind: 'mått', words: ['kubikmeter', 'm3'] },
  { canonical: 'liter', kind: 'mått', words: ['l'] },
  { canonical: 'Wh', kind: 'mått', words: [] },
  { canonical: 'kWh', kind: 'mått', words: ['kilowattimmar', 'kilowattimme'] },
  { canonical: 'MWh', kind: 'mått', words: ['megawattimmar', 'megawattimme'] },
  { canonical: 'GWh', kind: 'mått', words: ['gigawattimmar', 'gigawattimme'] },
];

function counted(words: readonly (readonly string[])[]): readonly Unit[] {
  return words.map(([canonical = '', ...others]) => ({ canonical, kind: 'antal', words: others }));
}

const UNIT_BY_WORD: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) => [unit.canonical.toLowerCase(), ...unit.words].map((word) => [word, unit] as const)),
);

/** What is counted, in words long enough to be the last part of a longer word. */
const COUNTED_NOUNS = UNITS.filter((unit) => unit.kind === 'antal')
  .flatMap((unit) => [unit.canonical, ...unit.words])
  .filter((word) => word.length >= 4 && !word.endsWith('.'));

/** `leveransprojekt`, `förstabesök`: Swedish says what is counted in the last part of the word. */
function isCompoundOfCounted(word: string): boolean {
  return COUNTED_NOUNS.some((noun) => {
    const first = word.length - noun.length;
    return first >= 2 && word.endsWith(noun) && isLetters(word.slice(0, first));
  });
}

/** The canonical name of a unit written as one word, or null. A compound of a counted noun is a unit of its own. */
export function knownUnit(word: string): string | null {
  const lower = word.toLowerCase();
  return UNIT_BY_WORD.get(lower)?.canonical ?? (isCompoundOfCounted(lower) ? lower : null);
}

/** Every way to write a unit as one word, for suggestions. */
export function unitWords(): readonly string[] {
  return [...UNIT_BY_WORD.keys()];
}

/** Whether the unit counts things, so that `0 st` can only mean none at all. */
export function isCount(måttenhet: string): boolean {
  const lower = måttenhet.toLowerCase();
  return UNIT_BY_WORD.get(lower)?.kind === 'antal' || isCompoundOfCounted(lower);
}

const PER_UNITS: ReadonlyMap<string, string> = new Map([
  ['kvadratmeter', 'm²'],
  ['kvm', 'm²'],
  ['kubikmeter', 'm³'],
  ['m3', 'm³'],
  ['månad', 'mån'],
]);

/** Documents break the raised two off its metre: `kWh/m 2`. */
const SQUARE_METRE = new RegExp(`(?<![${LATIN_LETTERS}])m ?[2²](?![${LATIN_LETTERS}])`, 'g');

/** The `1 500` of `av 1 500 patienter`, a unit of shares. */
const THOUSANDS_OF_ALL = /^av \d{1,3}(?: \d{3})+(?!\d)/;

/**
 * The canonical form of a whole unit text, so that `kWh per kvadratmeter` and `kWh/m2` are the same unit. A unit that
 * is not known by name is kept as it stands, with single spaces.
 */
export function canonicalUnit(text: string): string {
  const named = UNIT_BY_WORD.get(text)?.canonical;
  if (named !== undefined) {
    return named;
  }
  const plain = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(SQUARE_METRE, 'm²')
    .replace(THOUSANDS_OF_ALL, (whole) => `av ${whole.slice(3).replaceAll(' ', '')}`);
  const known = knownUnit(plain);
  if (known !== null) {
    return known;
  }
  // After the stroke stands what it is per, in the singular as printed; only metres have several spellings there.
  const [measure = '', ...per] = plain.replace(/ per /g, '/').split('/');
  return [knownUnit(measure) ?? measure, ...per.map((part) => PER_UNITS.get(part.toLowerCase()) ?? part)].join('/');
}

/** The 5 of `av 5 helger`, a unit of shares; null for any other unit. */
export function wholeOf(måttenhet: string): Decimal | null {
  const found = /^av (\d+)(?: |$)/.exec(måttenhet);
  return found?.[1] === undefined ? null : decimal(found[1]);
}

/** A share in another way to say it: 3 av 5 is 60 %; null where the units are no shares, or of different things. */
function convertShare(kvantitet: Kvantitet, från: string, till: string): Decimal | null {
  const [a, b] = [från, till].map((unit) => (unit === '%' ? decimal(100) : wholeOf(unit)));
  const [of, other] = [från, till].map((unit) => unit.replace(/^av \d+ ?|^%$/, ''));
  const fits = of === other || of === '' || other === '';
  return a == null || b == null || !fits ? null : quotient(kvantitet.värde.times(b), a);
}

/** A quantity in another unit of the same kind; null where the units do not fit. A missing unit fits any. */
export function convert(kvantitet: Kvantitet, till: string | null): Decimal | null {
  const från = kvantitet.måttenhet;
  if (från === null || till === null || sameUnit(från, till)) {
    return kvantitet.värde;
  }
  if (från.startsWith('av ') || till.startsWith('av ')) {
    return convertShare(kvantitet, från, till);
  }
  const a = UNIT_BY_WORD.get(från.toLowerCase());
  const b = UNIT_BY_WORD.get(till.toLowerCase());
  if (a?.factor === undefined || b?.factor === undefined || a.kind !== b.kind) {
    // `st` says only that something is counted, whatever the other side calls the things.
    return (från === 'st' && isCount(till)) || (till === 'st' && isCount(från)) ? kvantitet.värde : null;
  }
  return quotient(kvantitet.värde.times(decimal(a.factor)), decimal(b.factor));
}

export function sameUnit(a: string, b: string): boolean {
  return a === b || unitKey(a) === unitKey(b);
}

/** Units are compared without case and spaces; `i snitt` and a remark in parenthesis belong to the unit's words. */
function unitKey(text: string): string {
  return canonicalUnit(text)
    .toLowerCase()
    .replace(/[\s()]/g, '');
}
