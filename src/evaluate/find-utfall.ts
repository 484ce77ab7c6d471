import { convert } from '../malvarde/units.ts';
import { type Decimal, decimal, quotient } from '../model/decimal.ts';
import { largest } from '../model/lists.ts';
import { isWithin, ownStart, type Period } from '../model/period.ts';
import type { Nyckeltal } from '../model/plan.ts';
import type { Kön, Utfall } from '../model/utfall.ts';
import { rowsOf, type UtfallIndex } from '../model/utfall-index.ts';

/**
 * The outcome of a period: the period's own row, else for a monthly measure the latest month in it (or their mean or
 * sum), else the latest day in it. A value of an earlier period is never carried forward.
 *
 * @param enhet null for the organ as a whole
 */
export function findUtfall(
  index: UtfallIndex,
  nyckeltal: Nyckeltal,
  organ: string,
  period: Period,
  enhet: string | null,
  kön: Kön = 'totalt',
): Utfall | null {
  const isSought = (row: Utfall) => row.organ === organ && row.kön === kön && row.enhet === enhet;
  const rows = index.get(nyckeltal.id) ?? [];
  const own = rows.find((row) => row.period.id === period.id && isSought(row));
  if (own !== undefined) {
    return own;
  }
  const inside = rows.filter((row) => isSought(row) && isWithin(row.period, period) && row.värde.slag !== 'bortfall');
  const from = ownStart(period);
  const isOwn = (row: Utfall) => row.period.slut >= from;
  const months = nyckeltal.mäts === 'månad' ? inside.filter((row) => row.period.slag === 'månad') : [];
  if (months.some(isOwn)) {
    return nyckeltal.periodvärde === 'senaste' ? latest(months) : combine(months, nyckeltal.periodvärde);
  }
  return latest(inside.filter((row) => row.period.slag === 'dag' && isOwn(row)));
}

/** The latest value before the end of a period, to be shown as last known. */
export function lastKnown(
  index: UtfallIndex,
  nyckeltal: Nyckeltal,
  organ: string,
  period: Period,
  enhet: string | null,
): Utfall | null {
  return latest(
    rowsOf(index, nyckeltal.id, organ).filter(
      (row) =>
        row.kön === 'totalt' && row.enhet === enhet && row.värde.slag !== 'bortfall' && row.period.slut < period.slut,
    ),
  );
}

/** The row of an earlier period that says that something was done, and so still is. */
export function doneBefore(
  index: UtfallIndex,
  nyckeltal: Nyckeltal,
  organ: string,
  period: Period,
  enhet: string | null,
): Utfall | null {
  const last = lastKnown(index, nyckeltal, organ, period, enhet);
  const isDone = last?.värde.slag === 'datum' || (last?.värde.slag === 'läge' && last.värde.läge === 'genomförd');
  return isDone ? last : null;
}

function latest(rows: readonly Utfall[]): Utfall | null {
  return rows.reduce<Utfall | null>(
    (best, row) => (best === null || row.period.slut >= best.period.slut ? row : best),
    null,
  );
}

/** The mean or sum of several months, carried by the latest of their rows. */
function combine(months: readonly Utfall[], how: 'medel' | 'summa'): Utfall | null {
  const last = latest(months);
  if (last === null || last.värde.slag !== 'tal') {
    return last;
  }
  const unit = last.värde.kvantitet.måttenhet;
  const values = months.flatMap(({ värde }) => {
    const converted = värde.slag === 'tal' ? convert(värde.kvantitet, unit) : null;
    return converted === null ? [] : [{ värde: converted, siffror: converted.toFixed() }];
  });
  const sum = values.reduce<Decimal>((total, one) => total.plus(one.värde), decimal('0'));
  const decimals = largest(values.map((one) => one.siffror.split('.')[1]?.length ?? 0));
  const värde = how === 'summa' ? sum : quotient(sum, decimal(values.length));
  const siffror = värde.toFixed(how === 'summa' ? decimals : decimals + 1);
  return {
    ...last,
    text: `${siffror.replace('.', ',')}${unit === null ? '' : ` ${unit}`}`,
    värde: { slag: 'tal', kvantitet: { värde, siffror, måttenhet: unit } },
    anmärkning: `${how === 'summa' ? 'Summa' : 'Medelvärde'} av ${values.length} månader`,
  };
}
