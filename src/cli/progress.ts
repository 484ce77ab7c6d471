import { visible } from '../render/visible.ts';
import type { Output } from './output.ts';

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
  readonly delayMs?: number;
  readonly now?: () => number;
}

/** Whether a person who looks would see a line that can be taken away again. */
export function canShowProgress(env: Readonly<Record<string, string | undefined>>): boolean {
  const isDumb = env['TERM'] === undefined || env['TERM'] === '' || env['TERM'] === 'dumb';
  return !isDumb && !env['CI'] && !env['NO_COLOR'];
}

/**
 * Shows each step in the place of the one before, from `delayMs` after the first, where it is a terminal: that is not
 * asked before there is something to show.
 */
export function showProgress(
  output: Pick<Output, 'isTerminal' | 'columns' | 'write'>,
  { delayMs = DELAY_MS, now = Date.now }: ProgressOptions = {},
): Progress {
  let begun: number | null = null;
  let shown = '';
  let current = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const show = () => {
    if (current !== shown && begun !== null && now() - begun >= delayMs && output.isTerminal) {
      // A line that wrapped could not be erased.
      const room = (output.columns ?? 80) - 1;
      output.write(`${ERASE}${Array.from(visible(current)).slice(0, room).join('')}`);
      shown = current;
    }
  };
  return {
    step: (text) => {
      current = text;
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
        output.write(ERASE);
      }
      begun = null;
      shown = '';
      current = '';
    },
  };
}
