import type { Status } from '../../model/status.ts';
import { visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import type { Lead } from './table.ts';
import type { Theme } from './theme.ts';

/** A text with the shape of its status before its first line. */
export function shaped(status: Status | null, text: string, theme: Theme): readonly string[] {
  return led(theme.lead(status), text, theme);
}

/** A text behind a mark, its later lines in line with the first. */
export function led({ drawn, width }: Lead, text: string, theme: Theme): readonly string[] {
  const indent = ' '.repeat(width + 1);
  return wrap(visible(text), theme.width - indent.length).map((line, index) =>
    index === 0 ? `${drawn} ${line}` : `${indent}${line}`,
  );
}
