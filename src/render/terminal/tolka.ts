import { needsRiktning } from '../../malvarde/needs-riktning.ts';
import type { Läsning, Målvärde } from '../../model/malvarde.ts';
import { readingLines } from '../../report/reading-words.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { labelledLines } from './labelled.ts';
import type { Theme } from './theme.ts';

/** How a målvärde is read; where it is not, a mark under the place and what was expected there. */
export function renderTolka(text: string, läsning: Läsning, theme: Theme): string {
  const lines = [`${theme.bold(`”${visible(text)}”`)}`, ...body(text, läsning, theme)];
  return `${lines.join('\n')}\n`;
}

function body(text: string, läsning: Läsning, theme: Theme): readonly string[] {
  switch (läsning.slag) {
    case 'läst':
      return reading(läsning.målvärde, theme, '  ');
    case 'per organ':
      return läsning.delar.flatMap(({ organ, målvärde }) => [
        `  ${theme.bold(organ.toUpperCase())}`,
        ...reading(målvärde, theme, '    '),
      ]);
    case 'oläst': {
      const { start, slut, meddelande, hjälp } = läsning.fel;
      // One column more for the quotation mark before the text.
      const before = displayWidth(visible(text.slice(0, start))) + 1;
      const length = Math.max(1, displayWidth(visible(text.slice(start, slut))));
      return [
        `${' '.repeat(before)}${theme.red('^'.repeat(length))}`,
        ...wrap(visible(`Går inte att läsa: ${meddelande}.`), theme.width),
        ...wrap(visible(`Hjälp: ${hjälp}`), theme.width),
      ];
    }
  }
}

function reading(målvärde: Målvärde, theme: Theme, indent: string): readonly string[] {
  const note = needsRiktning(målvärde.krav)
    ? wrap(
        'Talet säger inte om värdet ska öka eller minska: planen måste ange riktning: öka eller riktning: minska, eller minst eller högst före talet.',
        theme.width - indent.length,
      ).map((line) => indent + line)
    : [];
  return [...labelledLines(readingLines(målvärde), theme, indent), ...note];
}
