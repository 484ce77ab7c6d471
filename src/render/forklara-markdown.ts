import { exampleOf } from '../report/rule-examples.ts';
import type { RuleInfo } from '../report/rule-infos.ts';
import { markSpaces } from './mark-spaces.ts';
import { escapeMarkdown } from './markdown.ts';

/** One rule as a section, for a wiki or a pull request. */
export function renderRuleMarkdown({ code, slug, severity, title, why, help }: RuleInfo): string {
  const example = exampleOf(code);
  const parts = [
    `## ${code}: ${escapeMarkdown(title)}`,
    `\`${slug}\`, ${severity}.`,
    escapeMarkdown(why),
    `**Så lagar du:** ${escapeMarkdown(help)}`,
    ...(example === null ? [] : [`Fel i \`${example.file}\`:`, fence(example.wrong), 'Lagat:', fence(example.right)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Every rule as a row of a table. */
export function renderRulesMarkdown(rules: readonly RuleInfo[]): string {
  const rows = rules.map(
    ({ code, slug, severity, title }) => `| ${code} | \`${slug}\` | ${severity} | ${escapeMarkdown(title)} |`,
  );
  return `${['| Kod | Regel | Allvar | Titel |', '|:--|:--|:--|:--|', ...rows].join('\n')}\n`;
}

function fence(text: string): string {
  return `\`\`\`text\n${markSpaces(text)}\n\`\`\``;
}
