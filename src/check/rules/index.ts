import type { Rule } from '../rule.ts';
import { aktivitetDatum } from './aktivitet-datum.ts';
import { bedömningUtanMotivering } from './bedomning-utan-motivering.ts';
import { budgetSummor } from './budget-summor.ts';
import { budgetTabell } from './budget-tabell.ts';
import { dubbeltMålvärde } from './dubbelt-malvarde.ts';
import { hundraGånger } from './hundra-ganger.ts';
import { jämförelsevärdeSaknas } from './jamforelsevarde-saknas.ts';
import { jämförelsevärdeOlika } from './jamforelsevarden-olika.ts';
import { kalender } from './kalender.ts';
import { kompletterasFörsenad } from './kompletteras-forsenad.ts';
import { könsuppdelat } from './konsuppdelat.ts';
import { målRedanNått } from './mal-redan-natt.ts';
import { målUtanMålvärde } from './mal-utan-malvarde.ts';
import { målvärdeInteSatt } from './malvarde-inte-satt.ts';
import { målvärdeMåttenhet } from './malvarde-mattenhet.ts';
import { målvärdeOläsligt } from './malvarde-olasligt.ts';
import { påstående } from './pastaende.ts';
import { procentUtanBas } from './procent-utan-bas.ts';
import { prognosSaknas } from './prognos-saknas.ts';
import { värdeOläsligt } from './regelvarde-olasligt.ts';
import { riktningMotsagd } from './riktning-motsagd.ts';
import { riktningSaknas } from './riktning-saknas.ts';
import { utfallSaknas } from './utfall-saknas.ts';

/** Every rule, in the order of the codes; the documentation prints them so. */
export const RULES: readonly Rule[] = [
  målUtanMålvärde,
  målvärdeOläsligt,
  riktningSaknas,
  riktningMotsagd,
  bedömningUtanMotivering,
  målvärdeInteSatt,
  målvärdeMåttenhet,
  värdeOläsligt,
  jämförelsevärdeOlika,
  utfallSaknas,
  hundraGånger,
  prognosSaknas,
  jämförelsevärdeSaknas,
  målRedanNått,
  procentUtanBas,
  könsuppdelat,
  aktivitetDatum,
  dubbeltMålvärde,
  kompletterasFörsenad,
  budgetSummor,
  budgetTabell,
  kalender,
  påstående,
];
