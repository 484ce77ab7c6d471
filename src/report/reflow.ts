/**
 * The lines of a text as its writer meant them: lines that only broke for width are joined, while paragraphs and list
 * items stay apart.
 */
export function reflow(text: string): string {
  const lines: string[][] = [];
  for (const line of text.trimEnd().split('\n')) {
    const last = lines.at(-1);
    const opens = line.trim() === '' || /^\s*(?:[-*•]|\d+\.)\s/.test(line);
    if (opens || last === undefined || last[0]?.trim() === '') {
      lines.push([line.trimEnd()]);
    } else {
      last.push(line.trim());
    }
  }
  return lines.map((parts) => parts.join(' ')).join('\n');
}
