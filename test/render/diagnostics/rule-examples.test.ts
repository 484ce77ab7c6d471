import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/check/check-plan.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { evaluator } from '../../../src/evaluate/evaluate-plan.ts';
import { RULE_EXAMPLES } from '../../../src/report/rule-examples.ts';
import { findRuleInfo, RULE_INFOS } from '../../../src/report/rule-infos.ts';
import { EXAMPLE_DAY, examplePlan } from '../../helpers/example-plan.ts';
import { loadTempPlan, type PlanTexts, told } from '../../helpers/temp-plan.ts';

/** What no lines of a file can show, and why. */
const WITHOUT_EXAMPLE: ReadonlyMap<string, string> = new Map([
  ['VP001', 'filen finns inte'],
  ['VP002', 'felet är filens namn'],
  ['VP003', 'felet är filens teckenkodning'],
  ['VP004', 'felet är filens storlek'],
  ['VP007', 'filen går inte att läsa'],
  ['VP127', 'felet är två filer om samma period'],
  ['VP150', 'mallen prövas när rapporten byggs'],
]);

async function found(texts: PlanTexts): Promise<readonly Diagnostic[]> {
  const loaded = await loadTempPlan(texts);
  const { plan, diagnostics } = loaded;
  return plan === null ? diagnostics : checkPlan(plan, loaded, evaluator(plan, []), EXAMPLE_DAY, RULES);
}

describe('reglernas exempel', () => {
  it('finns för varje regel, eller har sitt skäl att inte finnas', () => {
    const codes = RULE_INFOS.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !RULE_EXAMPLES.has(code))).toEqual([...WITHOUT_EXAMPLE.keys()]);
  });

  it('gäller regler som finns, i kodernas ordning', () => {
    expect([...RULE_EXAMPLES.keys()].filter((code) => findRuleInfo(code) === null)).toEqual([]);
    expect([...RULE_EXAMPLES.keys()]).toEqual([...RULE_EXAMPLES.keys()].sort());
  });

  it.each([...RULE_EXAMPLES])('%s bryter mot sin regel, och gör det inte när det är lagat', async (code, example) => {
    const wrong = await found(examplePlan(code, example, example.wrong));
    expect(
      wrong.map((one) => one.code),
      told(wrong).join('\n'),
    ).toContain(code);
    const right = await found(examplePlan(code, example, example.right));
    const left = right.filter((one) => one.severity === 'fel' || one.code === code);
    expect(told(left)).toEqual([]);
  });

  it.each([...RULE_EXAMPLES])('%s ger inget annat fel', async (code, example) => {
    const wrong = await found(examplePlan(code, example, example.wrong));
    const errors = wrong.filter((one) => one.severity === 'fel' && one.code !== code);
    // What is exempted is an error too.
    expect(errors.map((one) => one.code)).toEqual(code === 'VP141' ? ['VP203'] : []);
  });
});
