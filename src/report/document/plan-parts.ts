import { capital } from '../../model/level-words.ts';
import { formatPeriod } from '../../model/period.ts';
import type { Beslut, Mål, Målområde, Nyckeltal, Strategi } from '../../model/plan.ts';
import { MÄTS_WORDS, målområdeName } from '../phrases.ts';
import { heading, type PartContext, table } from './context.ts';
import type { Block, Row } from './document.ts';
import { commentBlocks, ledBy, paragraphOf } from './markdown.ts';
import { organName } from './parts.ts';
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
      ...strategiWords(strategi),
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
    ...(one.övergripandeMål === null ? [] : [paragraphOf(one.övergripandeMål, { emphasis: true })]),
    ...commentBlocks(one.text ?? ''),
    ...one.mål.flatMap((mål) => målBlocks(context, mål, below + 1)),
    ...targets(context, `${capital(plan.nivåer.nyckeltal)}: ${name}`, alone),
    ...targets(context, `Indikatorer: ${name}`, one.indikatorer),
    ...(one.uppdrag.length === 0
      ? []
      : [
          table(
            context,
            `Uppdrag: ${name}`,
            [column('Uppdrag', 60), column('Ansvar', 25), column('Senast', 15)],
            one.uppdrag.map((uppdrag) =>
              row(
                uppdrag.namn,
                uppdrag.organ.map((organ) => organName(context, organ)).join(', '),
                uppdrag.senast ?? '',
              ),
            ),
          ),
        ]),
  ];
}

function målBlocks(context: PartContext, mål: Mål, below: number): readonly Block[] {
  const { plan } = context.evaluated;
  const missing = mål.nyckeltal.length === 0 ? `Har varken ${plan.nivåer.nyckeltal} eller målvärde.` : null;
  return [
    heading(context, below, [mål.beteckning, mål.namn].filter((word) => word !== null).join(' ')),
    ...commentBlocks(mål.beskrivning ?? ''),
    ...targets(context, `${capital(plan.nivåer.nyckeltal)}: ${mål.namn}`, mål.nyckeltal),
    ...(missing === null ? [] : [paragraphOf(missing, { emphasis: true })]),
    ...(mål.aktiviteter.length === 0
      ? []
      : [
          ...ledBy('Aktiviteter:', []),
          {
            kind: 'list',
            ordered: false,
            items: mål.aktiviteter.map(({ namn, start, slut }) => [
              paragraphOf(
                [namn, [start, slut].filter((day) => day !== null).join(' – ')]
                  .filter((word) => word !== '')
                  .join(', '),
              ),
            ]),
          } as const,
        ]),
  ];
}

function targets(context: PartContext, caption: string, nyckeltal: readonly Nyckeltal[]): readonly Block[] {
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
  const rows = nyckeltal.flatMap((one) =>
    one.organ.map((organ): Row => {
      const start =
        one.startvärde === null
          ? ''
          : `${one.startvärde.text}${one.startvärde.period === null ? '' : ` (${formatPeriod(one.startvärde.period)})`}`;
      return row(
        one.namn,
        organName(context, organ),
        start,
        one.målvärdePerOrgan.get(organ)?.text ?? '',
        MÄTS_WORDS[one.mäts],
      );
    }),
  );
  return [table(context, caption, columns, rows)];
}

function row(name: string, ...texts: readonly string[]): Row {
  return {
    cells: [textCell(name, { header: true }), ...texts.map((text) => textCell(text))],
    organ: null,
    status: null,
    total: false,
  };
}
