import { placeOf } from '../../load/place-of.ts';
import { definite, inSentence } from '../../model/level-words.ts';
import { målvärdeOf } from '../../model/organ-malvarde.ts';
import { within } from '../../model/origin.ts';
import type { Rule } from '../rule.ts';

export const målUtanMålvärde: Rule = {
  code: 'VP201',
  slug: 'mal-utan-malvarde',
  severity: 'fel',
  title: 'Målet har inget målvärde',
  why: 'Ett mål som inte säger vad som ska nås kan inte följas upp. Ingen kan efteråt avgöra om det är uppfyllt.',
  help: 'Skriv ett målvärde. Följs målet upp utan mätning skriver du målvärde: bedöms. Är värdet inte bestämt än skriver du målvärde: kompletteras senast och en dag.',
  *check({ plan }) {
    for (const målområde of plan.målområden) {
      for (const mål of målområde.mål) {
        if (mål.nyckeltal.length === 0 && mål.målvärde === null) {
          yield {
            place: placeOf(within(mål.origin, 'id')),
            message: `${inSentence(definite(plan.nivåer.mål))} ${mål.id} ”${mål.namn}” har varken målvärde eller ${inSentence(plan.nivåer.nyckeltal)}`,
            help: 'Skriv målvärde: följt av till exempel minst 70 % eller bedöms, eller lägg till nyckeltal:',
            id: mål.id,
          };
        }
      }
      for (const nyckeltal of målområde.nyckeltal) {
        const missing = nyckeltal.organ.filter((organ) => målvärdeOf(nyckeltal, organ) === null);
        if (missing.length > 0) {
          const all = missing.length === nyckeltal.organ.length;
          yield {
            place: placeOf(within(nyckeltal.origin, 'id')),
            message: `${nyckeltal.id} ”${nyckeltal.namn}” har inget målvärde${all ? '' : ` för ${missing.join(', ')}`}`,
            help: 'Skriv målvärde: följt av till exempel minst 70 %, eller bedöms om målet följs upp utan mätning',
            id: nyckeltal.id,
          };
        }
      }
    }
  },
};
