import type { Colour } from '../palette.ts';

/** A chart as shapes on a sheet, whatever draws it. Lengths are pixels or points; y grows downwards. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In the order that they are drawn: later ones lie above. */
  readonly shapes: readonly Shape[];
}

export type Shape = Rect | Line | Path | Label;

export interface Rect {
  readonly shape: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Colour | null;
  /** Drawn one wide, inside the edges. */
  readonly stroke: Colour | null;
}

export interface Line {
  readonly shape: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Colour;
  readonly width: number;
  readonly dash: readonly number[] | null;
}

/** A path in the language of SVG, moved to where it stands. */
export interface Path {
  readonly shape: 'path';
  readonly x: number;
  readonly y: number;
  readonly d: string;
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly width: number;
}

/** One line of text; `y` is its baseline. */
export interface Label {
  readonly shape: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold: boolean;
  readonly fill: Colour;
}

/** How wide a text becomes in the font that draws it. */
export type Measure = (text: string, size: number, bold: boolean) => number;

export interface Sheet {
  readonly width: number;
  readonly measure: Measure;
}

export function label(x: number, y: number, text: string, how: Partial<Omit<Label, 'shape' | 'text'>> = {}): Label {
  return { shape: 'text', x, y, text, size: 13, anchor: 'start', bold: false, fill: 'ink', ...how };
}
