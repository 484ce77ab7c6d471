import type { Rule } from '../rule.ts';
import { bedömningUtanMotivering } from './bedomning-utan-motivering.ts';
import { målUtanMålvärde } from './mal-utan-malvarde.ts';
import { målvärdeInteSatt } from './malvarde-inte-satt.ts';
import { målvärdeMåttenhet } from './malvarde-mattenhet.ts';
import { målvärdeOläsligt } from './malvarde-olasligt.ts';
import { riktningMotsagd } from './riktning-motsagd.ts';
import { riktningSaknas } from './riktning-saknas.ts';

/** Every rule, in the order of the codes; the documentation prints them so. */
export const RULES: readonly Rule[] = [
  målUtanMålvärde,
  målvärdeOläsligt,
  riktningSaknas,
  riktningMotsagd,
  bedömningUtanMotivering,
  målvärdeInteSatt,
  målvärdeMåttenhet,
];
