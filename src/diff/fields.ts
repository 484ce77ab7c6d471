import { målvärdeOf } from '../model/organ-malvarde.ts';
import { formatPeriod } from '../model/period.ts';
import type { Aktivitet, Mål, Målområde, Nyckeltal, Plan, StatedMålvärde, Strategi, Uppdrag } from '../model/plan.ts';
import type { Slag } from './plan-diff.ts';

/** What a thing says, field by field, as people write it. */
export interface Fields {
  readonly slag: Slag;
  readonly id: string;
  readonly namn: string;
  /** What it stands in, by field; one that has got another name is still the same. */
  readonly parents: ReadonlyMap<'strategi' | 'målområde' | 'mål', Parent | undefined>;
  /** Ids by which it was known before. */
  readonly earlierIds: readonly string[];
  readonly texts: ReadonlyMap<string, string | null>;
  /** Its målvärde by organ; null for what is not told apart by organ. */
  readonly perOrgan: ReadonlyMap<string, string | null> | null;
}

interface Parent {
  readonly id: string;
  readonly namn: string;
}

/** What the plan says of itself. */
export function fieldsOfPlan(plan: Plan): ReadonlyMap<string, string | null> {
  const { gulFrån, metod, sammanvägning } = plan.bedömningsregler;
  return new Map([
    ['titel', plan.titel],
    ['period', formatPeriod(plan.period)],
    ['status', plan.status],
    ['dnr', plan.dnr],
    ['förslagsställare', plan.förslagsställare],
    ['gul_från', `${gulFrån.toFixed().replace('.', ',')} %`],
    ['metod', metod],
    ['sammanvägning', sammanvägning],
  ]);
}

/** Everything with an id, in the order of the plan. */
export function fieldsOfThings(plan: Plan): readonly Fields[] {
  const organ = (ids: readonly string[]): string =>
    ids
      .map((id) => plan.organisation.organ.get(id)?.namn ?? id)
      // Who answers is the same in any order.
      .sort(new Intl.Collator('sv').compare)
      .join(', ');
  return [
    ...plan.strategier.flatMap((one) => [
      ofStrategi(one),
      ...one.indikatorer.map((each) => ofNyckeltal('indikator', each, [['strategi', one]])),
    ]),
    ...plan.målområden.flatMap((one) => ofMålområde(one, plan, organ)),
  ];
}

function ofMålområde(one: Målområde, { strategier }: Plan, organ: OrganNames): readonly Fields[] {
  const strategi = strategier.find(({ målområden }) => målområden.includes(one.id));
  const kortform = new Set(one.mål.filter((mål) => mål.kortform).flatMap((mål) => mål.nyckeltal));
  const målOf = new Map(one.mål.flatMap((mål) => mål.nyckeltal.map((nyckeltal) => [nyckeltal, mål] as const)));
  const within: Parents = [['målområde', one]];
  const aktiviteter = [...one.mål, one, ...one.uppdrag].flatMap((owner) => owner.aktiviteter);
  return [
    {
      ...thing('målområde', one, [['strategi', strategi]]),
      texts: new Map([
        ['namn', one.namn],
        ['övergripande_mål', one.övergripandeMål],
        ['geh', yes(one.geh)],
        ['text', one.text],
        ['sammanvägning', one.sammanvägning],
      ]),
    },
    ...one.mål.map((mål) => ofMål(mål, within, organ)),
    ...one.nyckeltal
      .filter((nyckeltal) => !kortform.has(nyckeltal))
      .map((nyckeltal) => ofNyckeltal('nyckeltal', nyckeltal, [...within, ['mål', målOf.get(nyckeltal)]])),
    ...one.indikatorer.map((each) => ofNyckeltal('indikator', each, within)),
    ...one.uppdrag.map((uppdrag) => ofUppdrag(uppdrag, within, organ)),
    ...aktiviteter.map((aktivitet) => ofAktivitet(aktivitet, within, organ)),
  ];
}

type Parents = readonly (readonly ['strategi' | 'målområde' | 'mål', Parent | undefined])[];
type OrganNames = (ids: readonly string[]) => string;

function thing(slag: Slag, { id, namn }: { readonly id: string; readonly namn: string }, parents: Parents) {
  return { slag, id, namn, parents: new Map(parents), earlierIds: [], perOrgan: null };
}

function ofStrategi(one: Strategi): Fields {
  return {
    ...thing('strategi', one, []),
    texts: new Map([
      ['namn', one.namn],
      ['text', one.text],
      ['prioriteringar', joined(one.prioriteringar)],
    ]),
  };
}

function ofMål(mål: Mål, parents: Parents, organ: OrganNames): Fields {
  const [own] = mål.kortform ? mål.nyckeltal : [];
  const texts: ReadonlyMap<string, string | null> = new Map([
    ['beteckning', mål.beteckning],
    ['namn', mål.namn],
    ['beskrivning', mål.beskrivning],
    ['geh', yes(mål.geh)],
    ['finns_även_i', organ(mål.alsoIn)],
  ]);
  return own === undefined
    ? { ...thing('mål', mål, parents), texts: new Map([...texts, ['organ', organ(mål.organ)]]) }
    : {
        ...ofNyckeltal('nyckeltal', own, parents),
        slag: 'mål',
        texts: new Map([...ofNyckeltal('nyckeltal', own, parents).texts, ...texts]),
      };
}

function ofNyckeltal(slag: Slag, one: Nyckeltal, parents: Parents): Fields {
  const start = one.startvärde;
  return {
    ...thing(slag, one, parents),
    earlierIds: one.ersätter,
    perOrgan: new Map(one.organ.map((organ) => [organ, målvärdeOf(one, organ)?.text ?? null])),
    texts: new Map([
      ['beteckning', one.beteckning],
      ['namn', one.namn],
      ['beskrivning', one.beskrivning],
      ['definition', one.definition],
      ['sort', one.sort],
      ['från', one.från],
      ['geh', yes(one.geh)],
      ['enhet', one.enhet],
      ['per_enhet', yes(one.perEnhet)],
      ['ordalydelse', one.ordalydelse],
      ['riktning', one.riktning],
      ['måttenhet', one.måttenhet],
      [
        'startvärde',
        start === null ? null : `${start.text}${start.period === null ? '' : ` (${formatPeriod(start.period)})`}`,
      ],
      ['utfall_är', one.utfallÄr],
      ['jämför', one.jämför],
      [
        'etappmål',
        joined([...one.etappmål].map(([period, stated]) => `${period}: ${stated.map(målvärdeText).join(', ')}`)),
      ],
      ['mäts', one.mäts],
      ['periodvärde', one.periodvärde],
      ['ackumulerande', yes(one.ackumulerande)],
      ['takt', one.takt],
      ['könsuppdelat', yes(one.könsuppdelat)],
      ['metod', one.metod],
      ['tolerans', one.tolerans],
      ['gul_från', one.gulFrån],
      ['riktmärke', one.riktmärke],
      ['under', one.under],
      ['källa', one.källa],
      ['ansvarig', one.ansvarig],
    ]),
  };
}

function målvärdeText({ organ, text }: StatedMålvärde): string {
  return organ === null ? text : `${text} (${organ})`;
}

function ofUppdrag(one: Uppdrag, parents: Parents, organ: OrganNames): Fields {
  return {
    ...thing('uppdrag', one, parents),
    texts: new Map([
      ['beteckning', one.beteckning],
      ['namn', one.namn],
      ['beskrivning', one.beskrivning],
      ['från', one.från === null ? null : organ([one.från])],
      ['organ', organ(one.organ)],
      ['ansvarig', one.ansvarig],
      ['senast', one.senast],
      ['mäts_med', joined(one.mätsMed)],
      ['finns_även_i', organ(one.alsoIn)],
    ]),
  };
}

function ofAktivitet(one: Aktivitet, parents: Parents, organ: OrganNames): Fields {
  return {
    ...thing('aktivitet', one, parents),
    texts: new Map([
      ['namn', one.namn],
      ['beskrivning', one.beskrivning],
      ['organ', organ(one.organ)],
      ['ansvarig', one.ansvarig],
      ['start', one.start],
      ['slut', one.slut],
    ]),
  };
}

function yes(stated: boolean): string | null {
  return stated ? 'ja' : null;
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('; ');
}
