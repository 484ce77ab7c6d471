import { reflow } from '../../report/reflow.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import type { Theme } from './theme.ts';

/** Labels in one column and their values beside them, wrapped. */
export function labelledLines(
  pairs: readonly (readonly [label: string, value: string])[],
  theme: Theme,
  indent = '',
): readonly string[] {
  const width = Math.max(0, ...pairs.map(([label]) => displayWidth(label))) + 2;
  const hanging = indent + ' '.repeat(width);
  return pairs.flatMap(([label, value]) =>
    wrap(visibleLines(value), theme.width - hanging.length).map((line, index) =>
      index === 0
        ? `${indent}${theme.dim(label)}${' '.repeat(width - displayWidth(label))}${line}`
        : `${hanging}${line}`.trimEnd(),
    ),
  );
}

/** Harmless text that keeps its paragraphs and lists. */
function visibleLines(text: string): string {
  return reflow(text).split('\n').map(visible).join('\n');
}
