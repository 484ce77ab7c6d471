import type {
  EvaluatedIndikator,
  EvaluatedPlan,
  Grund,
  Gränsprövning,
  Jämförelsevärde,
} from '../evaluate/evaluated-plan.ts';
import { placeOf } from '../load/place-of.ts';
import { formatSwedish } from '../malvarde/numbers.ts';
import { inSentence } from '../model/level-words.ts';
import type { Jämförare, Kvantitet } from '../model/malvarde.ts';
import { formatPeriod, type Period } from '../model/period.ts';
import type { Bedömningsregler } from '../model/plan.ts';
import { isKlass } from '../model/status.ts';
import type { Utfall } from '../model/utfall.ts';
import { positionAt } from '../source/source-file.ts';
import { formatKvantitet, formatPercent, formatUtfall } from './format-value.ts';
import { isIndikator, klassWords, radStatusWord, statusWord } from './phrases.ts';

/** A row or an indikator, with the rules that it was assessed by. */
type Explained = EvaluatedIndikator & { readonly regler: Bedömningsregler; readonly period: Period };

/**
 * Why a row has its status, in one sentence: the rule, the figures, and where each came from.
 *
 * @param sources whether files and lines are named
 */
export function explainRad(
  rad: EvaluatedIndikator,
  { period, plan }: Pick<EvaluatedPlan, 'period' | 'plan'>,
  sources: boolean,
): string {
  const computed = explainGrund(rad.grund, { ...rad, regler: plan.bedömningsregler, period }, sources);
  const deadline =
    rad.frist !== null && rad.grund.slag !== 'frist' && endOf(rad.frist) > period.slut
      ? `; målet ska vara nått senast ${rad.frist}`
      : '';
  const { bedömd } = rad;
  if (bedömd === null) {
    return `${capital(computed)}${deadline}.`;
  }
  const reason = bedömd.motivering === null ? '' : `: ${bedömd.motivering.trim().replace(/\.$/, '')}`;
  return `Bedömt som ${inSentence(statusWord(bedömd.klass, bedömd.nivå))}${reason} (beräknat: ${computedWord(rad)}, ${computed})${deadline}.`;
}

/** The status and why; a state whose explanation begins with its own word says it once. */
export function statusSentence(
  rad: EvaluatedIndikator,
  evaluated: Pick<EvaluatedPlan, 'period' | 'plan'>,
  sources: boolean,
): string {
  const word = radStatusWord(rad);
  const why = explainRad(rad, evaluated, sources);
  return why.toLowerCase().startsWith(word.toLowerCase()) ? why : `${word}. ${why}`;
}

/** The computed status as the plan calls it. */
function computedWord({ beräknad, beräknadNivå }: EvaluatedIndikator): string {
  return inSentence(statusWord(beräknad, beräknadNivå));
}

function endOf(frist: string): string {
  return frist.length === 4 ? `${frist}-12-31` : frist;
}

function explainGrund(grund: Grund, rad: Explained, sources: boolean): string {
  const utfall = `utfallet ${shownValueOf(rad)}${monthWords(rad)}${sources ? sourceOf(rad.utfall) : ''}`;
  const target = sources ? targetSource(rad) : '';
  switch (grund.slag) {
    case 'gräns': {
      const pace = grund.takt === null ? '' : ` (${grund.takt.andel} av årets ${formatKvantitet(grund.takt.helår)})`;
      const etapp = rad.etapp ? ' (etappmål)' : '';
      return `${utfall} ${testWords(grund.prövning)}${pace}${etapp}${target}${degreeWords(grund.prövning, rad)}`;
    }
    case 'mellan': {
      const { prövning, från, till, takt } = grund;
      const pace = takt === null ? '' : ` (${takt.andel} av årets ${rangeWords(takt.från, takt.till)})`;
      const where = `${prövning === null ? 'inom' : 'utanför'} ${rangeWords(från, till)}${pace}${rad.etapp ? ' (etappmål)' : ''}`;
      return `${utfall} ligger ${where}${target}${prövning === null ? '' : degreeWords(prövning, rad)}`;
    }
    case 'förändring': {
      if (grund.bas === null) {
        return `${utfall} ${testWords(grund.prövning)}${target}${degreeWords(grund.prövning, rad)}`;
      }
      const change = `${utfall} mot ${comparisonWords(grund.bas, sources)} är en förändring med ${formatKvantitet(grund.prövning.utfall)}`;
      return `${change}, som ${clauseWords(grund.prövning)}${target}${degreeWords(grund.prövning, rad)}`;
    }
    case 'jämförelse': {
      const tolerance = grund.tolerans === null ? '' : ` (tolerans ${formatKvantitet(grund.tolerans)})`;
      const met = grund.klass === 'uppfyllt' ? 'är' : 'är inte';
      return `${utfall} ${met} ${RELATION_WORDS[grund.relation]} ${comparisonWords(grund.mot, sources)}${tolerance}${target}`;
    }
    case 'läge': {
      const late = grund.läge === 'ej påbörjad' && grund.årsslut ? ' vid årets slut' : '';
      const counts = isKlass(rad.beräknad) ? `, som räknas som ${computedWord(rad)}` : '';
      return `läget är ”${grund.läge}”${late}${sources ? sourceOf(rad.utfall) : ''}${counts}${target}`;
    }
    case 'frist':
      return deadlineWords(grund, rad, sources) + target;
    case 'per enhet':
      return `${unitWords(grund)}: ${explainGrund(grund.grund, { ...rad, utfall: grund.utfall }, sources)}`;
    case 'utfall saknas':
      return missingWords(rad, grund.senastKända, sources);
    case 'mäts senare':
      return `nyckeltalet mäts på helår${sources ? sourceOf(rad.utfall) : ''}`;
    case 'sekretess':
      return `utfallet omfattas av sekretess${sources ? sourceOf(rad.utfall) : ''}`;
    case 'målvärde saknas':
      return isIndikator(rad) ? 'indikatorn följs utan målvärde' : 'det finns inget målvärde att jämföra med';
    case 'ej satt':
      return `målvärdet ska kompletteras${grund.frist === null ? ' senare' : ` senast ${grund.frist}`}${target}`;
    case 'bedöms':
      return 'målet följs upp genom bedömning, utan beräkning';
    case 'oläst målvärde':
      return `målvärdet ”${rad.målvärde?.text ?? ''}” går inte att läsa${target}`;
    case 'riktning saknas':
      return `målvärdet ”${rad.målvärde?.text ?? ''}” säger inte om värdet ska öka eller minska${target}`;
    case 'jämförelsevärde saknas':
      return `det finns inget värde för ${grund.namn} att jämföra med${target}`;
    case 'jämförelsevärden olika':
      return `jämförelsevärdena säger olika: ${grund.värden.map((one) => comparisonWords(one, sources)).join(' och ')}${target}`;
    case 'går inte att beräkna':
      return `går inte att beräkna: ${grund.skäl}`;
  }
}

const RELATION_WORDS: Readonly<Record<Jämförare | '=', string>> = {
  '>': 'högre än',
  '<': 'lägre än',
  '>=': 'minst lika högt som',
  '<=': 'högst lika högt som',
  '=': 'i nivå med',
};

const BOUND_WORDS: Readonly<Record<Jämförare, string>> = { '>=': 'minst', '<=': 'högst', '>': 'över', '<': 'under' };

function shownValueOf({ utfall, nyckeltal, grund }: Explained): string {
  if (utfall === null && 'prövning' in grund && grund.prövning !== null) {
    return formatKvantitet(grund.prövning.utfall);
  }
  return formatUtfall(utfall, nyckeltal);
}

/** The month that stands for a longer period, or how many were put together. */
function unitWords({ enhet, antal, utan }: Extract<Grund, { slag: 'per enhet' }>): string {
  if (antal === 0) {
    return `målvärdet gäller varje enhet och ingen av ${utan} kan bedömas, som ${enhet}`;
  }
  return `målvärdet gäller varje enhet och sämst av ${antal} är ${enhet}${utan === 0 ? '' : `, när ${utan} inte kan bedömas`}`;
}

function monthWords({ utfall, nyckeltal, period }: Explained): string {
  if (utfall?.period.slag !== 'månad' || utfall.period.id === period.id) {
    return '';
  }
  return nyckeltal.periodvärde === 'senaste' || utfall.anmärkning === null
    ? ` (${formatPeriod(utfall.period)})`
    : ` (${utfall.anmärkning.toLowerCase()})`;
}

function rangeWords(från: Kvantitet, till: Kvantitet): string {
  return `${formatSwedish(från.siffror)}–${formatKvantitet(till)}`;
}

/** `når målvärdet minst 4,01`, `når inte målvärdet minst 88 %`. */
function testWords({ uppnått, tangerat, jämförare, mål }: Gränsprövning): string {
  const words = `målvärdet ${BOUND_WORDS[jämförare]} ${formatKvantitet(mål)}`;
  if (uppnått) {
    return `når ${words}`;
  }
  return tangerat ? `ligger precis på gränsen, men ${words} kräver mer än så` : `når inte ${words}`;
}

/** The same in a subordinate clause: `som inte når målvärdet`. */
function clauseWords(prövning: Gränsprövning): string {
  return testWords(prövning).replace(/^når inte /, 'inte når ');
}

/** The computation of a missed target and the limit that decided. */
function degreeWords(prövning: Gränsprövning, rad: Explained): string {
  const { uppnått, tangerat, regel, procent, mål, utfall, tolerans } = prövning;
  if (uppnått) {
    return '';
  }
  if (tangerat) {
    return rad.visadProcent === null ? '' : `; visas som ${formatPercent(rad.visadProcent)}`;
  }
  const limit = limitWords(prövning, rad);
  const degree = percentWords(prövning, rad);
  switch (regel) {
    case 'skala utan procent':
      return '';
    case 'tolerans': {
      const miss = formatSwedish(utfall.värde.minus(mål.värde).abs().toFixed());
      return `; avvikelsen är ${miss} och toleransen ${tolerans === null ? '' : formatKvantitet(tolerans)}`;
    }
    case 'utan procent':
      return '; målvärdet noll har ingen procent';
    case 'avvikelse':
      return procent === null
        ? ''
        : `: 100 × (1 − |${operands(utfall)} − ${operands(mål)}| / |${formatSwedish(mål.siffror)}|) = ${degree}${limit}`;
    case 'kvot':
      return procent === null ? '' : `: kvoten mellan dem är ${degree}${limit}`;
    case 'startvärde':
      return procent === null
        ? ''
        : `: ${degree} av vägen från startvärdet ${rad.nyckeltal.startvärde?.text ?? ''}${limit}`;
  }
}

/** The limit that decided: the plan's own, or that of the level that was reached. */
function limitWords({ gulFrån }: Gränsprövning, { beräknad, beräknadNivå, regler }: Explained): string {
  const { egenSkala, skala } = regler;
  if (!isKlass(beräknad) || (beräknad === 'uppfyllt' && !egenSkala)) {
    return '';
  }
  if (!egenSkala) {
    return `; ${klassWords('delvis', skala)} från ${formatSwedish(gulFrån.toFixed())} %`;
  }
  const own = beräknadNivå?.från ?? '0';
  if (beräknadNivå === null || Number(own) > 0) {
    return beräknadNivå === null ? '' : `; ${inSentence(beräknadNivå.namn)} från ${formatSwedish(own)} %`;
  }
  const next = skala.findLast(({ från }) => från !== null && Number(från) > 0);
  return next === undefined ? '' : `; ${inSentence(beräknadNivå.namn)} under ${formatSwedish(next.från ?? '')} %`;
}

/** Måluppfyllelse, and what it was before the plan's rounding where that changed it. */
function percentWords({ procent }: Gränsprövning, { visadProcent, regler: { avrundning } }: Explained): string {
  const shown = formatPercent(visadProcent);
  if (procent === null || avrundning === null || procent.eq(procent.round(avrundning))) {
    return shown;
  }
  const rounded = procent.round(avrundning);
  // As many decimals as it takes to see which way it was rounded.
  const decimals = [1, 2, 3, 4, 5, 6].find((more) =>
    procent
      .round(avrundning + more)
      .round(avrundning)
      .eq(rounded),
  );
  const exact = formatPercent(procent.round(avrundning + (decimals ?? 6)).toFixed());
  return visadProcent === rounded.toFixed(avrundning) ? `${exact}, avrundat ${shown}` : `${exact}, visat som ${shown}`;
}

/** A figure inside the formula: a negative one in parentheses. */
function operands({ siffror }: Kvantitet): string {
  return siffror.startsWith('-') ? `(${formatSwedish(siffror)})` : formatSwedish(siffror);
}

function comparisonWords({ kvantitet, namn, källa }: Jämförelsevärde, sources: boolean): string {
  const source = !sources ? '' : källa.slag === 'utfall' ? sourceOf(källa.utfall) : ' (startvärde)';
  return `${formatKvantitet(kvantitet)} för ${namn}${source}`;
}

function deadlineWords(
  { frist, datum, klass }: Extract<Grund, { slag: 'frist' }>,
  rad: Explained,
  sources: boolean,
): string {
  if (datum !== null) {
    return `det blev klart ${datum}${sources ? sourceOf(rad.utfall) : ''}, ${klass === 'uppfyllt' ? 'i tid till' : 'efter'} ${frist}`;
  }
  if (klass === 'delvis') {
    return `fristen ${frist} har inte passerat, och det räknas som pågående tills det är klart`;
  }
  return klass === 'uppfyllt'
    ? `det är genomfört före ${frist}`
    : `fristen ${frist} har passerat utan att det är klart`;
}

function missingWords({ utfall, nyckeltal }: Explained, last: Utfall | null, sources: boolean): string {
  const remark = utfall?.anmärkning == null ? '' : `: ${utfall.anmärkning.replace(/\.$/, '')}`;
  const known =
    last === null ? '' : `; senast kända är ${formatUtfall(last, nyckeltal)} (${formatPeriod(last.period)})`;
  return `utfall saknas för perioden${sources ? sourceOf(utfall) : ''}${remark}${known}`;
}

function sourceOf(utfall: Utfall | null): string {
  return utfall === null ? '' : ` (${utfall.file.path}:${utfall.rad})`;
}

function targetSource({ målvärde }: Explained): string {
  if (målvärde === null) {
    return '';
  }
  const place = placeOf(målvärde.origin);
  return ` (${place.file.path}:${positionAt(place.file, place.start).line})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
