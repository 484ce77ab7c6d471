import type { Measure } from './drawing.ts';

/**
 * A text as lines that are no wider than given, at most so many; what is left out becomes `…`. The whole text stands in
 * the table beside the chart.
 */
export function wrapLabel(
  text: string,
  width: number,
  most: number,
  measure: Measure,
  size = 13,
  bold = false,
): readonly string[] {
  const fits = (line: string) => measure(line, size, bold) <= width;
  const words = text
    .slice(0, 400)
    .split(/[ \n\t]+/)
    .filter((word) => word !== '')
    .flatMap((word) => chop(word, fits));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  if (lines.length <= most) {
    return lines;
  }
  let end = lines[most - 1] ?? '';
  while (end !== '' && !fits(`${end}…`)) {
    end = [...end].slice(0, -1).join('').trimEnd();
  }
  return [...lines.slice(0, most - 1), `${end}…`];
}

/** A word in pieces that fit: behind its own hyphens and slashes, else with a hyphen set in. */
function chop(word: string, fits: (line: string) => boolean): readonly string[] {
  if (fits(word)) {
    return [word];
  }
  const own = /^(.{3,}?[-/])(.{3,})$/u.exec(word);
  if (own !== null && fits(own[1] ?? '')) {
    return [own[1] ?? '', ...chop(own[2] ?? '', fits)];
  }
  const chars = [...word];
  let at = chars.length - 1;
  while (at > 1 && !fits(`${chars.slice(0, at).join('')}-`)) {
    at--;
  }
  return at < 1 ? [word] : [`${chars.slice(0, at).join('')}-`, ...chop(chars.slice(at).join(''), fits)];
}
