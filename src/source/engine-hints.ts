/** From so many bytes read on, a run is long enough for V8 to be told how it will go. */
const MUCH = 300_000;

/** From so many on, memory is what it may run short of. */
const VERY_MUCH = 10_000_000;

/** Keeps the space for young objects small: a large plan takes a fifth less memory, in the same time. */
const LITTLE_MEMORY = '--semi-space-growth-factor=1';

/** Collects the old objects of a huge plan more often: a tenth less memory, for a twentieth more time. */
const LESS_MEMORY = '--heap-growing-percent=50';

/**
 * Lets a function be used longer before it is optimised: what runs for half a second else spends a sixth of its work on
 * optimising what is soon over.
 */
const LATE_OPTIMISING = '--interrupt-budget=250000';

interface Hint {
  /** Bytes read. */
  readonly from: number;
  readonly flags: string;
}

const OF_MEMORY: readonly Hint[] = [
  { from: MUCH, flags: LITTLE_MEMORY },
  { from: VERY_MUCH, flags: LESS_MEMORY },
];

/**
 * By V8's major version, those of Node 20, 22 and 24. A flag that a version does not know is told on stderr, so that
 * later ones get none until they have been tried.
 */
const HINTS: Readonly<Record<string, readonly Hint[]>> = {
  11: [...OF_MEMORY, { from: MUCH, flags: LATE_OPTIMISING }],
  12: OF_MEMORY,
  13: OF_MEMORY,
};

let read = 0;

/** Gives the hints when much has been read. A small plan does not wait for `node:v8` to be loaded. */
export function countRead(bytes: number): void {
  const before = read;
  read += bytes;
  if (read < MUCH) {
    return;
  }
  for (const { from, flags } of HINTS[process.versions.v8.split('.')[0] ?? ''] ?? []) {
    if (before < from && read >= from) {
      import('node:v8').then(({ setFlagsFromString }) => setFlagsFromString(flags));
    }
  }
}
