/** A stretch of time as plans and outcomes name it. `2025-T3` and `2025` are the same period and have the same `id`. */
export interface Period {
  /** Canonical text: `2025-T1`, `2025-03`, `2025-K2`, `2025-H1`, `2025`, `2020/21`, `2022-2024`, `2025-06-30`. */
  readonly id: string;
  readonly slag: PeriodSlag;
  /** First and last day, ISO. */
  readonly start: string;
  readonly slut: string;
}

export type PeriodSlag = 'flerår' | 'år' | 'läsår' | 'halvår' | 'tertial' | 'kvartal' | 'månad' | 'dag';

/** A tertial's figures run from the turn of the year: T1 to April, T2 to August, T3 is the whole year. */
const TERTIAL_END = ['04-30', '08-31', '12-31'] as const;

/** Reads a period; null where the text is none. */
export function readPeriod(text: string): Period | null {
  const trimmed = text.trim().toUpperCase();
  const found = /^(\d{4})(?:(-T|-K|-Q|-H|-|\/)(\d{1,4})(?:-(\d{2}))?)?$/.exec(trimmed);
  if (found === null) {
    return null;
  }
  const [, yearText = '', kind, number = '', day] = found;
  const year = Number(yearText);
  if (year < 1900 || year > 2199) {
    return null;
  }
  if (kind === undefined) {
    return yearPeriod(year);
  }
  if (day !== undefined) {
    return kind === '-' ? dayPeriod(trimmed) : null;
  }
  const n = Number(number);
  switch (kind) {
    case '-T':
      return number === '3' ? yearPeriod(year) : tertialPeriod(year, n, number);
    case '-K':
    case '-Q':
      return number.length === 1 && n >= 1 && n <= 4
        ? {
            id: `${year}-K${n}`,
            slag: 'kvartal',
            start: `${year}-${twoDigits(n * 3 - 2)}-01`,
            slut: monthEnd(year, n * 3),
          }
        : null;
    case '-H':
      return number.length === 1 && (n === 1 || n === 2)
        ? {
            id: `${year}-H${n}`,
            slag: 'halvår',
            start: `${year}-${n === 1 ? '01' : '07'}-01`,
            slut: monthEnd(year, n * 6),
          }
        : null;
    case '/':
      return number.length === 2 && n === (year + 1) % 100
        ? { id: `${year}/${number}`, slag: 'läsår', start: `${year}-07-01`, slut: `${year + 1}-06-30` }
        : null;
    default:
      return number.length === 4 ? severalYears(year, n) : monthPeriod(year, n, number);
  }
}

export function yearPeriod(year: number): Period {
  return { id: String(year), slag: 'år', start: `${year}-01-01`, slut: `${year}-12-31` };
}

/** The year in which the period ends. */
export function yearOf(period: Period): number {
  return Number(period.slut.slice(0, 4));
}

/** The year that people call a period by: a school year by its first, any other by its last. */
export function namedYear(period: Period): number {
  return period.slag === 'läsår' ? Number(period.start.slice(0, 4)) : yearOf(period);
}

/** Whether `inner` lies wholly in `outer`. */
export function isWithin(inner: Period, outer: Period): boolean {
  return inner.start >= outer.start && inner.slut <= outer.slut;
}

/**
 * The day from which something tells of the period itself. The figures of a tertial run from the turn of the year, but a
 * month of an earlier tertial is not its own.
 */
export function ownStart({ id, slag, start }: Period): string {
  const year = id.slice(0, 4);
  if (slag === 'år') {
    return `${year}-09-01`;
  }
  return slag === 'tertial' && id.endsWith('T2') ? `${year}-05-01` : start;
}

/** The tertial that a month or a day lies in; the year for its last. */
export function tertialAround({ slut }: Period): Period {
  const year = Number(slut.slice(0, 4));
  const tertial = Math.ceil(Number(slut.slice(5, 7)) / 4);
  return readPeriod(`${year}-T${tertial}`) ?? yearPeriod(year);
}

/** The same stretch in another year: 2025-T1 in 2024 is 2024-T1. */
export function sameInYear(period: Period, year: number): Period | null {
  const later = year - namedYear(period);
  // Every four-digit year of the id moves as far; the short one of 2020/21 with it.
  const id = period.id
    .replace(/^\d{4}|(?<=^\d{4}-)\d{4}$/g, (text) => String(Number(text) + later))
    .replace(/(?<=\/)\d{2}$/, (text) => String((Number(text) + later) % 100).padStart(2, '0'));
  return readPeriod(id);
}

/** As people say it: `T1 2025`, `mars 2025`, `2025`. */
export function formatPeriod(period: Period): string {
  const year = period.id.slice(0, 4);
  switch (period.slag) {
    case 'tertial':
    case 'kvartal':
    case 'halvår':
      return `${period.id.slice(5)} ${year}`;
    case 'månad':
      return `${MONTHS[Number(period.id.slice(5, 7)) - 1] ?? ''} ${year}`;
    case 'flerår':
      return period.id.replace('-', '–');
    case 'år':
    case 'läsår':
    case 'dag':
      return period.id;
  }
}

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;

function tertialPeriod(year: number, n: number, number: string): Period | null {
  const end = TERTIAL_END[n - 1];
  return number.length === 1 && end !== undefined
    ? { id: `${year}-T${n}`, slag: 'tertial', start: `${year}-01-01`, slut: `${year}-${end}` }
    : null;
}

function severalYears(from: number, to: number): Period | null {
  return to > from && to <= from + 20
    ? { id: `${from}-${to}`, slag: 'flerår', start: `${from}-01-01`, slut: `${to}-12-31` }
    : null;
}

function monthPeriod(year: number, month: number, number: string): Period | null {
  return number.length === 2 && month >= 1 && month <= 12
    ? { id: `${year}-${number}`, slag: 'månad', start: `${year}-${number}-01`, slut: monthEnd(year, month) }
    : null;
}

function dayPeriod(text: string): Period | null {
  return isDate(text) ? { id: text, slag: 'dag', start: text, slut: text } : null;
}

/** Whether an ISO text is a day that exists. */
export function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (found === null) {
    return false;
  }
  const month = Number(found[2]);
  const day = Number(found[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(found[1]), month);
}

function monthEnd(year: number, month: number): string {
  return `${year}-${twoDigits(month)}-${twoDigits(daysIn(year, month))}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
