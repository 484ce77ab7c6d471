import { readMålvärde } from '../malvarde/read-malvarde.ts';
import type { Läsning } from '../model/malvarde.ts';
import { namedOrgan } from '../model/organ-malvarde.ts';
import { type Origin, within } from '../model/origin.ts';
import { readPeriod } from '../model/period.ts';
import type { Aktivitet, Mål, Målområde, Nyckeltal, StatedMålvärde, Uppdrag } from '../model/plan.ts';
import type { YamlMap } from './parse-yaml.ts';
import { entriesOf, listOf, mapOf, oneOf, textOf, textsOf } from './values.ts';

/** What entries take over from above when they do not say it themselves. */
export interface Inherited {
  readonly organ: readonly string[];
  /** Of the mål above: its text, or one text for each organ. */
  readonly målvärden: readonly StatedMålvärde[];
  /** The mål above a nyckeltal; null where there is none. */
  readonly mål: { readonly map: YamlMap; readonly origin: Origin } | null;
  readonly organNames: ReadonlyMap<string, string>;
  /** Readings so far, by stated unit and text: a plan writes the same few målvärden again and again. */
  readonly readings: Map<string | null, Map<string, Läsning>>;
}

/** The words that keys may have. */
export const SAMMANVÄGNING = ['samstämmig', 'sämst', 'majoritet', 'bedömd', 'ingen'] as const;
const RIKTNING = ['öka', 'minska'] as const;
const UTFALL_ÄR = ['nivå', 'förändring'] as const;
const JÄMFÖR = ['år', 'samma period'] as const;
const MÄTS = ['månad', 'tertial', 'år'] as const;
const PERIODVÄRDE = ['senaste', 'medel', 'summa'] as const;
const TAKT = ['jämn'] as const;
export const METOD = ['avvikelse', 'kvot', 'startvärde'] as const;

/** A målområde of `mal/<id>.yaml`. */
export function buildMålområde(id: string, map: YamlMap, origin: Origin, plan: Inherited): Målområde {
  const own = textsOf(map, 'organ');
  const inherited = { ...plan, organ: own.length > 0 ? own : plan.organ };
  const mål = entriesOf(map, 'mål').map((entry) => buildMål(entry.map, within(origin, 'mål', entry.index), inherited));
  const uppdrag = entriesOf(map, 'uppdrag').map((entry) =>
    buildUppdrag(entry.map, within(origin, 'uppdrag', entry.index), inherited),
  );
  return {
    id,
    namn: textOf(map, 'namn') ?? id,
    övergripandeMål: textOf(map, 'övergripande_mål'),
    geh: textOf(map, 'geh') === 'ja',
    text: textOf(map, 'text'),
    sammanvägning: oneOf(map, 'sammanvägning', SAMMANVÄGNING),
    follows: textsOf(map, 'följer'),
    mål,
    nyckeltal: [
      ...mål.flatMap((one) => one.nyckeltal),
      ...buildNyckeltalList(map, origin, inherited),
      ...uppdrag.flatMap((one) => one.nyckeltal),
    ],
    uppdrag,
    aktiviteter: buildAktiviteter(map, origin, inherited),
    indikatorer: entriesOf(map, 'indikatorer').map((entry) =>
      buildNyckeltal(entry.map, within(origin, 'indikatorer', entry.index), inherited),
    ),
    origin,
  };
}

function buildMål(map: YamlMap, origin: Origin, inherited: Inherited): Mål {
  const own = textsOf(map, 'organ');
  const målvärden = statedMålvärden(map, origin, inherited);
  const below = { ...inherited, organ: own.length > 0 ? own : inherited.organ, målvärden, mål: { map, origin } };
  // A mål that carries its målvärde itself is its own nyckeltal.
  const kortform = listOf(map, 'nyckeltal').length === 0 && Object.hasOwn(map, 'målvärde');
  return {
    id: textOf(map, 'id') ?? '',
    beteckning: textOf(map, 'beteckning'),
    namn: textOf(map, 'namn') ?? '',
    beskrivning: textOf(map, 'beskrivning'),
    organ: below.organ,
    målvärde: målvärden[0] ?? null,
    alsoIn: textsOf(map, 'finns_även_i'),
    sort: textOf(map, 'sort'),
    geh: textOf(map, 'geh') === 'ja',
    nyckeltal: kortform ? [buildNyckeltal(map, origin, inherited)] : buildNyckeltalList(map, origin, below),
    aktiviteter: buildAktiviteter(map, origin, below),
    kortform,
    origin,
  };
}

function buildUppdrag(map: YamlMap, origin: Origin, inherited: Inherited): Uppdrag {
  const own = textsOf(map, 'organ');
  const below = { ...inherited, organ: own.length > 0 ? own : inherited.organ };
  return {
    id: textOf(map, 'id') ?? '',
    beteckning: textOf(map, 'beteckning'),
    namn: textOf(map, 'namn') ?? '',
    beskrivning: textOf(map, 'beskrivning'),
    från: textOf(map, 'från'),
    organ: below.organ,
    ansvarig: textOf(map, 'ansvarig'),
    senast: textOf(map, 'senast'),
    sammaSom: textOf(map, 'samma_som'),
    mätsMed: textsOf(map, 'mäts_med'),
    alsoIn: textsOf(map, 'finns_även_i'),
    nyckeltal: buildNyckeltalList(map, origin, below),
    aktiviteter: buildAktiviteter(map, origin, below),
    origin,
  };
}

function buildAktiviteter(map: YamlMap, origin: Origin, inherited: Inherited): readonly Aktivitet[] {
  return entriesOf(map, 'aktiviteter').map((entry) => {
    const own = textsOf(entry.map, 'organ');
    return {
      id: textOf(entry.map, 'id') ?? '',
      namn: textOf(entry.map, 'namn') ?? '',
      beskrivning: textOf(entry.map, 'beskrivning'),
      organ: own.length > 0 ? own : inherited.organ,
      ansvarig: textOf(entry.map, 'ansvarig'),
      start: textOf(entry.map, 'start'),
      slut: textOf(entry.map, 'slut'),
      origin: within(origin, 'aktiviteter', entry.index),
    };
  });
}

function buildNyckeltalList(map: YamlMap, origin: Origin, inherited: Inherited): readonly Nyckeltal[] {
  const list = within(origin, 'nyckeltal');
  return entriesOf(map, 'nyckeltal').map((entry) => buildNyckeltal(entry.map, within(list, entry.index), inherited));
}

/** What a mål says of all its nyckeltal. */
const OF_EVERY_NYCKELTAL = ['sort', 'från', 'geh', 'mäts', 'periodvärde'] as const;

/** What a mål says of its målvärde, and goes down with it to the nyckeltal that have none. */
const OF_THE_MÅLVÄRDE = [
  'riktning',
  'måttenhet',
  'utfall_är',
  'jämför',
  'ackumulerande',
  'takt',
  'metod',
  'tolerans',
  'gul_från',
] as const;

/** The entry of a nyckeltal, with what the mål above says for it. */
function withMål(map: YamlMap, { mål, målvärden }: Inherited, hasOwn: boolean): YamlMap {
  if (mål === null) {
    return map;
  }
  const keys = hasOwn || målvärden.length === 0 ? OF_EVERY_NYCKELTAL : [...OF_EVERY_NYCKELTAL, ...OF_THE_MÅLVÄRDE];
  const above = keys.flatMap((key) => {
    const text = textOf(mål.map, key);
    return text === null ? [] : [[key, text] as const];
  });
  return above.length === 0 ? map : { ...Object.fromEntries(above), ...map };
}

export function buildNyckeltal(stated: YamlMap, origin: Origin, inherited: Inherited): Nyckeltal {
  const own = statedMålvärden(stated, origin, inherited);
  const målvärden = own.length === 0 ? inherited.målvärden : own;
  const map = withMål(stated, inherited, own.length > 0);
  const organ = organOf(map, målvärden, inherited);
  return {
    id: textOf(map, 'id') ?? '',
    beteckning: textOf(map, 'beteckning'),
    namn: textOf(map, 'namn') ?? '',
    alias: textsOf(map, 'alias'),
    beskrivning: textOf(map, 'beskrivning'),
    definition: textOf(map, 'definition'),
    sammaSom: textOf(map, 'samma_som'),
    ersätter: textsOf(map, 'ersätter'),
    sort: textOf(map, 'sort'),
    från: textOf(map, 'från'),
    geh: textOf(map, 'geh') === 'ja',
    organ,
    enhet: textOf(map, 'enhet'),
    perEnhet: textOf(map, 'per_enhet') === 'ja',
    målvärden,
    ordalydelse: textOf(map, 'ordalydelse'),
    riktning: oneOf(map, 'riktning', RIKTNING),
    måttenhet: textOf(map, 'måttenhet'),
    startvärde: startOf(map, origin),
    utfallÄr: oneOf(map, 'utfall_är', UTFALL_ÄR),
    jämför: oneOf(map, 'jämför', JÄMFÖR) ?? 'år',
    etappmål:
      own.length === 0 && inherited.mål !== null && !Object.hasOwn(stated, 'etappmål')
        ? etappmålOf(inherited.mål.map, inherited.mål.origin, inherited)
        : etappmålOf(stated, origin, inherited),
    mäts: oneOf(map, 'mäts', MÄTS) ?? 'tertial',
    periodvärde: oneOf(map, 'periodvärde', PERIODVÄRDE) ?? 'senaste',
    ackumulerande: textOf(map, 'ackumulerande') === 'ja',
    takt: oneOf(map, 'takt', TAKT),
    könsuppdelat: textOf(map, 'könsuppdelat') === 'ja',
    metod: oneOf(map, 'metod', METOD),
    tolerans: textOf(map, 'tolerans'),
    gulFrån: textOf(map, 'gul_från'),
    riktmärke: textOf(map, 'riktmärke'),
    under: textOf(map, 'under'),
    källa: textOf(map, 'källa'),
    ansvarig: textOf(map, 'ansvarig'),
    kolada: textOf(map, 'kolada'),
    origin,
  };
}

/** The målvärde as one text, or one text for each organ of a map. */
function statedMålvärden(map: YamlMap, origin: Origin, inherited: Inherited): readonly StatedMålvärde[] {
  return textsByOrgan(map, 'målvärde', within(origin, 'målvärde'), textOf(map, 'måttenhet'), inherited);
}

function textsByOrgan(
  map: YamlMap,
  key: string,
  at: Origin,
  måttenhet: string | null,
  inherited: Inherited,
): readonly StatedMålvärde[] {
  const text = textOf(map, key);
  if (text !== null) {
    return [stated(text, at, måttenhet, inherited)];
  }
  const perOrgan = mapOf(map, key) ?? {};
  return Object.keys(perOrgan).flatMap((organ) => {
    const own = textOf(perOrgan, organ);
    return own === null ? [] : [{ ...stated(own, within(at, organ), måttenhet, inherited), organ }];
  });
}

function stated(
  text: string,
  origin: Origin,
  måttenhet: string | null,
  { organNames, readings }: Inherited,
): StatedMålvärde {
  let ofUnit = readings.get(måttenhet);
  if (ofUnit === undefined) {
    ofUnit = new Map();
    readings.set(måttenhet, ofUnit);
  }
  let läsning = ofUnit.get(text);
  if (läsning === undefined) {
    läsning = readMålvärde(text, { organ: organNames, måttenhet });
    ofUnit.set(text, läsning);
  }
  return { text, organ: null, läsning, origin };
}

/**
 * `organ` if it is stated, else the organ that the målvärde names, else what stands above. An organ that only the
 * målvärde names is one of them too: nothing that is written falls away.
 */
function organOf(map: YamlMap, målvärden: readonly StatedMålvärde[], inherited: Inherited): readonly string[] {
  const named = namedOrgan(målvärden);
  const stated = textsOf(map, 'organ');
  const organ = named.length === 0 && stated.length < 2 ? stated : [...new Set([...stated, ...named])];
  return organ.length > 0 ? organ : inherited.organ;
}

function startOf(map: YamlMap, origin: Origin): Nyckeltal['startvärde'] {
  const entry = mapOf(map, 'startvärde');
  const text = entry === null ? null : textOf(entry, 'värde');
  if (entry === null || text === null) {
    return null;
  }
  return { text, period: readPeriod(textOf(entry, 'period') ?? ''), origin: within(origin, 'startvärde') };
}

/** One for all: most nyckeltal have none. */
const NO_ETAPPMÅL: ReadonlyMap<string, readonly StatedMålvärde[]> = new Map();

function etappmålOf(
  map: YamlMap,
  origin: Origin,
  inherited: Inherited,
): ReadonlyMap<string, readonly StatedMålvärde[]> {
  const entries = mapOf(map, 'etappmål');
  if (entries === null) {
    return NO_ETAPPMÅL;
  }
  const måttenhet = textOf(map, 'måttenhet');
  const result = new Map<string, readonly StatedMålvärde[]>();
  for (const key of Object.keys(entries)) {
    const period = readPeriod(key);
    if (period !== null) {
      result.set(period.id, textsByOrgan(entries, key, within(origin, 'etappmål', key), måttenhet, inherited));
    }
  }
  return result;
}
