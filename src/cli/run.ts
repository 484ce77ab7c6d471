import { Command, CommanderError } from 'commander';
import { visible } from '../render/visible.ts';
import { type CliContext, type CommandResult, UsageError } from './context.ts';
import { EXIT } from './exit-code.ts';
import { NO_FLAG, type Session } from './session.ts';
import { helpConfiguration, translateError, unknownCommand } from './swedish-help.ts';

type AddCommand = (program: Command, session: Session) => void;

/** Every command, in the order in which the help lists them. Only the one that is run is loaded, or all for the help. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['status', async () => (await import('./commands/status.ts')).addStatus],
  ['kontroll', async () => (await import('./commands/kontroll.ts')).addKontroll],
  ['rapport', async () => (await import('./commands/rapport.ts')).addRapport],
  ['visa', async () => (await import('./commands/visa.ts')).addVisa],
  ['budget', async () => (await import('./commands/budget.ts')).addBudget],
  ['kalender', async () => (await import('./commands/kalender.ts')).addKalender],
  ['tolka', async () => (await import('./commands/tolka.ts')).addTolka],
  ['forklara', async () => (await import('./commands/forklara.ts')).addForklara],
]);

/** Runs the command line; returns what is to be written and the exit code. Throws only for bugs. */
export async function run(argv: readonly string[], version: string, context: CliContext): Promise<CommandResult> {
  const session: Session = { context, result: null, help: '' };
  const program = await buildProgram(version, session, argv[0]);
  const asked = argv[0] === 'help' ? argv[1] : undefined;
  if (
    asked !== undefined &&
    !program.commands.some((command) => [command.name(), ...command.aliases()].includes(asked))
  ) {
    const { message, help } = unknownCommand(asked, program);
    return refused(message, help);
  }
  try {
    await program.parseAsync(argv.map(asWritten), { from: 'user' });
    return session.result ?? { stdout: session.help, stderr: '', exitCode: EXIT.ok };
  } catch (error) {
    if (error instanceof UsageError) {
      return refused(error.message, error.help);
    }
    if (error instanceof CommanderError) {
      return error.exitCode === 0
        ? { stdout: session.help, stderr: '', exitCode: EXIT.ok }
        : refusedByCommander(error, session, program);
    }
    throw error;
  }
}

/** Text as the files have it: NFC. The målvärde of `vp tolka "-20 %"` is marked, so that it is taken for no flag. */
function asWritten(argument: string, index: number, argv: readonly string[]): string {
  const text = argument.normalize('NFC');
  return index > 0 && argv[0] === 'tolka' && /^-\d/.test(text) ? `${NO_FLAG}${text}` : text;
}

function refused(message: string, help: string | null): CommandResult {
  return {
    stdout: '',
    stderr: visible(`vp: ${message}\n${help === null ? '' : `Hjälp: ${help}\n`}`),
    exitCode: EXIT.unusable,
  };
}

function refusedByCommander(error: CommanderError, session: Session, program: Command): CommandResult {
  if (error.code === 'commander.help') {
    return { stdout: '', stderr: session.help, exitCode: EXIT.unusable };
  }
  const { message, help } = translateError(error, program);
  return refused(message, help);
}

/** @param first the first argument: where it names a command, no other is needed */
async function buildProgram(version: string, session: Session, first: string | undefined): Promise<Command> {
  const program = new Command('vp')
    .description('Verksamhetsplaner som textfiler: status, kontroll och måluppfyllelse')
    .version(version, '-V, --version', 'visa versionen')
    .helpOption('-h, --help', 'visa hjälp')
    .helpCommand('help [kommando]', 'visa hjälp för ett kommando')
    .configureHelp(helpConfiguration)
    .configureOutput({
      writeOut: (text) => {
        session.help += text;
      },
      writeErr: (text) => {
        session.help += text;
      },
    })
    .exitOverride();
  const only = first === undefined ? undefined : COMMANDS.get(first);
  for (const load of only === undefined ? COMMANDS.values() : [only]) {
    (await load())(program, session);
  }
  for (const command of program.commands) {
    command.helpOption('-h, --help', 'visa hjälp').configureHelp(helpConfiguration);
  }
  return program;
}
