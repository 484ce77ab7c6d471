import type { Severity } from '../../diagnostics/codes.ts';
import { type Diagnostic, tally } from '../../diagnostics/diagnostic.ts';
import { plural } from '../../report/phrases.ts';
import { lineStarts, lineText, type Place, positionAt } from '../../source/source-file.ts';
import type { Theme } from '../terminal/theme.ts';
import { displayWidth, visible } from '../visible.ts';
import { wrap } from '../wrap.ts';
import { type FindingGroup, groupIdentical } from './group-identical.ts';
import { locate } from './place-words.ts';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { fel: 'fel', varning: 'varning', notis: 'notis' };

/** Findings for people: where, what, the line with a caret, and how to mend it. At most `most` findings are told. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], theme: Theme, most: number): string {
  const blocks = groupIdentical(diagnostics.slice(0, most)).map((group) => renderGroup(group, theme));
  const hidden = diagnostics.length - most;
  if (hidden > 0) {
    blocks.push(`… ${hidden} till, visa med --max 0`);
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function renderGroup({ first, alsoAt }: FindingGroup, theme: Theme): string {
  const { severity, code, slug, message, help, place, notes } = first;
  const paint = severity === 'fel' ? theme.red : severity === 'varning' ? theme.yellow : theme.blue;
  const label = `${SEVERITY_WORDS[severity]}[${code} ${slug}]`;
  return [
    `${theme.bold(visible(locate(place)))}: ${paint(label)}`,
    ...wrap(visible(message), theme.width - 2).map((line) => `  ${line}`),
    ...frame(place, '^', theme),
    ...notes.flatMap((note) => [
      `  ${visible(locate(note.place))}: ${visible(note.message)}`,
      ...frame(note.place, '-', theme),
    ]),
    ...(alsoAt.length === 0 ? [] : [`  Samma på ${plural(alsoAt.length, 'ställe', 'ställen')} till:`]),
    ...alsoAt.map((other) => `    ${visible(locate(other))}`),
    ...(help === null ? [] : helpLines(help, theme)),
  ].join('\n');
}

/** The line with a mark under the place; a long line is shown around it. */
function frame({ file, start, end }: Place, mark: string, theme: Theme): readonly string[] {
  if (file.text === '' || start === end) {
    return [];
  }
  const { line, column } = positionAt(file, start);
  const number = String(line);
  const room = Math.max(20, theme.width - number.length - 5);
  const lineStart = lineStarts(file)[line - 1] ?? 0;
  const offset = start - lineStart;
  const from = column - 1 > room - 10 ? Math.max(0, offset - Math.floor(room / 2)) : 0;
  const text = lineText(file, line);
  // A tab is one place wide here, as it is in the file.
  const readable = (part: string) => visible(part.replaceAll('\t', '→'));
  const shown = readable(text.slice(from, from + room));
  const before = readable(text.slice(from, offset));
  const marked = Array.from(file.text.slice(start, Math.min(end, start + room)).split(/[\r\n]/)[0] ?? '').length;
  const length = Math.max(1, Math.min(marked, displayWidth(shown) - displayWidth(before)));
  const bar = theme.dim('|');
  return [
    `  ${theme.dim(number)} ${bar} ${shown}`,
    `  ${' '.repeat(number.length)} ${bar} ${' '.repeat(displayWidth(before))}${mark.repeat(length)}`,
  ];
}

function helpLines(help: string, theme: Theme): readonly string[] {
  const [first = '', ...rest] = help.split('\n');
  return [...wrap(visible(`Hjälp: ${first}`), theme.width - 2), ...rest.map(visible)].map((line) => `  ${line}`);
}

/** `2 fel, 1 varning`; what is zero is left out. */
export function tallyWords(diagnostics: readonly Diagnostic[]): string {
  const { fel, varningar, notiser } = tally(diagnostics);
  const parts = [
    fel === 0 ? '' : `${fel} fel`,
    varningar === 0 ? '' : plural(varningar, 'varning', 'varningar'),
    notiser === 0 ? '' : plural(notiser, 'notis', 'notiser'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
