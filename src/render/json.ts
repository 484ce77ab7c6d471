import type { Data, Digits } from '../report/data.ts';

/** Data as JSON, indented by two spaces, figures with their own digits. */
export function renderJson(data: Data): string {
  const parts: string[] = [];
  write(data, '', parts);
  return `${parts.join('')}\n`;
}

function write(data: Data, indent: string, parts: string[]): void {
  if (typeof data !== 'object' || data === null) {
    parts.push(typeof data === 'string' ? quote(data) : JSON.stringify(data));
    return;
  }
  if (isDigits(data)) {
    parts.push(data.siffror);
    return;
  }
  const inner = `${indent}  `;
  const isList = Array.isArray(data);
  const entries: readonly (readonly [string | null, Data])[] = isList
    ? data.map((item: Data) => [null, item])
    : Object.entries(data as object);
  if (entries.length === 0) {
    parts.push(isList ? '[]' : '{}');
    return;
  }
  parts.push(isList ? '[' : '{');
  entries.forEach(([key, value], index) => {
    parts.push(index === 0 ? '\n' : ',\n', inner, key === null ? '' : `${quote(key)}: `);
    write(value, inner, parts);
  });
  parts.push('\n', indent, isList ? ']' : '}');
}

/** A text in quotation marks; what could steer a terminal is written as its number, and is the same text when read. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A figure: nothing else in the data has this one key with digits only. */
function isDigits(data: object): data is Digits {
  const value = 'siffror' in data ? data.siffror : undefined;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) && Object.keys(data).length === 1;
}
