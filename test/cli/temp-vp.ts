import { type PlanTexts, writeTempPlan } from '../helpers/temp-plan.ts';
import { runVp, type VpOptions, type VpRun } from './run-vp.ts';

/** Runs `vp` in a folder of its own with these plan files, below `plans/` by name. */
export async function runInPlan(texts: PlanTexts, args: readonly string[], options: VpOptions = {}): Promise<VpRun> {
  const { plansFolder, cleanup } = writeTempPlan(texts);
  try {
    return await runVp([...args, '--plans', '.'], { ...options, cwd: plansFolder.path });
  } finally {
    cleanup();
  }
}
