import type { YAMLException } from 'js-yaml';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { lineStarts, lineText, positionAt, type SourceFile } from '../source/source-file.ts';
import { specialSign } from './yaml-traps.ts';

/**
 * Says in Swedish why a file is no YAML. The parser stops where it can go no further, which is often after the slip; the
 * line where it stopped and the one before are searched for the slips that people make.
 */
export function explainSyntaxError(file: SourceFile, error: YAMLException): Diagnostic {
  const offset = error.mark?.position ?? 0;
  const line = positionAt(file, offset).line;
  const unclosed = /quoted|deficient|end of/.test(error.reason ?? '') ? unclosedQuoteAbove(file, line) : null;
  if (unclosed !== null) {
    return unclosed;
  }
  for (const candidate of [line, lineBefore(file, line)]) {
    const explained = candidate === null ? null : explainLine(file, candidate);
    if (explained !== null) {
      return explained;
    }
  }
  const [message, help] = translate(error.reason ?? '');
  return finding('VP101', {
    place: { file, start: offset, end: Math.min(offset + 1, file.text.length) },
    message,
    help,
  });
}

/** How far a quotation that was forgotten is looked for. */
const FAR_ABOVE = 200;

/** A quotation mark that is never closed takes in all that follows, and the parser stops far below it. */
function unclosedQuoteAbove(file: SourceFile, line: number): Diagnostic | null {
  for (let candidate = line; candidate >= Math.max(1, line - FAR_ABOVE); candidate--) {
    const found = explainLine(file, candidate);
    if (found?.message.startsWith('citattecknet stängs')) {
      return found;
    }
  }
  return null;
}

/** The nearest line above that says something. */
function lineBefore(file: SourceFile, line: number): number | null {
  for (let candidate = line - 1; candidate >= 1; candidate--) {
    const text = lineText(file, candidate).trim();
    if (text !== '' && !text.startsWith('#')) {
      return candidate;
    }
  }
  return null;
}

const ENTRY = /^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s"'#:>|[{-][^:#]*?):(\s+)(\S.*)$/u;

function explainLine(file: SourceFile, line: number): Diagnostic | null {
  const text = lineText(file, line);
  const lineStart = lineStarts(file)[line - 1] ?? 0;
  const entry = ENTRY.exec(text);
  if (entry === null) {
    return explainListItem(file, text, lineStart) ?? explainLoneText(file, text, lineStart);
  }
  const [, indent = '', key = '', gap = '', rest = ''] = entry;
  const start = lineStart + indent.length + key.length + 1 + gap.length;
  return explainValue(file, rest.replace(/\s+#.*$/, '').trimEnd(), start);
}

function explainListItem(file: SourceFile, text: string, lineStart: number): Diagnostic | null {
  const item = /^(\s*- +)(\S.*)$/.exec(text);
  const [, dash = '', value = ''] = item ?? [];
  return item !== null && /^[>%*&!@`]/.test(value) ? specialSign(file, lineStart + dash.length, value.trimEnd()) : null;
}

function explainValue(file: SourceFile, value: string, start: number): Diagnostic | null {
  if (/^(?:[%*&!@`]|>(?![+-]?$)|-(?: |$))/.test(value)) {
    return specialSign(file, start, value);
  }
  const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(\s*\S.*)$/.exec(value);
  if (quoted !== null) {
    const after = start + (quoted[1]?.length ?? 0);
    return finding('VP101', {
      place: { file, start: after, end: start + value.length },
      message: 'text står efter det avslutande citattecknet',
      help: 'Sätt hela värdet inom citattecken, eller ta bort dem',
    });
  }
  if (/^(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.test(value)) {
    return finding('VP101', {
      place: { file, start, end: start + 1 },
      message: 'citattecknet stängs aldrig',
      help: `Skriv ${value[0] ?? ''} också efter värdet`,
    });
  }
  if (/^[[{]/.test(value)) {
    const special = /[{[,]\s*(?:[^\s:,]+:\s+)?([>%*&!@`][^,}\]]*)/.exec(value);
    if (special !== null) {
      const sign = special[1] ?? '';
      return specialSign(file, start + special.index + special[0].length - sign.length, sign.trimEnd());
    }
    const open = value[0] === '[' ? ']' : '}';
    return value.includes(open)
      ? null
      : finding('VP101', {
          place: { file, start, end: start + 1 },
          message: `klammern ${value[0] ?? ''} stängs aldrig`,
          help: `Skriv ${open} efter det sista värdet`,
        });
  }
  const colon = /: |:$/.exec(value);
  if (colon !== null && !/^[|>]/.test(value)) {
    return finding('VP105', {
      place: { file, start: start + colon.index, end: start + colon.index + 1 },
      message: 'ett kolon inne i värdet läses som början på en ny nyckel',
      help: `Sätt värdet inom citattecken: "${value.replaceAll('"', '\\"')}"`,
    });
  }
  return null;
}

/** A line of text where a key was needed: the colon is missing, or the space after it. */
function explainLoneText(file: SourceFile, text: string, lineStart: number): Diagnostic | null {
  const trimmed = text.trim();
  const start = lineStart + text.length - text.trimStart().length;
  const glued = /^([\p{L}_]+):(\S.*)$/u.exec(trimmed);
  if (glued !== null && !trimmed.startsWith('http')) {
    return finding('VP101', {
      place: { file, start: start + (glued[1]?.length ?? 0), end: start + (glued[1]?.length ?? 0) + 1 },
      message: 'mellanslag saknas efter kolon',
      help: `Skriv ${glued[1] ?? ''}: ${glued[2] ?? ''}`,
    });
  }
  if (/^[^\s:#\-[{"'|>%&*!@][^:]*$/u.test(trimmed)) {
    return finding('VP101', {
      place: { file, start, end: start + trimmed.length },
      message: 'raden är varken en nyckel med kolon eller en fortsättning på ett värde',
      help: 'Skriv nyckel: värde, eller indentera raden under det värde som den hör till',
    });
  }
  return null;
}

/** The parser's own reasons. What has no entry is told in general words; its English is never shown. */
const REASONS: readonly (readonly [RegExp, string, string])[] = [
  [/tab characters/, 'tabbtecken i indragningen', 'Byt tabben mot mellanslag'],
  [
    /bad indentation of a sequence/,
    'listan är indragen olika långt',
    'Låt alla streck i samma lista börja i samma kolumn',
  ],
  [
    /deficient indentation/,
    'raden är för lite indragen för det som den hör till',
    'Dra in raden lika långt som raderna ovanför',
  ],
  [
    /bad indentation/,
    'raden är indragen på ett sätt som inte går ihop med raderna ovanför',
    'Låt nycklar på samma nivå börja i samma kolumn',
  ],
  [/multiline key/, 'raden saknar kolon', 'Skriv nyckel: värde'],
  [
    /end of the stream or a document/,
    'raden hör inte ihop med det som står ovanför',
    'Låt nycklar på samma nivå börja i samma kolumn, och skriv mellanslag efter kolon',
  ],
  [/flow collection|missed comma|node content/, 'klamrarna går inte ihop', 'Skriv värdena på egna rader utan klamrar'],
  [/quoted scalar/, 'ett citattecken stängs aldrig', 'Skriv citattecknet också efter värdet'],
  [
    /escape|hexadecimal/,
    'omvänt snedstreck inom dubbla citattecken betyder något annat i YAML',
    "Använd enkla citattecken: '…'",
  ],
  [
    /non-printable|null byte|control/,
    'ett styrtecken står i filen',
    'Ta bort tecknet; det syns inte men har följt med från ett annat program',
  ],
  [
    /line break is expected/,
    'text står på samma rad som | eller >',
    'Flytta texten till nästa rad, eller sätt värdet inom citattecken',
  ],
  [/maxDepth/, 'filen är nästlad för djupt', 'Minska antalet nivåer'],
  [
    /directive/,
    'raden börjar med %, som YAML tar för en inställning',
    'Ta bort raden eller sätt värdet inom citattecken',
  ],
];

function translate(reason: string): [message: string, help: string] {
  for (const [pattern, message, help] of REASONS) {
    if (pattern.test(reason)) {
      return [message, help];
    }
  }
  return ['filen går inte att läsa från den här platsen', 'Jämför med raderna ovanför: indragning, kolon, citattecken'];
}
