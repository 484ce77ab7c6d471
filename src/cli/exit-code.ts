/** 0 no error; 1 at least one error in what was read; 2 the command could not be run. */
export const EXIT = { ok: 0, errors: 1, unusable: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
