import { convert } from '../malvarde/units.ts';
import { type Decimal, decimal, quotient } from '../model/decimal.ts';
import { largest } from '../model/lists.ts';
import type { Målvärde } from '../model/malvarde.ts';
import { isWithin, ownStart, type Period } from '../model/period.ts';
import type { Nyckeltal } from '../model/plan.ts';
import { isStated, isUnusable, type Kön, type Utfall } from '../model/utfall.ts';
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
  const inside = rows.filter((row) => isSought(row) && isWithin(row.period, period) && isStated(row));
  const from = ownStart(period);
  const isOwn = (row: Utfall) => row.period.slut >= from;
  const months = nyckeltal.mäts === 'månad' ? inside.filter((row) => row.period.slag === 'månad') : [];
  if (months.some(isOwn)) {
    return nyckeltal.periodvärde === 'senaste' ? latest(months) : combine(oncePerPeriod(months), nyckeltal.periodvärde);
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

/**
 * The outcome of a period; where nothing is said of what can be done once and for all, the row of an earlier period that
 * says that it was done.
 *
 * @param planned the period of the plan: a läge from before it is of other work, while a day says when it was done
 */
export function outcomeOf(
  målvärde: Målvärde | null,
  { index, nyckeltal, organ, period, planned }: OutcomeSought,
  enhet: string | null,
): Utfall | null {
  const found = findUtfall(index, nyckeltal, organ, period, enhet);
  if (målvärde === null || !staysDone(målvärde) || (found !== null && isStated(found))) {
    return found;
  }
  const last = lastKnown(index, nyckeltal, organ, period, enhet);
  const isDone =
    last?.värde.slag === 'datum' ||
    (last?.värde.slag === 'läge' && last.värde.läge === 'genomförd' && last.period.slut >= planned.start);
  return isDone ? last : found;
}

interface OutcomeSought {
  readonly index: UtfallIndex;
  readonly nyckeltal: Nyckeltal;
  readonly organ: string;
  readonly period: Period;
  readonly planned: Period;
}

function staysDone({ krav }: Målvärde): boolean {
  return krav.slag === 'senast' || (krav.slag === 'aktivitet' && krav.antal === null);
}

function latest(rows: readonly Utfall[]): Utfall | null {
  return rows.reduce<Utfall | null>((best, row) => (best === null || isBetter(row, best) ? row : best), null);
}

/** Later; of the same day, the last that can be used. */
function isBetter(row: Utfall, than: Utfall): boolean {
  return row.period.slut === than.period.slut
    ? !isUnusable(row) || isUnusable(than)
    : row.period.slut > than.period.slut;
}

/** A month that stands twice, and says the same, is one month. */
function oncePerPeriod(rows: readonly Utfall[]): readonly Utfall[] {
  const byPeriod = new Map<string, Utfall>();
  for (const row of rows) {
    const known = byPeriod.get(row.period.id);
    if (known === undefined || isBetter(row, known)) {
      byPeriod.set(row.period.id, row);
    }
  }
  return [...byPeriod.values()];
}

/** The mean or sum of several months, carried by the latest of their rows. */
function combine(months: readonly Utfall[], how: 'medel' | 'summa'): Utfall | null {
  const unusable = months.find(isUnusable);
  const last = unusable ?? latest(months);
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
    anmärkning: `${how === 'summa' ? 'Summa' : 'Medelvärde'} av ${values.length} ${values.length === 1 ? 'månad' : 'månader'}`,
  };
}
