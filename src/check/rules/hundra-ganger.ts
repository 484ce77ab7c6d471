import { placeOfRow } from '../../load/place-of-row.ts';
import { unitOf } from '../../load/utfall-value.ts';
import { convert } from '../../malvarde/units.ts';
import { type Decimal, decimal, ZERO } from '../../model/decimal.ts';
import type { Krav } from '../../model/malvarde.ts';
import { målvärdeOf } from '../../model/organ-malvarde.ts';
import type { Nyckeltal } from '../../model/plan.ts';
import type { Utfall } from '../../model/utfall.ts';
import { indexUtfall } from '../../model/utfall-index.ts';
import type { Rule } from '../rule.ts';

/** A share written as a fraction is a hundred times off; half of that leaves room for real change. */
const FAR = decimal('50');

export const hundraGånger: Rule = {
  code: 'VP211',
  slug: 'hundra-ganger',
  severity: 'varning',
  title: 'Utfallet är omkring hundra gånger större eller mindre än väntat',
  why: 'Ett kalkylblad som visar 84 % kan lämna ut 0,84. Värdet går att läsa, men betyder något annat.',
  help: 'Kontrollera om värdet är ett bråktal i stället för procent, eller om decimaltecknet har fallit bort.',
  *check({ plan }) {
    const index = indexUtfall(plan.utfall);
    for (const målområde of plan.målområden) {
      for (const nyckeltal of målområde.nyckeltal) {
        for (const { row, before } of withHistory(index.get(nyckeltal.id) ?? [])) {
          const other = comparedWith(row, before, nyckeltal);
          if (other !== null) {
            yield {
              place: placeOfRow(row),
              message: `utfallet ”${row.text}” för ${nyckeltal.id} ”${nyckeltal.namn}” är omkring hundra gånger för ${other.isBig ? 'stort' : 'litet'} mot ${other.what}`,
              help: other.isBig
                ? 'Kontrollera om decimaltecknet har fallit bort'
                : 'Kontrollera om värdet är ett bråktal: 0,84 i stället för 84 %',
              id: nyckeltal.id,
            };
          }
        }
      }
    }
  },
};

/** With how many of the latest outcomes before it a row is held. */
const LATEST = 12;

/** Every row with the latest ones of the same organ, unit and sex from periods that ended before its own, latest first. */
function* withHistory(rows: readonly Utfall[]): Iterable<{ readonly row: Utfall; readonly before: readonly Utfall[] }> {
  const alike = new Map<string, Utfall[]>();
  for (const row of rows) {
    const key = `${row.organ}|${row.enhet ?? ''}|${row.kön}`;
    const own = alike.get(key);
    if (own === undefined) {
      alike.set(key, [row]);
    } else {
      own.push(row);
    }
  }
  for (const own of alike.values()) {
    const inTime = own.toSorted((a, b) => (a.period.slut < b.period.slut ? -1 : a.period.slut > b.period.slut ? 1 : 0));
    // How many rows end before those that are looked at.
    let ended = 0;
    for (const [index, row] of inTime.entries()) {
      if (index > 0 && inTime[index - 1]?.period.slut !== row.period.slut) {
        ended = index;
      }
      yield { row, before: inTime.slice(Math.max(0, ended - LATEST), ended).reverse() };
    }
  }
}

function comparedWith(
  row: Utfall,
  before: readonly Utfall[],
  nyckeltal: Nyckeltal,
): { readonly isBig: boolean; readonly what: string } | null {
  const value = valueOfRow(row, nyckeltal);
  if (value === null) {
    return null;
  }
  const target = targetValue(målvärdeOf(nyckeltal, row.organ)?.målvärde?.krav, unitOf(nyckeltal));
  const candidates: readonly (readonly [Decimal | null, string])[] = [
    [target, 'målvärdet'],
    ...before.map((one) => [valueOfRow(one, nyckeltal), one.period.id] as const),
  ];
  for (const [other, what] of candidates) {
    if (other !== null && isFar(value, other)) {
      return { isBig: value.abs().gt(other.abs()), what };
    }
  }
  return null;
}

/** Figures near one are too small to tell a fraction from a share. */
function isFar(a: Decimal, b: Decimal): boolean {
  const [small, big] = a.abs().lt(b.abs()) ? [a.abs(), b.abs()] : [b.abs(), a.abs()];
  return small.gt(ZERO) && big.gte(decimal('5')) && big.gte(small.times(FAR)) && big.lte(small.times(decimal('200')));
}

function valueOfRow({ värde }: Utfall, nyckeltal: Nyckeltal): Decimal | null {
  return värde.slag === 'tal' ? convert(värde.kvantitet, unitOf(nyckeltal)) : null;
}

function targetValue(krav: Krav | undefined, unit: string | null): Decimal | null {
  return krav?.slag === 'gräns'
    ? convert(krav.kvantitet, unit)
    : krav?.slag === 'mellan'
      ? convert(krav.till, unit)
      : null;
}
