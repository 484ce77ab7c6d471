import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { STATUS_SORTS } from '../report/status-report.ts';
import { KONTROLL_FORMATS, runKontroll } from './commands/kontroll.ts';
import { runStatus, STATUS_FORMATS } from './commands/status.ts';
import { runTolka, TOLKA_FORMATS } from './commands/tolka.ts';
import { runVisa, VISA_FORMATS } from './commands/visa.ts';
import { type CliContext, type CommandResult, UsageError } from './context.ts';
import { EXIT } from './exit-code.ts';
import { helpConfiguration, translateError } from './swedish-help.ts';

/** Runs the command line; returns what is to be written and the exit code. Throws only for bugs. */
export async function run(argv: readonly string[], version: string, context: CliContext): Promise<CommandResult> {
  const session: Session = { context, result: null, help: '' };
  const program = buildProgram(version, session);
  try {
    await program.parseAsync(
      argv.map((argument) => argument.normalize('NFC')),
      { from: 'user' },
    );
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

interface Session {
  readonly context: CliContext;
  result: CommandResult | null;
  /** What commander printed: the help or the version. */
  help: string;
}

function refused(message: string, help: string | null): CommandResult {
  return { stdout: '', stderr: `vp: ${message}\n${help === null ? '' : `Hjälp: ${help}\n`}`, exitCode: EXIT.unusable };
}

function refusedByCommander(error: CommanderError, session: Session, program: Command): CommandResult {
  if (error.code === 'commander.help') {
    return { stdout: '', stderr: session.help, exitCode: EXIT.unusable };
  }
  const { message, help } = translateError(error, program);
  return refused(message, help);
}

function buildProgram(version: string, session: Session): Command {
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
  addStatus(program, session);
  addKontroll(program, session);
  addVisa(program, session);
  addTolka(program, session);
  for (const command of program.commands) {
    command.helpOption('-h, --help', 'visa hjälp').configureHelp(helpConfiguration);
  }
  return program;
}

function addStatus(program: Command, session: Session): void {
  program
    .command('status')
    .summary('måluppfyllelse i terminalen')
    .description(
      'Visar måluppfyllelse per målområde: utfall, målvärde och status för varje nyckeltal, samt vad som kräver uppmärksamhet.',
    )
    .argument('[plan]', 'planens mapp, till exempel 2025; utan den visas den senaste')
    .option('-t, --tertial <nummer>', 'tertial 1, 2 eller 3')
    .option('-p, --period <period>', 'period, till exempel 2025-T1, 2025-03 eller 2025')
    .option('-o, --organ <organ>', 'bara dessa organ, till exempel hsn eller rs,hsn')
    .option('-m, --malomrade <id>', 'bara dessa målområden')
    .option('-e, --endast <status>', 'bara dessa statusar: gron, gul, rod, saknas, utan, bedomda …')
    .addOption(
      new Option('-s, --sort <ordning>', 'ordning inom målområdet').choices([...STATUS_SORTS]).default('plan', 'plan'),
    )
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format')
        .choices([...STATUS_FORMATS])
        .default('tabell', 'tabell'),
    )
    .addOption(widthOption())
    .addOption(plansOption())
    .action(async (plan, options) => {
      session.result = await runStatus(plan, options, session.context);
    });
}

function addKontroll(program: Command, session: Session): void {
  program
    .command('kontroll')
    .alias('check')
    .summary('kontrollera planens filer')
    .description(
      'Prövar planens filer mot alla regler och visar varje fynd på sin plats. Utan plan prövas alla planer.',
    )
    .argument('[plan]', 'planens mapp, till exempel 2025')
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format').choices([...KONTROLL_FORMATS]).default('text', 'text'),
    )
    .option('--max <antal>', 'visa högst så många fynd i text; 0 visar alla', wholeNumber, 100)
    .addOption(widthOption())
    .addOption(plansOption())
    .action(async (plan, options) => {
      session.result = await runKontroll(plan, options, session.context);
    });
}

function addVisa(program: Command, session: Session): void {
  program
    .command('visa')
    .summary('allt om ett nyckeltal eller uppdrag')
    .description(
      'Visar ett nyckeltal eller uppdrag: definition, målvärde som det läses, utfall med källrad och varför det har sin status.',
    )
    .argument('<id>', 'nyckeltalets eller uppdragets id eller namn')
    .argument('[plan]', 'planens mapp; utan den visas den senaste')
    .option('-t, --tertial <nummer>', 'tertial 1, 2 eller 3')
    .option('-p, --period <period>', 'period, till exempel 2025-T1 eller 2025')
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format').choices([...VISA_FORMATS]).default('text', 'text'),
    )
    .addOption(widthOption())
    .addOption(plansOption())
    .action(async (id, plan, options) => {
      session.result = await runVisa(id, plan, options, session.context);
    });
}

function addTolka(program: Command, session: Session): void {
  program
    .command('tolka')
    .summary('hur ett målvärde läses')
    .description(
      'Visar hur en text läses som målvärde, eller var och varför den inte går att läsa. Skriv texten inom citattecken.',
    )
    .argument('<text...>', 'målvärdet, till exempel "minst 70 %"')
    .option('--mattenhet <enhet>', 'nyckeltalets måttenhet, när den inte är en känd enhet')
    .addOption(
      new Option('-f, --format <format>', 'utskriftens format').choices([...TOLKA_FORMATS]).default('text', 'text'),
    )
    .addOption(plansOption())
    .action(async (texts, options) => {
      session.result = await runTolka(texts, options, session.context);
    });
}

function plansOption(): Option {
  return new Option('--plans <mapp>', 'mappen med planer; annars VP_PLANS eller närmaste plans');
}

function widthOption(): Option {
  return new Option('--bredd <tecken>', 'radens bredd i tecken').argParser(wholeNumber);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new InvalidArgumentError('skriv ett heltal');
  }
  return Number(text);
}
