import type { Status } from '../model/status.ts';

/** The shape of a status, and the colours of the shape and of a text on white: all are told apart without colour. */
export interface StatusShape {
  readonly shape: '●' | '◆' | '▲' | '○';
  /** Six hexadecimal digits. */
  readonly colour: string;
  readonly textColour: string;
}

const NONE: StatusShape = { shape: '○', colour: '4B5563', textColour: '4B5563' };

export function statusShape(status: Status | null): StatusShape {
  switch (status) {
    case 'uppfyllt':
      return { shape: '●', colour: '0F7159', textColour: '0F7159' };
    case 'delvis':
      return { shape: '◆', colour: 'B27D00', textColour: '7A5200' };
    case 'ej_uppfyllt':
      return { shape: '▲', colour: 'A11212', textColour: 'A11212' };
    default:
      return NONE;
  }
}
