import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planIds } from '../../src/cli/find-plans.ts';
import { run } from '../../src/cli/run.ts';
import { loadPlan } from '../../src/load/load-plan.ts';
import { templateNames } from '../../src/load/read-template.ts';
import { ROOT } from '../cli/run-vp.ts';

const FOLDER = { path: join(ROOT, 'plans'), shown: 'plans' };
const TEMPLATES = join(ROOT, 'templates');

export interface ReportName {
  readonly plan: string;
  readonly template: string;
  /** Null where the template is about no organ of its own. */
  readonly organ: string | null;
}

/** Every report that there is: every template for every plan, and one for each organ where a template is about one. */
export async function everyReport(): Promise<readonly ReportName[]> {
  const plans = await Promise.all(planIds(FOLDER).map((id) => loadPlan(FOLDER, id, [])));
  return plans.flatMap(({ plan }) => {
    if (plan === null) {
      throw new Error('a plan cannot be read');
    }
    const organ = [...plan.organisation.organ.values()].filter(({ redovisasI }) => redovisasI === null);
    return templateNames({ folder: FOLDER, plan: plan.id, builtIn: TEMPLATES }).flatMap((template) => {
      const isOfOrgan = /:organ\b|organ=vald/.test(readFileSync(join(TEMPLATES, `${template}.md`), 'utf8'));
      return (isOfOrgan ? organ.map(({ id }) => id) : [null]).map((id) => ({ plan: plan.id, template, organ: id }));
    });
  });
}

/** A report as the program makes it, without starting a process for each. */
export async function makeReport({ plan, template, organ }: ReportName, format: string): Promise<string | Uint8Array> {
  const chosen = organ === null ? [] : ['--organ', organ];
  const args = ['rapport', plan, '--mall', template, ...chosen, '--format', format, '-o', '-', '--idag', '2025-06-01'];
  const { stdout, stderr, exitCode } = await run(args, '0', {
    cwd: ROOT,
    templates: TEMPLATES,
    env: {},
    stdout: { isTerminal: false, columns: null },
    stderr: { isTerminal: false },
    idag: '2025-06-01',
    progress: () => {},
  });
  if (exitCode !== 0 || stderr !== '' || !(typeof stdout === 'string' || stdout instanceof Uint8Array)) {
    throw new Error(`vp ${args.join(' ')} ended with ${exitCode}: ${stderr}`);
  }
  return stdout;
}

export function nameOf({ plan, template, organ }: ReportName): string {
  return [plan, template, ...(organ === null ? [] : [organ])].join(' ');
}
