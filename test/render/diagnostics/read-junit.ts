import { parse, type TestSuite } from 'junit2json';

export interface Suite {
  readonly name: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly names: readonly string[];
  /** What stands in the suite, counted. */
  readonly counted: { readonly tests: number; readonly failures: number; readonly skipped: number };
}

export interface Junit {
  readonly counts: { readonly tests: number; readonly failures: number };
  readonly suites: readonly Suite[];
}

/** Reads a report as tools for test results do. */
export async function readJunit(xml: string): Promise<Junit> {
  const read = await parse(xml);
  if (read === null || read === undefined || !('testsuite' in read)) {
    throw new Error('no test suites');
  }
  return {
    counts: { tests: read.tests ?? -1, failures: read.failures ?? -1 },
    suites: (read.testsuite ?? []).map(readSuite),
  };
}

function readSuite({
  name = '',
  tests = -1,
  failures = -1,
  errors = -1,
  skipped = -1,
  testcase = [],
}: TestSuite): Suite {
  return {
    name,
    tests,
    failures,
    errors,
    skipped,
    names: testcase.map((one) => one.name ?? ''),
    counted: {
      tests: testcase.length,
      failures: testcase.filter((one) => one.failure !== undefined).length,
      skipped: testcase.filter((one) => one.skipped !== undefined).length,
    },
  };
}
