import type { Status } from '../model/status.ts';

/** What a colour is for. Every theme has one for each. */
export interface Palette {
  /** What all stands on. */
  readonly surface: string;
  /** Rows and boxes that stand out a little. */
  readonly raised: string;
  /** Heads of tables, and the tracks of bars. */
  readonly head: string;
  /** Lines that only please the eye. */
  readonly line: string;
  /** Edges of controls, which must be seen. */
  readonly edge: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  /** A second thing beside the accent: the target of a series. */
  readonly second: string;
  readonly green: string;
  readonly yellow: string;
  readonly red: string;
  readonly none: string;
  /** The ground of what counts as nearly reached. */
  readonly zone: string;
}

export type Colour = keyof Palette;

/** On screens in light, and always on paper. */
export const LIGHT: Palette = {
  surface: '#ffffff',
  raised: '#f7f9fb',
  head: '#e8eef5',
  line: '#d3dce6',
  edge: '#66727f',
  ink: '#1b1f24',
  muted: '#4b5563',
  accent: '#12395b',
  second: '#8a3b12',
  green: '#0f7159',
  yellow: '#b27d00',
  red: '#a11212',
  none: '#4b5563',
  zone: '#ffefc2',
};

export const DARK: Palette = {
  surface: '#0f141a',
  raised: '#161d26',
  head: '#1e2732',
  line: '#2f3b49',
  edge: '#7f8c9a',
  ink: '#e8edf2',
  muted: '#a9b4c0',
  accent: '#8fc1ff',
  second: '#ffb38a',
  green: '#3ecbae',
  yellow: '#ffdf60',
  red: '#f0785e',
  none: '#a9b4c0',
  zone: '#46360a',
};

/** The colours that tell statuses apart, each with a shape of its own. */
export type StatusColour = 'green' | 'yellow' | 'red' | 'none';

/** What has no status has no colour (design: no colour without a value). */
export function statusColour(status: Status | null): StatusColour {
  switch (status) {
    case 'uppfyllt':
      return 'green';
    case 'delvis':
      return 'yellow';
    case 'ej_uppfyllt':
      return 'red';
    default:
      return 'none';
  }
}
