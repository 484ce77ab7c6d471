import type { EvaluatedMålområde, EvaluatedRad, EvaluatedUppdrag } from '../../evaluate/evaluated-plan.ts';
import { capital } from '../../model/level-words.ts';
import { KLASSER, type Status } from '../../model/status.ts';
import { bedömdaOf, målområdeName, rollUpWords, statusWord } from '../phrases.ts';
import { chapterOrgan, heading, organInChapter, type PartContext, shortName, table } from './context.ts';
import type { Block, Cell, Column, List, Paragraph, Row, StatusMark, Table } from './document.ts';
import { commentBlocks, paragraphOf } from './markdown.ts';
import {
  AKTIVITET_COLUMNS,
  aktivitetRow,
  blockCell,
  column,
  commentOf,
  countCell,
  lägeCell,
  NYCKELTAL_COLUMNS,
  nyckeltalRow,
  statusCell,
  textCell,
  UPPDRAG_COLUMNS,
  uppdragRow,
} from './rows.ts';

/** `::symbolforklaring`: what the shapes mean, and the rule by which a status is computed. */
export function legendPart({ evaluated }: PartContext): readonly Block[] {
  const { skala, gulFrån, egenSkala, utanProcent } = evaluated.plan.bedömningsregler;
  const meaning = (index: number): string => {
    const nivå = skala[index];
    if (nivå === undefined || utanProcent) {
      return '';
    }
    const from = egenSkala ? nivå.från : nivå.klass === 'delvis' ? gulFrån.toFixed() : nivå.från;
    if (nivå.klass === 'uppfyllt' && (from === null || from === '100')) {
      return ': målvärdet är nått';
    }
    return nivå.klass === 'ej_uppfyllt' && from === '0'
      ? `: måluppfyllelsen är under ${percent(egenSkala ? (skala[index - 1]?.från ?? null) : gulFrån.toFixed())}`
      : `: målvärdet är inte nått, men måluppfyllelsen är minst ${percent(from)}`;
  };
  const items: List['items'] = [
    ...skala.map((nivå, index) => markedItem({ kind: 'status', status: nivå.klass, word: nivå.namn }, meaning(index))),
    markedItem(
      { kind: 'status', status: null, word: 'Ej bedömt' },
      ': värdet finns inte, mäts senare, eller är inte bedömt',
    ),
  ];
  return [{ kind: 'list', ordered: false, items }, ...ruleWords(evaluated)];
}

/** How a status is computed, and that people may judge otherwise. */
export function ruleWords({ plan }: PartContext['evaluated']): readonly Paragraph[] {
  const { metod, utanProcent } = plan.bedömningsregler;
  return [
    ...(utanProcent ? [] : [paragraphOf(RULE_WORDS[metod])]),
    paragraphOf('En människa får bedöma annorlunda än beräkningen. Det står då ”(bedömt)” efter statusen, med skäl.'),
  ];
}

const RULE_WORDS = {
  avvikelse:
    'Måluppfyllelsen räknas som 100 × (1 − |utfall − målvärde| / |målvärde|) procent, och är 100 procent när målvärdet är nått.',
  kvot: 'Måluppfyllelsen är utfallet i procent av målvärdet, eller tvärtom där ett lägre värde är bättre.',
  startvärde: 'Måluppfyllelsen är hur stor del av vägen från startvärdet till målvärdet som är tillryggalagd.',
} as const;

function percent(digits: string | null): string {
  return `${(digits ?? '').replace('.', ',')}\u00A0%`;
}

function markedItem(mark: StatusMark, words: string): readonly Block[] {
  return [{ kind: 'paragraph', content: words === '' ? [mark] : [mark, { kind: 'text', text: words }] }];
}

/** `::matris`: every målområde with its uppdrag by läge, its nyckeltal by status, and its roll-up. */
export function matrixPart(context: PartContext): readonly Block[] {
  const { evaluated } = context;
  const { plan, målområden } = evaluated;
  const from = context.attributes.get('fran') ?? null;
  const uppdragOf = (one: EvaluatedMålområde) =>
    one.uppdrag.filter(({ uppdrag }) => from === null || uppdrag.från === from);
  const kinds = uppdragKinds(målområden.flatMap(uppdragOf));
  const statuses: readonly (Status | null)[] = [...KLASSER, null];
  const uppdragGroup = from === null ? 'Uppdrag' : `Uppdrag från ${organName(context, from).toLowerCase()}`;
  const counts = (uppdrag: readonly EvaluatedUppdrag[], rader: readonly EvaluatedRad[]): readonly Cell[] => [
    ...kinds.map(({ test }) => countCell(uppdrag.filter(test).length)),
    ...statuses.map((status) => countCell(rader.filter((rad) => klassOf(rad) === status).length)),
  ];
  const columns: readonly Column[] = [
    column(`${capital(plan.nivåer.målområde)} med övergripande mål`, 34),
    ...kinds.map(({ word }) => column(word, 8, { group: uppdragGroup, align: 'right' })),
    ...statuses.map((status) =>
      column(status === null ? 'Utan status' : statusWord(status, nivåOf(context, status)), 8, {
        group: capital(plan.nivåer.nyckeltal),
        align: 'right',
      }),
    ),
    column('Sammanvägd status', 14),
  ];
  const rows = målområden.map((one): Row => {
    const { status, nivå } = one.sammanvägning;
    const name = målområdeName(one.målområde, plan.nivåer);
    return {
      cells: [
        {
          ...textCell(name, { header: true }),
          content: [
            paragraphOf(name),
            ...(one.målområde.övergripandeMål === null
              ? []
              : [{ ...paragraphOf(one.målområde.övergripandeMål), note: true }]),
          ],
        },
        ...counts(uppdragOf(one), one.rader),
        statusCell(status, statusWord(status, nivå)),
      ],
      organ: null,
      status,
      total: false,
    };
  });
  const { status, nivå } = evaluated.sammanvägning;
  const total: Row = {
    cells: [
      textCell('Totalt', { header: true }),
      ...counts(
        målområden.flatMap(uppdragOf),
        målområden.flatMap((one) => one.rader),
      ),
      statusCell(status, statusWord(status, nivå)),
    ],
    organ: null,
    status: null,
    total: true,
  };
  return [table(context, `Måluppfyllelse per ${plan.nivåer.målområde}`, columns, [...rows, total])];
}

/** The kinds of uppdrag that occur: by judged status where there is one, else by läge. */
function uppdragKinds(
  uppdrag: readonly EvaluatedUppdrag[],
): readonly { readonly word: string; readonly test: (one: EvaluatedUppdrag) => boolean }[] {
  const kinds = [
    ...KLASSER.map((klass) => ({
      word: statusWord(klass, null),
      test: (one: EvaluatedUppdrag) => one.status === klass,
    })),
    ...(['ej påbörjad', 'pågår', 'genomförd', 'försenad', 'pausad', 'avbruten'] as const).map((läge) => ({
      word: capital(läge),
      test: (one: EvaluatedUppdrag) => one.status === null && one.läge === läge,
    })),
    { word: 'Läge saknas', test: (one: EvaluatedUppdrag) => one.status === null && one.läge === null },
  ];
  return kinds.filter(({ test }) => uppdrag.some(test));
}

function klassOf({ status }: EvaluatedRad): Status | null {
  return (KLASSER as readonly Status[]).includes(status) ? status : null;
}

export function nivåOf({ evaluated: { plan } }: PartContext, status: Status) {
  return plan.bedömningsregler.skala.find(({ klass }) => klass === status) ?? null;
}

export function organName({ evaluated: { plan } }: PartContext, id: string): string {
  return plan.organisation.organ.get(id)?.namn ?? id;
}

/** `::nyckeltal`: rows of the whole plan, chosen by `sort`, `organ` and `malomrade`. */
export function nyckeltalPart(context: PartContext): readonly Block[] {
  const { attributes } = context;
  const rader = chosenRader(context);
  if (rader.length === 0) {
    return [paragraphOf('Inga nyckeltal att visa.')];
  }
  const sort = attributes.get('sort');
  const caption = attributes.get('rubrik') ?? (sort === undefined ? 'Nyckeltal' : `Nyckeltal: ${sort}`);
  const nameOf = rowNames(context, rader);
  return [
    table(
      context,
      caption,
      NYCKELTAL_COLUMNS.slice(0, -1),
      rader.map((rad) => nyckeltalRow(rad, nameOf(rad), false)),
    ),
  ];
}

/** What the rows of a table are called: with their organ where there are several. */
export function rowNames(context: PartContext, rader: readonly EvaluatedRad[]): (rad: EvaluatedRad) => string {
  const several = new Set(rader.map(({ organ }) => organ)).size > 1;
  return ({ nyckeltal, organ }) => (several ? `${nyckeltal.namn} (${shortName(context, organ)})` : nyckeltal.namn);
}

export function chosenRader({ attributes, evaluated }: PartContext): readonly EvaluatedRad[] {
  const [sort, organ, målområde, id] = ['sort', 'organ', 'malomrade', 'nyckeltal'].map((key) => attributes.get(key));
  return evaluated.målområden
    .filter((one) => målområde === undefined || one.målområde.id === målområde)
    .flatMap((one) => one.rader)
    .filter((rad) => organ === undefined || rad.organ === organ)
    .filter(({ nyckeltal }) => id === undefined || nyckeltal.id === id)
    .filter(({ nyckeltal }) => sort === undefined || nyckeltal.sort === sort);
}

/** `::inledning{organ=rjh}`: the introduction that an organ has written. */
export function introductionPart({ evaluated: { plan, period }, attributes }: PartContext): readonly Block[] {
  const organ = attributes.get('organ') ?? plan.organ;
  const found = plan.uppföljningar.find((one) => one.period.id === period.id && one.organ === organ);
  return commentBlocks(found?.inledning ?? '');
}

/** `::gemensamt{fran=rf}`: the uppdrag of one giver, with every organ's words, målområde by målområde. */
export function jointPart(context: PartContext): readonly Block[] {
  const { evaluated, attributes } = context;
  const from = attributes.get('fran') ?? 'rf';
  return evaluated.målområden.flatMap((one): readonly Block[] => {
    const uppdrag = one.uppdrag.filter((each) => each.uppdrag.från === from);
    if (uppdrag.length === 0) {
      return [];
    }
    const name = målområdeName(one.målområde, evaluated.plan.nivåer);
    const rows = uppdrag.map(
      (each): Row => ({
        cells: [
          textCell(each.uppdrag.namn, { header: true }),
          textCell(organName(context, each.organ)),
          lägeCell(each),
          blockCell(commentOf(each.uppföljning)),
        ],
        organ: each.organ,
        status: each.status,
        total: false,
      }),
    );
    return [
      heading(context, 1, name),
      ...(one.målområde.övergripandeMål === null
        ? []
        : [paragraphOf(one.målområde.övergripandeMål, { emphasis: true })]),
      ...commentOf(one.uppföljning),
      table(context, `Uppdrag: ${name}`, JOINT_COLUMNS, rows),
    ];
  });
}

const JOINT_COLUMNS: readonly Column[] = [
  column('Uppdrag', 28),
  column('Organ', 17),
  column('Läge', 11),
  column('Kommentar', 44),
];

/** `::organkapitel`: a chapter for every organ that has anything to say; `organ` chooses one. */
export function chaptersPart(context: PartContext): readonly Block[] {
  const only = context.attributes.get('organ');
  return chapterOrgan(context.evaluated)
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(({ id, namn }) => {
      const content = chapterOf(context, id);
      return content.length === 0 ? [] : [heading(context, 0, namn), ...content];
    });
}

function chapterOf(context: PartContext, id: string): readonly Block[] {
  const { evaluated } = context;
  const { plan, period } = evaluated;
  const own = organInChapter(evaluated, id);
  const words = plan.uppföljningar.find((one) => one.period.id === period.id && one.organ === id);
  return [
    ...commentBlocks(id === plan.organ ? '' : (words?.inledning ?? '')),
    ...evaluated.målområden.flatMap((one) => målområdeOf(context, one, id, own)),
    ...commentBlocks(words?.avslutning ?? ''),
  ];
}

function målområdeOf(
  context: PartContext,
  one: EvaluatedMålområde,
  id: string,
  own: readonly string[],
): readonly Block[] {
  const { plan, period } = context.evaluated;
  const name = målområdeName(one.målområde, plan.nivåer);
  const organ = organName(context, id);
  const rader = one.rader.filter((rad) => own.includes(rad.organ));
  const indikatorer = one.indikatorer.filter((rad) => own.includes(rad.organ));
  const uppdrag = one.uppdrag.filter((each) => own.includes(each.organ));
  const words = plan.uppföljningar.find((each) => each.period.id === period.id && each.organ === id);
  const post = id === plan.organ ? null : (words?.poster.målområden.get(one.målområde.id) ?? null);
  const aktiviteter = [...one.målområde.aktiviteter, ...one.målområde.mål.flatMap((mål) => mål.aktiviteter)].filter(
    (each) => each.organ.some((each2) => own.includes(each2)),
  );
  const comments = [...commentOf(post), ...målComments(one, id)];
  if (rader.length + indikatorer.length + uppdrag.length + aktiviteter.length + comments.length === 0) {
    return [];
  }
  const nameOf = (rad: { readonly organ: string; readonly nyckeltal: { readonly namn: string } }) =>
    rad.organ === id ? rad.nyckeltal.namn : `${rad.nyckeltal.namn} (${organName(context, rad.organ)} totalt)`;
  const weighed = one.perOrgan.get(id);
  return [
    heading(context, 1, name),
    ...(weighed === undefined || bedömdaOf(weighed.fördelning).bedömda === 0
      ? []
      : [weighedParagraph(weighed.status, statusWord(weighed.status, weighed.nivå), rollUpWords(weighed))]),
    ...comments,
    ...part(rader, () =>
      table(
        context,
        `Nyckeltal: ${organ}, ${name}`,
        NYCKELTAL_COLUMNS,
        rader.map((rad) => nyckeltalRow(rad, nameOf(rad), true)),
      ),
    ),
    ...part(indikatorer, () =>
      table(
        context,
        `Indikatorer: ${organ}, ${name}`,
        NYCKELTAL_COLUMNS,
        indikatorer.map((rad) => nyckeltalRow(rad, nameOf(rad), true)),
      ),
    ),
    ...part(uppdrag, () => table(context, `Uppdrag: ${organ}, ${name}`, UPPDRAG_COLUMNS, uppdrag.map(uppdragRow))),
    ...part(aktiviteter, () =>
      table(
        context,
        `Aktiviteter: ${organ}, ${name}`,
        AKTIVITET_COLUMNS,
        aktiviteter.map((each) => aktivitetRow(each, id, words?.poster.aktiviteter.get(each.id) ?? null)),
      ),
    ),
  ];
}

/** What an organ says of the mål that have nyckeltal of their own, each led by its name. */
function målComments(one: EvaluatedMålområde, organ: string): readonly Block[] {
  return one.mål.flatMap(({ mål, uppföljning, sammanvägning }) =>
    uppföljning === null || !mål.organ.includes(organ)
      ? []
      : [
          { kind: 'paragraph', content: [{ kind: 'text', text: mål.namn, strong: true }] },
          weighedParagraph(
            sammanvägning.status,
            statusWord(sammanvägning.status, sammanvägning.nivå),
            rollUpWords(sammanvägning),
          ),
          ...commentOf(uppföljning),
        ],
  );
}

/** `◆ Delvis uppfyllt`, and what it is made of. */
export function weighedParagraph(status: Status | null, word: string, words: string): Block {
  const rest = words.startsWith(word) ? words.slice(word.length) : `, ${words}`;
  return {
    kind: 'paragraph',
    content: [
      { kind: 'status', status, word },
      { kind: 'text', text: `${rest}.` },
    ],
  };
}

function part<T>(things: readonly T[], draw: () => Table): readonly Table[] {
  return things.length === 0 ? [] : [draw()];
}
