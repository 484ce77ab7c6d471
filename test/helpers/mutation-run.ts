import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planIds } from '../../src/cli/find-plans.ts';
import { type CheckedPlan, loadChecked } from '../../src/cli/load-evaluated.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { choosePeriod, periodsWithUtfall } from '../../src/evaluate/choose-period.ts';
import { parseCsv } from '../../src/load/parse-csv.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { SIDE_FILES } from '../../src/load/plan-files.ts';
import { readKvantitet } from '../../src/malvarde/read-kvantitet.ts';
import { type Period, readPeriod } from '../../src/model/period.ts';
import type { Plan } from '../../src/model/plan.ts';
import { budgetData } from '../../src/report/budget-data.ts';
import { buildBudgetReport } from '../../src/report/budget-report.ts';
import { diagnosticsData } from '../../src/report/diagnostics-data.ts';
import { buildDocument } from '../../src/report/document/build-document.ts';
import { reportData } from '../../src/report/document/report-data.ts';
import { kalenderData } from '../../src/report/kalender-data.ts';
import { buildKalenderReport } from '../../src/report/kalender-report.ts';
import { statusData } from '../../src/report/status-data.ts';
import { buildStatusReport, EVERYTHING } from '../../src/report/status-report.ts';
import { visaData } from '../../src/report/visa-data.ts';
import { buildVisaReport, visaNames } from '../../src/report/visa-report.ts';
import { lineText, positionAt, type SourceFile } from '../../src/source/source-file.ts';
import { ROOT } from '../cli/run-vp.ts';
import type { Site } from './mutation-sites.ts';
import { changedFile } from './remember-loads.ts';

/** The day that the plans are checked on; far from any date in them, so that no run depends on the calendar. */
export const IDAG = '2025-06-01';

/** What became of a mutation; the test's own docstring says what each means. */
export const UTSLAG = ['fynd', 'status', 'samma plan', 'annan utskrift', 'rest'] as const;
export type Utslag = (typeof UTSLAG)[number];

/** A file with one slip in it. */
export interface Mutation {
  readonly site: Site;
  /** The whole file. */
  readonly text: string;
}

/** How a plan's JSON outputs read, and what is found in it. */
interface Seen {
  readonly findings: ReadonlySet<string>;
  readonly status: string;
  readonly other: string;
}

export interface Bench {
  /** The folder of plans. */
  readonly path: string;
  /** Writes the mutated file, asks, and puts the file back. */
  readonly within: <T>(mutation: Mutation, ask: () => Promise<T>) => Promise<T>;
  readonly judge: (mutation: Mutation) => Promise<Utslag>;
  readonly close: () => void;
}

/** A copy of `plans/` in which one file at a time is mutated and put back. */
export async function openBench(): Promise<Bench> {
  const path = mkdtempSync(join(tmpdir(), 'vp-mutation-'));
  cpSync(join(ROOT, 'plans'), path, { recursive: true });
  const folder = { path, shown: 'plans' };
  const ids = planIds(folder);
  const load = (id: string) => loadChecked(folder, id, { idag: IDAG, beside: SIDE_FILES, rules: 'all' });
  const base = new Map<string, Seen>();
  for (const id of ids) {
    const checked = await load(id);
    base.set(id, {
      findings: new Set(checked.diagnostics.map(keyOf)),
      status: statusOf(checked),
      other: otherOf(checked),
    });
  }
  const within = async <T>({ site: { file }, text }: Mutation, ask: () => Promise<T>): Promise<T> => {
    const name = file.path.replace(/^plans\//, '');
    writeFileSync(join(path, name), text);
    changedFile.path = name;
    try {
      return await ask();
    } finally {
      writeFileSync(join(path, name), file.text);
      changedFile.path = null;
    }
  };
  const judge = async (mutation: Mutation): Promise<Utslag> => {
    const own = ids.filter((id) => mutation.site.file.path.startsWith(`plans/${id}/`));
    let isOther = false;
    // What another plan says of the mutated one counts too, but is seldom needed.
    for (const id of [...own, ...ids.filter((one) => !own.includes(one))]) {
      const verdict = compare(await load(id), base.get(id), mutation);
      if (verdict === 'fynd' || verdict === 'status') {
        return verdict;
      }
      isOther ||= verdict === 'annan utskrift';
    }
    return isSame(mutation) ? 'samma plan' : isOther ? 'annan utskrift' : 'rest';
  };
  return {
    path,
    within,
    judge: (mutation) => within(mutation, () => judge(mutation)),
    close: () => rmSync(path, { recursive: true, force: true }),
  };
}

function compare(checked: CheckedPlan, before: Seen | undefined, mutation: Mutation): Utslag {
  const fresh = checked.diagnostics.filter((one) => before?.findings.has(keyOf(one)) !== true);
  if (fresh.some((one) => isRight(one, mutation))) {
    return 'fynd';
  }
  if (statusOf(checked) !== before?.status) {
    return 'status';
  }
  return otherOf(checked) === before.other ? 'rest' : 'annan utskrift';
}

function keyOf({ code, severity, place, message }: Diagnostic): string {
  return `${code}|${severity}|${place.file.path}|${positionAt(place.file, place.start).line}|${message}`;
}

/**
 * Whether a finding is at the right file: it points at the mutated one, by its place or by a note. Where what was
 * mutated is a name that other files use (an id, an organ), a line of theirs that still says the old name is as right:
 * which of the two is wrong, no program can know.
 */
function isRight({ place, notes }: Diagnostic, { site }: Mutation): boolean {
  const places = [place, ...notes.map((note) => note.place)];
  const old = site.file.text.slice(site.start, site.end);
  return places.some(
    ({ file, start }) =>
      file.path === site.file.path ||
      ((site.slag === 'id' || site.slag === 'nyckel') &&
        (lineText(file, positionAt(file, start).line).includes(old) || file.path.includes(`/${old}.yaml`))),
  );
}

/** `vp status --format json` in every period that the plan has, but for how many findings there are. */
function statusOf({ plan, evaluatedIn }: CheckedPlan): string {
  if (plan === null) {
    return '';
  }
  return periodsOf(plan)
    .map((period) =>
      JSON.stringify(
        statusData(buildStatusReport(evaluatedIn(period), EVERYTHING), { fel: 0, varningar: 0, notiser: 0 }),
      ),
    )
    .join('\n');
}

function periodsOf(plan: Plan): readonly Period[] {
  const tertials = plan.period.slag === 'år' ? [1, 2].map((number) => readPeriod(`${plan.period.id}-T${number}`)) : [];
  const all = [
    plan.period,
    ...tertials.flatMap((period) => period ?? []),
    ...periodsWithUtfall(plan),
    ...plan.uppföljningar.map(({ period }) => period),
  ];
  return [...new Map(all.map((period) => [period.id, period])).values()];
}

/** What `vp visa` of everything, `vp budget`, `vp kalender` and `vp rapport` say as JSON, but for where in the files it stands. */
function otherOf({ plan, evaluatedIn }: CheckedPlan): string {
  if (plan === null) {
    return '';
  }
  const evaluated = evaluatedIn(plan.period);
  const visa = [...new Set(visaNames(evaluated).values())].flatMap((id) => {
    const report = buildVisaReport(id, evaluated);
    return report === null ? [] : [visaData(report)];
  });
  const kalender = kalenderData(buildKalenderReport(plan, { från: null, till: null }));
  const kontroll = diagnosticsData([], plan.påståenden)['påståenden'];
  const rapport = TEMPLATES.map((file) => {
    const { document } = buildDocument(file, 'prov', evaluatedIn(choosePeriod(plan)), null, IDAG);
    return document === null ? null : reportData(document);
  });
  return JSON.stringify([visa, budgetData(buildBudgetReport(plan)), kalender, kontroll, rapport], (key, value) =>
    key === 'källa' && typeof value === 'object' ? undefined : value,
  );
}

const TEMPLATES: readonly SourceFile[] = ['bilaga1', 'verksamhetsplan'].map((name) => ({
  path: `templates/${name}.md`,
  text: readFileSync(join(ROOT, 'templates', `${name}.md`), 'utf8'),
}));

/** Whether the file says the same as before, value by value: other spaces, or the same number with other digits. */
function isSame({ site: { file }, text }: Mutation): boolean {
  const [before, after] = [meaningOf(file), meaningOf({ ...file, text })];
  return before !== null && before === after;
}

function meaningOf(file: SourceFile): string | null {
  const value = file.path.endsWith('.csv')
    ? [...parseCsv(file).records].map(({ cells }) => cells)
    : (parseYaml(file).value ?? null);
  return value === null ? null : JSON.stringify(value, (_key, one) => (typeof one === 'string' ? plainOf(one) : one));
}

function plainOf(text: string): string {
  const read = readKvantitet(text, null);
  return read.slag === 'läst'
    ? `${read.kvantitet.värde.toFixed()} ${read.kvantitet.måttenhet ?? ''}`
    : (readPeriod(text)?.id ?? text.trim().replace(/\s+/g, ' '));
}
