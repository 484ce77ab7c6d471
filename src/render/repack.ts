import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The years that a ZIP file can say. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2099;

/**
 * The files of Word and Excel with the day of the report for all of their parts, and with relations that are numbered in
 * order, since the packages that write them say the time of day and draw lots: so that the same report gives the same
 * bytes.
 *
 * @param date ISO
 */
export function repack(bytes: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(bytes);
  const packed: Zippable = {};
  for (const [path, content] of Object.entries(withNumberedRelations(parts))) {
    // Pictures are compressed already.
    packed[path] = [content, { level: path.endsWith('.png') ? 0 : 6 }];
  }
  return zipSync(packed, { mtime: dayOf(date) });
}

/** Midnight by the clock of wherever this runs: ZIP files know no time zones. */
function dayOf(date: string): Date {
  const [year = FIRST_YEAR, month = 1, day = 1] = date.split('-').map(Number);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? new Date(year, month - 1, day) : new Date(FIRST_YEAR, 0, 1);
}

type Parts = Readonly<Record<string, Uint8Array>>;

/** `word/_rels/document.xml.rels` tells what the ids in `word/document.xml` stand for. */
function withNumberedRelations(parts: Parts): Parts {
  const changed: Record<string, Uint8Array> = { ...parts };
  for (const [path, content] of Object.entries(parts)) {
    const source = /^(.*)_rels\/(.+)\.rels$/.exec(path);
    const part = `${source?.[1]}${source?.[2]}`;
    const xml = source === null ? '' : strFromU8(content);
    const drawn = [...xml.matchAll(/ Id="(rId[^"]*)"/g)].map(([, id = '']) => id).filter((id) => !/^rId\d+$/.test(id));
    if (drawn.length === 0 || changed[part] === undefined) {
      continue;
    }
    const numbers = new Map(drawn.map((id, index) => [id, `rIdLink${index + 1}`]));
    const renamed = (text: string, attribute: RegExp) =>
      text.replace(attribute, (whole, before: string, id: string) => {
        const name = numbers.get(id);
        return name === undefined ? whole : `${before}"${name}"`;
      });
    changed[path] = strToU8(renamed(xml, /( Id=)"([^"]*)"/g));
    changed[part] = strToU8(renamed(strFromU8(changed[part]), /( r:(?:id|embed|link)=)"([^"]*)"/g));
  }
  return changed;
}
