/** Every text of the report, wherever it stands, as its JSON has it. */
export function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap(textsIn);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? (['text', 'ord', 'rubrik'].includes(key) ? [one] : []) : textsIn(one),
  );
}

/** Words without the spaces and hyphens that formats break lines by. */
export const bare = (text: string) => text.replace(/[\u00AD\u200B]/g, '').replace(/[\s\u00A0\u202F]+/g, '');

/** The words of a page without its marks. */
export function wordsOfHtml(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return html
    .replace(/<(?:style|script)[^>]*>[\s\S]*?<\/(?:style|script)>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) =>
      name === undefined
        ? String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10))
        : (entities[name] ?? whole),
    );
}

/** The words of a Markdown text without the signs that keep them from being marks. */
export function wordsOfMarkdown(markdown: string): string {
  return markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, '').replaceAll('<br>', ' ');
}
