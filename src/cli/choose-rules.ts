import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { findRuleInfo, RULE_INFOS, type RuleInfo } from '../report/rule-infos.ts';
import { UsageError } from './context.ts';

/** The rules that a person listed by slug or code: `mal-utan-malvarde,VP203`. */
export function chooseRules(text: string): readonly RuleInfo[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0) {
    throw new UsageError('ingen regel är angiven', 'vp forklara visar alla regler');
  }
  const chosen = new Set(words.map(chooseRule));
  return RULE_INFOS.filter((rule) => chosen.has(rule));
}

export function chooseRule(word: string): RuleInfo {
  const rule = findRuleInfo(word);
  if (rule === null) {
    const near = didYouMean(
      word,
      RULE_INFOS.flatMap(({ code, slug }) => [slug, code]),
    );
    throw new UsageError(
      `regeln ”${word}” finns inte`,
      `${near === null ? '' : `${near} `}vp forklara visar alla regler`,
    );
  }
  return rule;
}
