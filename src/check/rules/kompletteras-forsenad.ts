import { placeOf } from '../../load/place-of.ts';
import { readingsOf } from '../../model/organ-malvarde.ts';
import type { Rule } from '../rule.ts';
import { lastDay } from '../stated-targets.ts';

export const kompletterasFörsenad: Rule = {
  code: 'VP219',
  slug: 'kompletteras-forsenad',
  severity: 'fel',
  title: 'Målvärdet skulle ha kompletterats',
  why: 'Planen lovade ett målvärde till en viss dag. Dagen har passerat och målet går fortfarande inte att följa upp.',
  help: 'Skriv målvärdet, eller besluta om en ny dag.',
  *check({ targets, idag }) {
    for (const { nyckeltal, stated } of targets) {
      const late = readingsOf(stated).find(
        ({ krav, frist }) => krav.slag === 'ej_satt' && frist !== null && lastDay(frist) < idag,
      );
      if (late !== undefined) {
        yield {
          place: placeOf(stated.origin),
          message: `målvärdet för ${nyckeltal.id} ”${nyckeltal.namn}” skulle ha kompletterats senast ${late.frist ?? ''}`,
          help: 'Skriv målvärdet',
          id: nyckeltal.id,
        };
      }
    }
  },
};
