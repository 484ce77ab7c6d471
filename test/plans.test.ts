import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './cli/output-schema.ts';
import type { KontrollOutput, StatusOutput } from './cli/outputs.ts';
import { parseOutput, ROOT, runVp } from './cli/run-vp.ts';

const PLANS = readdirSync(join(ROOT, 'plans'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

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

  it('check clean together', async () => {
    const run = await runVp(['kontroll']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expect(run.stdout).not.toMatch(/: fel\[/);
    for (const id of PLANS) {
      expect(run.stdout.split('\n').at(-2)).toContain(id);
    }
  });
});
