import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from './copy-plans.ts';
import { ROOT, runVp, type VpRun } from './run-vp.ts';

const ENGLISH =
  /usage|options?:|arguments:|commands?:|error|default|choices|display|output|missing|unknown|required|invalid|did you mean/i;
const COMMANDS = ['status', 'kontroll', 'visa', 'tolka'];

function expectSwedish({ stdout, stderr }: VpRun): void {
  expect(`${stdout}${stderr}`).not.toMatch(ENGLISH);
}

describe.concurrent('help', () => {
  it.each([[['help']], [['--help']], [['-h']]])('names every command: vp %j', async (args) => {
    const run = await runVp(args);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expectSwedish(run);
    expect(run.stdout).toMatch(/^Användning: vp /);
    for (const command of COMMANDS) {
      expect(run.stdout).toMatch(new RegExp(`^ +${command}\\b.* {2,}\\S`, 'm'));
    }
  });

  it('is shown when nothing is asked, which is nothing that could be run', async () => {
    const [bare, help] = await Promise.all([runVp([]), runVp(['help'])]);
    expect(bare).toEqual({ stdout: '', stderr: help.stdout, exitCode: 2 });
  });

  it.each(COMMANDS)('of %s says how it is used', async (command) => {
    const run = await runVp([command, '--help']);
    expect(run).toMatchObject({ stderr: '', exitCode: 0 });
    expectSwedish(run);
    expect(run.stdout).toMatch(new RegExp(`^Användning: vp ${command} `));
    expect(run.stdout).toContain('\nFlaggor:\n');
  });

  it('is the same however it is asked for', async () => {
    const runs = await Promise.all([
      runVp(['kontroll', '--help']),
      runVp(['kontroll', '-h']),
      runVp(['help', 'kontroll']),
      runVp(['check', '--help']),
    ]);
    expect(runs).toEqual(runs.map(() => runs[0]));
  });

  it('of status names every option with what it may be', async () => {
    const { stdout } = await runVp(['status', '--help']);
    for (const option of [
      '--tertial',
      '--period',
      '--organ',
      '--malomrade',
      '--endast',
      '--sort',
      '--format',
      '--bredd',
      '--plans',
    ]) {
      expect(stdout).toMatch(new RegExp(`^ +(-\\w, )?${option} <`, 'm'));
    }
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/tabell, json, csv, md/);
  });

  it('of an unknown command says that there is none', async () => {
    const run = await runVp(['help', 'stauts']);
    expect(run).toMatchObject({ stdout: '', exitCode: 2 });
    expectSwedish(run);
    expect(run.stderr).toMatch(/^vp: kommandot ”stauts” finns inte\nHjälp: Menade du ”?status”?\?/);
  });

  it('needs no plans', async () => {
    const { folder } = emptyFolder();
    expect(await runVp(['status', '--help'], { cwd: folder })).toMatchObject({ stderr: '', exitCode: 0 });
  });
});

describe.concurrent('the version', () => {
  it.each(['--version', '-V'])('is that of the package: %s', async (option) => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await runVp([option])).toEqual({ stdout: `${version}\n`, stderr: '', exitCode: 0 });
  });
});

describe.concurrent('refusals', () => {
  it.each([[['tolka']], [['kontroll', '--max', 'alla']], [['status', '-x']]])(
    'are Swedish and end with 2: vp %j',
    async (args) => {
      const run = await runVp(args);
      expect(run).toMatchObject({ stdout: '', exitCode: 2 });
      expectSwedish(run);
      expect(run.stderr).toMatch(/^vp: .+\n/);
    },
  );
});
