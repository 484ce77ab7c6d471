import type { FindingDetails } from '../../diagnostics/diagnostic.ts';
import { excerpt } from '../../diagnostics/excerpt.ts';
import { reglerOf } from '../../evaluate/regler.ts';
import { hasPlace, placeOf } from '../../load/place-of.ts';
import { unitOf } from '../../load/utfall-value.ts';
import { readKvantitet } from '../../malvarde/read-kvantitet.ts';
import { decimal, HUNDRED, signOf } from '../../model/decimal.ts';
import type { Krav } from '../../model/malvarde.ts';
import { readingsOf, statedOf } from '../../model/organ-malvarde.ts';
import { type Origin, within } from '../../model/origin.ts';
import { everyNyckeltal, type Nyckeltal, type Plan } from '../../model/plan.ts';
import type { Rule } from '../rule.ts';
import {
  inWords,
  isChange,
  isMissing,
  measuresChange,
  missFault,
  nyckeltalOrChange,
  toleranceExample,
  toleranceFault,
  valueFault,
} from '../value-fault.ts';

export const värdeOläsligt: Rule = {
  code: 'VP208',
  slug: 'regelvarde-olasligt',
  severity: 'fel',
  title: 'Ett värde som bedömningen använder går inte att följa',
  why: 'En tolerans eller ett startvärde som inte går att läsa eller som saknas, en förändring som inte säger vad utfallet är, en andel där procent väntas, eller en skala i fel ordning ger en annan bedömning än den som planen menar, eller ingen alls, utan att det syns.',
  help: 'Skriv ett tal i nyckeltalets måttenhet, till exempel 2 dagar, eller 2 procentenheter för det som mäts i %. Skriv gränser i procent, och skalans steg från det högsta till det lägsta.',
  *check({ plan }) {
    yield* ofPlan(plan);
    for (const nyckeltal of everyNyckeltal(plan)) {
      for (const finding of ofNyckeltal(nyckeltal, plan)) {
        yield { ...finding, id: nyckeltal.id };
      }
    }
  },
};

function* ofNyckeltal(nyckeltal: Nyckeltal, plan: Plan): Iterable<FindingDetails> {
  yield* ofTolerans(nyckeltal);
  yield* ofStartvärde(nyckeltal, plan);
  yield* ofGulFrån(nyckeltal, plan);
  const change = statedOf(nyckeltal).find(isChange);
  if (change !== undefined && nyckeltal.utfallÄr === null) {
    yield found(
      `målvärdet ”${excerpt(change.text)}”${whose(nyckeltal)} är en förändring, men det står inte om utfallet är förändringen eller nivån`,
      change.origin,
      'Lägg till utfall_är: förändring eller utfall_är: nivå',
    );
  }
}

function* ofTolerans(nyckeltal: Nyckeltal): Iterable<FindingDetails> {
  const { tolerans, måttenhet, origin } = nyckeltal;
  const fault = tolerans === null ? null : (toleranceFault(tolerans, måttenhet) ?? missFault(tolerans, nyckeltal));
  if (tolerans !== null && fault !== null) {
    const help = isMissing(tolerans, nyckeltal)
      ? 'Ta bort nyckeln tolerans'
      : `Skriv ett tal i ${nyckeltalOrChange(nyckeltal)} måttenhet, till exempel ${toleranceExample(nyckeltal)}`;
    const message = `toleransen ”${excerpt(tolerans)}”${whose(nyckeltal)} ${fault}`;
    yield found(message, within(origin, 'tolerans'), help);
  }
}

function* ofStartvärde(nyckeltal: Nyckeltal, plan: Plan): Iterable<FindingDetails> {
  const { startvärde, måttenhet, metod, origin } = nyckeltal;
  if (startvärde === null) {
    if (needsStart(nyckeltal, plan)) {
      yield found(
        `metoden startvärde${whose(nyckeltal)} kräver ett startvärde, men det finns inget`,
        within(origin, metod === null ? 'id' : 'metod'),
        `Lägg till startvärde med värde och period, eller ${metod === null ? 'metod: avvikelse' : 'ta bort metod: startvärde'}`,
      );
    }
    return;
  }
  const unit = unitOf(nyckeltal);
  const fault = valueFault(startvärde.text, måttenhet, measuresChange(nyckeltal) ? null : unit);
  if (fault !== null) {
    const help = isMissing(startvärde.text, nyckeltal)
      ? `Ta bort nyckeln startvärde när det inte finns något värde${needsStart(nyckeltal, plan) ? ', och byt metod' : ''}`
      : `Skriv ett tal i nyckeltalets måttenhet, till exempel ${inWords('80', unit, måttenhet)}`;
    const message = `startvärdet ”${excerpt(startvärde.text)}”${whose(nyckeltal)} ${fault}`;
    yield found(message, within(startvärde.origin, 'värde'), help);
  }
}

/** What is no percentage at all is found by the schema. */
function* ofGulFrån(nyckeltal: Nyckeltal, { bedömningsregler }: Plan): Iterable<FindingDetails> {
  const { gulFrån, origin } = nyckeltal;
  const at = within(origin, 'gul_från');
  if (gulFrån !== null && bedömningsregler.egenSkala) {
    yield found(
      `gul_från${whose(nyckeltal)} används inte, för planen har en egen skala`,
      at,
      'Ta bort gul_från, eller ändra stegen i planens skala',
    );
  } else if (gulFrån !== null) {
    yield* ofFraction(gulFrån, `gul_från${whose(nyckeltal)}`, at);
  }
}

function* ofPlan({ bedömningsregler, origin }: Plan): Iterable<FindingDetails> {
  const { tolerans, gulFrån, egenSkala } = bedömningsregler;
  const rules = within(origin, 'bedömningsregler');
  const fault = tolerans === null ? null : toleranceFault(tolerans, null);
  if (fault !== null) {
    yield found(
      `planens tolerans ”${excerpt(tolerans ?? '')}” ${fault}`,
      within(rules, 'tolerans'),
      'Skriv ett tal, till exempel 2, som gäller i varje nyckeltals måttenhet, eller 2 procentenheter',
    );
  }
  yield* egenSkala
    ? ofSkala(bedömningsregler.skala, rules)
    : ofFraction(gulFrån.toFixed(), 'planens gul_från', within(rules, 'gul_från'));
}

function* ofSkala(skala: Plan['bedömningsregler']['skala'], rules: Origin): Iterable<FindingDetails> {
  const order = 'Skriv stegen från det högsta till det lägsta, vart och ett med sitt namn';
  // A lowest step may well begin at 1 %; a highest one does not.
  const highest = skala.find(({ från }) => från !== null)?.från ?? null;
  let above: number | null = null;
  for (const [index, { namn, från }] of skala.entries()) {
    const at = within(rules, 'skala', index);
    if (skala.findIndex((one) => one.namn === namn) < index) {
      yield found(`två steg i skalan heter ”${excerpt(namn)}”`, within(at, 'namn'), order);
    }
    if (från === null) {
      continue;
    }
    if (above !== null && Number(från) >= above) {
      yield found(`steget ”${excerpt(namn)}” börjar inte lägre än steget före det`, within(at, 'från'), order);
    }
    if (Number(från) < 1 || Number(highest) <= 1) {
      yield* ofFraction(från, `från i steget ”${excerpt(namn)}”`, within(at, 'från'));
    }
    above = Number(från);
  }
}

/** 0,95 where 95 is meant would let nearly everything through; who means less than 1 % writes the sign. */
function* ofFraction(text: string, what: string, origin: Origin): Iterable<FindingDetails> {
  const read = readKvantitet(text, '%');
  if (read.slag === 'oläst' || text.includes('%') || (hasPlace(origin) && writtenAt(origin).includes('%'))) {
    return;
  }
  const { värde } = read.kvantitet;
  if (signOf(värde) > 0 && värde.lte(decimal('1'))) {
    const percent = swedish(värde.times(HUNDRED).toFixed());
    yield found(
      `${what} är ${swedish(text)}, en andel där procent väntas`,
      origin,
      `Skriv procent, till exempel ${percent}`,
    );
  }
}

/** The value letter by letter: of a step only its digits are kept. */
function writtenAt(origin: Origin): string {
  const { file, start, end } = placeOf(origin);
  return file.text.slice(start, end);
}

function found(message: string, origin: Origin, help: string): FindingDetails {
  return { place: placeOf(origin), message, help, id: null };
}

function whose({ id, namn }: Nyckeltal): string {
  return ` för ${id} ”${namn}”`;
}

function swedish(digits: string): string {
  return digits.replace('.', ',');
}

const BY_DEGREE: ReadonlySet<Krav['slag']> = new Set(['gräns', 'mellan', 'förändring']);

/** Whether a miss is told as a part of the way from the start value. */
function needsStart(nyckeltal: Nyckeltal, { bedömningsregler }: Plan): boolean {
  const { metod, tolerans, utanProcent } = reglerOf(nyckeltal, bedömningsregler);
  const isByDegree = statedOf(nyckeltal).some((one) => readingsOf(one).some(({ krav }) => BY_DEGREE.has(krav.slag)));
  return metod === 'startvärde' && tolerans === null && !utanProcent && isByDegree;
}
