import { isAscii, isUtf8 } from 'node:buffer';

/** How the bytes of a file were read, as told to people. */
export type Teckenkodning = 'UTF-8' | 'Windows-1252' | 'UTF-16LE' | 'UTF-16BE';

export interface DecodedText {
  /** NFC-normalised, without byte order mark. */
  readonly text: string;
  readonly teckenkodning: Teckenkodning;
  /** Byte offset of the first byte that is not UTF-8, where the file is none. */
  readonly firstBadByte: number | null;
}

/**
 * Reads bytes as text: a byte order mark decides, else strict UTF-8, else Windows-1252 (what Excel writes in Sweden).
 * iconv-lite reads Windows-1252, because Node 20's own TextDecoder takes – ” € for control characters; it is loaded
 * only for a file that is not UTF-8.
 */
export async function decodeText(bytes: Uint8Array): Promise<DecodedText> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: await decodeAs(bytes, 'utf-16le'), teckenkodning: 'UTF-16LE', firstBadByte: 0 };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: await decodeAs(bytes, 'utf-16be'), teckenkodning: 'UTF-16BE', firstBadByte: 0 };
  }
  const text = decodeUtf8(bytes);
  return text === null
    ? { text: await decodeAs(bytes, 'windows-1252'), teckenkodning: 'Windows-1252', firstBadByte: findBadByte(bytes) }
    : { text: BEYOND_LATIN.test(text) ? text.normalize('NFC') : text, teckenkodning: 'UTF-8', firstBadByte: null };
}

/** Letters below the first combining accent are what they are in NFC too. */
const BEYOND_LATIN = /[^\0-\u02FF]/;

function decodeUtf8(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Node decodes Latin-1 eight times as fast.
  if (isAscii(buffer)) {
    return buffer.toString('latin1');
  }
  if (!isUtf8(buffer)) {
    return null;
  }
  const text = buffer.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

async function decodeAs(bytes: Uint8Array, encoding: string): Promise<string> {
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(Buffer.from(bytes), encoding).normalize('NFC');
}

/** The length of the longest beginning that is UTF-8, found by halving: the reader only says yes or no. */
function findBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // A character cut in two at the end is no fault yet: `stream` lets it wait for more bytes.
    const reader = new TextDecoder('utf-8', { fatal: true });
    try {
      reader.decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  // What was let to wait is part of the fault: the bad byte is the first that belongs to no whole character.
  while (good > 0 && decodeUtf8(bytes.subarray(0, good)) === null) {
    good--;
  }
  return good;
}
