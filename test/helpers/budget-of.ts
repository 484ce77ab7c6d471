import { buildBudget } from '../../src/load/build-budget.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { asMap } from '../../src/load/values.ts';
import type { Budget, BudgetTabell } from '../../src/model/budget.ts';
import { wholeFile } from '../../src/model/origin.ts';
import type { Place, SourceFile } from '../../src/source/source-file.ts';

/** The budget of a `budget.yaml` with this text. */
export function budgetOf(text: string): Budget {
  const file: SourceFile = { path: 'plans/2025/budget.yaml', text };
  const { value, diagnostics } = parseYaml(file);
  const map = asMap(value);
  if (map === null) {
    throw new Error(`the budget of the test is no YAML: ${diagnostics.map(({ message }) => message).join('; ')}`);
  }
  return buildBudget(map, wholeFile(file));
}

/** One table `t`: the rows of its Markdown, and its other keys as YAML lines. */
export function tableYaml(rows: readonly string[], keys: readonly string[] = [], id = 't'): string {
  return [
    `  - id: ${id}`,
    '    tabell: |',
    ...rows.map((row) => `      ${row}`),
    ...keys.map((key) => `    ${key}`),
  ].join('\n');
}

export function budgetWith(...tables: readonly string[]): Budget {
  return budgetOf(`tabeller:\n${tables.join('\n')}\n`);
}

export function first(budget: Budget): BudgetTabell {
  const [tabell] = budget.tabeller;
  if (tabell === undefined) {
    throw new Error('the budget of the test has no table');
  }
  return tabell;
}

export function textAt({ file, start, end }: Place): string {
  return file.text.slice(start, end);
}
