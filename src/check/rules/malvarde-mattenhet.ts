import { excerpt } from '../../diagnostics/excerpt.ts';
import { placeOf } from '../../load/place-of.ts';
import { unitOf } from '../../load/utfall-value.ts';
import { convert } from '../../malvarde/units.ts';
import type { Krav, Kvantitet } from '../../model/malvarde.ts';
import { readingsOf } from '../../model/organ-malvarde.ts';
import { within } from '../../model/origin.ts';
import type { StatedMålvärde } from '../../model/plan.ts';
import type { Rule } from '../rule.ts';

export const målvärdeMåttenhet: Rule = {
  code: 'VP207',
  slug: 'malvarde-mattenhet',
  severity: 'fel',
  title: 'Målvärdet har en annan måttenhet än nyckeltalet',
  why: 'Ett målvärde i dagar kan inte jämföras med ett nyckeltal som mäts i procent.',
  help: 'Rätta målvärdet eller nyckeltalets måttenhet.',
  *check({ targets }) {
    for (const { nyckeltal, stated } of targets) {
      const unit = nyckeltal.måttenhet === null ? null : unitOf(nyckeltal);
      const wrong = unit === null ? undefined : levelInOtherUnit(stated, unit);
      if (wrong !== undefined) {
        yield {
          place: placeOf(stated.origin),
          message: `målvärdet ”${excerpt(stated.text)}” för ${nyckeltal.id} ”${nyckeltal.namn}” är i ${wrong.måttenhet}, men nyckeltalet mäts i ${unit}`,
          help: 'Rätta målvärdet eller måttenheten',
          id: nyckeltal.id,
          notes: [
            {
              place: placeOf(within(nyckeltal.origin, 'måttenhet')),
              message: `här står måttenhet: ${nyckeltal.måttenhet}`,
            },
          ],
        };
      }
    }
  },
};

function levelInOtherUnit(stated: StatedMålvärde, unit: string): Kvantitet | undefined {
  for (const { krav } of readingsOf(stated)) {
    const wrong = levelsOf(krav).find((kvantitet) => convert(kvantitet, unit) === null);
    if (wrong !== undefined) {
      return wrong;
    }
  }
  return undefined;
}

/** The quantities of a requirement that are levels of the nyckeltal; a change has a unit of its own. */
function levelsOf(krav: Krav): readonly Kvantitet[] {
  switch (krav.slag) {
    case 'gräns':
      return [krav.kvantitet];
    case 'mellan':
      return [krav.från, krav.till];
    default:
      return [];
  }
}
