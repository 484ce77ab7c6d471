import type { EvaluatedIndikator } from '../../evaluate/evaluated-plan.ts';
import { type Breakdown, type FollowUp, isFollowedUp, type PartStates } from '../../evaluate/follow-up.ts';
import { startvärdeOf } from '../../evaluate/time-series.ts';
import { inSentence } from '../../model/level-words.ts';
import { formatPeriod } from '../../model/period.ts';
import { isKlass } from '../../model/status.ts';
import { explainRad } from '../explain-status.ts';
import { formatMålvärde, formatUtfall } from '../format-value.ts';
import { radStatusWord, statusWord } from '../phrases.ts';
import { type PartContext, radName, shortName, table } from './context.ts';
import type { Block, Inline, List, Paragraph, Row } from './document.ts';
import { breakdownName, formatDifference, missingWords, trendWords } from './follow-up-words.ts';
import { commentBlocks, ledBy, paragraphOf } from './markdown.ts';
import { column, figureCell, reasonOf, remarkOf, statusCell, textCell } from './rows.ts';
import { seriesBlocks } from './series-chart.ts';

/** All that is said of one row, in the order in which the region's plans ask for it. */
export function radBlocks(context: PartContext, rad: EvaluatedIndikator): readonly Block[] {
  const followUp = context.followUp(rad);
  const { uppföljning, nyckeltal } = rad;
  const why = explainRad(withoutSaid({ ...rad, bedömd: null }), context.evaluated, false);
  return [
    statusParagraph(context, rad, why),
    ...commentBlocks(uppföljning?.kommentar ?? ''),
    ...reasonOf(rad),
    ...remarkOf(rad, why),
    ...(followUp.trend === null
      ? []
      : ledBy('Utvecklingstrend:', [paragraphOf(trendWords(followUp.trend, nyckeltal))])),
    ...seriesBlocks(context, rad, followUp.series),
    ...breakdownTable(context, rad, followUp.breakdowns),
    ...forecastWords(rad, followUp),
    ...ledByText('Åtgärder:', uppföljning?.åtgärder ?? null),
    ...ledByText('Not:', uppföljning?.fotnot ?? null),
    ...missingNote(context, followUp.states),
  ];
}

/** Where the comment has the words of the remark, the explanation does without them. */
function withoutSaid(rad: EvaluatedIndikator): EvaluatedIndikator {
  const { utfall } = rad;
  const isSaid = utfall?.anmärkning != null && remarkOf(rad, '').length === 0;
  return isSaid ? { ...rad, utfall: { ...utfall, anmärkning: null } } : rad;
}

function ledByText(lead: string, text: string | null): readonly (Paragraph | List)[] {
  return text === null ? [] : ledBy(lead, commentBlocks(text));
}

/**
 * The status with its shape, and why; a state whose explanation begins with its own word says it once. Utfall and
 * målvärde stand beside it, in the plan's words, where the explanation has not the same.
 */
function statusParagraph({ evaluated }: PartContext, rad: EvaluatedIndikator, why: string): Paragraph {
  const word = radStatusWord(rad);
  const rest = why.toLowerCase().startsWith(word.toLowerCase())
    ? why.slice(word.length)
    : `. ${rad.bedömd === null ? why : `Beräknat: ${inSentence(statusWord(rad.beräknad, rad.beräknadNivå))}. ${why}`}`;
  const startvärde = startvärdeOf(rad.nyckeltal, rad.organ, evaluated.plan);
  const period = startvärde?.period == null ? '' : ` (${formatPeriod(startvärde.period)})`;
  const beside = (name: string, words: string) => (spaced(why).includes(spaced(words)) ? [] : named(name, words));
  return {
    kind: 'paragraph',
    content: [
      { kind: 'status', status: rad.status, word },
      { kind: 'text', text: rest },
      ...(rad.utfall === null || rad.utfall.värde.slag === 'bortfall'
        ? []
        : beside('Utfall', formatUtfall(rad.utfall, rad.nyckeltal))),
      ...(rad.målvärde === null || rad.krav?.slag === 'ej_satt' ? [] : beside('Målvärde', targetWords(rad))),
      ...(startvärde === null ? [] : named('Startvärde', `${startvärde.text}${period}`)),
    ],
  };
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function named(name: string, words: string): readonly Inline[] {
  return [
    { kind: 'text', text: ` ${name}:`, strong: true },
    { kind: 'text', text: ` ${words.replace(/\.$/, '')}.` },
  ];
}

/** A bare number has the unit that the plan states. */
function targetWords(rad: EvaluatedIndikator): string {
  const { måttenhet, ordalydelse } = rad.nyckeltal;
  const isBare = rad.krav?.slag === 'gräns' && rad.krav.kvantitet.måttenhet === null && ordalydelse === null;
  return `${formatMålvärde(rad)}${isBare && måttenhet !== null && måttenhet !== 'index' ? ` ${måttenhet}` : ''}`;
}

function forecastWords(rad: EvaluatedIndikator, { forecast }: FollowUp): readonly Block[] {
  const lead = 'Prognos för helår:';
  const words = rad.uppföljning?.prognos ?? null;
  if (forecast === null) {
    return ledByText(lead, words);
  }
  const { utfall, assessment } = forecast;
  const { status, nivå } = assessment;
  const value = formatUtfall(utfall, rad.nyckeltal);
  const judged: readonly Inline[] = isKlass(status)
    ? [
        { kind: 'text', text: `${value}, ` },
        { kind: 'status', status, word: statusWord(status, nivå) },
        { kind: 'text', text: '.' },
      ]
    : [{ kind: 'text', text: `${value}.` }];
  return [...ledBy(lead, [{ kind: 'paragraph', content: judged }]), ...commentBlocks(words ?? '')];
}

function breakdownTable(
  context: PartContext,
  rad: EvaluatedIndikator,
  breakdowns: readonly Breakdown[],
): readonly Block[] {
  if (breakdowns.length === 0) {
    return [];
  }
  const { nyckeltal, organ, utfall } = rad;
  const { plan, period } = context.evaluated;
  const unit = utfall?.värde.slag === 'tal' ? utfall.värde.kvantitet.måttenhet : null;
  const hasDifference = breakdowns.some(({ difference }) => difference !== null);
  const hasStatus = breakdowns.some(({ assessment }) => assessment !== null);
  const row = (one: Breakdown): Row => {
    const { värde, period: own } = one.utfall;
    const later = own.id === (utfall?.period ?? period).id ? '' : ` (${formatPeriod(own)})`;
    const digits = one.difference?.toFixed() ?? null;
    const { status = null, nivå = null } = one.assessment ?? {};
    return {
      cells: [
        textCell(`${breakdownName(one, plan)}${later}`, { header: true }),
        figureCell(
          formatUtfall(one.utfall, nyckeltal),
          värde.slag === 'tal' ? { digits: värde.kvantitet.siffror, unit: värde.kvantitet.måttenhet } : null,
        ),
        ...(hasDifference
          ? [digits === null ? textCell('') : figureCell(formatDifference(digits), { digits, unit: null })]
          : []),
        ...(hasStatus ? [one.assessment === null ? textCell('') : statusCell(status, statusWord(status, nivå))] : []),
      ],
      organ: null,
      status: null,
      total: false,
    };
  };
  const differenceUnit = unit === null ? '' : ` (${unit === '%' ? 'procent\u00ADenheter' : unit})`;
  return [
    table(
      context,
      `Nedbrytning och jämförelse: ${radName(context, rad)}`,
      [
        column('Uppdelning', 40),
        column('Utfall', 20, { align: 'right' }),
        ...(hasDifference
          ? [column(`Skillnad mot ${shortName(context, organ)}${differenceUnit}`, 30, { align: 'right' })]
          : []),
        ...(hasStatus ? [column('Status', 20)] : []),
      ],
      breakdowns.map(row),
    ),
  ];
}

/** What of the follow-up is missing; in a plan that is not followed up at all, that is said once. */
export function missingNote(context: PartContext, states: PartStates): readonly Block[] {
  const words = isFollowedUp(context.evaluated) ? missingWords(states) : '';
  return words === '' ? [] : [{ ...paragraphOf(words), note: true }];
}

/** Said once for the whole plan, and then not for every mål. */
export function nothingYet({ evaluated }: PartContext, then: string): readonly Block[] {
  const period = formatPeriod(evaluated.period);
  return isFollowedUp(evaluated)
    ? []
    : [paragraphOf(`Planen har varken utfall eller uppföljning för ${period}. ${then}`)];
}
