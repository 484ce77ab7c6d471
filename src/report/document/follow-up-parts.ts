import type { EvaluatedMål, EvaluatedMålområde } from '../../evaluate/evaluated-plan.ts';
import { statesOfMål } from '../../evaluate/follow-up.ts';
import type { Uppföljningspost } from '../../model/plan.ts';
import { bedömdaOf, indikatorWords, rollUpWords, statusWord } from '../phrases.ts';
import { heading, nameOf, type PartContext, radName, shortName, table } from './context.ts';
import type { Block, Inline, List, Paragraph, Row } from './document.ts';
import { areasOf, type FollowUpArea, type FollowUpItem, type NyckeltalItem } from './follow-up-items.ts';
import { missingNote, nothingYet, radBlocks } from './follow-up-row.ts';
import { commentBlocks, ledBy, paragraphOf } from './markdown.ts';
import { organName, weighedParagraph } from './parts.ts';
import { AKTIVITET_COLUMNS, aktivitetRow, column, commentOf, reasonOf, textCell, uppdragRow } from './rows.ts';

/**
 * `::uppfoljning`: the follow-up that the region's plans ask for, målområde by målområde: each mål with its status,
 * time series, trend, explanation, breakdown, comparison, prognos and measures, and which of these are missing.
 */
export function followUpPart(context: PartContext): readonly Block[] {
  const areas = areasOf(context).flatMap((area) => areaBlocks(context, area));
  return areas.length === 0
    ? []
    : [...nothingYet(context, 'Här står det som är känt från tidigare om varje mål.'), ...areas];
}

function areaBlocks(context: PartContext, area: FollowUpArea): readonly Block[] {
  const { name, målområde, items } = area;
  const beside = målområde === null ? [] : [...uppdragTable(context, area), ...aktivitetTable(context, area)];
  if (items.length === 0 && beside.length === 0) {
    return [];
  }
  const words = målområde === null ? [] : areaWords(context, målområde);
  return [
    heading(context, 1, name),
    ...words,
    ...(items.length > 0 ? [] : [paragraphOf('Här finns inga mål eller nyckeltal att följa upp.')]),
    ...items.flatMap((item) => itemBlocks(context, item)),
    ...beside,
  ];
}

/** The roll-up of a målområde, and what the organ say of it as a whole. */
function areaWords(context: PartContext, one: EvaluatedMålområde): readonly Block[] {
  const { plan, period } = context.evaluated;
  const only = context.attributes.get('organ');
  const weighed = only === undefined ? one.sammanvägning : one.perOrgan.get(only);
  const others = plan.uppföljningar.filter(
    ({ period: own, organ }) => own.id === period.id && organ !== plan.organ && (only === undefined || organ === only),
  );
  const whole = only === undefined || only === plan.organ ? one.uppföljning : null;
  return [
    ...(one.målområde.övergripandeMål === null ? [] : [paragraphOf(one.målområde.övergripandeMål, { emphasis: true })]),
    ...(weighed === undefined || bedömdaOf(weighed.fördelning).bedömda === 0
      ? []
      : [weighedParagraph(weighed.status, statusWord(weighed.status, weighed.nivå), rollUpWords(weighed))]),
    ...postWords(whole),
    ...others.flatMap(({ organ, poster }) => {
      const stated = poster.målområden.get(one.målområde.id);
      if (stated === undefined) {
        return [];
      }
      const post = withoutRepeated(stated, whole);
      const mark: readonly Inline[] =
        post.bedömning === null
          ? []
          : [
              {
                kind: 'status',
                status: post.bedömning.klass,
                word: statusWord(post.bedömning.klass, post.bedömning.nivå),
              },
              { kind: 'text', text: ' (bedömt). ' },
            ];
      const words = withMark(mark, postWords(post));
      return words.length === 0 ? [] : ledBy(`${organName(context, organ)}:`, words);
    }),
  ];
}

/** The words of an organ without a comment that has just been read as a part of the whole plan's. */
function withoutRepeated(post: Uppföljningspost, whole: Uppföljningspost | null): Uppföljningspost {
  const own = oneLine(post.kommentar);
  return own !== '' && oneLine(whole?.kommentar ?? null).includes(own) ? { ...post, kommentar: null } : post;
}

function oneLine(text: string | null): string {
  return (text ?? '').trim().replace(/\s+/g, ' ');
}

/** What is said of a målområde or a mål, and why it was judged so. */
function postWords(post: Uppföljningspost | null): readonly (Paragraph | List)[] {
  return post === null
    ? []
    : [
        ...commentBlocks(post.kommentar ?? ''),
        ...reasonOf({ bedömd: post.bedömning }),
        ...commentOf({ ...post, kommentar: null }),
      ];
}

/** A status before the first words. */
function withMark(mark: readonly Inline[], blocks: readonly (Paragraph | List)[]): readonly (Paragraph | List)[] {
  const [first, ...rest] = blocks;
  if (mark.length === 0) {
    return blocks;
  }
  return first?.kind === 'paragraph'
    ? [{ ...first, content: [...mark, ...first.content] }, ...rest]
    : [{ kind: 'paragraph', content: mark }, ...blocks];
}

function itemBlocks(context: PartContext, item: FollowUpItem): readonly Block[] {
  return item.slag === 'mål' ? målBlocks(context, item) : nyckeltalBlocks(context, item, 2);
}

function målBlocks(context: PartContext, item: Extract<FollowUpItem, { slag: 'mål' }>): readonly Block[] {
  const { evaluated } = context;
  const { mål, uppföljning, sammanvägning }: EvaluatedMål = item.mål;
  const measured = item.nyckeltal.length > 0;
  const hasStatus = measured ? bedömdaOf(sammanvägning.fördelning).bedömda > 0 : sammanvägning.status !== null;
  const { status, nivå } = sammanvägning;
  const word = statusWord(status, nivå);
  const weighed = weighedParagraph(status, word, measured ? rollUpWords(sammanvägning) : `${word} (bedömt)`);
  return [
    heading(context, 2, nameOf(mål)),
    ...(measured ? [] : [paragraphOf('Målet har varken nyckeltal eller målvärde, och kan bara bedömas.')]),
    ...(hasStatus ? [weighed] : []),
    ...postWords(uppföljning),
    ...(measured ? [] : missingNote(context, statesOfMål(item.mål, evaluated))),
    ...item.nyckeltal.flatMap((one) => nyckeltalBlocks(context, one, 3)),
  ];
}

/** A nyckeltal under its own heading; where several organ have it, each under its own. */
function nyckeltalBlocks(context: PartContext, { rader, isIndikator: isOther }: NyckeltalItem, below: number) {
  const [first, ...others] = rader;
  if (first === undefined) {
    return [];
  }
  const { plan } = context.evaluated;
  const lead = isOther ? `${indikatorWords(plan.nivåer).en}: ` : '';
  if (others.length === 0) {
    return [heading(context, below, `${lead}${radName(context, first)}`), ...radBlocks(context, first)];
  }
  return [
    heading(context, below, `${lead}${nameOf(first.nyckeltal)}`),
    ...rader.flatMap((rad) => [heading(context, below + 1, organName(context, rad.organ)), ...radBlocks(context, rad)]),
  ];
}

function uppdragTable(context: PartContext, { name, målområde }: FollowUpArea): readonly Block[] {
  const only = context.attributes.get('organ');
  const uppdrag = (målområde?.uppdrag ?? []).filter(({ organ }) => only === undefined || organ === only);
  if (uppdrag.length === 0 || context.attributes.has('nyckeltal')) {
    return [];
  }
  const rows = uppdrag.map((one): Row => {
    const row = uppdragRow(one);
    const [first, ...others] = row.cells;
    return {
      ...row,
      cells: [...(first === undefined ? [] : [first]), textCell(organName(context, one.organ)), ...others],
    };
  });
  const columns = [column('Uppdrag', 28), column('Organ', 17), column('Läge', 11), column('Kommentar', 44)];
  return [table(context, `Uppdrag: ${name}`, columns, rows)];
}

function aktivitetTable(context: PartContext, { name, målområde }: FollowUpArea): readonly Block[] {
  const { plan, period } = context.evaluated;
  const only = context.attributes.get('organ');
  const posts = plan.uppföljningar.filter((one) => one.period.id === period.id);
  const aktiviteter = [
    ...(målområde?.målområde.aktiviteter ?? []),
    ...(målområde?.målområde.mål ?? []).flatMap((mål) => mål.aktiviteter),
  ].filter(({ organ }) => only === undefined || organ.includes(only));
  if (aktiviteter.length === 0 || context.attributes.has('nyckeltal')) {
    return [];
  }
  const rows = aktiviteter.flatMap((one) =>
    one.organ
      .filter((organ) => only === undefined || organ === only)
      .map((organ) => {
        const post = posts.find((each) => each.organ === organ)?.poster.aktiviteter.get(one.id) ?? null;
        return aktivitetRow(
          one.organ.length > 1 ? { ...one, namn: `${one.namn} (${shortName(context, organ)})` } : one,
          organ,
          post,
        );
      }),
  );
  return [table(context, `Aktiviteter: ${name}`, AKTIVITET_COLUMNS, rows)];
}
