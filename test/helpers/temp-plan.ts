import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toComparisonPlan } from '../../src/evaluate/comparison-value.ts';
import { evaluatePlan } from '../../src/evaluate/evaluate-plan.ts';
import type { EvaluatedPlan, EvaluatedRad } from '../../src/evaluate/evaluated-plan.ts';
import { type LoadedPlan, loadPlan, type PlansFolder } from '../../src/load/load-plan.ts';
import { readPeriod } from '../../src/model/period.ts';

/** Files by path below `plans/`: `2025/mal/vard.yaml`. */
export type PlanTexts = Readonly<Record<string, string>>;

export interface TempPlan {
  readonly plansFolder: PlansFolder;
  readonly cleanup: () => void;
}

const ORGANISATION = `namn: Region Prov
organ:
  rf:
    namn: Regionfullmäktige
    kort: RF
  rs:
    namn: Regionstyrelsen
    kort: RS
  hsn:
    namn: Hälso- och sjukvårdsnämnden
    kort: HSN
enheter:
  birka:
    namn: Birka
    organ: rs
  backedal:
    namn: Bäckedal
    organ: rs
`;

const YEAR = '2025';

/** Writes an organisation and one or more plan folders; what every plan needs is added where it is not given. */
export function writeTempPlan(texts: PlanTexts): TempPlan {
  const path = mkdtempSync(join(tmpdir(), 'vp-test-'));
  const folders = new Set([
    YEAR,
    ...Object.keys(texts).flatMap((name) => (name.includes('/') ? [name.slice(0, name.indexOf('/'))] : [])),
  ]);
  const defaults = Object.fromEntries(
    [...folders].map((folder) => [`${folder}/plan.yaml`, `titel: Plan ${folder}\nperiod: ${folder}\norgan: rs\n`]),
  );
  for (const [name, text] of Object.entries({ 'organisation.yaml': ORGANISATION, ...defaults, ...texts })) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { plansFolder: { path, shown: 'plans' }, cleanup: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes a plan folder, loads the plan and takes the files away again. */
export async function loadTempPlan(texts: PlanTexts, id = YEAR): Promise<LoadedPlan> {
  const { plansFolder, cleanup } = writeTempPlan(texts);
  try {
    return await loadPlan(plansFolder, id);
  } finally {
    cleanup();
  }
}

/** Code and message of every finding. */
export function told(diagnostics: LoadedPlan['diagnostics']): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

/** Loads and evaluates a plan that must be free of findings; other plan folders among the texts give comparison values. */
export async function evaluateTempPlan(texts: PlanTexts, periodText: string): Promise<EvaluatedPlan> {
  const { plansFolder, cleanup } = writeTempPlan(texts);
  try {
    const ids = new Set(Object.keys(texts).flatMap((name) => (/^(\d[^/]*)\//.exec(name)?.[1] ?? YEAR) as string));
    ids.add(YEAR);
    const plans = await Promise.all([...ids].map(async (id) => [id, await loadPlan(plansFolder, id)] as const));
    const findings = plans.flatMap(([, { diagnostics }]) => told(diagnostics));
    if (findings.length > 0) {
      throw new Error(`the plan of the test has findings:\n${findings.join('\n')}`);
    }
    const own = plans.find(([id]) => id === YEAR)?.[1].plan;
    const period = readPeriod(periodText);
    if (own === undefined || own === null || period === null) {
      throw new Error(`no plan or no period ${periodText}`);
    }
    const others = plans.flatMap(([id, { plan }]) => (id === YEAR || plan === null ? [] : [toComparisonPlan(plan)]));
    return evaluatePlan(own, period, others);
  } finally {
    cleanup();
  }
}

/** One nyckeltal `n` of organ rs: its keys as YAML lines, and its utfall rows below the header. */
export interface OneNyckeltal {
  readonly nyckel: readonly string[];
  /** Rows of `period;utfall`, or with further cells as in `kolumner`. */
  readonly utfall?: readonly string[];
  readonly kolumner?: string;
  readonly regler?: readonly string[];
  /** Further files. */
  readonly filer?: PlanTexts;
}

export function textsOfNyckeltal({
  nyckel,
  utfall = [],
  kolumner = 'period;utfall',
  regler = [],
  filer = {},
}: OneNyckeltal): PlanTexts {
  const rules = regler.length === 0 ? '' : `bedömningsregler:\n${indented(regler, 2)}`;
  return {
    [`${YEAR}/plan.yaml`]: `titel: Plan\nperiod: ${YEAR}\norgan: rs\n${rules}`,
    [`${YEAR}/mal/omrade.yaml`]: `namn: Område\nnyckeltal:\n  - id: n\n    namn: Nyckeltalet\n${indented(nyckel, 4)}`,
    ...(utfall.length === 0
      ? {}
      : { [`${YEAR}/utfall/rader.csv`]: `nyckeltal;${kolumner}\n${utfall.map((row) => `n;${row}\n`).join('')}` }),
    ...filer,
  };
}

function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => `${' '.repeat(by)}${line}\n`).join('');
}

/** The evaluated row of the one nyckeltal. */
export async function evaluateOne(one: OneNyckeltal, period = YEAR): Promise<EvaluatedRad> {
  const evaluated = await evaluateTempPlan(textsOfNyckeltal(one), period);
  const rad = evaluated.målområden[0]?.rader[0];
  if (rad === undefined) {
    throw new Error('no row was evaluated');
  }
  return rad;
}
