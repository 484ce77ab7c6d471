import type { CliContext, CommandResult } from './context.ts';

/** One run of the program, while commander reads the command line. */
export interface Session {
  readonly context: CliContext;
  result: CommandResult | null;
  /** What commander printed: the help or the version. */
  help: string;
}

/** Stands before a text that begins as a flag does; no text on a command line holds it. */
export const NO_FLAG = '\uE000';
