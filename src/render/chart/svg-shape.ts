import type { Colour } from '../palette.ts';
import type { Shape } from './drawing.ts';

/** A shape as an element of SVG, whoever writes it out. */
export interface SvgShape {
  readonly name: 'rect' | 'line' | 'path' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Null for what holds no text. */
  readonly text: string | null;
}

/** The attributes that give a shape its colours. A fill that is null is drawn as none; what is not told has no say. */
export type Paint = (colours: {
  readonly fill?: Colour | null;
  readonly stroke?: Colour | null;
}) => Readonly<Record<string, string>>;

export function svgShape(shape: Shape, paint: Paint): SvgShape {
  switch (shape.shape) {
    case 'rect': {
      // A stroke lies half on each side of its edge: the edge is moved inwards so that the whole is seen.
      const inset = shape.stroke === null ? 0 : 0.5;
      return element('rect', {
        ...paint(shape),
        x: round(shape.x + inset),
        y: round(shape.y + inset),
        width: round(Math.max(0.5, shape.width - 2 * inset)),
        height: round(Math.max(0.5, shape.height - 2 * inset)),
      });
    }
    case 'line':
      return element('line', {
        ...paint({ stroke: shape.stroke }),
        x1: round(shape.x1),
        y1: round(shape.y1),
        x2: round(shape.x2),
        y2: round(shape.y2),
        'stroke-width': shape.width,
        ...(shape.dash === null ? {} : { 'stroke-dasharray': shape.dash.join(' ') }),
      });
    case 'path':
      return element('path', {
        ...paint(shape),
        d: shape.d,
        ...(shape.x === 0 && shape.y === 0 ? {} : { transform: `translate(${round(shape.x)} ${round(shape.y)})` }),
        ...(shape.stroke === null ? {} : { 'stroke-width': round(shape.width) }),
      });
    case 'text':
      return element(
        'text',
        {
          ...paint({ fill: shape.fill }),
          x: round(shape.x),
          y: round(shape.y),
          'font-size': shape.size,
          ...(shape.bold ? { 'font-weight': 600 } : {}),
          ...(shape.anchor === 'start' ? {} : { 'text-anchor': shape.anchor }),
        },
        shape.text,
      );
  }
}

function element(name: SvgShape['name'], attributes: SvgShape['attributes'], text: string | null = null): SvgShape {
  return { name, attributes, text };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
