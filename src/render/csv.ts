import Papa from 'papaparse';
import type { EvaluatedMål, EvaluatedPlan, EvaluatedRad } from '../evaluate/evaluated-plan.ts';
import { capital, inSentence } from '../model/level-words.ts';
import type { Målområde } from '../model/plan.ts';
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
export function renderStatusCsv({ målområden, evaluated }: StatusReport): string {
  const rows = målområden.flatMap(({ rader, mål, evaluated: { målområde } }) => [
    ...rader.map((rad) => rowOf(rad, evaluated)),
    ...mål.filter((one) => one.rader.length === 0).map((one) => rowOfBareMål(one, målområde, evaluated)),
  ]);
  return `\uFEFF${Papa.unparse([[...HEADER], ...rows], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

function rowOf(rad: EvaluatedRad, evaluated: EvaluatedPlan): readonly string[] {
  return [
    harmless(rad.målområde.namn),
    rad.nyckeltal.id,
    harmless(rad.nyckeltal.namn),
    rad.organ,
    evaluated.period.id,
    harmless(plain(formatUtfall(rad.utfall, rad.nyckeltal))),
    harmless(plain(formatMålvärde(rad))),
    rad.visadProcent?.replace('.', ',') ?? '',
    statusWord(rad.status, rad.nivå),
    statusWord(rad.beräknad, rad.beräknadNivå),
    rad.bedömd === null ? '' : statusWord(rad.bedömd.klass, rad.bedömd.nivå),
    harmless(plain(explainRad(rad, evaluated, true))),
  ];
}

/** A mål that nothing measures has a row too, so that nobody has to look for it elsewhere. */
function rowOfBareMål(
  { mål, sammanvägning: { status, nivå, bedömd } }: EvaluatedMål,
  målområde: Målområde,
  { plan, period }: EvaluatedPlan,
): readonly string[] {
  const { nivåer } = plan;
  return [
    harmless(målområde.namn),
    mål.id,
    harmless(mål.namn),
    mål.organ.join(', '),
    period.id,
    '',
    '',
    '',
    statusWord(status ?? 'målvärde_saknas', nivå),
    statusWord('målvärde_saknas', null),
    bedömd === null ? '' : statusWord(bedömd.klass, bedömd.nivå),
    harmless(plain(`${capital(nivåer.mål)} utan ${inSentence(nivåer.nyckeltal)} och målvärde.`)),
  ];
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
