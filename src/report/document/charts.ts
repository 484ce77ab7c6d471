import type { EvaluatedRad } from '../../evaluate/evaluated-plan.ts';
import { KLASSER, type Status } from '../../model/status.ts';
import { bulletOf } from '../bullet.ts';
import { målområdeName, radStatusWord, statusWord } from '../phrases.ts';
import { chapterOrgan, organInChapter, type PartContext, table } from './context.ts';
import type { Block, DistributionChart, Row } from './document.ts';
import { chosenRader, organName, rowNames } from './parts.ts';
import { column, countCell, figureCell, statusCell, textCell } from './rows.ts';
import { seriesPart } from './series-chart.ts';

/** `::diagram{typ=fordelning per=malomrade}`, `::diagram{typ=utfall sort=finansiellt}`, `::diagram{typ=serie}`. */
export function chartPart(context: PartContext): readonly Block[] {
  switch (context.attributes.get('typ')) {
    case 'utfall':
      return bulletPart(context);
    case 'serie':
      return seriesPart(context);
    default:
      return distributionPart(context);
  }
}

const STATUSES: readonly (Status | null)[] = [...KLASSER, null];

/** How the statuses of the nyckeltal are distributed, målområde by målområde or organ by organ. */
function distributionPart(context: PartContext): readonly Block[] {
  const { evaluated, attributes } = context;
  const rader = evaluated.målområden.flatMap((one) => one.rader);
  const byOrgan = attributes.get('per') === 'organ';
  const groups = byOrgan
    ? chapterOrgan(evaluated).map(({ id }) => ({
        name: organName(context, id),
        rader: rader.filter((rad) => organInChapter(evaluated, id).includes(rad.organ)),
      }))
    : evaluated.målområden.map((one) => ({
        name: målområdeName(one.målområde, evaluated.plan.nivåer),
        rader: one.rader,
      }));
  const words = STATUSES.map((status) => wordOf(context, status));
  const bars: DistributionChart['bars'] = groups
    .filter((group) => group.rader.length > 0)
    .map((group) => ({
      name: group.name,
      parts: STATUSES.map((status, index) => ({
        status,
        word: words[index] ?? '',
        count: group.rader.filter((rad) => klassOf(rad) === status).length,
      })),
    }));
  if (bars.length === 0) {
    return [];
  }
  const what = byOrgan ? 'organ' : evaluated.plan.nivåer.målområde;
  const caption = `Nyckeltalens status per ${what}`;
  const rows = bars.map(
    ({ name, parts }): Row => ({
      cells: [textCell(name, { header: true }), ...parts.map(({ count }) => countCell(count))],
      organ: null,
      status: null,
      total: false,
    }),
  );
  const columns = [
    column(what.charAt(0).toUpperCase() + what.slice(1), 40),
    ...words.map((word) => column(word, 15, { align: 'right' })),
  ];
  const told = bars.map(
    ({ name, parts }) =>
      `${name}: ${parts
        .filter(({ count }) => count > 0)
        .map(({ count, word }) => `${count} ${word.toLowerCase()}`)
        .join(', ')}`,
  );
  return [
    {
      kind: 'chart',
      chart: 'distribution',
      id: context.unique(caption),
      caption,
      alt: `Stapeldiagram. ${told.join('. ')}.`,
      data: table(context, caption, columns, rows),
      bars,
    },
  ];
}

function klassOf({ status }: EvaluatedRad): Status | null {
  return (KLASSER as readonly Status[]).includes(status) ? status : null;
}

function wordOf({ evaluated: { plan } }: PartContext, status: Status | null): string {
  const nivå = plan.bedömningsregler.skala.find(({ klass }) => klass === status) ?? null;
  return status === null ? 'Utan status' : statusWord(status, nivå);
}

/** Outcome against målvärde, for the rows whose målvärde is a limit in the outcome's unit. */
function bulletPart(context: PartContext): readonly Block[] {
  const chosen = chosenRader(context);
  const nameOf = rowNames(context, chosen);
  const measured = chosen.flatMap((rad) => {
    const bar = bulletOf(rad);
    return bar === null ? [] : [{ rad, bar: { ...bar, name: nameOf(rad) } }];
  });
  if (measured.length === 0) {
    return [];
  }
  const caption = context.attributes.get('rubrik') ?? 'Utfall mot målvärde';
  const rows = measured.map(
    ({ rad, bar }): Row => ({
      cells: [
        textCell(bar.name, { header: true }),
        figureCell(bar.outcomeText, {
          digits: rad.utfall?.värde.slag === 'tal' ? rad.utfall.värde.kvantitet.siffror : '0',
          unit: rad.utfall?.värde.slag === 'tal' ? rad.utfall.värde.kvantitet.måttenhet : null,
        }),
        textCell(bar.targetText),
        statusCell(rad.status, radStatusWord(rad)),
      ],
      organ: rad.organ,
      status: rad.status,
      total: false,
    }),
  );
  return [
    {
      kind: 'chart',
      chart: 'bullet',
      id: context.unique(caption),
      caption,
      alt: `Stapeldiagram. ${measured.map(({ rad, bar }) => `${bar.name}: utfall ${bar.outcomeText}, målvärde ${bar.targetText}, ${radStatusWord(rad).toLowerCase()}`).join('. ')}.`,
      data: table(
        context,
        caption,
        [
          column('Nyckeltal', 40),
          column('Utfall', 18, { align: 'right' }),
          column('Målvärde', 20, { align: 'right' }),
          column('Status', 22),
        ],
        rows,
      ),
      bars: measured.map(({ bar }) => bar),
    },
  ];
}
