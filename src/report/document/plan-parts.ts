import { capital } from '../../model/level-words.ts';
import type { Aktivitet, Beslut, Mål, Målområde, Nyckeltal, Strategi, Uppdrag } from '../../model/plan.ts';
import { målområdeName } from '../phrases.ts';
import { heading, type PartContext, table } from './context.ts';
import type { Block, Row } from './document.ts';
import { commentBlocks, ledBy, paragraphOf } from './markdown.ts';
import { organName } from './parts.ts';
import { markOf, withEarlier } from './revision.ts';
import { column, textCell } from './rows.ts';
import { IN_CELLS, målTable, namedCell, row, targets } from './target-tables.ts';

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
    ...runsOf(one.mål).flatMap((mål) =>
      mål.every(isBrief) ? målTable(context, name, mål) : mål.flatMap((each) => målBlocks(context, each, below + 1)),
    ),
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

/** A mål that is its own nyckeltal: its whole content has room in a row of a table. */
function isBrief({ kortform, aktiviteter }: Mål): boolean {
  return kortform && aktiviteter.length === 0;
}

/** The mål in their order, those that a table shows together. */
function runsOf(mål: readonly Mål[]): readonly (readonly Mål[])[] {
  const runs: Mål[][] = [];
  for (const one of mål) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && isBrief(last[0]) === isBrief(one)) {
      last.push(one);
    } else {
      runs.push([one]);
    }
  }
  return runs;
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
