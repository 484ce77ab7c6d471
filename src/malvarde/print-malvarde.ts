import type { Jämförare, Jämförelse, Krav, Kvantitet, Målvärde } from '../model/malvarde.ts';
import { formatSwedish } from './numbers.ts';

/** A målvärde in the language's own words, such that reading the text again gives the same målvärde. */
export function printMålvärde(målvärde: Målvärde): string {
  const { krav, frist, villkor, av, anmärkningar } = målvärde;
  const of = av === null ? '' : ` av ${av}`;
  const condition = villkor === null ? '' : ` ${villkor}`;
  // Words after `av` run on to the next `inom` or `under` and a time; any other condition must stand before them.
  const around = /^ (?:inom|under) /.test(condition) ? of + condition : condition + of;
  // These two say their day themselves.
  const own = krav.slag === 'senast' || krav.slag === 'ej_satt';
  const deadline = frist === null || own ? '' : ` senast ${frist}`;
  const remarks = anmärkningar.map((anmärkning) => ` (${anmärkning})`).join('');
  return `${printKrav(krav, målvärde)}${around}${deadline}${remarks}`;
}

function printKrav(krav: Krav, målvärde: Målvärde): string {
  switch (krav.slag) {
    case 'gräns':
      return krav.operator === null
        ? printKvantitet(krav.kvantitet)
        : `${boundWord(krav.operator, krav.kvantitet)} ${printKvantitet(krav.kvantitet)}`;
    case 'mellan':
      return `mellan ${formatSwedish(krav.från.siffror)} och ${printKvantitet(krav.till)}`;
    case 'förändring':
      return printChange(krav);
    case 'jämförelse':
      return krav.bästa === null
        ? `${COMPARISON_WORDS[krav.riktning]} ${printJämförelse(krav.mot)}`
        : `bland de ${printKvantitet(krav.bästa)} bästa i ${printJämförelse(krav.mot)}`;
    case 'trend':
      return `${krav.riktning} jämfört med ${printJämförelse(krav.mot)}`;
    case 'aktivitet':
      return krav.antal === null
        ? 'genomförd aktivitet'
        : `${krav.antal.jämförare === null ? '' : `${BOUND_WORDS[krav.antal.jämförare]} `}${formatSwedish(krav.antal.siffror)} st genomförda aktiviteter`;
    case 'senast':
      return `senast ${målvärde.frist}`;
    case 'bedöms':
      return 'bedöms';
    case 'ej_satt':
      if (målvärde.frist !== null) {
        return `kompletteras senast ${målvärde.frist}`;
      }
      return (målvärde.villkor ?? '').startsWith('efter') ? 'kompletteras' : 'kompletteras senare';
  }
}

const BOUND_WORDS: Readonly<Record<Jämförare, string>> = { '>=': 'minst', '<=': 'högst', '>': 'över', '<': 'under' };
const BOUND_SIGNS: Readonly<Record<Jämförare, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

const COMPARISON_WORDS: Readonly<Record<Jämförare | '=' | 'bättre', string>> = {
  '>': 'högre än',
  '<': 'lägre än',
  '>=': 'inte lägre än',
  '<=': 'inte högre än',
  '=': 'i nivå med',
  bättre: 'bättre än',
};

/** A sign where a word would be taken for something else: `minst -10 %`, `under 2022`. */
function boundWord(operator: Jämförare, kvantitet: Kvantitet): string {
  const yearLike = kvantitet.måttenhet === null && /^\d{4}$/.test(kvantitet.siffror);
  return kvantitet.siffror.startsWith('-') || yearLike ? BOUND_SIGNS[operator] : BOUND_WORDS[operator];
}

const MIRRORED: Readonly<Record<Jämförare, Jämförare>> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' };

function printChange({ jämförare, kvantitet, mot }: Extract<Krav, { slag: 'förändring' }>): string {
  const base = mot === null ? '' : ` jämfört med ${printJämförelse(mot)}`;
  if (jämförare === null) {
    return `${printKvantitet(kvantitet)}${base}`;
  }
  const down = kvantitet.siffror.startsWith('-');
  const amount = down ? { ...kvantitet, siffror: kvantitet.siffror.slice(1) } : kvantitet;
  return `${down ? 'minska' : 'öka'} med ${BOUND_WORDS[down ? MIRRORED[jämförare] : jämförare]} ${printKvantitet(amount)}${base}`;
}

export function printJämförelse(mot: Jämförelse): string {
  return mot.slag === 'år' ? String(mot.år) : mot.slag;
}

/** `70 %`, `1 821 tim`, `−34,8 %`. */
export function printKvantitet({ siffror, måttenhet }: Kvantitet): string {
  const index = måttenhet === 'index';
  const number = formatSwedish(siffror).replaceAll('\u00A0', ' ');
  return index ? `index ${number}` : `${number}${måttenhet === null ? '' : ` ${måttenhet}`}`;
}
