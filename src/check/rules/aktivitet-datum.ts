import { placeOf } from '../../load/place-of.ts';
import { within } from '../../model/origin.ts';
import { readPeriod } from '../../model/period.ts';
import type { Aktivitet, Plan } from '../../model/plan.ts';
import type { Rule } from '../rule.ts';

export const aktivitetDatum: Rule = {
  code: 'VP217',
  slug: 'aktivitet-datum',
  severity: 'varning',
  title: 'Aktivitetens datum går inte ihop',
  why: 'En aktivitet som slutar innan den börjar, eller ligger utanför planens år, har fått fel datum.',
  help: 'Rätta start eller slut.',
  *check({ plan }) {
    for (const aktivitet of aktiviteterOf(plan)) {
      const start = aktivitet.start === null ? null : readPeriod(aktivitet.start);
      const slut = aktivitet.slut === null ? null : readPeriod(aktivitet.slut);
      const name = `${aktivitet.id} ”${aktivitet.namn}”`;
      if (start !== null && slut !== null && slut.slut < start.start) {
        yield {
          place: placeOf(within(aktivitet.origin, 'slut')),
          message: `aktiviteten ${name} slutar ${aktivitet.slut}, före starten ${aktivitet.start}`,
          help: 'Rätta start eller slut',
          id: aktivitet.id,
        };
      }
      for (const [key, period, text] of [
        ['start', start, aktivitet.start],
        ['slut', slut, aktivitet.slut],
      ] as const) {
        if (period === null && text !== null) {
          yield {
            place: placeOf(within(aktivitet.origin, key)),
            message: `aktiviteten ${name} har ${key} ${text}, ett datum som inte finns`,
            help: 'Skriv datumet som år-månad-dag, till exempel 2025-06-30',
            id: aktivitet.id,
          };
        }
        if (period !== null && (period.slut < plan.period.start || period.start > plan.period.slut)) {
          yield {
            place: placeOf(within(aktivitet.origin, key)),
            message: `aktiviteten ${name} har ${key} ${period.id}, utanför planens period ${plan.period.id}`,
            help: 'Rätta datumet, eller flytta aktiviteten till rätt års plan',
            id: aktivitet.id,
          };
        }
      }
    }
  },
};

function aktiviteterOf(plan: Plan): readonly Aktivitet[] {
  return plan.målområden.flatMap((målområde) => [
    ...målområde.aktiviteter,
    ...målområde.mål.flatMap((mål) => mål.aktiviteter),
    ...målområde.uppdrag.flatMap((uppdrag) => uppdrag.aktiviteter),
  ]);
}
