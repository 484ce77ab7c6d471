import type { Slag } from '../../diff/plan-diff.ts';
import { capital } from '../../model/level-words.ts';
import { formatPeriod } from '../../model/period.ts';
import type { Aktivitet, Beslut, Mål, Målområde, Nyckeltal, Strategi, Uppdrag } from '../../model/plan.ts';
import { MÄTS_WORDS, målområdeName } from '../phrases.ts';
import { heading, type PartContext, table } from './context.ts';
import type { Block, Cell, Paragraph, Row } from './document.ts';
import { commentBlocks, ledBy, paragraphOf } from './markdown.ts';
import { organName } from './parts.ts';
import { isNewFor, markOf, markOfRad, withEarlier } from './revision.ts';
import { column, textCell } from './rows.ts';

/** `::beslut`: who decided the plan, and when. */
export function decisionsPart(context: PartContext): readonly Block[] {
  const { plan } = context.evaluated;
  const items = plan.beslut.map((one) => [paragraphOf(decisionWords(context, one))]);
  return [
    ...(plan.dnr === null ? [] : [paragraphOf(`Diarienummer: ${plan.dnr}`)]),
    ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
  ];
}

function decisionWords(context: PartContext, { organ, datum, paragraf, dnr, avser, handling }: Beslut): string {
  const who = organ === null ? 'Beslut' : organName(context, organ);
  return [who, datum, paragraf, dnr, avser, handling].filter((word) => word !== null && word !== '').join(', ');
}

/** `::plan`: the plan itself, strategi by strategi and målområde by målområde. */
export function planPart(context: PartContext): readonly Block[] {
  const { plan } = context.evaluated;
  const under = new Set(plan.strategier.flatMap(({ målområden }) => målområden));
  const byId = new Map(plan.målområden.map((one) => [one.id, one]));
  return [
    ...plan.strategier.flatMap((strategi) => [
      heading(context, 0, strategi.namn),
      ...markOf(context.revision, 'strategi', strategi.id),
      ...strategiWords(strategi),
      ...indikatorBlocks(context, strategi.namn, strategi.indikatorer),
      ...strategi.målområden.flatMap((id) => {
        const one = byId.get(id);
        return one === undefined ? [] : målområdeBlocks(context, one, 1);
      }),
    ]),
    ...plan.målområden.filter(({ id }) => !under.has(id)).flatMap((one) => målområdeBlocks(context, one, 0)),
  ];
}

function strategiWords({ text, prioriteringar }: Strategi): readonly Block[] {
  return [
    ...commentBlocks(text ?? ''),
    ...(prioriteringar.length === 0
      ? []
      : [{ kind: 'list', ordered: false, items: prioriteringar.map((one) => [paragraphOf(one)]) } as const]),
  ];
}

function målområdeBlocks(context: PartContext, one: Målområde, below: number): readonly Block[] {
  const { plan } = context.evaluated;
  const alone = one.nyckeltal.filter((nyckeltal) => !one.mål.some((mål) => mål.nyckeltal.includes(nyckeltal)));
  const name = målområdeName(one, plan.nivåer);
  return [
    heading(context, below, name),
    ...markOf(context.revision, 'målområde', one.id),
    ...(one.övergripandeMål === null ? [] : [paragraphOf(one.övergripandeMål, { emphasis: true })]),
    ...commentBlocks(one.text ?? ''),
    ...one.mål.flatMap((mål) => målBlocks(context, mål, below + 1)),
    ...targets(context, `${capital(plan.nivåer.nyckeltal)}: ${name}`, alone, 'nyckeltal'),
    ...indikatorBlocks(context, name, one.indikatorer),
    ...(one.uppdrag.length === 0
      ? []
      : [
          table(
            context,
            `Uppdrag: ${name}`,
            [column('Uppdrag', 60), column('Ansvar', 25), column('Senast', 15)],
            one.uppdrag.map((uppdrag) => uppdragRow(context, uppdrag)),
          ),
        ]),
    ...aktivitetBlocks(
      context,
      [one, ...one.uppdrag].flatMap(({ aktiviteter }) => aktiviteter),
    ),
  ];
}

function uppdragRow(context: PartContext, { id, namn, organ, senast }: Uppdrag): Row {
  const { revision } = context;
  const answers = organ.map((one) => organName(context, one)).join(', ');
  return row(
    namedCell(namn, markOf(revision, 'uppdrag', id, ['organ', 'senast'])),
    withEarlier(textCell(answers), revision, 'uppdrag', id, 'organ'),
    withEarlier(textCell(senast ?? ''), revision, 'uppdrag', id, 'senast'),
  );
}

function målBlocks(context: PartContext, mål: Mål, below: number): readonly Block[] {
  const { plan } = context.evaluated;
  const missing = mål.nyckeltal.length === 0 ? `Har varken ${plan.nivåer.nyckeltal} eller målvärde.` : null;
  return [
    heading(context, below, [mål.beteckning, mål.namn].filter((word) => word !== null).join(' ')),
    ...markOf(context.revision, 'mål', mål.id, mål.kortform ? IN_CELLS : []),
    ...commentBlocks(mål.beskrivning ?? ''),
    ...targets(
      context,
      `${capital(plan.nivåer.nyckeltal)}: ${mål.namn}`,
      mål.nyckeltal,
      mål.kortform ? 'mål' : 'nyckeltal',
    ),
    ...(missing === null ? [] : [paragraphOf(missing, { emphasis: true })]),
    ...aktivitetBlocks(context, mål.aktiviteter),
  ];
}

function aktivitetBlocks({ revision }: PartContext, aktiviteter: readonly Aktivitet[]): readonly Block[] {
  const items = aktiviteter.map(({ id, namn, start, slut }) => {
    const time = [start, slut].filter((day) => day !== null).join(' – ');
    return [paragraphOf([namn, time].filter((word) => word !== '').join(', ')), ...markOf(revision, 'aktivitet', id)];
  });
  return items.length === 0 ? [] : [...ledBy('Aktiviteter:', []), { kind: 'list', ordered: false, items }];
}

/** Indikatorer that are only followed are named; those with a value to reach or to start from are a table. */
function indikatorBlocks(context: PartContext, name: string, indikatorer: readonly Nyckeltal[]): readonly Block[] {
  if (indikatorer.some(({ målvärden, startvärde }) => målvärden.length > 0 || startvärde !== null)) {
    return targets(context, `Indikatorer: ${name}`, indikatorer, 'indikator');
  }
  const items = indikatorer.map(({ id, namn }) => [paragraphOf(namn), ...markOf(context.revision, 'indikator', id)]);
  return items.length === 0 ? [] : [...ledBy('Indikatorer:', []), { kind: 'list', ordered: false, items }];
}

/** Fields of a nyckeltal whose earlier values stand in the cells of its row. */
const IN_CELLS = ['startvärde', 'mäts'];

function targets(context: PartContext, caption: string, nyckeltal: readonly Nyckeltal[], slag: Slag): readonly Block[] {
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
    withEarlier(textCell(one.målvärdePerOrgan.get(organ)?.text ?? ''), revision, slag, id, 'målvärde', organ),
    withEarlier(textCell(MÄTS_WORDS[one.mäts]), revision, slag, id, 'mäts'),
  );
}

function namedCell(name: string, marks: readonly Paragraph[]): Cell {
  const cell = textCell(name, { header: true });
  return { ...cell, content: [...cell.content, ...marks] };
}

function row(...cells: readonly Cell[]): Row {
  return { cells, organ: null, status: null, total: false };
}
