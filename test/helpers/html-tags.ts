export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const VOID = ['meta', 'col', 'br', 'hr', 'img', 'input', 'link', 'doctype'];
const TAG = /<(\/?)!?([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*(\/?)>/y;

/**
 * The elements of a page in order; throws where an element is not closed in its place. Enough of a parser for pages that
 * a serializer wrote: all values of attributes stand in quotes, and `<` in text is escaped.
 */
export function tagsOf(html: string): readonly Tag[] {
  return read(html).tags;
}

/** What a reader reads: text without tags, script and style. */
export function textOf(html: string): string {
  return read(html).text.replace(/\s+/g, ' ');
}

function read(html: string): { readonly tags: readonly Tag[]; readonly text: string } {
  const tags: Tag[] = [];
  const open: string[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    if (html[at] !== '<') {
      const end = html.indexOf('<', at);
      text += decode(html.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? html.length : end;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, slash, name = '', rest = '', self] = TAG.exec(html) ?? [];
    if (whole === undefined) {
      throw new Error(`no tag: ${html.slice(at, at + 60)}`);
    }
    at += whole.length;
    text += ' ';
    if (slash === '/') {
      const last = open.pop();
      if (last !== name) {
        throw new Error(`</${name}> closes <${last}>`);
      }
      continue;
    }
    tags.push({ name, attributes: attributesOf(rest) });
    if (name === 'script' || name === 'style') {
      at = html.indexOf(`</${name}>`, at);
    }
    if (self !== '/' && !VOID.includes(name)) {
      open.push(name);
    }
  }
  if (open.length > 0) {
    throw new Error(`not closed: ${open.join(', ')}`);
  }
  return { tags, text };
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=>"/]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  );
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9A-F]+)|([a-z]+));/gi, (whole, hex, name) =>
    hex === undefined ? (NAMED[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
