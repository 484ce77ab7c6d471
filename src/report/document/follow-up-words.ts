import {
  type Breakdown,
  FOLLOW_UP_PARTS,
  type FollowUpPart,
  type PartState,
  type PartStates,
} from '../../evaluate/follow-up.ts';
import type { SeriesValue, Trend } from '../../evaluate/time-series.ts';
import { formatSwedish } from '../../malvarde/numbers.ts';
import { formatPeriod } from '../../model/period.ts';
import type { Nyckeltal, Plan } from '../../model/plan.ts';
import { formatKvantitet, formatUtfall } from '../format-value.ts';

/** The parts of a follow-up as people call them, and when each counts as given. */
export const PART_WORDS: Readonly<Record<FollowUpPart, { readonly namn: string; readonly rule: string }>> = {
  tidsserie: { namn: 'Tidsserie', rule: 'Minst två utfall i tal, ur den här planen eller tidigare års planer.' },
  utvecklingstrend: {
    namn: 'Utvecklingstrend',
    rule:
      'Minst tre utfall för samma slag av period. De ökar när inget av de tre senaste är lägre än det före och det ' +
      'sista är högre än det första, och minskar när det är tvärtom. Det som växer under året jämförs med samma del ' +
      'av tidigare år.',
  },
  förklaring: {
    namn: 'Förklaring',
    rule: 'En kommentar, ett skäl till bedömningen eller en anmärkning till utfallet.',
  },
  nedbrytning: {
    namn: 'Nedbrytning',
    rule: 'Utfall för enheter eller andra organ. Aktuell där målet gäller varje enhet, eller enheter har rapporterat.',
  },
  könsfördelning: {
    namn: 'Könsfördelning',
    rule: 'Utfall för både kvinnor och män. Aktuell där planen säger att nyckeltalet är könsuppdelat.',
  },
  riksjämförelse: { namn: 'Riksjämförelse', rule: 'Ett utfall för riket eller för liknande regioner och kommuner.' },
  prognos: {
    namn: 'Prognos för helår',
    rule: 'Ett väntat utfall för året, eller en prognos i ord. Ej aktuell för hela året.',
  },
  åtgärder: {
    namn: 'Åtgärder',
    rule: 'Förslag till åtgärder. Aktuella där målet eller prognosen för året inte är nådd.',
  },
};

const LIST = new Intl.ListFormat('sv', { type: 'conjunction' });

/** `Saknas: utvecklingstrend och riksjämförelse. Ej aktuellt: åtgärder.` */
export function missingWords(states: PartStates): string {
  const named = (state: PartState) =>
    FOLLOW_UP_PARTS.filter((part) => states[part] === state).map((part) => PART_WORDS[part].namn.toLowerCase());
  const sentence = (lead: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${lead} ${LIST.format(names)}.`];
  return [...sentence('Saknas:', named('saknas')), ...sentence('Ej aktuellt:', named('ej aktuell'))].join(' ');
}

const TREND_MOVES: Readonly<Record<Trend['slag'], string>> = {
  upp: 'ökar',
  ner: 'minskar',
  lika: 'är lika',
  skiftar: 'går både upp och ner',
};

/** `De tre senaste utfallen ökar, åt rätt håll: 80 % (T1 2024), 82 % (T2 2024) och 84 % (T1 2025).` */
export function trendWords({ slag, värden, rightWay }: Trend, { ackumulerande }: Nyckeltal): string {
  const way = rightWay === null ? '' : rightWay ? ', åt rätt håll' : ', åt fel håll';
  const which = ackumulerande ? ' för samma del av året' : '';
  const values = värden.map((one) => `${seriesText(one)} (${formatPeriod(one.period)})`);
  return `De tre senaste utfallen${which} ${TREND_MOVES[slag]}${way}: ${LIST.format(values)}.`;
}

/** The trend in one word, for a table. */
export const TREND_NAMES: Readonly<Record<Trend['slag'], string>> = {
  upp: 'Ökar',
  ner: 'Minskar',
  lika: 'Oförändrad',
  skiftar: 'Skiftar',
};

/** A value of a series with its unit, as its plan writes it. */
export function seriesText({ utfall, nyckeltal, kvantitet }: SeriesValue): string {
  return utfall === null ? formatKvantitet(kvantitet) : formatUtfall(utfall, nyckeltal);
}

/** Where a value of a series stands. */
export function sourceWords({ utfall, plan }: SeriesValue, own: Plan): string {
  const from = plan === own ? '' : plan.titel;
  const words = utfall === null ? 'Startvärde' : (utfall.källa ?? '');
  return [words, utfall?.källa != null ? '' : from].filter((word) => word !== '').join(', ');
}

/** `Kvinnor`, `Birka`, `Birka, män`, `Riket`. */
export function breakdownName({ slag, av, kön }: Breakdown, { organisation }: Plan): string {
  const names = {
    kön: null,
    enhet: organisation.enheter.get(av ?? '')?.namn ?? av,
    organ: organisation.organ.get(av ?? '')?.namn ?? av,
    jämförelse: av === 'riket' ? 'Riket' : 'Liknande regioner och kommuner',
  };
  const name = names[slag];
  if (name === null) {
    return kön === 'kvinnor' ? 'Kvinnor' : 'Män';
  }
  return kön === 'totalt' ? name : `${name}, ${kön}`;
}

/** `+2,1`, `−0,4`, `0`. */
export function formatDifference(digits: string): string {
  return `${digits.startsWith('-') || Number(digits) === 0 ? '' : '+'}${formatSwedish(digits)}`;
}
