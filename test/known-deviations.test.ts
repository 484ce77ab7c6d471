import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadChecked } from '../src/cli/load-evaluated.ts';
import { SIDE_FILES } from '../src/load/plan-files.ts';
import { positionAt } from '../src/source/source-file.ts';
import { copyPlans } from './cli/copy-plans.ts';
import type { Fynd, KontrollOutput } from './cli/outputs.ts';
import { parseOutput, runVp } from './cli/run-vp.ts';
import { deviationsOf, type KnownDeviation } from './helpers/known-deviations.ts';

/**
 * Every known deviation of the project's plans, found in the plan files themselves, is held in place from both sides:
 *
 * - without its reason `vp kontroll` exits 1, with an error where the document is wrong;
 * - with the figure put right and the reason left, too, with an error at the reason.
 */
const IDAG = '2025-06-01';
const copy = copyPlans();
const deviations = await deviationsOf(copy.folder);
const kinds = [...new Set(deviations.map(({ slag }) => slag))];

/** Asks something of the plans after a change of some files, which are then put back. */
async function changedBy<T>(changes: ReadonlyMap<string, string>, ask: () => Promise<T>): Promise<T> {
  const before = [...changes.keys()].map((name) => [name, copy.read(name)] as const);
  for (const [name, text] of changes) {
    copy.write(name, text);
  }
  try {
    return await ask();
  } finally {
    for (const [name, text] of before) {
      copy.write(name, text);
    }
  }
}

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The errors that `vp kontroll` of a plan tells: those for which it exits 1. */
async function errorsOf(id: string): Promise<readonly Found[]> {
  const folder = { path: join(copy.folder, 'plans'), shown: 'plans' };
  const { diagnostics } = await loadChecked(folder, id, { idag: IDAG, beside: SIDE_FILES, rules: 'all' });
  return diagnostics
    .filter(({ severity }) => severity === 'fel')
    .map(({ code, message, place }) => ({
      code,
      message,
      file: place.file.path,
      line: positionAt(place.file, place.start).line,
    }));
}

describe('kända avvikelser', () => {
  let told: readonly Fynd[] = [];
  beforeAll(async () => {
    told = parseOutput<KontrollOutput>(await runVp(['kontroll', '--format', 'json'], { cwd: copy.folder })).fynd;
  });

  it('finns, av alla tre slag', () => {
    process.stdout.write(
      `\n${kinds.map((slag) => `${deviations.filter((one) => one.slag === slag).length} i ${slag}`).join(', ')}\n`,
    );
    expect([...kinds].sort()).toEqual(['budget.yaml', 'pastaenden.yaml', 'plan.yaml']);
    // Each is counted by the words of its key, too, so that none is passed over.
    const inText = ['2020', '2021', '2022', '2022-2024-kd', '2025'].flatMap((id) =>
      ['pastaenden.yaml', 'budget.yaml', 'plan.yaml'].flatMap((name) => reasonsIn(`${id}/${name}`)),
    );
    expect(deviations.length).toBe(inText.length);
    expect(deviations.length).toBeGreaterThan(50);
  });

  it.each(deviations)('$name: står som notis med sitt skäl', ({ code, file, line, reason }) => {
    const own = told.filter((fynd) => fynd.kod === code && fynd.fil === file && fynd.rad === line);
    expect(own.map(({ allvar }) => allvar)).toEqual(own.map(() => 'notis'));
    expect(own.filter(({ meddelande }) => meddelande.endsWith(`Känd avvikelse: ${reason}`))).toHaveLength(1);
  });

  it.each(deviations)('$name: utan sitt skäl ett fel på sin plats', async (deviation) => {
    const errors = await changedBy(deviation.withoutReason, () => errorsOf(deviation.plan));
    expect(errors.map(({ code, file, line }) => ({ code, file, line }))).toEqual([placeAfter(deviation)]);
  });

  it.each(deviations)('$name: rättad med skälet kvar ett fel vid skälet', async (deviation) => {
    const errors = await changedBy(deviation.corrected, () => errorsOf(deviation.plan));
    const { code, file, line, words } = deviation.atReason;
    expect(errors).toContainEqual({ code, file, line, message: expect.stringContaining(words) });
  });

  it.each(kinds)('ger slutkod 1 i det byggda programmet: %s', async (slag) => {
    for (const deviation of deviations.filter((one) => one.slag === slag).slice(0, 2)) {
      for (const [changes, at] of [
        [deviation.withoutReason, placeAfter(deviation)],
        [deviation.corrected, deviation.atReason],
      ] as const) {
        const run = await changedBy(changes, () =>
          runVp(['kontroll', deviation.plan, '--idag', IDAG, '--format', 'json'], { cwd: copy.folder }),
        );
        expect(run.exitCode, deviation.name).toBe(1);
        const errors = parseOutput<KontrollOutput>(run).fynd.filter(({ allvar }) => allvar === 'fel');
        expect(errors.map(({ kod, fil, rad }) => `${kod} ${fil}:${rad}`)).toContain(`${at.code} ${at.file}:${at.line}`);
      }
    }
  });

  /** Lines that are taken away move what stands below them in the same file. */
  function placeAfter({ code, file, line, withoutReason }: KnownDeviation): Omit<Found, 'message'> {
    const name = file.replace(/^plans\//, '');
    const changed = withoutReason.get(name);
    if (changed === undefined) {
      return { code, file, line };
    }
    const [before, after] = [copy.read(name).split('\n'), changed.split('\n')];
    const first = before.findIndex((text, index) => text !== after[index]);
    return { code, file, line: line <= first ? line : line - (before.length - after.length) };
  }

  function reasonsIn(name: string): readonly string[] {
    try {
      return copy.read(name).match(name.endsWith('pastaenden.yaml') ? /^ +känd_avvikelse:/gm : /^ +skäl:/gm) ?? [];
    } catch {
      return [];
    }
  }
});
