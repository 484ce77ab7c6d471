import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { alternatives, didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Origin, within } from '../model/origin.ts';
import type { Period } from '../model/period.ts';
import {
  type Bedömning,
  GEH_DELAR,
  type GehDel,
  LÄGEN,
  type Uppföljning,
  type Uppföljningspost,
  type Uppföljningsslag,
} from '../model/plan.ts';
import { nivåOfWord, statusWords } from '../model/skala.ts';
import type { Nivå } from '../model/status.ts';
import type { YamlMap } from './parse-yaml.ts';
import { placeOf } from './place-of.ts';
import { asMap, mapOf, oneOf, textOf } from './values.ts';

const SLAG: readonly Uppföljningsslag[] = [
  'strategier',
  'målområden',
  'mål',
  'nyckeltal',
  'uppdrag',
  'aktiviteter',
  'indikatorer',
];

/** One organ's words on one period, from `uppfoljning/<period>/<organ>.yaml`. */
export function buildUppföljning(
  map: YamlMap,
  origin: Origin,
  period: Period,
  organ: string,
  skala: readonly Nivå[],
): { readonly uppföljning: Uppföljning; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const poster = Object.fromEntries(
    SLAG.map((slag) => [slag, postsOf(map, slag, origin, skala, diagnostics)] as const),
  ) as Record<Uppföljningsslag, ReadonlyMap<string, Uppföljningspost>>;
  return {
    uppföljning: {
      period,
      organ,
      inledning: textOf(map, 'inledning'),
      avslutning: textOf(map, 'avslutning'),
      geh: gehOf(map, origin, skala, diagnostics),
      poster,
    },
    diagnostics,
  };
}

/** The key under which god ekonomisk hushållning stands. */
export const GEH_KEY = 'god_ekonomisk_hushållning';

function gehOf(
  map: YamlMap,
  origin: Origin,
  skala: readonly Nivå[],
  diagnostics: Diagnostic[],
): ReadonlyMap<GehDel, Uppföljningspost> {
  const entries = mapOf(map, GEH_KEY) ?? {};
  const posts = GEH_DELAR.flatMap((del) => {
    const entry = mapOf(entries, del);
    return entry === null
      ? []
      : [[del, postOf(entry, GEH_KEY, within(origin, GEH_KEY, del), skala, diagnostics)] as const];
  });
  return new Map(posts);
}

function postsOf(
  map: YamlMap,
  slag: Uppföljningsslag,
  origin: Origin,
  skala: readonly Nivå[],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Uppföljningspost> {
  const posts = new Map<string, Uppföljningspost>();
  for (const [id, value] of Object.entries(mapOf(map, slag) ?? {})) {
    const entry = asMap(value);
    if (entry !== null) {
      posts.set(id, postOf(entry, id, within(origin, slag, id), skala, diagnostics));
    }
  }
  return posts;
}

function postOf(
  entry: YamlMap,
  id: string,
  origin: Origin,
  skala: readonly Nivå[],
  diagnostics: Diagnostic[],
): Uppföljningspost {
  return {
    läge: oneOf(entry, 'läge', LÄGEN),
    bedömning: bedömningOf(entry, id, within(origin, 'bedömning'), skala, diagnostics),
    prognos: textOf(entry, 'prognos'),
    kommentar: textOf(entry, 'kommentar'),
    åtgärder: textOf(entry, 'åtgärder'),
    fotnot: textOf(entry, 'fotnot'),
    origin,
  };
}

function bedömningOf(
  entry: YamlMap,
  id: string,
  origin: Origin,
  skala: readonly Nivå[],
  diagnostics: Diagnostic[],
): Bedömning | null {
  const map = mapOf(entry, 'bedömning');
  const text = map === null ? null : textOf(map, 'status');
  if (map === null || text === null) {
    return null;
  }
  const nivå = nivåOfWord(skala, text);
  if (nivå === null) {
    const words = statusWords(skala);
    diagnostics.push(
      finding('VP124', {
        place: placeOf(within(origin, 'status')),
        message: `”${text}” är ingen status i planens skala`,
        help: didYouMean(text, words) ?? `Skriv ${alternatives(words)}`,
        id,
      }),
    );
    return null;
  }
  const motivering = textOf(map, 'motivering');
  return { text, klass: nivå.klass, nivå, motivering: motivering?.trim() === '' ? null : motivering, origin };
}
