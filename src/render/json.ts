import type { Data, Digits } from '../report/data.ts';

/** Data as JSON, indented by two spaces, figures with their own digits. */
export function renderJson(data: Data): string {
  const parts: string[] = [];
  write(data, '', parts);
  return `${parts.join('')}\n`;
}

function write(data: Data, indent: string, parts: string[]): void {
  if (typeof data !== 'object' || data === null) {
    parts.push(JSON.stringify(data));
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
    parts.push(index === 0 ? '\n' : ',\n', inner, key === null ? '' : `${JSON.stringify(key)}: `);
    write(value, inner, parts);
  });
  parts.push('\n', indent, isList ? ']' : '}');
}

/** A figure: nothing else in the data has this one key with digits only. */
function isDigits(data: object): data is Digits {
  const value = 'siffror' in data ? data.siffror : undefined;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) && Object.keys(data).length === 1;
}
