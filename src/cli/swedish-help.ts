import type { Command, CommanderError, HelpConfiguration, Option } from 'commander';
import { didYouMean } from '../diagnostics/did-you-mean.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Användning:',
  'Arguments:': 'Argument:',
  'Options:': 'Flaggor:',
  'Commands:': 'Kommandon:',
};

/** commander's help in Swedish: its titles, and how choices and defaults are told. */
export const helpConfiguration: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command) => {
    const parents = [command.name()];
    for (let parent = command.parent; parent !== null; parent = parent.parent) {
      parents.unshift(parent.name());
    }
    const usage = command.usage().replace('[options]', '[flaggor]').replace('[command]', '[kommando]');
    return `${parents.join(' ')} ${usage}`;
  },
  subcommandTerm: (command) => {
    const names = [command.name(), ...command.aliases()].join('|');
    const argumentTerms = command.registeredArguments.map((argument) => {
      const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
      return argument.required ? `<${name}>` : `[${name}]`;
    });
    return [names, ...argumentTerms].join(' ');
  },
  optionDescription: (option) => {
    const extra = [
      ...(option.argChoices === undefined ? [] : [`välj: ${option.argChoices.join(', ')}`]),
      ...(option.defaultValue === undefined
        ? []
        : [`annars ${String(option.defaultValueDescription ?? option.defaultValue)}`]),
    ];
    return extra.length === 0 ? option.description : `${option.description} (${extra.join('; ')})`;
  },
};

/** What commander complains of, in Swedish. */
export function translateError(
  error: CommanderError,
  program: Command,
): { readonly message: string; readonly help: string | null } {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(quoted, program);
    case 'commander.unknownOption': {
      const flags = program.commands
        .flatMap((command) => command.options.map((option: Option) => option.long ?? ''))
        .filter((flag) => flag !== '');
      return {
        message: `flaggan ${quoted} finns inte här`,
        help: withList(didYouMean(quoted, [...new Set(flags)]), `Flaggor som finns: ${[...new Set(flags)].join(', ')}`),
      };
    }
    case 'commander.missingArgument':
      return {
        message: `argumentet <${quoted}> saknas`,
        help: 'vp help och kommandots namn, till exempel vp help visa, visar hur kommandot skrivs',
      };
    case 'commander.optionMissingArgument':
      return { message: `flaggan ”${quoted}” saknar värde`, help: 'Skriv värdet efter flaggan' };
    case 'commander.excessArguments':
      return { message: 'för många argument', help: 'Sätt text med mellanslag inom citattecken' };
    case 'commander.invalidArgument':
      return invalidArgument(error.message, quoted);
    default:
      return { message: 'kommandot går inte att köra som det är skrivet', help: 'vp help visar hur kommandona skrivs' };
  }
}

/** A command that there is not: the nearest, and all that there are. */
export function unknownCommand(word: string, program: Command): { readonly message: string; readonly help: string } {
  const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()]);
  return {
    message: `kommandot ”${word}” finns inte`,
    help: withList(didYouMean(word, names), `Kommandon som finns: ${names.join(', ')}`),
  };
}

/** What was meant, and all that there is. */
function withList(near: string | null, list: string): string {
  return near === null ? list : `${near} ${list}`;
}

/** `option '-f, --format <format>' argument 'x' is invalid. Allowed choices are a, b.` */
function invalidArgument(text: string, option: string): { readonly message: string; readonly help: string | null } {
  const value = /argument '([^']*)'/.exec(text)?.[1] ?? '';
  const choices = /Allowed choices are (.*)\.$/.exec(text)?.[1]?.split(', ') ?? [];
  const flag = /--[a-z]+/.exec(option)?.[0] ?? option;
  // What an option of our own asks for, in its own words.
  const asked = /is invalid\. s(kriv .*)$/.exec(text)?.[1] ?? 'kriv ett heltal';
  const help =
    choices.length === 0 ? `S${asked}` : withList(didYouMean(value, choices), `Välj bland: ${choices.join(', ')}`);
  return { message: `${flag} kan inte vara ”${value}”`, help };
}
