import { needsRiktning } from '../../malvarde/needs-riktning.ts';
import type { Läsfel, Läsning, Målvärde } from '../../model/malvarde.ts';
import { readingLines } from '../../report/reading-words.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { labelledLines } from './labelled.ts';
import type { Theme } from './theme.ts';

/** How a målvärde is read; where it is not, a mark under the place and what was expected there. */
export function renderTolka(text: string, läsning: Läsning, theme: Theme): string {
  return `${linesOf(text, läsning, theme).join('\n')}\n`;
}

function linesOf(text: string, läsning: Läsning, theme: Theme): readonly string[] {
  switch (läsning.slag) {
    case 'läst':
      return [theme.bold(`”${visible(text)}”`), ...reading(läsning.målvärde, theme, '  ')];
    case 'per organ':
      return [
        theme.bold(`”${visible(text)}”`),
        ...läsning.delar.flatMap(({ organ, målvärde }) => [
          `  ${theme.bold(organ.toUpperCase())}`,
          ...reading(målvärde, theme, '    '),
        ]),
      ];
    case 'oläst':
      return [
        ...markedText(text, läsning.fel, theme),
        ...wrap(visible(`Går inte att läsa: ${läsning.fel.meddelande}.`), theme.width),
        ...wrap(visible(`Hjälp: ${läsning.fel.hjälp}`), theme.width),
      ];
  }
}

/** The text with a mark under the place; of one that is longer than a line, only what stands around it. */
function markedText(text: string, { start, slut }: Läsfel, theme: Theme): readonly string[] {
  const room = theme.width - 4;
  const from = text.length <= room ? 0 : Math.max(0, Math.min(start - (room >> 1), text.length - room));
  const to = Math.min(text.length, from + room);
  const before = `”${from > 0 ? '…' : ''}${visible(text.slice(from, start))}`;
  const after = `${visible(text.slice(start, to))}${to < text.length ? '…' : ''}”`;
  const length = Math.max(1, displayWidth(visible(text.slice(start, Math.min(slut, to)))));
  return [theme.bold(before + after), `${' '.repeat(displayWidth(before))}${theme.red('^'.repeat(length))}`];
}

function reading(målvärde: Målvärde, theme: Theme, indent: string): readonly string[] {
  const note = needsRiktning(målvärde.krav)
    ? wrap(
        målvärde.krav.slag === 'jämförelse'
          ? '”Bättre” säger inte om värdet ska öka eller minska: planen måste ange riktning: öka eller riktning: minska, eller skriv högre än eller lägre än.'
          : 'Talet säger inte om värdet ska öka eller minska: planen måste ange riktning: öka eller riktning: minska, eller minst eller högst före talet.',
        theme.width - indent.length,
      ).map((line) => indent + line)
    : [];
  return [...labelledLines(readingLines(målvärde), theme, indent), ...note];
}
