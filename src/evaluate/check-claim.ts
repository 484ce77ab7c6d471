import { placeOf } from '../load/place-of.ts';
import { placeOfRow } from '../load/place-of-row.ts';
import { readKvantitet, statedUnit } from '../malvarde/read-kvantitet.ts';
import { convert } from '../malvarde/units.ts';
import type { Budget } from '../model/budget.ts';
import { type Decimal, decimal, percentOf, ZERO } from '../model/decimal.ts';
import { within } from '../model/origin.ts';
import type { Påstående } from '../model/pastaende.ts';
import type { Period } from '../model/period.ts';
import { everyNyckeltal } from '../model/plan.ts';
import { indexUtfall } from '../model/utfall-index.ts';
import type { Place } from '../source/source-file.ts';
import { columnsNamed, findRuta, findTabell, placeInTable, readCell, rowsNamed } from './budget-cell.ts';
import { unknownName } from './claim-names.ts';
import {
  type ClaimResult,
  compareNumber,
  compareTarget,
  compareText,
  compareValue,
  missing,
  unchecked,
} from './compare-claim.ts';
import { countClaim, isStatus } from './count-claim.ts';
import type { EvaluatedPlan, EvaluatedRad } from './evaluated-plan.ts';
import { findUtfall } from './find-utfall.ts';

/**
 * Holds a published figure against the plan: it holds when the computed value, rounded half up to the printed decimals,
 * equals it.
 */
export function checkClaim(påstående: Påstående, evaluatedIn: (period: Period | null) => EvaluatedPlan): ClaimResult {
  const { innehåll, väntat, period } = påstående;
  const unknown = unknownName(påstående, evaluatedIn(period).plan);
  if (unknown !== null) {
    return { slag: 'fel', ...unknown };
  }
  switch (innehåll.slag) {
    case 'räkna': {
      const counted = countClaim(innehåll.vad, innehåll.där, evaluatedIn(period));
      return typeof counted === 'number'
        ? compareNumber(decimal(counted), null, väntat)
        : {
            slag: 'fel',
            nyckel: ['där', counted.nyckel],
            meddelande: `${innehåll.vad} har inget ${counted.nyckel} att räkna efter`,
          };
    }
    case 'förändring':
      return checkChange(innehåll.från, innehåll.till, väntat);
    case 'summa':
      return checkSum(innehåll.delar, väntat);
    case 'budget':
      return checkCell(evaluatedIn(period).plan.budget, innehåll, väntat);
    case 'uppgift': {
      const found = evaluatedIn(period).plan.uppgifter.find((one) => one.id === innehåll.id);
      return found === undefined
        ? missing('uppgift', `uppgiften ”${innehåll.id}” finns inte under uppgifter i plan.yaml`)
        : saidAt(compareText(found.värde, väntat), placeOf(within(found.origin, 'värde')));
    }
    case 'status':
      return checkStatus(innehåll.id, påstående, evaluatedIn(period));
    case 'beräknad':
      return checkComputed(innehåll.id, påstående, evaluatedIn(period));
    case 'utfall':
      return checkUtfall(innehåll.id, påstående, evaluatedIn(period));
    case 'målvärde':
    case 'prognos':
    case 'måluppfyllelse':
      return checkRad(innehåll.slag, innehåll.id, påstående, evaluatedIn(period));
  }
}

function checkRad(
  slag: 'målvärde' | 'prognos' | 'måluppfyllelse',
  id: string,
  påstående: Påstående,
  evaluated: EvaluatedPlan,
): ClaimResult {
  const found = findRad(slag, id, påstående, evaluated);
  if ('slag' in found) {
    return found;
  }
  switch (slag) {
    case 'måluppfyllelse':
      return found.procent === null
        ? unchecked('raden har ingen måluppfyllelse')
        : compareNumber(found.procent, '%', påstående.väntat);
    case 'målvärde':
      return saidAt(
        compareTarget(found, påstående.väntat),
        found.målvärde === null ? undefined : placeOf(found.målvärde.origin),
      );
    case 'prognos': {
      const stated = found.uppföljning?.prognos ?? null;
      return stated === null
        ? compareValue(found.egetUtfall?.prognos?.värde ?? null, påstående.väntat, found.nyckeltal)
        : compareText(stated, påstående.väntat);
    }
  }
}

/** An outcome of a nyckeltal or indikator, for the organ as a whole or for a unit or sex. */
function checkUtfall(id: string, påstående: Påstående, { plan, period }: EvaluatedPlan): ClaimResult {
  const nyckeltal = everyNyckeltal(plan).find((one) => one.id === id);
  if (nyckeltal === undefined) {
    return missing('utfall', `nyckeltalet ”${id}” finns inte i planen`);
  }
  const organ = påstående.organ ?? (nyckeltal.organ.length === 1 ? nyckeltal.organ[0] : undefined);
  if (organ === undefined || !nyckeltal.organ.includes(organ)) {
    return missing(
      påstående.organ === null ? 'utfall' : 'organ',
      `nyckeltalet ”${id}” har organ ${nyckeltal.organ.join(', ')}; ange ett av dem`,
    );
  }
  const rows = plan.utfall.filter(
    (one) => one.nyckeltal === id && one.organ === organ && one.enhet === påstående.enhet,
  );
  const own = rows.find((one) => one.kön === påstående.kön && one.period.id === period.id);
  const utfall = own ?? findUtfall(indexUtfall(rows), nyckeltal, organ, period, påstående.enhet);
  return saidAt(
    compareValue(utfall?.värde ?? null, påstående.väntat, nyckeltal),
    utfall === null ? undefined : placeOfRow(utfall),
  );
}

/** A claim that deviates, with where the plan says otherwise. */
function saidAt(result: ClaimResult, där: Place | undefined): ClaimResult {
  return result.slag === 'avviker' ? { ...result, där } : result;
}

/** The row that a claim is about; its organ may be left out where the nyckeltal has one. */
function findRad(
  nyckel: string,
  id: string,
  { organ }: Påstående,
  evaluated: EvaluatedPlan,
): EvaluatedRad | ClaimResult {
  const rader = evaluated.målområden.flatMap((område) => område.rader).filter((rad) => rad.nyckeltal.id === id);
  if (rader.length === 0) {
    return missing(nyckel, `nyckeltalet ”${id}” finns inte i planen`);
  }
  const own = organ === null ? rader : rader.filter((rad) => rad.organ === organ);
  const [only] = own;
  if (only === undefined) {
    return missing('organ', `nyckeltalet ”${id}” gäller inte ${organ ?? ''}`);
  }
  return own.length > 1
    ? missing(nyckel, `nyckeltalet ”${id}” har flera organ: ${own.map((rad) => rad.organ).join(', ')}; ange organ`)
    : only;
}

function checkStatus(id: string, påstående: Påstående, evaluated: EvaluatedPlan): ClaimResult {
  const { plan } = evaluated;
  const område = evaluated.målområden.find((one) => one.målområde.id === id);
  if (område !== undefined) {
    const one =
      påstående.organ === null ? område.sammanvägning : (område.perOrgan.get(påstående.organ) ?? område.sammanvägning);
    return statusResult(isStatus(one.status, påstående.väntat, plan), one.nivå?.namn ?? 'ingen status');
  }
  const uppdrag = evaluated.målområden
    .flatMap((one) => one.uppdrag)
    .filter((one) => one.uppdrag.id === id && (påstående.organ === null || one.organ === påstående.organ));
  const [first] = uppdrag;
  if (first !== undefined) {
    return statusResult(isStatus(first.status, påstående.väntat, plan), first.nivå?.namn ?? 'ingen status');
  }
  const rad = findRad('status', id, påstående, evaluated);
  return 'slag' in rad
    ? rad
    : statusResult(isStatus(rad.status, påstående.väntat, plan), rad.nivå?.namn ?? rad.status.replaceAll('_', ' '));
}

/** What the plan's rule gives, whatever a person has judged. */
function checkComputed(id: string, påstående: Påstående, evaluated: EvaluatedPlan): ClaimResult {
  const { plan, målområden } = evaluated;
  const område = målområden.find((one) => one.målområde.id === id);
  const found =
    område === undefined
      ? findRad('beräknad', id, påstående, evaluated)
      : (område.perOrgan.get(påstående.organ ?? '') ?? område.sammanvägning);
  if ('slag' in found) {
    return found;
  }
  const percent = 'visadProcent' in found ? found.visadProcent : null;
  const words = (found.beräknad ?? 'ingen status').replaceAll('_', ' ');
  return statusResult(
    isStatus(found.beräknad, påstående.väntat, plan),
    percent === null ? words : `${words} (${percent.replace('.', ',')} %)`,
  );
}

function statusResult(holds: boolean, beräknat: string): ClaimResult {
  return holds ? { slag: 'håller' } : { slag: 'avviker', beräknat };
}

/** A change in percent of where it began, or as a difference where the stated figure is no percentage. */
function checkChange(från: string, till: string, väntat: string): ClaimResult {
  const a = readKvantitet(från, null);
  const b = readKvantitet(till, null);
  const said = readKvantitet(väntat, null);
  if (a.slag === 'oläst' || b.slag === 'oläst' || said.slag === 'oläst') {
    return {
      slag: 'fel',
      nyckel: a.slag === 'oläst' || b.slag === 'oläst' ? ['förändring'] : ['väntat'],
      meddelande: 'värdet går inte att läsa som ett tal',
    };
  }
  const start = convert(a.kvantitet, b.kvantitet.måttenhet);
  if (start === null) {
    return { slag: 'fel', nyckel: ['förändring'], meddelande: 'från och till har olika måttenhet' };
  }
  const difference = b.kvantitet.värde.minus(start);
  if (said.kvantitet.måttenhet !== '%') {
    return compareNumber(difference, b.kvantitet.måttenhet, väntat);
  }
  return start.eq(ZERO)
    ? unchecked('förändringen börjar på noll')
    : compareNumber(percentOf(difference, start.abs()), '%', väntat);
}

function checkSum(delar: readonly string[], väntat: string): ClaimResult {
  const said = readKvantitet(väntat, null);
  const unit = said.slag === 'läst' ? said.kvantitet.måttenhet : null;
  let sum: Decimal = ZERO;
  for (const del of delar) {
    const read = readKvantitet(del, null);
    const value = read.slag === 'läst' ? convert(read.kvantitet, unit) : null;
    if (value === null) {
      return { slag: 'fel', nyckel: ['summa'], meddelande: `”${del}” går inte att lägga till summan` };
    }
    sum = sum.plus(value);
  }
  return compareNumber(sum, unit, väntat);
}

function checkCell(
  budget: Budget | null,
  { tabell, rad, kolumn }: { readonly tabell: string; readonly rad: string; readonly kolumn: string },
  väntat: string,
): ClaimResult {
  const table = budget === null ? null : findTabell(budget, tabell);
  if (table === null) {
    return missing('budget', `budgettabellen ”${tabell}” finns inte`);
  }
  const ruta = findRuta(table, rad, kolumn);
  if (ruta === null) {
    const rows = rowsNamed(table, rad).length;
    const [what, count] =
      rows === 1 ? [`kolumn ”${kolumn}”`, columnsNamed(table, kolumn).length] : [`rad ”${rad}”`, rows];
    return missing('budget', `tabellen ”${tabell}” har ${count === 0 ? 'ingen' : 'mer än en'} ${what}`);
  }
  const value = readCell(ruta.cell.text);
  return saidAt(
    value.slag === 'tal'
      ? compareNumber(value.kvantitet.värde, value.kvantitet.måttenhet ?? statedUnit(table.måttenhet), väntat)
      : compareText(ruta.cell.text, väntat),
    placeInTable(table, ruta.cell),
  );
}
