import { differenceWords, hinderWords } from '../check/budget-words.ts';
import { readCell } from '../evaluate/budget-cell.ts';
import {
  type BudgetGrund,
  type CellPrövning,
  checkInvesteringar,
  checkTabell,
  type InvesteringsPrövning,
  knownDeviation,
} from '../evaluate/budget-sums.ts';
import { formatSwedish } from '../malvarde/numbers.ts';
import type { BudgetRad, BudgetTabell, Budgetändring } from '../model/budget.ts';
import type { Plan } from '../model/plan.ts';

/** A row that stands below one that does not add up: what its cells would be. */
export interface BeräknadRad {
  /** `Raderna blir`. */
  readonly etikett: string;
  /** One for each column; null where the printed figure holds. */
  readonly celler: readonly (string | null)[];
}

/** What is said below a table of a figure that does not hold or cannot be checked. */
export interface BudgetAnmärkning {
  readonly slag: 'avviker' | 'oprövad';
  /** In a published plan: why it stands. */
  readonly känd: string | null;
  readonly text: string;
}

export interface BudgetReportTabell {
  readonly tabell: BudgetTabell;
  /** Only of cells where something stands. */
  readonly prövningar: readonly CellPrövning[];
  /** Whether a row or column is a sum of others. */
  readonly isSumma: (rad: BudgetRad) => boolean;
  readonly beräknade: (rad: BudgetRad) => readonly BeräknadRad[];
  readonly anmärkningar: readonly BudgetAnmärkning[];
}

export interface BudgetReport {
  readonly plan: Plan;
  readonly tabeller: readonly BudgetReportTabell[];
  /** In the order of the plan, those of one område together. */
  readonly ändringar: readonly { readonly område: string | null; readonly poster: readonly Budgetändring[] }[];
  readonly investeringar:
    | (InvesteringsPrövning & { readonly måttenhet: string | null; readonly angiven: string | null })
    | null;
}

/** What a plan's budget says, with every sum computed anew; empty where the plan has none. */
export function buildBudgetReport(plan: Plan): BudgetReport {
  const { budget } = plan;
  if (budget === null) {
    return { plan, tabeller: [], ändringar: [], investeringar: null };
  }
  const { tabeller, ändringar, investeringar } = budget;
  return {
    plan,
    tabeller: tabeller.map((tabell) => tabellOf(tabell, checkTabell(budget, tabell), plan)),
    ändringar: groupChanges(ändringar),
    investeringar:
      investeringar === null
        ? null
        : { ...checkInvesteringar(investeringar), måttenhet: investeringar.måttenhet, angiven: investeringar.summa },
  };
}

function tabellOf(tabell: BudgetTabell, checked: readonly CellPrövning[], { status }: Plan): BudgetReportTabell {
  const prövningar = checked.filter(({ ruta }) => readCell(ruta.cell.text).slag !== 'tom');
  const sums = new Set(prövningar.filter(({ grund }) => grund.slag === 'rader').map(({ ruta }) => ruta.rad));
  return {
    tabell,
    prövningar,
    isSumma: (rad) => sums.has(rad),
    beräknade: (rad) => beräknadeOf(rad, prövningar),
    anmärkningar: prövningar.flatMap((one) => anmärkningOf(one, status === 'publicerad') ?? []),
  };
}

const ETIKETTER: Readonly<Record<BudgetGrund['slag'], string>> = {
  rader: 'Raderna blir',
  kolumner: 'Kolumnerna blir',
  likhet: 'Ska vara',
};

function beräknadeOf(rad: BudgetRad, prövningar: readonly CellPrövning[]): readonly BeräknadRad[] {
  const own = prövningar.filter(({ ruta }) => ruta.rad === rad);
  return (['rader', 'kolumner', 'likhet'] as const).flatMap((slag) => {
    const celler = rad.celler.map((cell) => {
      const one = own.find(
        ({ ruta, grund, prövning }) => ruta.cell === cell && grund.slag === slag && prövning.slag === 'avviker',
      );
      return one?.prövning.beräknad == null ? null : formatSwedish(one.prövning.beräknad);
    });
    return celler.some((cell) => cell !== null) ? [{ etikett: ETIKETTER[slag], celler }] : [];
  });
}

function anmärkningOf({ ruta, grund, prövning }: CellPrövning, published: boolean): BudgetAnmärkning | null {
  const at = `${ruta.rad.namn}, ${ruta.kolumn}`;
  switch (prövning.slag) {
    case 'stämmer':
      return null;
    case 'avviker': {
      const same =
        grund.slag === 'likhet'
          ? `, som ska vara lika med ${grund.med.rad.namn}, ${grund.med.kolumn} i tabellen ${grund.med.tabell.id}`
          : '';
      const känd = published ? (knownDeviation(ruta)?.skäl.trim() ?? null) : null;
      return { slag: 'avviker', känd, text: `${at}${same}: ${differenceWords(grund.slag, prövning)}` };
    }
    case 'oprövad':
      return { slag: 'oprövad', känd: null, text: `${at}: ${hinderWords(prövning.hinder)}` };
  }
}

function groupChanges(ändringar: readonly Budgetändring[]): BudgetReport['ändringar'] {
  const groups = new Map<string | null, Budgetändring[]>();
  for (const one of ändringar) {
    const group = groups.get(one.område);
    if (group === undefined) {
      groups.set(one.område, [one]);
    } else {
      group.push(one);
    }
  }
  return [...groups].map(([område, poster]) => ({ område, poster }));
}

/** An amount as people read it: `-1585,1` as `−1 585,1`; with words it is left as printed but for its minus sign. */
export function shownAmount(text: string): string {
  const value = readCell(text);
  return value.slag === 'tal' && /^[-−–]?[\d\s.,]+$/.test(text.trim())
    ? formatSwedish(value.kvantitet.siffror)
    : text.replace(/(^|[\s(])[-–](?=\d)/g, '$1−');
}

/** How many figures hold, deviate and cannot be checked, in words: `6 summor och 2 jämförelser stämmer`. */
export function countWords(prövningar: readonly CellPrövning[], slag: CellPrövning['prövning']['slag']): string | null {
  const own = prövningar.filter(({ prövning }) => prövning.slag === slag);
  const likenesses = own.filter(({ grund }) => grund.slag === 'likhet').length;
  const sums = own.length - likenesses;
  const things = [
    ...(sums === 0 ? [] : [sums === 1 ? '1 summa' : `${sums} summor`]),
    ...(likenesses === 0 ? [] : [likenesses === 1 ? '1 jämförelse' : `${likenesses} jämförelser`]),
  ].join(' och ');
  const words = { stämmer: 'stämmer', avviker: 'avviker', oprövad: 'kan inte kontrolleras' };
  return things === '' ? null : `${things} ${words[slag]}`;
}

/** Whether a column holds figures, with words beside them or not; they stand to the right. */
export function isFigureColumn({ rader }: BudgetTabell, index: number): boolean {
  return rader.some(({ celler }) => /^[-−–+]?\s*\d/.test(celler[index]?.text ?? ''));
}
