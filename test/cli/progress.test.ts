import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canShowProgress, showProgress } from '../../src/cli/progress.ts';
import { type TempPlan, writeTempPlan } from '../helpers/temp-plan.ts';
import { runOnTerminal, runVp } from './run-vp.ts';

const ERASE = '\r\u001b[2K';

function terminal(written: string[], columns: number) {
  return { isTerminal: true, columns, write: (text: string | Uint8Array) => void written.push(String(text)) };
}

describe('framstegsraden', () => {
  function lineOf(delayMs: number, columns = 80) {
    let clock = 1000;
    const written: string[] = [];
    const progress = showProgress(terminal(written, columns), { delayMs, now: () => clock });
    const wait = (ms: number) => {
      clock += ms;
    };
    return { ...progress, written, wait };
  }

  it('visar varje steg i det förras ställe, och är borta när arbetet är klart', () => {
    const line = lineOf(300);
    line.step('Läser');
    line.wait(299);
    line.step('Räknar');
    expect(line.written).toEqual([]);
    line.wait(1);
    line.step('Ritar');
    line.step('Ritar');
    line.step('Ritar sida 2');
    line.clear();
    expect(line.written).toEqual([`${ERASE}Ritar`, `${ERASE}Ritar sida 2`, ERASE]);
  });

  it('skriver inte ens något att sudda när arbetet gick fort', () => {
    const line = lineOf(300);
    line.step('Läser');
    line.wait(200);
    line.step('Ritar');
    line.clear();
    expect(line.written).toEqual([]);
  });

  it('visar ett steg som väntar på annat utan att ett nytt börjar', async () => {
    const written: string[] = [];
    const progress = showProgress(terminal(written, 80), { delayMs: 1 });
    progress.step('Läser');
    await expect.poll(() => written).toEqual([`${ERASE}Läser`]);
    progress.clear();
    expect(written).toEqual([`${ERASE}Läser`, ERASE]);
  });

  it('ryms på en rad, och styr inte terminalen', () => {
    const line = lineOf(0, 10);
    line.step('Läser planen 2025');
    line.step('a\u001b[2J');
    expect(line.written).toEqual([`${ERASE}Läser pla`, `${ERASE}a\\u001b[2`]);
  });

  it('frågar inte efter terminalen förrän det finns något att visa, och skriver inget där ingen finns', () => {
    let asked = 0;
    let clock = 0;
    const written: string[] = [];
    const output = {
      ...terminal(written, 80),
      get isTerminal() {
        asked++;
        return false;
      },
    };
    const progress = showProgress(output, { delayMs: 300, now: () => clock });
    progress.step('Läser');
    progress.step('Räknar');
    expect(asked).toBe(0);
    clock = 300;
    progress.step('Ritar');
    progress.clear();
    expect(asked).toBe(1);
    expect(written).toEqual([]);
  });

  it.each([
    [{ TERM: 'xterm' }, true],
    [{ TERM: 'dumb' }, false],
    [{}, false],
    [{ TERM: 'xterm', CI: 'true' }, false],
    [{ TERM: 'xterm', NO_COLOR: '1' }, false],
  ])('visas bara där en rad går att ta bort: %o', (env, shown) => {
    expect(canShowProgress(env)).toBe(shown);
  });
});

describe('vp rapport på en terminal', () => {
  const out = mkdtempSync(join(tmpdir(), 'vp-progress-'));
  let plan: TempPlan;

  // So much to draw that no machine is done before a person has begun to wait.
  beforeAll(() => {
    const rows = Array.from(
      { length: 1500 },
      (_, n) => `  - id: n${n}\n    namn: Nyckeltal ${n}\n    målvärde: minst 5\n`,
    );
    plan = writeTempPlan({ '2025/mal/stort.yaml': `namn: Stort\nnyckeltal:\n${rows.join('')}` });
  });
  afterAll(() => {
    plan.cleanup();
    rmSync(out, { recursive: true, force: true });
  });

  const line = (file: string) => `rapport 2025 --plans ${plan.plansFolder.path} -o ${join(out, file)}`;

  it('säger vilken sida som ritas, och lämnar inget efter sig', async () => {
    const { stdout, exitCode } = await runOnTerminal(line('a.pdf'), 80);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${ERASE}Ritar PDF:en, sida `);
    // What stands on the screen when all has been erased that is erased.
    const screen = stdout.split('\n').map((one) => one.split(ERASE).at(-1));
    expect(screen).toEqual([`Skrev ${join(out, 'a.pdf')}`, '']);
    expect(readFileSync(join(out, 'a.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each([{ CI: 'true' }, { TERM: 'dumb' }, { NO_COLOR: '1' }])('säger inget sådant med %o', async (env) => {
    const { stdout } = await runOnTerminal(line('b.html'), 80, { env });
    expect(stdout).toBe(`Skrev ${join(out, 'b.html')}\n`);
  });

  it('säger inget sådant där ingen terminal finns', async () => {
    const run = await runVp([...line('c.html').split(' ')], { env: { TERM: 'xterm' } });
    expect(run).toEqual({ stdout: '', stderr: `Skrev ${join(out, 'c.html')}\n`, exitCode: 0 });
  });
});
