import { xmlText } from '../xml-text.ts';

const LONGEST = 31;

/** Names that Excel keeps for itself, in English and in Swedish. */
const TAKEN = ['history', 'historik'];

/**
 * Names of sheets for captions, in order: at most 31 characters, without `[ ] : * ? / \` and without an apostrophe at
 * an end, and different from each other whatever their capitals.
 *
 * @param taken names that the workbook has already
 */
export function sheetNames(captions: readonly string[], taken: readonly string[]): readonly string[] {
  const used = new Set([...TAKEN, ...taken.map((name) => name.toLowerCase())]);
  return captions.map((caption) => {
    const parts = caption
      .split(/(?<=\S[:,]) (?=\S)/)
      .map(allowed)
      .filter((part) => part !== '');
    let name = joined(parts, LONGEST);
    for (let count = 2; used.has(name.toLowerCase()); count += 1) {
      const tail = ` (${count})`;
      name = `${joined(parts, LONGEST - tail.length)}${tail}`;
    }
    used.add(name.toLowerCase());
    return name;
  });
}

function allowed(caption: string): string {
  return xmlText(caption.normalize('NFC'))
    .replace(/[[\]:*?/\\\uFFFD]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s',]+|[\s',]+$/g, '');
}

/** A part that is cut keeps at least so much. */
const LEAST_PART = 7;

/**
 * The parts of a caption, `Nyckeltal: Regionstyrelsen, Tandvård`, as one name. Where there is no room, the longest parts
 * are cut, so that something is left of each.
 */
function joined(parts: readonly string[], most: number): string {
  const whole = parts.join(' ');
  if (parts.length < 2 || whole.length <= most) {
    return shortened(whole === '' ? 'Tabell' : whole, most);
  }
  for (let longest = most; longest >= LEAST_PART; longest -= 1) {
    const cut = parts.map((part) => shortened(part, longest)).join(' ');
    if (cut.length <= most) {
      return cut;
    }
  }
  return shortened(whole, most);
}

/** A text cut at a word where that leaves most of it, never within a character. */
function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  let cut = '';
  for (const { segment } of new Intl.Segmenter('sv').segment(text)) {
    if (cut.length + segment.length > most - 1) {
      break;
    }
    cut += segment;
  }
  const atWord = cut.replace(/\s\S*$/, '');
  return `${(atWord.length >= most / 2 ? atWord : cut).replace(/[\s',–-]+$/, '')}…`;
}
