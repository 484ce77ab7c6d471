import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';

/** To look for a sign is much faster than to match a pattern, and most files have none. */
const CONFLICT_SIGNS = ['<<<<<<<', '=======', '>>>>>>>', '|||||||'];

/** Traps that are visible in the bare text, whatever YAML makes of it. A file with one of them is read no further. */
export function findTextTraps(file: SourceFile): readonly Diagnostic[] {
  const { text } = file;
  const conflict = CONFLICT_SIGNS.some((sign) => text.includes(sign))
    ? /^(?:<{7}|={7}|>{7}|\|{7})(?=[ \t\r\n]|$)/m.exec(text)
    : null;
  if (conflict !== null) {
    return [
      finding('VP006', {
        place: { file, start: conflict.index, end: conflict.index + 7 },
        message: 'git har lämnat en konflikt i filen: två versioner av samma rader',
        help: 'Välj vilka rader som ska gälla och ta bort raderna med <<<<<<<, ======= och >>>>>>>',
      }),
    ];
  }
  const found: Diagnostic[] = [];
  const tab = text.indexOf('\t');
  if (tab >= 0) {
    const count = text.split('\t').length - 1;
    found.push(
      finding('VP102', {
        place: { file, start: tab, end: tab + 1 },
        message: count === 1 ? 'ett tabbtecken står i filen' : `${count} tabbtecken står i filen, det första här`,
        help: 'Byt varje tabb mot mellanslag; ställ in redigeraren på ”indentera med mellanslag”',
      }),
    );
  }
  const space = /[\u00A0\u202F\u2007](?<=(?:^|:) *.)/m.exec(text);
  if (space !== null) {
    found.push(
      finding('VP107', {
        place: { file, start: space.index, end: space.index + 1 },
        message: 'ett hårt mellanslag står där ett vanligt behövs',
        help: 'Byt tecknet mot ett vanligt mellanslag; det följer ofta med text som klistras in från Word eller PDF',
      }),
    );
  }
  return found;
}

/** Traps that YAML reads without complaint as something that the writer did not mean. */
export function findValueTraps(file: SourceFile, events: readonly Event[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const suspects = suspectsOf(file.text);
  let documents = 0;
  let flowDepth = 0;
  const flow: boolean[] = [];
  /** Where the open collections in braces begin. */
  const opened: number[] = [];
  let told = -1;
  let previous: ScalarEvent | null = null;
  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        documents++;
        flow.push(false);
        if (documents === 2) {
          found.push(severalDocuments(file, previous?.valueEnd ?? 0));
        }
        break;
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const isFlow = event.style === COLLECTION_STYLE.FLOW;
        flow.push(isFlow);
        flowDepth += isFlow ? 1 : 0;
        if (isFlow) {
          opened.push(event.start);
        }
        if (event.anchorStart >= 0 || event.tagStart >= 0) {
          pushReference(file, event.anchorStart, event.tagStart, found);
        }
        break;
      }
      case EVENT_ID.ALIAS:
        pushReference(file, event.anchorStart, -1, found);
        break;
      case EVENT_ID.POP:
        if (flow.pop() === true) {
          flowDepth--;
          opened.pop();
        }
        break;
      case EVENT_ID.SCALAR:
        if (event.anchorStart >= 0 || event.tagStart >= 0) {
          pushReference(file, event.anchorStart, event.tagStart, found);
        }
        // One finding for each pair of braces is enough.
        if (flowDepth > 0 && previous !== null && told !== opened.at(-1) && splitsDecimals(file, previous, event)) {
          told = opened.at(-1) ?? 0;
          found.push(decimalComma(file, previous, event, told));
        }
        if (suspects.hash && event.style === SCALAR_STYLE.PLAIN && event.valueStart >= 0) {
          pushGluedHash(file, event, found);
        }
        if (suspects.folded && event.style === SCALAR_STYLE.FOLDED_BLOCK) {
          pushFoldedNumber(file, event, found);
        }
        previous = event;
        break;
    }
  }
  return found;
}

/** Cheap questions to the whole text, so that most files pay for no closer look. */
function suspectsOf(text: string): { readonly hash: boolean; readonly folded: boolean } {
  return {
    hash: /#(?:(?<=\S#)\s|(?<=[ \t]#)[^\s#])/.test(text),
    folded: text.includes('>') && />\d/.test(text),
  };
}

function severalDocuments(file: SourceFile, after: number): Diagnostic {
  const dashes = file.text.indexOf('---', after);
  const start = Math.max(0, dashes < 0 ? file.text.indexOf('...', after) : dashes);
  return finding('VP109', {
    place: { file, start, end: start + 3 },
    message: 'filen håller flera YAML-dokument; en planfil är ett',
    help: 'Ta bort raden --- eller lägg det som följer i en egen fil',
  });
}

function pushReference(file: SourceFile, anchorStart: number, tagStart: number, found: Diagnostic[]): void {
  // The parser points behind the sign of an anchor or alias, and at the sign of a tag.
  const start = anchorStart >= 0 ? anchorStart - 1 : tagStart;
  if (start < 0) {
    return;
  }
  const sign = file.text[start] ?? '';
  const names: Readonly<Record<string, string>> = { '&': 'ett ankare', '*': 'ett alias', '!': 'en tagg' };
  const end = start + (/^\S+/.exec(file.text.slice(start, start + 80))?.[0].length ?? 1);
  const last = found.at(-1);
  // One for each line; the others on it have the same cause.
  if (
    last?.code === 'VP109' &&
    !/[\r\n]/.test(file.text.slice(last.place.start, Math.min(start, last.place.start + 500)))
  ) {
    return;
  }
  const near = file.text.slice(start, start + 80);
  const rest = near.slice(0, lineEnd(near, 0)).trim();
  found.push(
    finding('VP109', {
      place: { file, start, end },
      message: `värdet börjar med ”${sign}”, som YAML tar för ${names[sign] ?? 'en referens'}`,
      help: `Sätt hela värdet inom citattecken: "${rest.replaceAll('"', '\\"')}"`,
    }),
  );
}

/** `{rjh: 4,5, rs: 4,6}`: a comma between digits ends the value inside braces, and the decimals are lost. */
function splitsDecimals({ text }: SourceFile, previous: ScalarEvent, event: ScalarEvent): boolean {
  if (previous.valueEnd < 0 || event.valueStart !== previous.valueEnd + 1 || text[previous.valueEnd] !== ',') {
    return false;
  }
  // Days and other words that only end in a digit are no numbers: [2025-01-01,2025-02-02].
  const before = text.slice(previous.valueStart, previous.valueEnd);
  const after = text.slice(event.valueStart, event.valueEnd);
  return /^(?:[^\d]*\s)?[-−–]?\d+$/u.test(before) && /^\d+(?![-\d:])/.test(after);
}

function decimalComma(file: SourceFile, previous: ScalarEvent, event: ScalarEvent, open: number): Diagnostic {
  const { text } = file;
  const braces = text.slice(open, open + 200);
  return finding('VP103', {
    place: { file, start: previous.valueStart, end: event.valueEnd },
    message: `inom klamrar skiljer komma två värden åt: ”${text.slice(previous.valueStart, event.valueEnd)}” tappar sina decimaler`,
    help: `Skriv varje värde på en egen rad utan klamrar:${blockForm(braces.slice(0, lineEnd(braces, 0)))}`,
  });
}

/** The pairs of a map in braces, one on each line. */
function blockForm(braces: string): string {
  return [...braces.matchAll(/([\p{L}\p{N}_-]+):\s*([-−–]?\d+(?:,\d+)?)/gu)]
    .map(([, key, value]) => `\n  ${key}: ${value}`)
    .join('');
}

/** `Mål #1` loses `#1`, and `70 %# beslutat` keeps what was meant as a comment. */
function pushGluedHash(file: SourceFile, event: ScalarEvent, found: Diagnostic[]): void {
  const { text } = file;
  // `C# kod` is a word; what follows a figure or a sign was meant as a comment.
  const inside = /[^\s\p{L}](#)\s/u.exec(text.slice(event.valueStart, event.valueEnd + 1));
  if (inside !== null) {
    const start = event.valueStart + inside.index + 1;
    found.push(
      finding('VP106', {
        place: { file, start, end: start + 1 },
        message: 'tecknet # sitter ihop med texten före och räknas som text, inte som kommentar',
        help: 'Sätt mellanslag före # om det är en kommentar, annars hela värdet inom citattecken',
      }),
    );
    return;
  }
  const after = /^[ \t]+(#[^\s#][^\r\n]*)/.exec(text.slice(event.valueEnd, lineEnd(text, event.valueEnd)));
  if (after !== null) {
    const start = event.valueEnd + after[0].indexOf('#');
    found.push(
      finding('VP106', {
        place: { file, start, end: start + (after[1]?.length ?? 1) },
        message: `”${after[1] ?? ''}” räknas som kommentar och försvinner ur värdet`,
        help: 'Sätt hela värdet inom citattecken om # hör till texten, annars ett mellanslag efter #',
      }),
    );
  }
}

/** `målvärde: >5` is read as an empty folded text. */
function pushFoldedNumber(file: SourceFile, event: ScalarEvent, found: Diagnostic[]): void {
  const from = Math.max(0, event.valueStart);
  const sign = file.text.lastIndexOf('>', from);
  const header = file.text.slice(sign, lineEnd(file.text, sign));
  if (sign >= 0 && /^>\d/.test(header)) {
    found.push(specialSign(file, sign, header.trim()));
  }
}

/** The finding for a value that begins with a sign that YAML takes for something else. */
export function specialSign(file: SourceFile, start: number, value: string): Diagnostic {
  return finding('VP104', {
    place: { file, start, end: start + value.length },
    message: `värdet börjar med ”${value[0] ?? ''}”, som YAML tar för något annat än text`,
    help: `Sätt värdet inom citattecken: "${value.replaceAll('"', '\\"')}"`,
  });
}

export function lineEnd(text: string, from: number): number {
  const end = /[\r\n]/.exec(text.slice(from));
  return end === null ? text.length : from + end.index;
}
