import { choosePeriod, periodsWithUtfall } from '../evaluate/choose-period.ts';
import { isWithin, type Period, readPeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { UsageError } from './context.ts';

export interface PeriodOptions {
  readonly tertial?: string;
  readonly period?: string;
}

/** The period that the options ask for; the latest one with utfall where they ask for none. */
export function statedPeriod(plan: Plan, { tertial, period }: PeriodOptions): Period {
  if (tertial !== undefined && period !== undefined) {
    throw new UsageError('--tertial och --period kan inte anges samtidigt', 'Välj en av dem');
  }
  if (tertial !== undefined) {
    return within(plan, tertialOf(plan, tertial));
  }
  if (period !== undefined) {
    const read = readPeriod(period) ?? readPeriod(`${plan.id}-${period}`);
    if (read === null) {
      throw new UsageError(
        `”${period}” är ingen period`,
        'Skriv till exempel 2025-T1, 2025-03, 2025-K2, 2025-H1 eller 2025',
      );
    }
    return within(plan, read);
  }
  return choosePeriod(plan);
}

function tertialOf(plan: Plan, text: string): Period {
  const number = /^[tT]?([123])$/.exec(text.trim())?.[1];
  if (number === undefined) {
    throw new UsageError(`”${text}” är inget tertial`, 'Skriv --tertial 1, --tertial 2 eller --tertial 3');
  }
  const period = plan.period.slag === 'år' ? readPeriod(`${plan.period.id}-T${number}`) : null;
  if (period === null) {
    throw new UsageError(
      `planen gäller ${plan.period.id}, så tertialet säger inte vilket år`,
      `Skriv till exempel --period ${plan.period.start.slice(0, 4)}-T${number}`,
    );
  }
  return period;
}

function within(plan: Plan, period: Period): Period {
  if (!isWithin(period, plan.period)) {
    const known = periodsWithUtfall(plan).map((one) => one.id);
    throw new UsageError(
      `perioden ${period.id} ligger utanför planens period ${plan.period.id}`,
      known.length === 0 ? null : `Perioder med utfall: ${known.join(', ')}`,
    );
  }
  return period;
}
