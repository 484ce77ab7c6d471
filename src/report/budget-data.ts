import { hinderWords } from '../check/budget-words.ts';
import type { SummaPrövning } from '../evaluate/add-amounts.ts';
import { placeInTable, readCell } from '../evaluate/budget-cell.ts';
import { type CellPrövning, knownDeviation } from '../evaluate/budget-sums.ts';
import { placeOf } from '../load/place-of.ts';
import type { BudgetTabell } from '../model/budget.ts';
import type { Plan } from '../model/plan.ts';
import { type Place, positionAt } from '../source/source-file.ts';
import type { BudgetReport, BudgetReportTabell } from './budget-report.ts';
import { type Data, type DataObject, digits } from './data.ts';

/** `vp budget --format json`; its schema is `schemas/budget-utskrift.schema.json`. */
export function budgetData(report: BudgetReport): DataObject {
  const { plan, tabeller } = report;
  return {
    version: 1,
    plan: planData(plan),
    tabeller: tabeller.map((one) => tabellData(one, plan)),
    ändringar:
      plan.budget?.ändringar.map(({ område, text, belopp, origin }) => ({
        område,
        text: text.trimEnd(),
        belopp: belopp === null ? null : amountData(belopp),
        källa: sourceData(placeOf(origin)),
      })) ?? [],
    investeringar: investmentData(report),
  };
}

/** What every output says of its plan. */
export function planData({ id, titel, period, status, organisation }: Plan): DataObject {
  return { id, titel, period: period.id, status, organisation: organisation.namn };
}

function tabellData({ tabell, prövningar }: BudgetReportTabell, plan: Plan): DataObject {
  const { id, rubrik, måttenhet, radrubrik, kolumner, rader, avrundning, fotnoter } = tabell;
  return {
    id,
    rubrik,
    måttenhet,
    radrubrik,
    kolumner,
    rader: rader.map(({ namn, celler }) => ({ namn, celler: celler.map(({ text }) => amountData(text)) })),
    avrundning: avrundning === null ? null : (amountData(avrundning)['värde'] ?? null),
    prövningar: prövningar.map((one) => cellData(one, plan)),
    fotnoter,
    källa: sourceData(placeOf(tabell.origin)),
  };
}

function cellData({ ruta, grund, prövning }: CellPrövning, { status }: Plan): DataObject {
  const { tabell, rad, kolumn, cell } = ruta;
  return {
    rad: rad.namn,
    kolumn,
    grund: grund.slag,
    delar: grund.slag === 'likhet' ? [refData(grund.med)] : grund.delar.map((del) => refData(del)),
    ...prövningData(prövning),
    känd_avvikelse:
      status === 'publicerad' && prövning.slag === 'avviker' ? (knownDeviation(ruta)?.skäl.trim() ?? null) : null,
    källa: sourceData(placeInTable(tabell, cell)),
  };
}

function refData({
  tabell,
  rad,
  kolumn,
}: {
  readonly tabell: BudgetTabell;
  readonly rad: { readonly namn: string };
  readonly kolumn: string;
}): DataObject {
  return { tabell: tabell.id, rad: rad.namn, kolumn };
}

function prövningData(prövning: SummaPrövning): DataObject {
  return {
    utfall: prövning.slag === 'oprövad' ? 'kan_inte_kontrolleras' : prövning.slag,
    angiven: figure(prövning.angiven),
    beräknad: figure(prövning.beräknad),
    skillnad: prövning.slag === 'avviker' ? digits(prövning.skillnad) : null,
    skäl: prövning.slag === 'oprövad' ? hinderWords(prövning.hinder) : null,
  };
}

/** A figure; null where two cells agree in words. */
function figure(text: string | null): Data {
  return text !== null && /^-?\d+(?:\.\d+)?$/.test(text) ? digits(text) : null;
}

/** An amount as printed, and its figure where it is one. */
function amountData(text: string): DataObject {
  const value = readCell(text);
  return value.slag === 'tal'
    ? { text, värde: digits(value.kvantitet.siffror), måttenhet: value.kvantitet.måttenhet }
    : { text, värde: null, måttenhet: null };
}

function investmentData({ investeringar }: BudgetReport): Data {
  if (investeringar === null) {
    return null;
  }
  const { måttenhet, områden, beräknad, prövning } = investeringar;
  return {
    måttenhet,
    områden: områden.map(({ namn, objekt, summa }) => ({
      namn,
      summa: figure(summa),
      objekt: objekt.map((one) => ({
        objekt: one.objekt,
        slag: one.slag,
        belopp: amountData(one.belopp),
        källa: sourceData(placeOf(one.origin)),
      })),
    })),
    summa:
      prövning === null
        ? { utfall: null, angiven: null, beräknad: figure(beräknad), skillnad: null, skäl: null }
        : prövningData(prövning),
  };
}

function sourceData({ file, start }: Place): DataObject {
  const { line, column } = positionAt(file, start);
  return { fil: file.path, rad: line, kolumn: column };
}
