/** A chart as shapes on a sheet; y grows downwards. The same shapes that the charts of other formats are made of. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In the order that they are drawn: later ones lie above. */
  readonly shapes: readonly Shape[];
}

export type Shape = Rect | Line | Path | Label;

export type Colour =
  | 'surface'
  | 'raised'
  | 'head'
  | 'line'
  | 'edge'
  | 'ink'
  | 'muted'
  | 'accent'
  | 'second'
  | 'green'
  | 'yellow'
  | 'red'
  | 'none'
  | 'zone';

interface Rect {
  readonly shape: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
}

interface Line {
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
interface Path {
  readonly shape: 'path';
  readonly x: number;
  readonly y: number;
  readonly d: string;
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly width: number;
}

/** One line of text; `y` is its baseline. */
interface Label {
  readonly shape: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold: boolean;
  readonly fill: Colour;
}

export interface Sheet {
  readonly width: number;
  readonly measure: (text: string, size: number, bold: boolean) => number;
}
