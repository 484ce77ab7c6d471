import { type Command, Option } from 'commander';
import { renderRuleMarkdown, renderRulesMarkdown } from '../../render/forklara-markdown.ts';
import { renderJson } from '../../render/json.ts';
import { renderRule, renderRules } from '../../render/terminal/forklara.ts';
import { themeFor } from '../../render/terminal/theme.ts';
import { rulesData } from '../../report/forklara-data.ts';
import { RULE_INFOS, type RuleInfo } from '../../report/rule-infos.ts';
import { chooseRule } from '../choose-rules.ts';
import { type CliContext, type CommandResult, screenOf } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { widthOption } from '../options.ts';
import type { Session } from '../session.ts';

const FORKLARA_FORMATS = ['text', 'json', 'md'] as const;

interface ForklaraOptions {
  readonly format: (typeof FORKLARA_FORMATS)[number];
  readonly bredd?: number;
}

/** The command as the command line knows it. */
export function addForklara(program: Command, session: Session): void {
  program
    .command('forklara')
    .summary('vad en regel betyder')
    .description(
      'Berättar om en regel: vad den hittar, varför den finns, hur felet lagas och ett exempel. Utan regel visas alla.',
    )
    .argument('[regel]', 'regelns namn eller kod, till exempel mal-utan-malvarde eller VP201')
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format').choices([...FORKLARA_FORMATS]).default('text', 'text'),
    )
    .addOption(widthOption())
    .action((regel, options) => {
      session.result = runForklara(regel, options, session.context);
    });
}

/** `vp forklara mal-utan-malvarde`: one rule, or all of them. */
function runForklara(named: string | undefined, options: ForklaraOptions, context: CliContext): CommandResult {
  const rule = named === undefined ? null : chooseRule(named);
  return { stdout: draw(rule, options, context), stderr: '', exitCode: EXIT.ok };
}

function draw(rule: RuleInfo | null, options: ForklaraOptions, context: CliContext): string {
  switch (options.format) {
    case 'text': {
      const theme = themeFor(screenOf(context, options.bredd ?? null));
      return rule === null ? renderRules(RULE_INFOS, theme) : renderRule(rule, theme);
    }
    case 'json':
      return renderJson(rulesData(rule === null ? RULE_INFOS : [rule]));
    case 'md':
      return rule === null ? renderRulesMarkdown(RULE_INFOS) : renderRuleMarkdown(rule);
  }
}
