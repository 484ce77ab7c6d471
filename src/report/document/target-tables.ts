import type { Slag } from '../../diff/plan-diff.ts';
import { capital } from '../../model/level-words.ts';
import { målvärdeOf } from '../../model/organ-malvarde.ts';
import { formatPeriod } from '../../model/period.ts';
import type { Mål, Nyckeltal } from '../../model/plan.ts';
import { MÄTS_WORDS } from '../phrases.ts';
import { type PartContext, table } from './context.ts';
import type { Block, Cell, Column, Paragraph, Row } from './document.ts';
import { commentBlocks } from './markdown.ts';
import { organName } from './parts.ts';
import { isNewFor, markOf, markOfRad, withEarlier } from './revision.ts';
import { blockCell, column, textCell } from './rows.ts';

/** Fields of a nyckeltal whose earlier values stand in the cells of its row. */
export const IN_CELLS = ['startvärde', 'mäts'];

/** What is measured and to be reached, a row for each nyckeltal and organ. */
export function targets(
  context: PartContext,
  caption: string,
  nyckeltal: readonly Nyckeltal[],
  slag: Slag,
): readonly Block[] {
  const { plan } = context.evaluated;
  if (nyckeltal.length === 0) {
    return [];
  }
  const columns = [
    column(capital(plan.nivåer.nyckeltal), 40),
    column('Organ', 20),
    column('Startvärde', 13, { align: 'right' }),
    column('Målvärde', 14, { align: 'right' }),
    column('Mäts', 13),
  ];
  const rows = nyckeltal.flatMap((one) => one.organ.map((organ) => targetRow(context, one, organ, slag)));
  return [table(context, caption, columns, rows)];
}

/** Mål that are their own nyckeltal, with what they mean and what is to be reached. */
export function målTable(context: PartContext, name: string, mål: readonly Mål[]): readonly Block[] {
  const { plan } = context.evaluated;
  const nyckeltal = mål.flatMap((one) => one.nyckeltal);
  const shown: Shown = {
    words: mål.some(({ beskrivning }) => beskrivning !== null),
    organ: nyckeltal.some(({ organ }) => organ.length !== 1 || organ[0] !== plan.organ),
    start: nyckeltal.some(({ startvärde }) => startvärde !== null),
  };
  const columns: readonly Column[] = [
    column(capital(plan.nivåer.mål), 34),
    ...(shown.words ? [column('Beskrivning', 34)] : []),
    ...(shown.organ ? [column('Organ', 16)] : []),
    ...(shown.start ? [column('Startvärde', 12, { align: 'right' })] : []),
    column('Målvärde', 16, { align: 'right' }),
    column('Mäts', 12),
  ];
  const rows = mål.flatMap((one) =>
    one.nyckeltal.flatMap((own) =>
      own.organ.map((organ, index) => målRow(context, one, own, organ, index === 0, shown)),
    ),
  );
  return [table(context, `${capital(plan.nivåer.mål)}: ${name}`, columns, rows)];
}

/** Columns that a table of mål has only where one of them needs it. */
interface Shown {
  readonly words: boolean;
  readonly organ: boolean;
  readonly start: boolean;
}

function målRow(
  context: PartContext,
  { id, beteckning, namn, beskrivning }: Mål,
  own: Nyckeltal,
  organ: string,
  isFirst: boolean,
  shown: Shown,
): Row {
  const { revision } = context;
  const label = [beteckning, namn].filter((word) => word !== null).join(' ');
  const marks = [
    ...(isFirst ? markOf(revision, 'mål', id, IN_CELLS) : []),
    ...(isNewFor(revision?.find('mål', id), organ) ? markOfRad(revision, 'mål', id, organ, IN_CELLS) : []),
  ];
  const [, ...cells] = targetRow(context, own, organ, 'mål').cells;
  const [organCell, startCell, ...others] = cells;
  return row(
    namedCell(label, marks),
    ...(shown.words ? [blockCell(commentBlocks(beskrivning ?? ''))] : []),
    ...(shown.organ && organCell !== undefined ? [organCell] : []),
    ...(shown.start && startCell !== undefined ? [startCell] : []),
    ...others,
  );
}

function targetRow(context: PartContext, one: Nyckeltal, organ: string, slag: Slag): Row {
  const { revision } = context;
  const { startvärde: start, id } = one;
  const startWords =
    start === null ? '' : `${start.text}${start.period === null ? '' : ` (${formatPeriod(start.period)})`}`;
  // A mål that is its own nyckeltal is marked below its heading.
  const marks =
    slag !== 'mål' || isNewFor(revision?.find(slag, id), organ) ? markOfRad(revision, slag, id, organ, IN_CELLS) : [];
  return row(
    namedCell(one.namn, marks),
    textCell(organName(context, organ)),
    withEarlier(textCell(startWords), revision, slag, id, 'startvärde'),
    withEarlier(textCell(målvärdeOf(one, organ)?.text ?? ''), revision, slag, id, 'målvärde', organ),
    withEarlier(textCell(MÄTS_WORDS[one.mäts]), revision, slag, id, 'mäts'),
  );
}

export function namedCell(name: string, marks: readonly Paragraph[]): Cell {
  const cell = textCell(name, { header: true });
  return { ...cell, content: [...cell.content, ...marks] };
}

export function row(...cells: readonly Cell[]): Row {
  return { cells, organ: null, status: null, total: false };
}
