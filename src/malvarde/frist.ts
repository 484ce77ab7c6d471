import { isDate } from '../model/period.ts';
import { acceptAny, atEnd, type Cursor, fail, looksAt, peek, phrases, textBetween } from './cursor.ts';

const FRIST_WORDS = phrases(
  'senast den',
  'senast år',
  'senast under',
  'senast',
  'till och med år',
  'till och med',
  't.o.m.',
  'till år',
  'till utgången av',
  'vid utgången av',
);

/** `senast 2025-06-30`, `senast 2030`, `till 2030`: the day or the year; null where no deadline stands here. */
export function parseFrist(cursor: Cursor): string | null {
  const start = cursor.at;
  const words =
    acceptAny(cursor, FRIST_WORDS) ?? (looksAt(cursor, 'till') && peekYear(cursor, 1) !== null ? 'till' : null);
  if (words === null) {
    return null;
  }
  if (words === 'till') {
    cursor.at++;
  }
  const frist = parseDay(cursor);
  if (frist !== null || cursor.fel !== null) {
    return frist;
  }
  if (words.startsWith('senast')) {
    return fail(
      cursor,
      atEnd(cursor)
        ? 'efter ”senast” saknas en dag eller ett år'
        : `”${peek(cursor)?.text ?? ''}” är ingen dag och inget år`,
      'Skriv senast 2025-06-30 eller senast 2030',
    );
  }
  cursor.at = start;
  return null;
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
];

/** An ISO day, `30 juni 2025`, or a year. */
function parseDay(cursor: Cursor): string | null {
  const token = peek(cursor);
  if (token?.slag === 'datum') {
    if (!isDate(token.text)) {
      return fail(cursor, `dagen ${token.text} finns inte`, 'Skriv en dag som finns, till exempel 2025-06-30');
    }
    cursor.at++;
    return token.text;
  }
  const month = MONTHS.indexOf(peek(cursor, 1)?.norm ?? '') + 1;
  const year = peekYear(cursor, 2);
  if (token?.slag === 'tal' && month > 0 && year !== null) {
    const day = `${year}-${String(month).padStart(2, '0')}-${token.text.padStart(2, '0')}`;
    if (!isDate(day)) {
      return fail(
        cursor,
        `dagen ”${textBetween(cursor, cursor.at, cursor.at + 3)}” finns inte`,
        'Skriv en dag som finns, till exempel 2025-06-30',
        cursor.at,
        cursor.at + 3,
      );
    }
    cursor.at += 3;
    return day;
  }
  const alone = peekYear(cursor);
  if (alone !== null) {
    cursor.at++;
    return String(alone);
  }
  return null;
}

export function peekYear(cursor: Cursor, ahead = 0): number | null {
  const token = peek(cursor, ahead);
  return token?.slag === 'tal' && /^\d{4}$/.test(token.text) ? Number(token.text) : null;
}
