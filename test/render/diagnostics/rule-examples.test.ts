import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/check/check-plan.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { evaluator } from '../../../src/evaluate/evaluate-plan.ts';
import { RULE_EXAMPLES } from '../../../src/report/rule-examples.ts';
import { findRuleInfo } from '../../../src/report/rule-infos.ts';
import { loadTempPlan, type PlanTexts } from '../../helpers/temp-plan.ts';

const IDAG = '2025-06-01';

const TELEFON = '  - id: telefon\n    namn: Besvarade samtal\n';
const TARGET = '    målvärde: minst 88 %\n';

/** A small plan in which an example stands in its file. */
function planWith(file: string, example: string): PlanTexts {
  const files: Record<string, string> = {
    'mal/vard.yaml': `namn: Vård\nnyckeltal:\n${TELEFON}${TARGET}`,
    'mal/tandvard.yaml': 'namn: Tandvård\n',
    [file]: file.startsWith('mal/') ? målområdeWith(example) : `${example}\n`,
  };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`2025/${name}`, text]));
}

/** Lists as they are, entries of nyckeltal in their list, and keys in an entry of their own beside telefon. */
function målområdeWith(example: string): string {
  if (/^(?:mål|aktiviteter):\n {2}- /.test(example)) {
    return `namn: Vård\n${example}\n`;
  }
  if (example.startsWith('- ')) {
    return `namn: Vård\nnyckeltal:\n${indented(example, 2)}`;
  }
  const keys = indented(example, 4);
  const target = /^målvärde/m.test(example) ? '' : TARGET;
  return `namn: Vård\nnyckeltal:\n${TELEFON}${TARGET}  - id: epost\n    namn: Besvarade brev\n${target}${keys}`;
}

function indented(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => `${/^(?:<{7}|={7}|>{7})/.test(line) ? '' : ' '.repeat(by)}${line}\n`)
    .join('');
}

async function found(texts: PlanTexts): Promise<readonly Diagnostic[]> {
  const loaded = await loadTempPlan(texts);
  const { plan, diagnostics } = loaded;
  return plan === null ? diagnostics : checkPlan(plan, loaded, evaluator(plan, []), IDAG, RULES);
}

const told = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, message }) => `${code} ${message}`);

describe('reglernas exempel', () => {
  it('gäller regler som finns', () => {
    expect([...RULE_EXAMPLES.keys()].filter((code) => findRuleInfo(code) === null)).toEqual([]);
    expect([...RULE_EXAMPLES.keys()]).toEqual([...RULE_EXAMPLES.keys()].sort());
  });

  it.each([...RULE_EXAMPLES])('%s bryter mot sin regel, och gör det inte när det är lagat', async (code, example) => {
    const wrong = await found(planWith(example.file, example.wrong));
    expect(
      wrong.map((one) => one.code),
      told(wrong).join('\n'),
    ).toContain(code);
    const right = await found(planWith(example.file, example.right));
    const left = right.filter((one) => one.severity === 'fel' || one.code === code);
    expect(told(left)).toEqual([]);
  });
});
