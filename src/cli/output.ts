import { fstatSync, writeSync } from 'node:fs';

/** Where the program writes: standard output or standard error. */
export interface Output {
  readonly isTerminal: boolean;
  /** Of the terminal; null where there is none, or it does not say. */
  readonly columns: number | null;
  readonly write: (content: string | Uint8Array) => void;
}

/**
 * Node's own streams take a twentieth of a short run to load, so they are asked for only where there may be a terminal:
 * a file or a pipe is written to at once.
 *
 * @param failed told why something could not be written
 */
export function openOutput(
  descriptor: number,
  stream: () => NodeJS.WriteStream,
  failed: (error: NodeJS.ErrnoException) => void,
): Output {
  let opened: NodeJS.WriteStream | null = null;
  let lost = false;
  // What comes after it would not be written either, and is not told once more.
  const lose = (error: NodeJS.ErrnoException) => {
    if (!lost) {
      lost = true;
      failed(error);
    }
  };
  const open = () => {
    opened ??= stream().on('error', lose);
    return opened;
  };
  let known: boolean | null = null;
  const isTerminal = () => {
    known ??= mayBeTerminal(descriptor) && open().isTTY === true;
    return known;
  };
  return {
    get isTerminal() {
      return isTerminal();
    },
    get columns() {
      return isTerminal() ? (open().columns ?? null) : null;
    },
    write: (content) => {
      if (content.length === 0 || lost) {
        return;
      }
      // What a stream has yet to write goes before what comes after it.
      if (isTerminal() || opened !== null) {
        open().write(content);
        return;
      }
      const bytes = Buffer.from(content);
      let written = 0;
      try {
        while (written < bytes.length) {
          written += writeSync(descriptor, bytes, written);
        }
      } catch (error) {
        const cause = error as NodeJS.ErrnoException;
        if (cause.code === 'EAGAIN') {
          // The reader is slow and lets nobody wait: the stream goes on when there is room again.
          open().write(bytes.subarray(written));
        } else {
          lose(cause);
        }
      }
    },
  };
}

/** The memory devices of Linux, `/dev/null` among them. */
const MEMORY = 1;

function mayBeTerminal(descriptor: number): boolean {
  if (process.platform === 'win32') {
    return true;
  }
  const found = fstatSync(descriptor);
  return found.isCharacterDevice() && found.rdev >> 8 !== MEMORY;
}
