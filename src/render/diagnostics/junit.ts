import type { Severity } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../report/rule-infos.ts';
import { findingText } from './finding-text.ts';
import { locate, rangeOf } from './place-words.ts';
import { escapeXml, xmlElement } from './xml.ts';

export interface JunitPlan {
  /** `plans/2025` */
  readonly folder: string;
  /** False where the plan could not be read: no rule was kept then, for none was tried. */
  readonly isRead: boolean;
}

export interface JunitRun {
  readonly plans: readonly JunitPlan[];
  /** The rules that they were held against. */
  readonly rules: readonly RuleInfo[];
  /** What counts as a failed test; other findings are shown as skipped ones. */
  readonly failing: readonly Severity[];
}

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

/** Where findings stand that are in no plan of their own, such as those of organisation.yaml. */
const SHARED = 'gemensamt';

/**
 * Findings as JUnit XML: a suite for each plan, in it a failed or skipped test for each finding and a passed one for
 * each rule that the plan keeps, so that a plan without findings is seen to have been tested.
 */
export function renderJunit(diagnostics: readonly Diagnostic[], run: JunitRun): string {
  const isIn = ({ folder }: JunitPlan, { place }: Diagnostic) => place.file.path.startsWith(`${folder}/`);
  const shared = diagnostics.filter((diagnostic) => !run.plans.some((plan) => isIn(plan, diagnostic)));
  const suites = [
    ...run.plans.map((plan) => {
      const own = diagnostics.filter((diagnostic) => isIn(plan, diagnostic));
      return suite(plan.folder, own, plan.isRead ? run.rules : [], run.failing);
    }),
    ...(shared.length === 0 ? [] : [suite(SHARED, shared, [], run.failing)]),
  ];
  const sum = (count: (one: Suite) => number) => suites.reduce((total, one) => total + count(one), 0);
  const counts = {
    tests: sum(({ tests }) => tests),
    failures: sum(({ failures }) => failures),
    errors: 0,
    skipped: sum(({ skipped }) => skipped),
    time: 0,
  };
  const root = xmlElement('testsuites', { name: 'vp kontroll', ...counts }, ['\n', ...suites.map(({ xml }) => xml)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function suite(
  name: string,
  diagnostics: readonly Diagnostic[],
  rules: readonly RuleInfo[],
  failing: readonly Severity[],
): Suite {
  const broken = new Set(diagnostics.map(({ code }) => code));
  const kept = rules.filter(({ code }) => !broken.has(code));
  const names = namesOf(diagnostics);
  const failures = diagnostics.filter(({ severity }) => failing.includes(severity)).length;
  const counts = {
    tests: diagnostics.length + kept.length,
    failures,
    errors: 0,
    skipped: diagnostics.length - failures,
    time: 0,
  };
  const cases = [
    ...diagnostics.map((one, index) => findingCase(one, names[index] ?? '', name, failing.includes(one.severity))),
    ...kept.map(({ code, slug }) => xmlElement('testcase', { name: `${code} ${slug}`, classname: name, time: 0 })),
  ];
  const xml = xmlElement('testsuite', { name, ...counts }, ['\n', ...cases.map((one) => `    ${one}\n`), '  ']);
  return { xml: `  ${xml}\n`, ...counts };
}

function findingCase(diagnostic: Diagnostic, name: string, classname: string, isFailure: boolean): string {
  const { code, slug, severity, message, place } = diagnostic;
  const range = rangeOf(place);
  const told = `${locate(place)}: ${severity}[${code} ${slug}]\n${findingText(diagnostic)}`;
  const outcome = isFailure
    ? xmlElement('failure', { message, type: slug }, [escapeXml(told)])
    : xmlElement('skipped', { message: told });
  const attributes = {
    name,
    classname,
    file: place.file.path,
    ...(range === null ? {} : { line: range.line }),
    time: 0,
  };
  return xmlElement('testcase', attributes, [outcome]);
}

/** The rule and what it concerns: the same from one run to the next, and never the same twice. */
function namesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, slug, id, place }) => {
    const name = `${code} ${slug}: ${id ?? place.file.path}`;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name} (${number})`;
  });
}
