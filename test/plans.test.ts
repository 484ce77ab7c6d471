import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './cli/output-schema.ts';
import type { KontrollOutput, StatusOutput } from './cli/outputs.ts';
import { readIcs } from './cli/read-ics.ts';
import { parseOutput, ROOT, runVp } from './cli/run-vp.ts';
import { readJunit } from './render/diagnostics/read-junit.ts';
import { brokenRules, schemaFaults } from './render/diagnostics/sarif-validator.ts';

const PLANS = readdirSync(join(ROOT, 'plans'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

function hasFile(id: string, name: string): boolean {
  return existsSync(join(ROOT, 'plans', id, name));
}

describe('the plans of the project', () => {
  it('are there', () => {
    expect(PLANS).toContain('2025');
  });

  it.each(PLANS)('%s checks clean', async (id) => {
    const run = await runVp(['kontroll', id, '--format', 'json']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    const data = parseOutput<KontrollOutput>(run);
    expect(faultsOf('kontroll', data)).toEqual([]);
    expect(data.fynd.filter(({ allvar }) => allvar === 'fel')).toEqual([]);
    expect(data.antal.fel).toBe(0);
  });

  it.each(PLANS)('%s has a status', async (id) => {
    const run = await runVp(['status', id, '--format', 'json']);
    expect(run.exitCode).toBe(0);
    const data = parseOutput<StatusOutput>(run);
    expect(faultsOf('status', data)).toEqual([]);
    expect(data.plan.id).toBe(id);
  });

  it.each(PLANS)('%s has a budget and a calendar after their schemas', async (id) => {
    const budget = parseOutput<{ readonly tabeller: readonly unknown[] }>(
      await runVp(['budget', id, '--format', 'json']),
    );
    expect(faultsOf('budget-utskrift', budget)).toEqual([]);
    expect(budget.tabeller.length > 0).toBe(hasFile(id, 'budget.yaml'));
    const kalender = parseOutput<{ readonly sammanträden: readonly unknown[] }>(
      await runVp(['kalender', id, '--format', 'json']),
    );
    expect(faultsOf('kalender-utskrift', kalender)).toEqual([]);
    expect(kalender.sammanträden.length > 0).toBe(hasFile(id, 'kalender.yaml'));
    const { stdout } = await runVp(['kalender', id, '--format', 'ics']);
    expect(stdout === '' ? 0 : readIcs(stdout).length).toBe(kalender.sammanträden.length);
  });

  it('give findings that other programs can read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vp-plans-'));
    try {
      const logs: string[] = [];
      for (const id of PLANS) {
        const flags = ['sarif', 'junit'].flatMap((format) => [
          '--format',
          `${format}=${join(folder, `${id}.${format}`)}`,
        ]);
        const run = await runVp(['kontroll', id, '--format', 'json', ...flags]);
        const { fynd } = parseOutput<KontrollOutput>(run);
        logs.push(readFileSync(join(folder, `${id}.sarif`), 'utf8'));
        const { runs } = JSON.parse(logs.at(-1) ?? '') as { readonly runs: readonly [{ readonly results: unknown[] }] };
        expect(runs[0].results).toHaveLength(fynd.length);
        const xml = readFileSync(join(folder, `${id}.junit`), 'utf8');
        expect(() => XmlDocument.fromString(xml).dispose()).not.toThrow();
        const { counts, suites } = await readJunit(xml);
        expect(suites.map(({ name }) => name)).toEqual([`plans/${id}`]);
        expect(counts.failures).toBe(0);
        expect(suites[0]?.skipped).toBe(fynd.length);
      }
      expect(logs.flatMap(schemaFaults)).toEqual([]);
      expect(await brokenRules(logs)).toEqual(['warning SARIF2005']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('check clean together', async () => {
    const run = await runVp(['kontroll']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout).not.toMatch(/: fel\[/);
    for (const id of PLANS) {
      expect(run.stdout.split('\n').at(-2)).toContain(id);
    }
  });
});
