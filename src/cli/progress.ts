import { visible } from '../render/visible.ts';

/** What a person who waits sees of the work: one line, which is gone when the work is done. */
export interface Progress {
  readonly step: (text: string) => void;
  readonly clear: () => void;
}

export const NO_PROGRESS: Progress = { step: () => {}, clear: () => {} };

/** Back to the start of the line, and the whole line away. */
const ERASE = '\r\u001b[2K';

/** Work that is done before a person has begun to wait shows nothing. */
const DELAY_MS = 300;

export interface ProgressOptions {
  /** Of the terminal: a line that wrapped could not be erased. */
  readonly columns: number | undefined;
  readonly delayMs?: number;
  readonly now?: () => number;
}

/** Whether anybody looks, at something that can take a line away again. */
export function canShowProgress(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const isDumb = env['TERM'] === undefined || env['TERM'] === '' || env['TERM'] === 'dumb';
  return isTerminal && !isDumb && !env['CI'] && !env['NO_COLOR'];
}

/** Shows each step in the place of the one before, from `delayMs` after the first. */
export function showProgress(
  write: (text: string) => void,
  { columns = 80, delayMs = DELAY_MS, now = Date.now }: ProgressOptions,
): Progress {
  let begun: number | null = null;
  let shown = '';
  let current = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const show = () => {
    if (current !== shown && begun !== null && now() - begun >= delayMs) {
      write(`${ERASE}${current}`);
      shown = current;
    }
  };
  return {
    step: (text) => {
      current = Array.from(visible(text))
        .slice(0, columns - 1)
        .join('');
      if (begun === null) {
        begun = now();
        // A step that waits for something else is shown while it does.
        timer = setTimeout(show, delayMs).unref();
      }
      show();
    },
    clear: () => {
      if (timer !== null) {
        clearTimeout(timer);
      }
      if (shown !== '') {
        write(ERASE);
      }
      begun = null;
      shown = '';
      current = '';
    },
  };
}
