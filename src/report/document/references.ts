import { countClaim } from '../../evaluate/count-claim.ts';
import type { EvaluatedPlan } from '../../evaluate/evaluated-plan.ts';
import type { PåståendeFilter, Räknat } from '../../model/pastaende.ts';
import { formatPeriod } from '../../model/period.ts';

/** What a reference in running text gives, or what is wrong with it. */
export type ReferenceResult = { readonly text: string } | { readonly fault: string; readonly help: string };

type Attributes = ReadonlyMap<string, string>;
type Reference = (evaluated: EvaluatedPlan, attributes: Attributes, date: string) => ReferenceResult;

/** References by name. Whatever they tell is computed, so that prose and tables cannot disagree. */
export const REFERENCES: ReadonlyMap<string, Reference> = new Map<string, Reference>([
  ['plan', ({ plan }) => ({ text: plan.titel })],
  ['organisation', ({ plan }) => ({ text: plan.organisation.namn })],
  ['period', ({ period }) => ({ text: formatPeriod(period) })],
  ['datum', (_, __, date) => ({ text: date })],
  [
    'organ',
    ({ plan }, attributes) => ({ text: plan.organisation.organ.get(attributes.get('organ') ?? '')?.namn ?? '' }),
  ],
  [
    // What the report was narrowed to, as the end of a title: ` för Tandvård`; nothing where it is the whole plan.
    'urval',
    ({ plan }, attributes) => {
      const organ = plan.organisation.organ.get(attributes.get('organ') ?? '')?.namn;
      const målområde = plan.målområden.find(({ id }) => id === attributes.get('malomrade'))?.namn;
      const names = [målområde, organ].filter((name) => name !== undefined);
      return { text: names.length === 0 ? '' : ` för ${names.join(', ')}` };
    },
  ],
  ['antal', (evaluated, attributes) => countReference(evaluated, attributes)],
]);

const COUNTED: ReadonlyMap<string, Räknat> = new Map([
  ['strategier', 'strategier'],
  ['malomraden', 'målområden'],
  ['mal', 'mål'],
  ['nyckeltal', 'nyckeltal'],
  ['indikatorer', 'indikatorer'],
  ['rader', 'rader'],
  ['uppdrag', 'uppdrag'],
]);

const NO_FILTER: PåståendeFilter = {
  sort: null,
  organ: null,
  målområde: null,
  strategi: null,
  från: null,
  status: null,
  beräknad: null,
  bedömd: null,
  läge: null,
};

const FILTERS: ReadonlyMap<string, keyof PåståendeFilter> = new Map([
  ['sort', 'sort'],
  ['organ', 'organ'],
  ['fran', 'från'],
  ['malomrade', 'målområde'],
  ['strategi', 'strategi'],
  ['status', 'status'],
  ['lage', 'läge'],
]);

/** `:antal{av=rader sort=finansiellt status=uppfyllt form=ord}` → `tre`. */
function countReference(evaluated: EvaluatedPlan, attributes: Attributes): ReferenceResult {
  const what = COUNTED.get(attributes.get('av') ?? '');
  if (what === undefined) {
    return {
      fault: 'antal behöver veta vad som räknas',
      help: `Skriv av= och ett av ${[...COUNTED.keys()].join(', ')}`,
    };
  }
  const filter: Record<keyof PåståendeFilter, string | null> = { ...NO_FILTER };
  for (const [name, value] of attributes) {
    const key = FILTERS.get(name);
    if (key !== undefined) {
      filter[key] = value;
    } else if (name !== 'av' && name !== 'form') {
      return { fault: `antal har inget ”${name}”`, help: `Att välja på: ${[...FILTERS.keys()].join(', ')}` };
    }
  }
  const counted = countClaim(what, filter, evaluated);
  if (typeof counted !== 'number') {
    return { fault: `${what} har inget ${counted.nyckel} att räkna efter`, help: 'Ta bort det valet' };
  }
  return { text: attributes.get('form') === 'ord' ? (WORDS[counted] ?? String(counted)) : String(counted) };
}

const WORDS = ['inget', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
