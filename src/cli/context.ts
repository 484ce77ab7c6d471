import type { Screen } from '../render/terminal/theme.ts';
import type { ExitCode } from './exit-code.ts';

/** What a command knows of the world around it. */
export interface CliContext {
  readonly cwd: string;
  /** The folder of the templates that come with the program. */
  readonly templates: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly isTerminal: boolean; readonly columns: number | null };
  readonly stderr: { readonly isTerminal: boolean };
  /** Today in the person's own time zone, ISO. */
  readonly idag: string;
  /** Tells a person who waits what is going on. */
  readonly progress: (step: string) => void;
}

/** What a command has to say; `main` is the only one that writes it. */
export interface CommandResult {
  /** In pieces that are made as they are written where there may be much. */
  readonly stdout: string | Uint8Array | Iterable<string>;
  readonly stderr: string;
  readonly exitCode: ExitCode;
  readonly files?: readonly OutputFile[];
}

/** A file to be written whole, or not at all. */
export interface OutputFile {
  /** As the person named it, seen from the working folder. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Told on stderr when it has been written. */
  readonly written?: string;
}

/** A command cannot be run as it was given. Not a fault of the program: told without a trace. */
export class UsageError extends Error {
  readonly help: string | null;

  constructor(message: string, help: string | null = null) {
    super(message);
    this.name = 'UsageError';
    this.help = help;
  }
}

const NARROWEST = 40;
const WIDEST = 400;
/** Width where nobody looks at a terminal: wide enough for a page, and nothing is cut anyway. */
const PIPE_WIDTH = 120;

/** What can be shown: width, colours and letters. */
export function screenOf(context: CliContext, bredd: number | null, channel: 'stdout' | 'stderr' = 'stdout'): Screen {
  const { isTerminal } = context[channel];
  const columns =
    bredd ??
    (context.stdout.isTerminal ? context.stdout.columns : null) ??
    Number(context.env['COLUMNS'] || PIPE_WIDTH);
  const width = Number.isFinite(columns) && columns > 0 ? Math.min(WIDEST, Math.max(NARROWEST, columns)) : PIPE_WIDTH;
  return { width, colours: coloursOf(context.env, isTerminal), utf8: isUtf8(context.env) };
}

/** NO_COLOR and FORCE_COLOR first, as their conventions say, then what the terminal is. */
function coloursOf(env: CliContext['env'], isTerminal: boolean): Screen['colours'] {
  if (env['NO_COLOR']) {
    return 0;
  }
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') {
    return forced === '0' || forced === 'false' ? 0 : forced === '1' ? 1 : forced === '3' ? 3 : 2;
  }
  const term = env['TERM'] ?? '';
  if (!isTerminal || term === 'dumb') {
    return 0;
  }
  return /256|truecolor/.test(term) || env['COLORTERM'] ? 2 : 1;
}

/** A locale that says nothing is taken for UTF-8: that is what today's terminals are. */
function isUtf8(env: CliContext['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === '' || /utf-?8/i.test(locale);
}
