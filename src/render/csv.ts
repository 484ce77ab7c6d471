import Papa from 'papaparse';
import { explainRad } from '../report/explain-status.ts';
import { formatMålvärde, formatUtfall } from '../report/format-value.ts';
import { statusWord } from '../report/phrases.ts';
import type { StatusReport } from '../report/status-report.ts';
import { visible } from './visible.ts';

const HEADER = [
  'målområde',
  'id',
  'nyckeltal',
  'organ',
  'period',
  'utfall',
  'målvärde',
  'måluppfyllelse',
  'status',
  'beräknad',
  'bedömd',
  'förklaring',
] as const;

/** The rows for Excel: `;`, decimal comma and a byte order mark, without which Excel takes å for something else. */
export function renderStatusCsv({ rader, evaluated }: StatusReport): string {
  const rows = rader.map((rad) => [
    harmless(rad.målområde.namn),
    rad.nyckeltal.id,
    harmless(rad.nyckeltal.namn),
    rad.organ,
    evaluated.period.id,
    harmless(plain(formatUtfall(rad.utfall, rad.nyckeltal))),
    harmless(plain(formatMålvärde(rad))),
    rad.visadProcent?.replace('.', ',') ?? '',
    statusWord(rad.status, rad.nivå),
    statusWord(rad.beräknad, null),
    rad.bedömd === null ? '' : statusWord(rad.bedömd.klass, rad.bedömd.nivå),
    harmless(plain(explainRad(rad, evaluated.period, true))),
  ]);
  return `\uFEFF${Papa.unparse([[...HEADER], ...rows], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

/** Excel reads numbers with ordinary signs only. */
export function plain(text: string): string {
  return text.replaceAll('−', '-').replaceAll('\u00A0', ' ');
}

/** A text that a spreadsheet would run as a formula gets an apostrophe; a negative number is left as it is. */
export function harmless(raw: string): string {
  const text = raw.replace(/[^\t\r\n]+/g, visible);
  return /^[=@\t\r]|^[+-](?![\d ]*\d[\d ,.]*(?: ?%)?$)/u.test(raw) ? `'${text}` : text;
}
