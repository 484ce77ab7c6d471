import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseOutput, ROOT, runVp, type VpRun } from './run-vp.ts';

/** Large enough that all its names, rows and faults together tell work that grows faster than they do. */
const NYCKELTAL = 2_000;

/** Seconds of computing; what grows with the square of the plan takes minutes. */
const ENOUGH = 12;

let plans = '';
beforeEach(() => {
  plans = mkdtempSync(join(tmpdir(), 'vp-large-'));
  execFileSync(process.execPath, [join(ROOT, 'test/bench/generate-plan.mjs'), plans, String(NYCKELTAL), '1', '--bare']);
});
afterEach(() => rmSync(plans, { recursive: true, force: true }));

function vp(...args: readonly string[]): Promise<VpRun> {
  return runVp([...args, '--plans', plans, '--idag', '2025-06-01'], { cpuSeconds: ENOUGH });
}

function changeFiles(folder: string, change: (text: string) => string): void {
  for (const name of readdirSync(join(plans, '2025', folder))) {
    const path = join(plans, '2025', folder, name);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
}

function rowsOfCsv(tertial: number): number {
  return (
    readFileSync(join(plans, `2025/utfall/2025-t${tertial}.csv`), 'utf8')
      .trimEnd()
      .split('\n').length - 1
  );
}

describe('a large plan', () => {
  it('is shown whole, with nothing on stderr', async () => {
    const json = await vp('status', '2025', '--tertial', '1', '--format', 'json');
    const { rader } = parseOutput<{ rader: { id: string; organ: string; utfall: { källa: { rad: number } } }[] }>(json);
    expect([json.exitCode, json.stderr]).toEqual([0, '']);
    expect(rader.length).toBe(rowsOfCsv(1));
    // Every row of the file is the outcome of one row of the plan.
    const lines = rader.map(({ utfall }) => utfall.källa.rad).sort((a, b) => a - b);
    expect(lines).toEqual(Array.from({ length: rader.length }, (_, row) => row + 2));

    const table = await vp('status', '2025', '--tertial', '1');
    expect([table.exitCode, table.stderr]).toEqual([0, '']);
    expect(table.stdout).toContain(`Nyckeltal: ${rader.length} rader:`);
    const status = /(?:Uppfyllt|Delvis uppfyllt|Ej uppfyllt|saknas|senare|Sekretess|beräknas)$/;
    const rows = table.stdout.split('\n').filter((line) => / (?:RS|HSN|RUN|KTN) /.test(line) && status.test(line));
    expect(rows.length).toBe(rader.length);
  });

  it('tells a slip that stands everywhere once for each place', async () => {
    changeFiles('mal', (text) => text.replace(/^ {4}målvärde:/gm, '    malvärde:'));
    const { stdout, exitCode } = await vp('kontroll', '2025', '--format', 'json');
    const { fynd } = parseOutput<{ fynd: { kod: string }[] }>({ stdout, stderr: '', exitCode });
    expect(exitCode).toBe(1);
    // That no målvärde is there follows from it, and is not told too.
    expect(fynd.filter(({ kod }) => kod === 'VP110')).toHaveLength(NYCKELTAL);
    expect(fynd.filter(({ kod }) => kod === 'VP201')).toEqual([]);
  });

  it('reports every row of outcomes of another plan, and suggests for some', async () => {
    changeFiles('utfall', (text) => text.replace(/^(?!nyckeltal;)/gm, 'x').replace(/^x$/gm, ''));
    const { stdout, exitCode } = await vp('kontroll', '2025', '--format', 'json');
    const { fynd } = parseOutput<{ fynd: { kod: string; meddelande: string; hjälp: string }[] }>({
      stdout,
      stderr: '',
      exitCode,
    });
    const unknown = fynd.filter(({ kod }) => kod === 'VP132');
    expect(unknown).toHaveLength(rowsOfCsv(1) + rowsOfCsv(2) + rowsOfCsv(3));
    const suggested = unknown.filter(({ hjälp }) => hjälp.startsWith('Menade du '));
    expect(new Set(suggested.map(({ meddelande }) => meddelande)).size).toBe(100);
    expect(unknown[0]?.hjälp).toContain('Menade du ');
  });
});
