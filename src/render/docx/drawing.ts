import type { Pictures } from './chart.ts';
import type { Bookmarks } from './inline.ts';

/** What drawing a block needs to know of the document that it stands in. */
export interface Drawing {
  readonly bookmarks: Bookmarks;
  readonly pictures: Pictures;
  /** The width of the text, in twips. */
  readonly width: number;
  /** A new number for each list, so that each begins at one. */
  readonly nextList: () => number;
}
