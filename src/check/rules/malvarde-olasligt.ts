import { excerpt } from '../../diagnostics/excerpt.ts';
import { partOf } from '../../load/place-of.ts';
import type { Rule } from '../rule.ts';

export const målvärdeOläsligt: Rule = {
  code: 'VP202',
  slug: 'malvarde-olasligt',
  severity: 'fel',
  title: 'Målvärdet går inte att läsa',
  why: 'vp gissar aldrig. Ett målvärde som kan betyda flera saker, eller som inte kan jämföras med ett utfall, stoppas i stället för att läsas fel.',
  help: 'Skriv målvärdet så att det går att jämföra med ett tal, till exempel minst 70 %, högst 5 dagar eller högre än 2021. Prova med vp tolka "…".',
  *check({ targets }) {
    for (const { nyckeltal, stated } of targets) {
      if (stated.läsning.slag === 'oläst') {
        const { start, slut, meddelande, hjälp } = stated.läsning.fel;
        yield {
          place: partOf(stated.origin, stated.text, start, slut),
          message: `målvärdet ”${excerpt(stated.text)}” för ${nyckeltal.id} ”${nyckeltal.namn}” går inte att läsa: ${meddelande}`,
          help: hjälp,
          id: nyckeltal.id,
        };
      }
    }
  },
};
