import type { EvaluatedIndikator, EvaluatedUppdrag } from '../../evaluate/evaluated-plan.ts';
import type { Aktivitet, Uppföljningspost } from '../../model/plan.ts';
import type { Status } from '../../model/status.ts';
import { formatMålvärde, formatPercent, formatUtfall } from '../format-value.ts';
import { radStatusWord, statusWord } from '../phrases.ts';
import type { Cell, Column, Figure, List, Paragraph, Row } from './document.ts';
import { commentBlocks, ledBy, paragraphOf } from './markdown.ts';

/** Stands where there is nothing to say: an empty cell leaves a listener in doubt. */
export const NOTHING = '–';

export function column(header: string, weight: number, style: Partial<Omit<Column, 'header' | 'weight'>> = {}): Column {
  return { header, weight, group: null, align: 'left', ...style };
}

export function textCell(text: string, style: { readonly header?: boolean } = {}): Cell {
  return { content: [paragraphOf(text === '' ? NOTHING : text)], header: style.header ?? false, number: null };
}

export function blockCell(blocks: readonly (Paragraph | List)[]): Cell {
  return { content: blocks.length === 0 ? [paragraphOf(NOTHING)] : blocks, header: false, number: null };
}

export function figureCell(text: string, figure: Figure | null): Cell {
  return { ...textCell(text), number: figure };
}

export function countCell(count: number): Cell {
  return figureCell(String(count), { digits: String(count), unit: null });
}

export function statusCell(status: Status | null, word: string): Cell {
  return { content: [{ kind: 'paragraph', content: [{ kind: 'status', status, word }] }], header: false, number: null };
}

export const NYCKELTAL_COLUMNS: readonly Column[] = [
  column('Nyckeltal', 26),
  column('Utfall', 10, { align: 'right' }),
  column('Målvärde', 11, { align: 'right' }),
  column('Målupp\u00ADfyllelse', 9, { align: 'right' }),
  column('Status', 13),
  column('Kommentar', 31),
];

/** A nyckeltal of an organ: its figures, its status and what the organ says of it. */
export function nyckeltalRow(rad: EvaluatedIndikator, name: string, comment: boolean): Row {
  const { nyckeltal, organ, utfall, visadProcent, status } = rad;
  const { måttenhet = null, siffror = null } = utfall?.värde.slag === 'tal' ? utfall.värde.kvantitet : {};
  return {
    cells: [
      textCell(name, { header: true }),
      figureCell(formatUtfall(utfall, nyckeltal), siffror === null ? null : { digits: siffror, unit: måttenhet }),
      textCell(formatMålvärde(rad)),
      figureCell(formatPercent(visadProcent), visadProcent === null ? null : { digits: visadProcent, unit: '%' }),
      statusCell(status, radStatusWord(rad)),
      ...(comment ? [blockCell(commentOfRad(rad))] : []),
    ],
    organ,
    status,
    total: false,
  };
}

function commentOfRad(rad: EvaluatedIndikator): readonly (Paragraph | List)[] {
  const { uppföljning, egetUtfall } = rad;
  return [
    ...commentOf(uppföljning),
    ...reasonOf(rad),
    ...remarkOf(rad, ''),
    ...(egetUtfall?.prognos ? [paragraphOf(`Prognos för året: ${egetUtfall.prognos.text}`)] : []),
  ];
}

/** Why a person judged as it did. */
export function reasonOf({ bedömd }: Pick<EvaluatedIndikator, 'bedömd'>): readonly (Paragraph | List)[] {
  const reason = bedömd?.motivering ?? null;
  return reason === null ? [] : ledBy('Bedömning:', commentBlocks(reason));
}

/** The remark of the file of outcomes, where neither the comment nor what else is said has its words. */
export function remarkOf({ uppföljning, utfall }: EvaluatedIndikator, said: string): readonly (Paragraph | List)[] {
  const written = utfall?.anmärkning ?? null;
  const known = oneLine(`${uppföljning?.kommentar ?? ''} ${said}`);
  return written === null || known.includes(oneLine(written).replace(/\.$/, ''))
    ? []
    : ledBy('Anmärkning till utfallet:', commentBlocks(written));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** All that a follow-up says in words of one thing, each part with its name. */
export function commentOf(post: Uppföljningspost | null): readonly (Paragraph | List)[] {
  if (post === null) {
    return [];
  }
  const part = (lead: string, text: string | null) => (text === null ? [] : ledBy(lead, commentBlocks(text)));
  return [
    ...commentBlocks(post.kommentar ?? ''),
    ...part('Åtgärder:', post.åtgärder),
    ...part('Prognos:', post.prognos),
    ...part('Not:', post.fotnot),
  ];
}

export const UPPDRAG_COLUMNS: readonly Column[] = [column('Uppdrag', 34), column('Läge', 13), column('Kommentar', 53)];

export function uppdragRow(one: EvaluatedUppdrag): Row {
  const reason = one.bedömd?.motivering ?? null;
  return {
    cells: [
      textCell(one.uppdrag.namn, { header: true }),
      lägeCell(one),
      blockCell([
        ...commentOf(one.uppföljning),
        ...(reason === null ? [] : ledBy('Bedömning:', commentBlocks(reason))),
      ]),
    ],
    organ: one.organ,
    status: one.status,
    total: false,
  };
}

/** The läge, and the judged status where there is one. */
export function lägeCell({ läge, status, nivå }: EvaluatedUppdrag): Cell {
  const word = läge === null ? null : läge.charAt(0).toUpperCase() + läge.slice(1);
  if (status === null) {
    return textCell(word ?? 'Läge saknas');
  }
  const mark = statusCell(status, statusWord(status, nivå));
  return word === null ? mark : { ...mark, content: [...mark.content, paragraphOf(word)] };
}

export const AKTIVITET_COLUMNS: readonly Column[] = [
  column('Aktivitet', 36),
  column('Tid', 18),
  column('Läge', 13),
  column('Kommentar', 33),
];

export function aktivitetRow(one: Aktivitet, organ: string, post: Uppföljningspost | null): Row {
  const time = [one.start, one.slut].filter((day) => day !== null).join(' – ');
  const läge = post?.läge ?? null;
  return {
    cells: [
      textCell(one.namn, { header: true }),
      textCell(time),
      textCell(läge === null ? 'Läge saknas' : läge.charAt(0).toUpperCase() + läge.slice(1)),
      blockCell(commentOf(post)),
    ],
    organ,
    status: null,
    total: false,
  };
}
