import { inflateSync } from 'node:zlib';

/**
 * A file with changed objects: each is given as it stands in the file, its content uncompressed, and what comes back is
 * written in its place, with a table of offsets that is right.
 */
export function editPdf(bytes: Uint8Array, edit: (object: string) => string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const trailer = /trailer\n([\s\S]*?)startxref/.exec(text)?.[1] ?? '';
  let written = text.slice(0, text.search(/^\d+ 0 obj$/m));
  const offsets: string[] = [];
  for (let at = written.length; ; ) {
    const header = /^(\d+) 0 obj\n/.exec(text.slice(at, at + 20));
    if (header === null) {
      break;
    }
    const dictEnd = text.indexOf('stream\n', at);
    const plainEnd = text.indexOf('endobj\n', at);
    const length = Number(/\/Length (\d+)/.exec(text.slice(at, dictEnd))?.[1] ?? 0);
    const isStream = dictEnd !== -1 && dictEnd < plainEnd;
    const end = (isStream ? text.indexOf('endobj\n', dictEnd + 7 + length) : plainEnd) + 7;
    offsets[Number(header[1])] = String(written.length).padStart(10, '0');
    const object = text.slice(at, end);
    written += edit(isStream ? uncompressed(object, dictEnd - at + 7, length) : object);
    at = end;
  }
  const table = Array.from({ length: offsets.length - 1 }, (_, index) => `${offsets[index + 1]} 00000 n \n`).join('');
  const start = written.length;
  const xref = `xref\n0 ${offsets.length}\n0000000000 65535 f \n${table}trailer\n${trailer}startxref\n${start}\n%%EOF\n`;
  return Buffer.from(written + xref, 'latin1');
}

function uncompressed(object: string, start: number, length: number): string {
  if (!object.slice(0, start).includes('/Filter /FlateDecode')) {
    return object;
  }
  const content = inflateSync(Buffer.from(object.slice(start, start + length), 'latin1')).toString('latin1');
  const dict = object.slice(0, start).replace('/Filter /FlateDecode', '');
  return `${dict.replace(/\/Length \d+/, `/Length ${content.length}`)}${content}${object.slice(start + length)}`;
}

/** Replaces in every object; a content that changes its length says so. */
export function replaceIn(from: string | RegExp, to: string): (object: string) => string {
  return (object) => {
    const changed = object.replace(from, to);
    const by = changed.length - object.length;
    return object.includes('stream\n')
      ? changed.replace(/\/Length (\d+)/, (_, length) => `/Length ${Number(length) + by}`)
      : changed;
  };
}
