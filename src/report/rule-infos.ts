import { RULES } from '../check/rules/index.ts';
import { type CodeInfo, LOAD_CODES } from '../diagnostics/codes.ts';

/** A rule as people read about it, whichever stage holds the plan against it. */
export interface RuleInfo extends CodeInfo {
  /** `VP201`. */
  readonly code: string;
}

/** Every rule that a finding can be about, in the order of the codes. */
export const RULE_INFOS: readonly RuleInfo[] = [
  ...Object.entries(LOAD_CODES).map(([code, info]) => ({ code, ...info })),
  ...RULES.map(({ code, slug, severity, title, why, help }) => ({ code, slug, severity, title, why, help })),
];

/** The rule of a slug or a code, in small or capital letters. */
export function findRuleInfo(word: string): RuleInfo | null {
  const lower = word.trim().toLowerCase();
  return RULE_INFOS.find(({ code, slug }) => slug === lower || code.toLowerCase() === lower) ?? null;
}
