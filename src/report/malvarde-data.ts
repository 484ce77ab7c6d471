import { directionOf } from '../evaluate/regler.ts';
import { printJämförelse } from '../malvarde/print-malvarde.ts';
import type { Krav, Kvantitet, Målvärde } from '../model/malvarde.ts';
import type { Nyckeltal, OrganMålvärde } from '../model/plan.ts';
import { type DataObject, digits } from './data.ts';

/** A målvärde for machines, with the text that it was read from. */
export function målvärdeData({ text, målvärde }: OrganMålvärde, nyckeltal: Nyckeltal): DataObject {
  return målvärde === null
    ? { text, operator: null, värde: null, måttenhet: null }
    : { text, ...readingData(målvärde, directionOf(nyckeltal)) };
}

/**
 * What a målvärde was read as: operator, value and unit, and whatever else its kind has.
 *
 * @param direction the operator that a bare number gets from the plan; null where none is stated
 */
export function readingData(målvärde: Målvärde, direction: '>=' | '<=' | null): DataObject {
  const { krav, frist, villkor, av, anmärkningar } = målvärde;
  return {
    ...kravData(krav, direction),
    ...(frist === null ? {} : { frist }),
    ...(villkor === null ? {} : { villkor }),
    ...(av === null ? {} : { av }),
    ...(anmärkningar.length === 0 ? {} : { anmärkningar }),
  };
}

function kravData(krav: Krav, direction: '>=' | '<=' | null): DataObject {
  switch (krav.slag) {
    case 'gräns':
      return { operator: krav.operator ?? direction, ...valueData(krav.kvantitet) };
    case 'mellan':
      return {
        operator: 'mellan',
        värde: null,
        från: digits(krav.från.siffror),
        till: digits(krav.till.siffror),
        måttenhet: krav.till.måttenhet,
      };
    case 'förändring':
      return {
        operator: 'förändring',
        ...valueData(krav.kvantitet),
        jämförare: krav.jämförare ?? direction,
        mot: krav.mot === null ? null : printJämförelse(krav.mot),
      };
    case 'jämförelse':
      return {
        operator: 'jämförelse',
        värde: null,
        måttenhet: null,
        riktning: krav.riktning,
        mot: printJämförelse(krav.mot),
        ...(krav.bästa === null ? {} : { bästa: digits(krav.bästa.siffror) }),
      };
    case 'trend':
      return {
        operator: 'trend',
        värde: null,
        måttenhet: null,
        riktning: krav.riktning,
        mot: printJämförelse(krav.mot),
      };
    case 'aktivitet':
      return {
        operator: 'aktivitet',
        värde: krav.antal === null ? null : digits(krav.antal.siffror),
        måttenhet: null,
        ...(krav.antal === null ? {} : { jämförare: krav.antal.jämförare ?? '>=' }),
      };
    case 'senast':
    case 'bedöms':
    case 'ej_satt':
      return { operator: krav.slag, värde: null, måttenhet: null };
  }
}

function valueData({ siffror, måttenhet }: Kvantitet): DataObject {
  return { värde: digits(siffror), måttenhet };
}
