/**
 * The identifiers of a TypeScript source: its text without comments, strings, template texts and regular expressions.
 * Code inside `${}` of a template is kept.
 */
export function identifiersOf(source: string): readonly string[] {
  return [...new Set(codeOf(source).match(/[\p{L}_$][\p{L}\p{M}\p{N}_$]*/gu) ?? [])];
}

function codeOf(source: string): string {
  let code = '';
  let at = 0;
  /** Depths of braces at which a template goes on. */
  const templates: number[] = [];
  let depth = 0;
  while (at < source.length) {
    const char = source[at] ?? '';
    const two = source.slice(at, at + 2);
    if (two === '//') {
      at = endOf(source, '\n', at);
    } else if (two === '/*') {
      at = endOf(source, '*/', at) + 2;
    } else if (char === "'" || char === '"') {
      at = endOfQuoted(source, char, at + 1);
    } else if (char === '/' && /(?:^|[=(,:[!&|?{};]|return)\s*$/.test(code.slice(-12))) {
      at = endOfRegExp(source, at + 1);
    } else if (char === '`') {
      at = skipTemplate(source, at + 1, templates, depth);
      code += ' ';
    } else if (char === '}' && templates.at(-1) === depth) {
      templates.pop();
      code += ' ';
      at = skipTemplate(source, at + 1, templates, depth);
    } else {
      depth += char === '{' ? 1 : char === '}' ? -1 : 0;
      code += char;
      at++;
    }
  }
  return code;
}

function endOf(source: string, what: string, from: number): number {
  const end = source.indexOf(what, from);
  return end < 0 ? source.length : end;
}

function endOfQuoted(source: string, quote: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== quote) {
    at += source[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

function endOfRegExp(source: string, from: number): number {
  let at = from;
  let inClass = false;
  while (at < source.length && (inClass || source[at] !== '/')) {
    inClass = source[at] === '[' ? true : source[at] === ']' ? false : inClass;
    at += source[at] === '\\' ? 2 : 1;
  }
  return at + 1 + (/^[a-z]*/.exec(source.slice(at + 1))?.[0].length ?? 0);
}

/** The offset behind the template's end, or behind the `${` at which code begins. */
function skipTemplate(source: string, from: number, templates: number[], depth: number): number {
  let at = from;
  while (at < source.length) {
    if (source[at] === '`') {
      return at + 1;
    }
    if (source.startsWith('${', at)) {
      templates.push(depth);
      return at + 2;
    }
    at += source[at] === '\\' ? 2 : 1;
  }
  return at;
}
