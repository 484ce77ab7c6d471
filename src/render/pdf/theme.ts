import { isKlass, type Klass, type Status } from '../../model/status.ts';

/** Colours, sizes and measures of the printed page. Measures are in points; a page is A4, upright. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 56, top: 56, bottom: 62 } as const;

export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** From the first line of a page to its last. */
export const CONTENT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** Each pair that meets on the page has enough contrast: a test holds the table of pairs against WCAG. */
export const COLOUR = {
  paper: '#ffffff',
  zebra: '#f7f9fb',
  head: '#e8eef5',
  ink: '#1b1f24',
  muted: '#4b5563',
  accent: '#12395b',
  /** Lines that only calm the eye. */
  hairline: '#d5dce4',
  /** Lines that carry meaning. */
  rule: '#6b7a8a',
} as const;

/** How a status is drawn: the shape in a strong colour; a field in a pale one with text on it. */
export interface StatusColours {
  readonly symbol: string;
  readonly field: string;
  readonly onField: string;
}

const KLASS_COLOURS: Readonly<Record<Klass, StatusColours>> = {
  uppfyllt: { symbol: '#0f7159', field: '#d3eee3', onField: '#0a4a3a' },
  delvis: { symbol: '#b27d00', field: '#ffefc2', onField: '#5a3f00' },
  ej_uppfyllt: { symbol: '#a11212', field: '#fbdcd9', onField: '#7a0f0f' },
};

const NO_STATUS: StatusColours = { symbol: '#4b5563', field: '#e7eaee', onField: '#374151' };

export function statusColours(status: Status | null): StatusColours {
  return status !== null && isKlass(status) ? KLASS_COLOURS[status] : NO_STATUS;
}

/** Size, height of the line, and the space above. */
export interface TextStyle {
  readonly size: number;
  readonly line: number;
  readonly strong: boolean;
  readonly colour: string;
}

export const BODY: TextStyle = { size: 10.5, line: 15, strong: false, colour: COLOUR.ink };
export const NOTE: TextStyle = { size: 8.5, line: 12, strong: false, colour: COLOUR.muted };
export const CAPTION: TextStyle = { size: 9.5, line: 13, strong: true, colour: COLOUR.accent };
export const TITLE: TextStyle = { size: 25, line: 31, strong: true, colour: COLOUR.accent };
export const EYEBROW: TextStyle = { size: 10, line: 14, strong: true, colour: COLOUR.muted };
export const SUBTITLE: TextStyle = { size: 12.5, line: 18, strong: false, colour: COLOUR.muted };
export const FOOTER: TextStyle = { size: 8, line: 11, strong: false, colour: COLOUR.muted };

/** Headings of level 2 to 6, with the space above and below them. */
export const HEADINGS: readonly (TextStyle & { readonly above: number; readonly below: number })[] = [
  { size: 17, line: 22, strong: true, colour: COLOUR.accent, above: 22, below: 8 },
  { size: 13, line: 17, strong: true, colour: COLOUR.accent, above: 16, below: 5 },
  { size: 11.5, line: 15, strong: true, colour: COLOUR.ink, above: 11, below: 4 },
  { size: 10.5, line: 14, strong: true, colour: COLOUR.ink, above: 9, below: 3 },
  { size: 10.5, line: 14, strong: true, colour: COLOUR.muted, above: 8, below: 3 },
];

/** Text of table cells: the first size whose columns hold their words. */
export const CELL_SIZES = [
  { size: 9, line: 12.25 },
  { size: 8.25, line: 11.25 },
  { size: 7.5, line: 10.25 },
] as const;

export const CELL_PAD = { x: 6, y: 4 } as const;
