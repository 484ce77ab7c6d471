import type { FindingDetails } from '../../diagnostics/diagnostic.ts';
import { excerpt } from '../../diagnostics/excerpt.ts';
import { percentOf } from '../../load/build-plan.ts';
import { placeOf } from '../../load/place-of.ts';
import { unitOf } from '../../load/utfall-value.ts';
import { readKvantitet } from '../../malvarde/read-kvantitet.ts';
import { convert } from '../../malvarde/units.ts';
import { signOf } from '../../model/decimal.ts';
import type { Kvantitet } from '../../model/malvarde.ts';
import { readingsOf } from '../../model/organ-malvarde.ts';
import { type Origin, within } from '../../model/origin.ts';
import { everyNyckeltal, type Nyckeltal, type Plan, type StatedMålvärde } from '../../model/plan.ts';
import type { Rule } from '../rule.ts';

export const värdeOläsligt: Rule = {
  code: 'VP208',
  slug: 'regelvarde-olasligt',
  severity: 'fel',
  title: 'Ett värde som bedömningen använder går inte att följa',
  why: 'En tolerans eller ett startvärde som inte går att läsa, en förändring som inte säger vad utfallet är, eller en skala i fel ordning ger en annan bedömning än den som planen menar, eller ingen alls, utan att det syns.',
  help: 'Skriv ett tal i nyckeltalets måttenhet, till exempel 2 procentenheter, och skalans steg från det högsta till det lägsta.',
  *check({ plan }) {
    yield* ofPlan(plan);
    for (const nyckeltal of everyNyckeltal(plan)) {
      yield* ofNyckeltal(nyckeltal, plan);
    }
  },
};

function* ofNyckeltal(nyckeltal: Nyckeltal, { bedömningsregler }: Plan): Iterable<FindingDetails> {
  const { id, namn, tolerans, startvärde, gulFrån, måttenhet, målvärden, utfallÄr, origin } = nyckeltal;
  const whose = ` för ${id} ”${namn}”`;
  if (tolerans !== null) {
    const fault = toleranceFault(tolerans, måttenhet, unitOf(nyckeltal));
    if (fault !== null) {
      yield { ...found(`toleransen ”${excerpt(tolerans)}”${whose} ${fault}`, within(origin, 'tolerans')), id };
    }
  }
  if (startvärde !== null) {
    const fault = valueFault(startvärde.text, måttenhet, measuresChange(nyckeltal) ? null : unitOf(nyckeltal));
    if (fault !== null) {
      const message = `startvärdet ”${excerpt(startvärde.text)}”${whose} ${fault}`;
      yield { ...found(message, within(startvärde.origin, 'värde')), id };
    }
  }
  const [change] = målvärden.filter(isChange);
  if (change !== undefined && utfallÄr === null) {
    const message = `målvärdet ”${excerpt(change.text)}”${whose} är en förändring, men det står inte om utfallet är förändringen eller nivån`;
    yield { ...found(message, change.origin, 'förändring'), id };
  }
  if (gulFrån !== null && bedömningsregler.egenSkala) {
    const message = `gul_från${whose} används inte, för planen har en egen skala`;
    yield { ...found(message, within(origin, 'gul_från'), 'steg'), id };
  } else if (gulFrån !== null && percentOf(gulFrån) === null) {
    yield {
      ...found(`gul_från ”${excerpt(gulFrån)}”${whose} är ingen procent`, within(origin, 'gul_från'), 'gräns'),
      id,
    };
  }
}

function* ofPlan({ bedömningsregler, origin }: Plan): Iterable<FindingDetails> {
  const { tolerans, egenSkala, skala } = bedömningsregler;
  const rules = within(origin, 'bedömningsregler');
  const fault = tolerans === null ? null : toleranceFault(tolerans, null, null);
  if (fault !== null) {
    yield found(`planens tolerans ”${excerpt(tolerans ?? '')}” ${fault}`, within(rules, 'tolerans'));
  }
  if (!egenSkala) {
    return;
  }
  let above: number | null = null;
  for (const [index, { namn, från }] of skala.entries()) {
    const at = within(rules, 'skala', index);
    if (skala.findIndex((one) => one.namn === namn) < index) {
      yield found(`två steg i skalan heter ”${excerpt(namn)}”`, within(at, 'namn'), 'skala');
    }
    if (från !== null) {
      if (above !== null && Number(från) >= above) {
        yield found(`steget ”${excerpt(namn)}” börjar inte lägre än steget före det`, within(at, 'från'), 'skala');
      }
      above = Number(från);
    }
  }
}

const HELP = {
  värde: 'Skriv ett tal i nyckeltalets måttenhet, till exempel 2 procentenheter',
  gräns: 'Skriv en procentsats, till exempel 90',
  förändring: 'Lägg till utfall_är: förändring eller utfall_är: nivå',
  steg: 'Ta bort gul_från, eller ändra stegen i planens skala',
  skala: 'Skriv stegen från det högsta till det lägsta, vart och ett med sitt namn',
};

function found(message: string, origin: Origin, kind: keyof typeof HELP = 'värde'): FindingDetails {
  return { place: placeOf(origin), message, help: HELP[kind], id: null };
}

function toleranceFault(text: string, stated: string | null, unit: string | null): string | null {
  const read = readKvantitet(text, stated);
  // Percentage points are what a percentage is missed by.
  const points = read.slag === 'läst' && read.kvantitet.måttenhet === 'procentenheter' && unit === '%';
  return read.slag === 'läst' && signOf(read.kvantitet.värde) < 0
    ? 'är mindre än noll'
    : valueFault(text, stated, points ? null : unit);
}

/** Why a text is no value in a unit, as the end of a sentence; null where it is. */
function valueFault(text: string, stated: string | null, unit: string | null): string | null {
  const read = readKvantitet(text, stated);
  return read.slag === 'oläst' ? `går inte att läsa: ${read.fel.meddelande}` : unitFault(read.kvantitet, unit);
}

function unitFault(kvantitet: Kvantitet, unit: string | null): string | null {
  return unit === null || convert(kvantitet, unit) !== null
    ? null
    : `är i ${kvantitet.måttenhet ?? ''}, men nyckeltalet mäts i ${unit}`;
}

/** A change may be told in percent of a level that has another unit. */
function measuresChange({ målvärden, utfallÄr }: Nyckeltal): boolean {
  return utfallÄr === 'förändring' || målvärden.some(isChange);
}

function isChange(stated: StatedMålvärde): boolean {
  return readingsOf(stated).some(({ krav }) => krav.slag === 'förändring');
}
