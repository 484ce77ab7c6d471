import { readKvantitet } from '../malvarde/read-kvantitet.ts';
import { decimal } from '../model/decimal.ts';
import { type Origin, within } from '../model/origin.ts';
import type {
  Bedömningsregler,
  Beslut,
  KändAvvikelse,
  Nivånamn,
  PlanStatus,
  Strategi,
  Undantag,
  Uppgift,
} from '../model/plan.ts';
import { isWithoutPercent } from '../model/skala.ts';
import type { Klass, Nivå } from '../model/status.ts';
import { buildNyckeltal, type Inherited, METOD, SAMMANVÄGNING } from './build-malomrade.ts';
import type { YamlMap } from './parse-yaml.ts';
import { entriesOf, mapOf, oneOf, textOf, textsOf } from './values.ts';

const DEFAULT_GUL_FRÅN = '90';

export function planStatusOf(map: YamlMap): PlanStatus {
  return oneOf(map, 'status', ['utkast', 'förslag', 'beslutad', 'publicerad']) ?? 'beslutad';
}

/** The printed names of the levels; a plan may call a level by its own name. */
export function nivånamnOf(map: YamlMap): Nivånamn {
  const own = mapOf(map, 'nivåer') ?? {};
  return {
    strategi: textOf(own, 'strategi') ?? 'strategi',
    målområde: textOf(own, 'målområde') ?? 'målområde',
    mål: textOf(own, 'mål') ?? 'mål',
    nyckeltal: textOf(own, 'nyckeltal') ?? 'nyckeltal',
  };
}

/** Ids of the strategier and of the målområden under each. */
export function strategiIdsOf(
  map: YamlMap,
): readonly { readonly id: string; readonly målområden: readonly string[] }[] {
  return entriesOf(map, 'strategier').map((entry) => ({
    id: textOf(entry.map, 'id') ?? '',
    målområden: textsOf(entry.map, 'målområden'),
  }));
}

export function strategierOf(map: YamlMap, origin: Origin, inherited: Inherited): readonly Strategi[] {
  return entriesOf(map, 'strategier').map(({ map: entry, index }) => {
    const at = within(origin, 'strategier', index);
    return {
      id: textOf(entry, 'id') ?? '',
      namn: textOf(entry, 'namn') ?? '',
      text: textOf(entry, 'text'),
      prioriteringar: textsOf(entry, 'prioriteringar'),
      målområden: textsOf(entry, 'målområden'),
      indikatorer: entriesOf(entry, 'indikatorer').map((one) =>
        buildNyckeltal(one.map, within(at, 'indikatorer', one.index), inherited),
      ),
    };
  });
}

export function beslutOf(map: YamlMap, origin: Origin): readonly Beslut[] {
  return entriesOf(map, 'beslut').map(({ map: entry, index }) => ({
    organ: textOf(entry, 'organ'),
    datum: textOf(entry, 'datum'),
    paragraf: textOf(entry, 'paragraf'),
    dnr: textOf(entry, 'dnr'),
    avser: textOf(entry, 'avser'),
    handling: textOf(entry, 'handling'),
    origin: within(origin, 'beslut', index),
  }));
}

export function uppgifterOf(map: YamlMap, origin: Origin): readonly Uppgift[] {
  return entriesOf(map, 'uppgifter').map(({ map: entry, index }) => ({
    id: textOf(entry, 'id') ?? '',
    namn: textOf(entry, 'namn'),
    värde: textOf(entry, 'värde') ?? '',
    källa: textOf(entry, 'källa'),
    origin: within(origin, 'uppgifter', index),
  }));
}

export function kändaAvvikelserOf(map: YamlMap, origin: Origin): readonly KändAvvikelse[] {
  return entriesOf(map, 'kända_avvikelser').map(({ map: entry, index }) => ({
    regel: textOf(entry, 'regel') ?? '',
    gäller: textOf(entry, 'gäller') ?? '',
    skäl: textOf(entry, 'skäl') ?? '',
    källa: textOf(entry, 'källa'),
    origin: within(origin, 'kända_avvikelser', index),
  }));
}

export function undantagOf(map: YamlMap, origin: Origin): readonly Undantag[] {
  return entriesOf(map, 'undantag').map(({ map: entry, index }) => ({
    regel: textOf(entry, 'regel') ?? '',
    gäller: textOf(entry, 'gäller') ?? '',
    skäl: textOf(entry, 'skäl') ?? '',
    till: textOf(entry, 'till') ?? '',
    origin: within(origin, 'undantag', index),
  }));
}

/** Ids of the målområden in printed order: those of the strategier, else the plan's own list. */
export function målområdenInOrder(map: YamlMap): readonly string[] {
  const byStrategi = strategiIdsOf(map).flatMap((strategi) => strategi.målområden);
  return byStrategi.length > 0 ? byStrategi : textsOf(map, 'målområden');
}

export function bedömningsreglerOf(plan: YamlMap): Bedömningsregler {
  const map = mapOf(plan, 'bedömningsregler') ?? {};
  const gulFrån = percentOf(textOf(map, 'gul_från')) ?? DEFAULT_GUL_FRÅN;
  const own = skalaOf(map);
  const skala = own.length > 0 ? own : defaultSkala(gulFrån, mapOf(map, 'statusnamn') ?? {});
  const avrundning = textOf(map, 'avrundning');
  return {
    gulFrån: decimal(gulFrån),
    metod: oneOf(map, 'metod', METOD) ?? 'avvikelse',
    tolerans: textOf(map, 'tolerans'),
    avrundning: avrundning === null ? null : avrundning === 'en decimal' ? 1 : 0,
    sammanvägning: oneOf(map, 'sammanvägning', SAMMANVÄGNING) ?? 'samstämmig',
    underlag: oneOf(map, 'underlag', ['nyckeltal', 'uppdrag', 'båda']) ?? 'båda',
    skala,
    egenSkala: own.length > 0,
    utanProcent: isWithoutPercent(skala),
  };
}

function skalaOf(map: YamlMap): readonly Nivå[] {
  return entriesOf(map, 'skala').flatMap(({ map: entry }) => {
    const klass = oneOf<Klass>(entry, 'klass', ['uppfyllt', 'delvis', 'ej_uppfyllt']);
    const namn = textOf(entry, 'namn') ?? textOf(entry, 'id');
    const från = percentOf(textOf(entry, 'från'));
    return klass === null || namn === null ? [] : [{ id: textOf(entry, 'id') ?? namn, namn, från, klass }];
  });
}

function defaultSkala(gulFrån: string, names: YamlMap): readonly Nivå[] {
  return [
    { id: 'uppfyllt', namn: textOf(names, 'uppfyllt') ?? 'Uppfyllt', från: '100', klass: 'uppfyllt' },
    { id: 'delvis', namn: textOf(names, 'delvis') ?? 'Delvis uppfyllt', från: gulFrån, klass: 'delvis' },
    { id: 'ej_uppfyllt', namn: textOf(names, 'ej_uppfyllt') ?? 'Ej uppfyllt', från: '0', klass: 'ej_uppfyllt' },
  ];
}

/** The digits of a percentage such as `90`, `90 %` or `89,5`; null where it is none. */
export function percentOf(text: string | null): string | null {
  const result = text === null ? null : readKvantitet(text, '%');
  return result?.slag === 'läst' && (result.kvantitet.måttenhet ?? '%') === '%' ? result.kvantitet.siffror : null;
}
