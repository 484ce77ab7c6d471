import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { decodeText } from '../source/decode-text.ts';
import { DISK, type FileReader, MAX_FILE_BYTES } from '../source/read-files.ts';
import type { SourceFile } from '../source/source-file.ts';

/** Reads one file of a plan. Null where there is nothing that could be read on. */
export async function readSource(
  path: string,
  shownPath: string,
  { read: readBytes }: FileReader = DISK,
): Promise<{ readonly file: SourceFile | null; readonly diagnostics: readonly Diagnostic[] }> {
  const nothing: SourceFile = { path: shownPath, text: '' };
  const refuse = (code: 'VP004' | 'VP007' | 'VP005', message: string, help: string) => ({
    file: null,
    diagnostics: [finding(code, { place: { file: nothing, start: 0, end: 0 }, message, help })],
  });
  const read = readBytes(path);
  if (read.slag === 'för stor') {
    return refuse(
      'VP004',
      `filen är ${megabytes(read.size)} MB; den största som läses är ${megabytes(MAX_FILE_BYTES)} MB`,
      'Kontrollera att det är rätt fil, eller dela den',
    );
  }
  if (read.slag === 'fel') {
    return refuse(
      'VP007',
      `filen går inte att läsa: ${reasonOf(read.felkod)}`,
      read.felkod === 'ENOENT'
        ? 'Skapa filen, eller kontrollera att du står i rätt mapp'
        : 'Kontrollera att du får läsa filen',
    );
  }
  const { text, teckenkodning, firstBadByte } = await decodeText(read.bytes);
  const file: SourceFile = { path: shownPath, text };
  if (text.trim() === '') {
    return refuse('VP005', 'filen är tom', 'Fyll i filen eller ta bort den');
  }
  if (teckenkodning === 'UTF-8') {
    return { file, diagnostics: [] };
  }
  // The text before the first foreign byte has the same characters in both encodings.
  const start = firstBadByte === null || teckenkodning !== 'Windows-1252' ? 0 : decodedLength(read.bytes, firstBadByte);
  const diagnostic = finding('VP003', {
    place: { file, start, end: start + 1 },
    message: `filen är sparad som ${teckenkodning}, inte som UTF-8`,
    help: 'Spara om filen som UTF-8: i Excel ”CSV UTF-8”, i Anteckningar ”Kodning: UTF-8”',
  });
  return { file, diagnostics: [diagnostic] };
}

/** Where a byte of a Windows-1252 file stands in its text: one character a byte, but for what NFC joins. */
function decodedLength(bytes: Uint8Array, count: number): number {
  const beginning = bytes.subarray(0, count);
  const text = new TextDecoder('latin1').decode(beginning);
  return text.normalize('NFC').length;
}

function megabytes(size: number): string {
  return (size / 1024 / 1024).toFixed(0);
}

function reasonOf(felkod: string): string {
  switch (felkod) {
    case 'ENOENT':
      return 'den finns inte';
    case 'EACCES':
    case 'EPERM':
      return 'du har inte rätt att läsa den';
    case 'EISDIR':
      return 'det är en mapp';
    case 'EINVAL':
      return 'det är ingen vanlig fil';
    default:
      return `felet ${felkod}`;
  }
}
