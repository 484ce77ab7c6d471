import type { Hinder, SummaPrövning } from '../evaluate/add-amounts.ts';
import type { BudgetGrund } from '../evaluate/budget-sums.ts';
import { formatSwedish } from '../malvarde/numbers.ts';
import type { BudgetTabell } from '../model/budget.ts';

/** `−86,5, men raderna blir −86,2 (skillnad 0,3)`. */
export function differenceWords(
  grund: BudgetGrund['slag'] | 'objekt',
  { angiven, beräknad, skillnad }: Extract<SummaPrövning, { slag: 'avviker' }>,
): string {
  const computed = { rader: 'raderna blir', kolumner: 'kolumnerna blir', likhet: 'där står', objekt: 'objekten blir' };
  return `${formatSwedish(angiven)}, men ${computed[grund]} ${formatSwedish(beräknad)} (skillnad ${formatSwedish(skillnad)})`;
}

/** Why a sum cannot be checked. */
export function hinderWords({ slag, text }: Hinder): string {
  switch (slag) {
    case 'tom':
      return 'en cell är tom';
    case 'text':
      return `”${text}” är inget tal`;
    case 'måttenhet':
      return `”${text}” är i en annan måttenhet`;
  }
}

/** A table by its id and heading. */
export function tableName({ id, rubrik }: Pick<BudgetTabell, 'id' | 'rubrik'>): string {
  return rubrik === null ? `tabellen ${id}` : `tabellen ${id} ”${rubrik}”`;
}
