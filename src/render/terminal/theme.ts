import { Chalk, type ChalkInstance } from 'chalk';
import { isKlass, type Status } from '../../model/status.ts';
import type { Lead } from './table.ts';

/** What a terminal can show. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  /** 0 no colour, 1 sixteen, 2 two hundred and fifty-six, 3 millions. */
  readonly colours: 0 | 1 | 2 | 3;
  readonly utf8: boolean;
}

export interface Theme {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  /** The shape of a status, coloured; the word beside it says the same without colour. */
  readonly symbol: (status: Status | null) => string;
  /** The shape as what stands before a text. */
  readonly lead: (status: Status | null) => Lead;
  /** A text in the colour of a status; what it says must be clear without. */
  readonly toned: (status: Status | null, text: string) => string;
  readonly utf8: boolean;
  readonly rule: string;
  readonly bullet: string;
}

const SHAPES = { uppfyllt: '●', delvis: '◆', ej_uppfyllt: '▲', none: '○' } as const;
const ASCII_SHAPES = { uppfyllt: '[+]', delvis: '[~]', ej_uppfyllt: '[!]', none: '[ ]' } as const;

/** Colours that are at least 3:1 on both white and black, and their nearest of the sixteen. */
const COLOURS = { uppfyllt: 29, delvis: 136, ej_uppfyllt: 160, none: 244 } as const;

export function themeFor({ width, colours, utf8 }: Screen): Theme {
  const chalk: ChalkInstance = new Chalk({ level: colours });
  const sixteen = { uppfyllt: chalk.green, delvis: chalk.yellow, ej_uppfyllt: chalk.red, none: chalk.gray };
  const shapes = utf8 ? SHAPES : ASCII_SHAPES;
  const toned: Theme['toned'] = (status, text) => {
    const key = keyOf(status);
    return (colours >= 2 ? chalk.ansi256(COLOURS[key]) : sixteen[key])(text);
  };
  const leadFor = (status: Status | null): Lead => ({
    drawn: toned(status, shapes[keyOf(status)]),
    width: utf8 ? 1 : 3,
  });
  const leads = {
    uppfyllt: leadFor('uppfyllt'),
    delvis: leadFor('delvis'),
    ej_uppfyllt: leadFor('ej_uppfyllt'),
    none: leadFor(null),
  };
  return {
    width,
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    red: (text) => (colours >= 2 ? chalk.ansi256(COLOURS.ej_uppfyllt)(text) : chalk.red(text)),
    yellow: (text) => (colours >= 2 ? chalk.ansi256(COLOURS.delvis)(text) : chalk.yellow(text)),
    blue: (text) => chalk.cyan(text),
    symbol: (status) => leads[keyOf(status)].drawn,
    lead: (status) => leads[keyOf(status)],
    toned,
    utf8,
    rule: utf8 ? '─' : '-',
    bullet: utf8 ? '·' : '-',
  };
}

function keyOf(status: Status | null): keyof typeof SHAPES {
  return status !== null && isKlass(status) ? status : 'none';
}

/** Columns that a symbol takes. */
export function symbolWidth(theme: Theme): number {
  return theme.lead(null).width;
}
