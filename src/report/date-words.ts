import { formatPeriod, readPeriod } from '../model/period.ts';

const WEEKDAYS = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'] as const;
const DAY_MS = 86_400_000;

/** `tisdag 25 januari`, `3–4 maj`, `31 maj – 1 juni`; the weekdays of several days are those of the first and last. */
export function dayWords(datum: string, till: string | null): string {
  if (till === null || till <= datum) {
    return `${weekday(datum)} ${dayOf(datum)} ${monthOf(datum)}`;
  }
  return datum.slice(0, 7) === till.slice(0, 7)
    ? `${weekday(datum)}–${weekday(till)} ${dayOf(datum)}–${dayOf(till)} ${monthOf(till)}`
    : `${weekday(datum)} ${dayOf(datum)} ${monthOf(datum)} – ${weekday(till)} ${dayOf(till)} ${monthOf(till)}`;
}

/** `25 oktober 2022`. */
export function dateWords(datum: string): string {
  return `${dayOf(datum)} ${monthOf(datum)} ${datum.slice(0, 4)}`;
}

/** The day after an ISO day. */
export function dayAfter(datum: string): string {
  return new Date(Date.parse(`${datum}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function weekday(datum: string): string {
  return WEEKDAYS[new Date(`${datum}T00:00:00Z`).getUTCDay()] ?? '';
}

function dayOf(datum: string): string {
  return String(Number(datum.slice(8, 10)));
}

function monthOf(datum: string): string {
  const month = readPeriod(datum.slice(0, 7));
  return month === null ? '' : (formatPeriod(month).split(' ')[0] ?? '');
}
