/** Colours, six hexadecimal digits each; every text has at least 4.5:1 against white and against `HEAD`. */
export const INK = '1B1F24';
export const MUTED = '4B5563';
export const ACCENT = '12395B';
export const HEAD = 'E8EEF5';
export const RULE = 'B9C6D4';

/** Lengths in twentieths of a point, as Word counts them. */
export const A4 = { width: 11906, height: 16838 } as const;
export const MARGIN = { top: 1247, bottom: 1304, left: 1247, right: 1247 } as const;
/** What a cell keeps free on each side of its text. */
export const CELL_PADDING = 85;

/** Half points. */
export const TABLE_TEXT_SIZE = 18;
