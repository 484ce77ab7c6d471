import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { organNames } from '../load/build-organisation.ts';
import { definite, inSentence } from '../model/level-words.ts';
import type { Plan } from '../model/plan.ts';
import { KLASSER, type Status, TILLSTÅND } from '../model/status.ts';
import { STATUS_SORTS, type StatusFilter, type StatusSort } from '../report/status-report.ts';
import { UsageError } from './context.ts';

export interface FilterOptions {
  readonly organ?: string;
  readonly malomrade?: string;
  readonly endast?: string;
  readonly sort?: string;
}

/** The filter that the options ask for; names that do not exist are told with what does. */
export function chooseFilter(plan: Plan, options: FilterOptions): StatusFilter {
  return {
    organ: listed(options.organ).map((name) => findOrgan(plan, name)),
    målområden: listed(options.malomrade).map((name) => findMålområde(plan, name)),
    endast: listed(options.endast).flatMap(findStatuses),
    sort: findSort(options.sort ?? 'plan'),
  };
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .normalize('NFC')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function findOrgan(plan: Plan, name: string): string {
  const names = organNames(plan.organisation);
  const id = names.get(name.toLowerCase());
  if (id === undefined) {
    throw unknown(
      'organet',
      name,
      [...names.keys()],
      [...plan.organisation.organ.values()].map((one) => `${one.id} (${one.namn})`),
    );
  }
  return id;
}

/** The id of the målområde that an option names by id or name. */
export function findMålområde(plan: Plan, name: string): string {
  const lower = name.toLowerCase();
  const found = plan.målområden.find((one) => one.id === lower || one.namn.toLowerCase() === lower);
  if (found === undefined) {
    const names = plan.målområden.flatMap((one) => [one.id, one.namn]);
    throw unknown(
      inSentence(definite(plan.nivåer.målområde)),
      name,
      names,
      plan.målområden.map((one) => one.id),
    );
  }
  return found.id;
}

/** Words for `--endast`, ASCII as flags are; each stands for one or more statuses. */
const STATUS_WORDS: Readonly<Record<string, readonly Status[]>> = {
  gron: ['uppfyllt'],
  uppfyllt: ['uppfyllt'],
  gul: ['delvis'],
  delvis: ['delvis'],
  rod: ['ej_uppfyllt'],
  'ej-uppfyllt': ['ej_uppfyllt'],
  bedomda: KLASSER,
  utan: TILLSTÅND,
  saknas: ['utfall_saknas', 'målvärde_saknas', 'kan_inte_beräknas'],
  'utfall-saknas': ['utfall_saknas'],
  'mats-senare': ['mäts_senare'],
  'kan-inte-beraknas': ['kan_inte_beräknas'],
  'malvarde-saknas': ['målvärde_saknas'],
  sekretess: ['sekretess'],
  'ej-paborjad': ['ej_påbörjad'],
};

function findStatuses(word: string): readonly Status[] {
  const ascii = word.toLowerCase().replace(/[åä]/g, 'a').replaceAll('ö', 'o').replace(/[\s_]/g, '-');
  // A bedömning may be written grönt, gult and rött; so may this.
  const plain = ascii.replace(/^(gron|gul|rod|rot)t+$/, '$1').replace(/^rot$/, 'rod');
  const found = Object.hasOwn(STATUS_WORDS, plain) ? STATUS_WORDS[plain] : undefined;
  if (found === undefined) {
    throw unknown('statusen', word, Object.keys(STATUS_WORDS), Object.keys(STATUS_WORDS));
  }
  return found;
}

function findSort(word: string): StatusSort {
  const found = STATUS_SORTS.find((sort) => sort === word);
  if (found === undefined) {
    throw unknown('ordningen', word, STATUS_SORTS, STATUS_SORTS);
  }
  return found;
}

function unknown(what: string, word: string, candidates: readonly string[], list: readonly string[]): UsageError {
  const near = didYouMean(word, candidates);
  return new UsageError(
    `${what} ”${word}” finns inte`,
    `${near === null ? '' : `${near} `}Välj bland: ${list.join(', ')}`,
  );
}
