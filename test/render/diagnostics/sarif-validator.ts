import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** Where Microsoft's validator lies for this machine. */
const MULTITOOL: string = createRequire(import.meta.url)('@microsoft/sarif-multitool');

const schema = JSON.parse(readFileSync(join(dirname(MULTITOOL), 'sarif-2.1.0.json'), 'utf8')) as object;
const fits = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

/** What of a log the schema of SARIF does not allow; empty where it fits. */
export function schemaFaults(sarif: string): readonly string[] {
  return fits(JSON.parse(sarif))
    ? []
    : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface Log {
  readonly runs: readonly [{ readonly results: readonly { readonly ruleId: string; readonly level?: string }[] }];
}

/**
 * Rules of SARIF and of GitHub that logs break as errors or warnings, each once, by Microsoft's validator. It takes a
 * log that it cannot read for a good one, so that `schemaFaults` is asked first. The logs, all of the same rules, are
 * validated as one, for each start of the validator takes a second.
 */
export function brokenRules(sarifs: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vp-sarif-'));
  const asked = join(folder, 'alla.sarif');
  const told = join(folder, 'svar.json');
  writeFileSync(asked, joined(sarifs));
  const args = ['validate', asked, '-o', told, '--level', 'Error;Warning', '--rule-kind', 'Sarif;Gh', '-q'];
  return new Promise((done, failed) => {
    execFile(MULTITOOL, args, (error) => {
      try {
        if (error !== null) {
          throw error;
        }
        const { runs } = JSON.parse(readFileSync(told, 'utf8')) as Log;
        done([...new Set(runs[0].results.map(({ ruleId, level = 'warning' }) => `${level} ${ruleId}`))].sort());
      } catch (reason) {
        failed(reason);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}

function joined(sarifs: readonly string[]): string {
  const logs = sarifs.map((sarif) => JSON.parse(sarif) as Log);
  const [first] = logs;
  const run = { ...first?.runs[0], results: logs.flatMap(({ runs }) => runs[0].results) };
  return JSON.stringify({ ...first, runs: [run] });
}
