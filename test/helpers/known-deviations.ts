import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planIds } from '../../src/cli/find-plans.ts';
import { loadChecked } from '../../src/cli/load-evaluated.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { findRuta, placeInTable } from '../../src/evaluate/budget-cell.ts';
import { checkTabell } from '../../src/evaluate/budget-sums.ts';
import { keyPlaceOf, placeOf } from '../../src/load/place-of.ts';
import { SIDE_FILES } from '../../src/load/plan-files.ts';
import { formatSwedish } from '../../src/malvarde/numbers.ts';
import type { Budget, BudgetTabell } from '../../src/model/budget.ts';
import { within } from '../../src/model/origin.ts';
import type { Påstående } from '../../src/model/pastaende.ts';
import type { KändAvvikelse, Plan } from '../../src/model/plan.ts';
import { type Place, positionAt } from '../../src/source/source-file.ts';

/** Texts of changed files by their name below `plans/`. */
type Changes = ReadonlyMap<string, string>;

/** A known deviation of a plan, where it shows, and what happens to it. */
export interface KnownDeviation {
  /** `2022 pastaenden.yaml:13` */
  readonly name: string;
  readonly slag: 'pastaenden.yaml' | 'budget.yaml' | 'plan.yaml';
  readonly plan: string;
  readonly code: string;
  /** Where the document is wrong: there is the note, and the error without the reason. */
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly withoutReason: Changes;
  readonly corrected: Changes;
  /** The error when the figure is right and the reason still there. */
  readonly atReason: { readonly code: string; readonly file: string; readonly line: number; readonly words: string };
}

/** Every known deviation that the plans below a folder state, in the order of the plans. */
export async function deviationsOf(root: string): Promise<readonly KnownDeviation[]> {
  const folder = { path: join(root, 'plans'), shown: 'plans' };
  const found: KnownDeviation[] = [];
  for (const id of planIds(folder)) {
    const { plan, diagnostics } = await loadChecked(folder, id, {
      idag: '2025-06-01',
      beside: SIDE_FILES,
      rules: 'all',
    });
    if (plan === null) {
      throw new Error(`the plan ${id} cannot be read`);
    }
    const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
    found.push(
      ...plan.påståenden.flatMap((one) => (one.kändAvvikelse === null ? [] : [ofClaim(one, plan, diagnostics)])),
      ...(plan.budget?.tabeller ?? []).flatMap((tabell) =>
        tabell.kändaAvvikelser.map((one) => ofCell(one, tabell, plan)),
      ),
      ...plan.kändaAvvikelser.map((one) => ofRule(one, plan, diagnostics, read)),
    );
  }
  return found;
}

function ofClaim(claim: Påstående, plan: Plan, diagnostics: readonly Diagnostic[]): KnownDeviation {
  const reason = within(claim.origin, 'känd_avvikelse');
  const figure = placeOf(within(claim.origin, 'väntat'));
  const line = lineOf(figure);
  const note = diagnostics.find(({ code, place }) => code === 'VP230' && place.start === figure.start);
  // What the plan gives, in the words of the finding: `…, men planen ger 20,8 %. Känd avvikelse: …`
  const told = /, men planen ger (.+?)\. Känd avvikelse: /s.exec(note?.message ?? '')?.[1] ?? '';
  // A computed status is told with the percentage that it comes from.
  const computed = told.replace(/ \([\d,]+ %\)$/, '');
  return {
    name: `${plan.id} pastaenden.yaml:${line}`,
    slag: 'pastaenden.yaml',
    plan: plan.id,
    code: 'VP230',
    file: figure.file.path,
    line,
    reason: claim.kändAvvikelse ?? '',
    withoutReason: changed(figure.file.path, withoutLines(keyPlaceOf(reason), placeOf(reason))),
    corrected: changed(figure.file.path, withText(figure, computed)),
    atReason: { code: 'VP230', file: figure.file.path, line: lineOf(keyPlaceOf(reason)), words: 'stämmer nu' },
  };
}

function ofCell(
  { rad, kolumn, skäl, origin }: BudgetTabell['kändaAvvikelser'][number],
  tabell: BudgetTabell,
  plan: Plan,
): KnownDeviation {
  const ruta = findRuta(tabell, rad, kolumn);
  if (ruta === null || plan.budget === null) {
    throw new Error(`${tabell.id} has no cell ${rad}, ${kolumn}`);
  }
  const cell = placeInTable(tabell, ruta.cell);
  return {
    name: `${plan.id} budget.yaml ${rad}, ${kolumn}`,
    slag: 'budget.yaml',
    plan: plan.id,
    code: 'VP220',
    file: cell.file.path,
    line: lineOf(cell),
    reason: skäl.trim(),
    withoutReason: changed(cell.file.path, withoutLines(placeOf(origin), placeOf(origin))),
    corrected: changed(cell.file.path, withSums(plan.budget, tabell, ruta.cell.start)),
    atReason: {
      code: 'VP220',
      file: cell.file.path,
      line: lineOf(placeOf(within(origin, 'rad'))),
      words: 'stämmer inte längre',
    },
  };
}

/**
 * The table with the right sum in a cell. Where the cell is right by one of its sums and wrong by another, it is the
 * cells of the other that are wrong, and are put right.
 */
function withSums(budget: Budget, tabell: BudgetTabell, start: number): string {
  const checks = checkTabell(budget, tabell);
  const own = checks.filter(({ ruta }) => ruta.cell.start === start);
  const wrong = own.every(({ prövning }) => prövning.slag === 'avviker')
    ? own
    : checks.filter(
        ({ ruta, prövning }) =>
          prövning.slag === 'avviker' &&
          own.some(({ grund }) => grund.slag !== 'likhet' && grund.delar.some((del) => del.cell === ruta.cell)),
      );
  let text = tabell.origin.file.text;
  for (const { ruta, prövning } of [...wrong].sort((a, b) => b.ruta.cell.start - a.ruta.cell.start)) {
    const { start: from, end } = placeInTable(tabell, ruta.cell);
    text = `${text.slice(0, from)}${formatSwedish(prövning.beräknad ?? '')}${text.slice(end)}`;
  }
  return text;
}

/** Rules of the whole plan: what deviates is a målvärde, which is put right by a målvärde that says what is meant. */
function ofRule(
  deviation: KändAvvikelse,
  plan: Plan,
  diagnostics: readonly Diagnostic[],
  read: (name: string) => string,
): KnownDeviation {
  const { regel, gäller, skäl, origin } = deviation;
  const note = diagnostics.find(({ slug, id, severity }) => slug === regel && id === gäller && severity === 'notis');
  if (note === undefined) {
    throw new Error(`${plan.id}: no finding of ${regel} for ${gäller}`);
  }
  const { path } = note.place.file;
  return {
    name: `${plan.id} plan.yaml ${regel} ${gäller}`,
    slag: 'plan.yaml',
    plan: plan.id,
    code: note.code,
    file: path,
    line: lineOf(note.place),
    reason: skäl.trim(),
    withoutReason: changed(origin.file.path, withoutLines(placeOf(origin), placeOf(origin))),
    corrected: changed(path, mended(regel, note.place, read(path.replace(/^plans\//, '')))),
    atReason: {
      code: 'VP140',
      file: origin.file.path,
      line: lineOf(placeOf(within(origin, 'regel'))),
      words: `${regel} för ”${gäller}” svarar inte mot något fynd`,
    },
  };
}

/** The file with a målvärde that the rule finds nothing wrong with. */
function mended(regel: string, place: Place, text: string): string {
  const lineStart = text.lastIndexOf('\n', place.start) + 1;
  const lineEnd = text.indexOf('\n', place.start);
  switch (regel) {
    case 'mal-utan-malvarde': {
      // The finding is at the id, the first key of its entry: a målvärde is put below it.
      const indent = ' '.repeat(text.slice(lineStart).indexOf('id:'));
      return `${text.slice(0, lineEnd)}\n${indent}målvärde: bedöms${text.slice(lineEnd)}`;
    }
    case 'malvarde-inte-satt':
    case 'mal-redan-natt':
    case 'procent-utan-bas':
      return `${text.slice(0, place.start)}bedöms${text.slice(place.end)}`;
    default:
      throw new Error(`the test does not know how ${regel} is put right`);
  }
}

function changed(path: string, text: string): Changes {
  return new Map([[path.replace(/^plans\//, ''), text]]);
}

function withText({ file: { text }, start, end }: Place, put: string): string {
  return `${text.slice(0, start)}${put}${text.slice(end)}`;
}

/** The file without the lines from one place to the end of another; the key of a list that is then empty goes too. */
function withoutLines(first: Place, last: Place): string {
  const { text } = first.file;
  const from = text.lastIndexOf('\n', first.start) + 1;
  const lineEnd = text.indexOf('\n', last.end - 1);
  const to = lineEnd < 0 ? text.length : lineEnd + 1;
  const isOnly = /:\n$/.test(text.slice(0, from)) && !/^ *- /.test(text.slice(to));
  const isItem = /^ *- /.test(text.slice(from));
  return text.slice(0, isOnly && isItem ? text.lastIndexOf('\n', from - 2) + 1 : from) + text.slice(to);
}

function lineOf({ file, start }: Place): number {
  return positionAt(file, start).line;
}
