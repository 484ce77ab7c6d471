import { type EvaluatedGehDel, evaluateGeh, type GehMål, isFinansiellt } from '../../evaluate/evaluate-geh.ts';
import type { GehDel } from '../../model/plan.ts';
import { isKlass, KLASSER, type Status } from '../../model/status.ts';
import { målområdeName, radStatusWord, statusWord } from '../phrases.ts';
import { type PartContext, table } from './context.ts';
import type { Block, Cell, Column, Row } from './document.ts';
import { commentBlocks, paragraphOf } from './markdown.ts';
import { nivåOf, organName } from './parts.ts';
import { blockCell, column, commentOf, countCell, NOTHING, statusCell, textCell } from './rows.ts';

const DEL_WORDS: Readonly<Record<GehDel, string>> = {
  finansiella: 'Finansiella mål',
  verksamhet: 'Mål för verksamheten',
  samlad: 'Samlad bedömning',
};

/**
 * `::god-ekonomisk-hushallning`: the goals that the plan marks, how many have each status, and beside that what people
 * have judged and why. Nothing is judged by the program.
 */
export function gehPart(context: PartContext): readonly Block[] {
  const delar = evaluateGeh(context.evaluated);
  const goals = delar.find(({ del }) => del === 'samlad')?.mål ?? [];
  if (goals.length === 0 && delar.every(({ uppföljning }) => uppföljning === null)) {
    return [];
  }
  return [
    paragraphOf(
      'Fördelningen räknas ur de mål som planen anger för god ekonomisk hushållning. Bedömningen görs av människor.',
    ),
    judgements(context, delar),
    ...(goals.length === 0
      ? []
      : [
          table(context, 'Mål för god ekonomisk hushållning', GOAL_COLUMNS, [
            ...goals.filter(isFinansiellt).map((goal) => goalRow(context, goal, 'Finansiellt')),
            ...goals.filter((goal) => !isFinansiellt(goal)).map((goal) => goalRow(context, goal, 'Verksamhet')),
          ]),
        ]),
  ];
}

function judgements(context: PartContext, delar: readonly EvaluatedGehDel[]): Block {
  const statuses: readonly (Status | null)[] = [...KLASSER, null];
  const columns: readonly Column[] = [
    column('Del', 21),
    column('Antal mål', 7, { align: 'right' }),
    ...statuses.map((status) =>
      column(status === null ? 'Utan status' : statusWord(status, nivåOf(context, status)), 9, {
        group: 'Fördelning',
        align: 'right',
      }),
    ),
    column('Bedömning', 15),
    column('Motivering och kommentar', 23),
  ];
  const rows = delar.map((one): Row => {
    const { bedömd, status, nivå } = one.sammanvägning;
    return {
      cells: [
        textCell(DEL_WORDS[one.del], { header: true }),
        countCell(one.mål.length),
        ...statuses.map((klass) => countCell(one.mål.filter((goal) => klassOf(goal) === klass).length)),
        statusCell(status, bedömd === null ? 'Bedömning saknas' : statusWord(status, nivå)),
        reasons(one),
      ],
      organ: null,
      status,
      total: false,
    };
  });
  return table(context, 'Bedömning av god ekonomisk hushållning', columns, rows);
}

function klassOf({ weighed: { status } }: GehMål): Status | null {
  return status !== null && isKlass(status) ? status : null;
}

function reasons({ sammanvägning: { bedömd }, uppföljning }: EvaluatedGehDel): Cell {
  return blockCell([...commentBlocks(bedömd?.motivering ?? ''), ...commentOf(uppföljning)]);
}

const GOAL_COLUMNS: readonly Column[] = [column('Mål', 56), column('Slag', 16), column('Status', 28)];

function goalRow(context: PartContext, goal: GehMål, kind: string): Row {
  return {
    cells: [nameCell(context, goal), textCell(kind), statusCell(goal.weighed.status, wordOf(goal))],
    organ: goal.slag === 'rad' ? goal.rad.organ : null,
    status: goal.weighed.status,
    total: false,
  };
}

function nameCell(context: PartContext, goal: GehMål): Cell {
  const { plan } = context.evaluated;
  switch (goal.slag) {
    case 'målområde': {
      const { övergripandeMål } = goal.målområde;
      const name = textCell(målområdeName(goal.målområde, plan.nivåer), { header: true });
      return övergripandeMål === null
        ? name
        : { ...name, content: [...name.content, { ...paragraphOf(övergripandeMål), note: true }] };
    }
    case 'mål':
      return textCell(goal.mål.namn || NOTHING, { header: true });
    case 'rad': {
      const { nyckeltal, organ } = goal.rad;
      const whose = organ === plan.organ ? '' : ` (${organName(context, organ)})`;
      return textCell(`${nyckeltal.namn}${whose}`, { header: true });
    }
  }
}

function wordOf(goal: GehMål): string {
  if (goal.slag === 'rad') {
    return radStatusWord(goal.rad);
  }
  const { status, nivå, bedömd } = goal.weighed;
  return `${statusWord(status, nivå)}${bedömd === null ? '' : ' (bedömt)'}`;
}
