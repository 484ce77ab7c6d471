import { createHash } from 'node:crypto';
import type { Plan } from '../model/plan.ts';
import { dayAfter } from '../report/date-words.ts';
import { type KalenderReport, type KalenderSammanträde, punktWords } from '../report/kalender-report.ts';
import { reflow } from '../report/reflow.ts';

/** Octets of a line, its line break not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/**
 * The meetings as an iCalendar file (RFC 5545): all-day events without a time zone, the same text for the same plan.
 * A calendar must hold something; without meetings the text is empty.
 */
export function renderIcs(report: KalenderReport): string {
  const { plan, sammanträden } = report;
  if (sammanträden.length === 0) {
    return '';
  }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//vp//vp kalender//SV',
    'CALSCALE:GREGORIAN',
    property('X-WR-CALNAME', plan.titel),
    ...sammanträden.flatMap((one) => eventLines(one, plan)),
    'END:VCALENDAR',
  ];
  return lines.flatMap(fold).join('\r\n').concat('\r\n');
}

function eventLines(one: KalenderSammanträde, plan: Plan): readonly string[] {
  const { sammanträde, slut, titel } = one;
  const first = compact(sammanträde.datum);
  const description = descriptionOf(one);
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(one, plan)}`,
    // The time at which the file is made would differ from run to run.
    `DTSTAMP:${first}T000000Z`,
    `DTSTART;VALUE=DATE:${first}`,
    // The first day that is no longer part of the event.
    `DTEND;VALUE=DATE:${compact(dayAfter(slut))}`,
    property('SUMMARY', titel),
    ...(description === '' ? [] : [property('DESCRIPTION', description)]),
    'END:VEVENT',
  ];
}

/** A meeting is the same as long as plan, day, organ and number of the day are, whatever it is called or takes up. */
function uidOf({ sammanträde: { datum, organ }, nummer }: KalenderSammanträde, plan: Plan): string {
  const hash = createHash('sha256').update([plan.organisation.namn, plan.id, datum, organ, nummer].join('\n'));
  return `${compact(datum)}-${nummer}-${hash.digest('hex').slice(0, 24)}@vp`;
}

function descriptionOf({ sammanträde, grupper }: KalenderSammanträde): string {
  const parts = [
    ...(sammanträde.anmärkning === null ? [] : [reflow(sammanträde.anmärkning)]),
    ...grupper.map(({ rubrik, punkter }) =>
      [...(rubrik === null ? [] : [`${rubrik}:`]), ...punkter.map((punkt) => `- ${punktWords(punkt)}`)].join('\n'),
    ),
  ];
  return parts.join('\n\n');
}

function compact(datum: string): string {
  return datum.replaceAll('-', '');
}

/** A text value: its own signs escaped, and no control characters but line breaks. */
function property(name: string, text: string): string {
  const value = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
  return `${name}:${value}`;
}

/** A line in pieces of at most 75 octets, those after the first set in by a space; no character or escape is cut in two. */
function fold(line: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const [character] of line.matchAll(/\\.|./gu)) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece];
}
