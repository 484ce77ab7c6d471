import { FOLLOW_UP_PARTS, isFollowedUp, type PartState } from '../../evaluate/follow-up.ts';
import { capital } from '../../model/level-words.ts';
import { formatPeriod } from '../../model/period.ts';
import { nivåOfKlass } from '../../model/skala.ts';
import { isKlass } from '../../model/status.ts';
import { formatMålvärde, formatPercent, formatUtfall } from '../format-value.ts';
import { fördelningWords, radStatusWord, statusWord } from '../phrases.ts';
import { nameOf, type PartContext, radName, table } from './context.ts';
import type { Block, Cell, Column, Row } from './document.ts';
import { areasOf, type FollowedUp, followedUpIn, statesOf } from './follow-up-items.ts';
import { nothingYet } from './follow-up-row.ts';
import { PART_WORDS, TREND_NAMES } from './follow-up-words.ts';
import { paragraphOf } from './markdown.ts';
import { column, countCell, figureCell, statusCell, textCell } from './rows.ts';

/** `::uppfoljningsbrister`: how many mål lack what of their follow-up, and when each part counts as given. */
export function missingPart(context: PartContext): readonly Block[] {
  const states = areasOf(context)
    .flatMap(followedUpIn)
    .map((one) => statesOf(one, context));
  if (states.length === 0) {
    return [];
  }
  const count = (part: (typeof FOLLOW_UP_PARTS)[number], state: PartState) =>
    states.filter((one) => one[part] === state).length;
  const whole = states.filter((one) => FOLLOW_UP_PARTS.every((part) => one[part] !== 'saknas')).length;
  const rows = FOLLOW_UP_PARTS.map(
    (part): Row => ({
      cells: [
        textCell(PART_WORDS[part].namn, { header: true }),
        ...(['redovisas', 'saknas', 'ej aktuell'] as const).map((state) => countCell(count(part, state))),
        textCell(PART_WORDS[part].rule),
      ],
      organ: null,
      status: null,
      total: false,
    }),
  );
  const columns: readonly Column[] = [
    column('Del av uppföljningen', 18),
    column('Redovisas', 10, { align: 'right' }),
    column('Saknas', 9, { align: 'right' }),
    column('Ej aktuell', 9, { align: 'right' }),
    column('Vad som krävs', 54),
  ];
  return [
    paragraphOf(
      `${whole === 0 ? 'Inget' : capital(String(whole))} av ${states.length} mål har alla delar som är aktuella, räknat per ` +
        'nyckeltal och organ.',
    ),
    table(context, 'Vad uppföljningen av målen innehåller', columns, rows),
  ];
}

interface OverviewColumn {
  readonly column: Column;
  readonly cell: (one: FollowedUp, context: PartContext) => Cell;
  /** Left out where no row has anything in it. */
  readonly mayBeLeftOut: boolean;
}

const EMPTY: Cell = textCell('');

/** `::uppfoljningsoversikt`: every mål in one table, with where it stands, where it goes and whether measures are given. */
export function overviewPart(context: PartContext): readonly Block[] {
  const followed = areasOf(context).flatMap(followedUpIn);
  if (followed.length === 0) {
    return [];
  }
  const { plan, period } = context.evaluated;
  const drawn = OVERVIEW.map((one) => ({ ...one, cells: followed.map((each) => one.cell(each, context)) })).filter(
    ({ mayBeLeftOut, cells }) => !mayBeLeftOut || cells.some((cell) => cell !== EMPTY),
  );
  const rows = followed.map(
    (one, index): Row => ({
      cells: drawn.map(({ cells }) => cells[index] ?? EMPTY),
      organ: one.slag === 'rad' ? one.rad.organ : null,
      status: one.slag === 'rad' ? one.rad.status : one.mål.sammanvägning.status,
      total: false,
    }),
  );
  const columns = drawn.map(({ column: own }, index) =>
    index === 0 ? { ...own, header: capital(plan.nivåer.mål) } : own,
  );
  const caption = `Alla mål, ${formatPeriod(period)}`;
  return [
    ...nothingYet(context, 'Här står vilka mål som ska följas upp.'),
    ...countWords(context, followed),
    table(context, caption, columns, rows),
  ];
}

/** `46 mål följs upp, räknat per nyckeltal och organ: 18 uppfyllt, 11 delvis uppfyllt, 17 ej uppfyllt.` */
function countWords({ evaluated }: PartContext, followed: readonly FollowedUp[]): readonly Block[] {
  const { skala } = evaluated.plan.bedömningsregler;
  const reached = followed.map((one) => {
    const { status, nivå } = one.slag === 'rad' ? one.rad : one.mål.sammanvägning;
    return status !== null && isKlass(status) ? (nivå ?? nivåOfKlass(skala, status)) : null;
  });
  const counted = skala.map((nivå) => ({ nivå, antal: reached.filter((one) => one === nivå).length }));
  const without = reached.filter((one) => one === null).length;
  const words = [
    ...(without === followed.length ? [] : [fördelningWords(counted.filter(({ antal }) => antal > 0))]),
    ...(without === 0 ? [] : [without === followed.length ? 'inget har en status' : `${without} utan status`]),
  ];
  return [paragraphOf(`${followed.length} mål följs upp, räknat per nyckeltal och organ: ${words.join(', ')}.`)];
}

const OVERVIEW: readonly OverviewColumn[] = [
  {
    column: column('Mål', 30),
    cell: (one, context) =>
      textCell(one.slag === 'rad' ? radName(context, one.rad) : nameOf(one.mål.mål), { header: true }),
    mayBeLeftOut: false,
  },
  {
    column: column('Utfall', 11, { align: 'right' }),
    cell: (one) => {
      if (one.slag === 'mål' || one.rad.utfall === null) {
        return EMPTY;
      }
      const { utfall, nyckeltal } = one.rad;
      const { kvantitet = null } = utfall.värde.slag === 'tal' ? utfall.värde : {};
      return figureCell(
        formatUtfall(utfall, nyckeltal),
        kvantitet === null ? null : { digits: kvantitet.siffror, unit: kvantitet.måttenhet },
      );
    },
    mayBeLeftOut: true,
  },
  {
    column: column('Målvärde', 12, { align: 'right' }),
    cell: (one) => (one.slag === 'mål' || one.rad.målvärde === null ? EMPTY : textCell(formatMålvärde(one.rad))),
    mayBeLeftOut: true,
  },
  {
    column: column('Målupp\u00ADfyllelse', 10, { align: 'right' }),
    cell: (one) =>
      one.slag === 'mål' || one.rad.visadProcent === null
        ? EMPTY
        : figureCell(formatPercent(one.rad.visadProcent), { digits: one.rad.visadProcent, unit: '%' }),
    mayBeLeftOut: true,
  },
  {
    column: column('Status', 14),
    cell: (one) => {
      if (one.slag === 'rad') {
        return statusCell(one.rad.status, radStatusWord(one.rad));
      }
      const { status, nivå, bedömd } = one.mål.sammanvägning;
      return statusCell(status, `${statusWord(status, nivå)}${bedömd === null ? '' : ' (bedömt)'}`);
    },
    mayBeLeftOut: false,
  },
  {
    column: column('Trend', 10),
    cell: (one, context) => {
      const trend = one.slag === 'mål' ? null : context.followUp(one.rad).trend;
      return trend === null ? EMPTY : textCell(TREND_NAMES[trend.slag]);
    },
    mayBeLeftOut: true,
  },
  {
    column: column('Prognos för helår', 13),
    cell: (one, context) => {
      const forecast = one.slag === 'mål' ? null : context.followUp(one.rad).forecast;
      if (forecast === null || one.slag === 'mål') {
        return statesOf(one, context).prognos === 'redovisas' ? textCell('I ord') : EMPTY;
      }
      const { utfall, assessment } = forecast;
      const value = textCell(formatUtfall(utfall, one.rad.nyckeltal));
      const { status, nivå } = assessment;
      return isKlass(status)
        ? { ...value, content: [...value.content, ...statusCell(status, statusWord(status, nivå)).content] }
        : value;
    },
    mayBeLeftOut: true,
  },
  {
    column: column('Åtgärder', 11),
    cell: (one, context) => {
      const state = statesOf(one, context).åtgärder;
      return state === 'ej aktuell' || !isFollowedUp(context.evaluated) ? EMPTY : textCell(capital(state));
    },
    mayBeLeftOut: true,
  },
];
