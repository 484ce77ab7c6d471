import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Severity } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DataObject } from '../../report/data.ts';
import type { RuleInfo } from '../../report/rule-infos.ts';
import { lineText, type Place } from '../../source/source-file.ts';
import { renderJson } from '../json.ts';
import { visible } from '../visible.ts';
import { rangeOf } from './place-words.ts';

const LEVELS = { fel: 'error', varning: 'warning', notis: 'note' } as const satisfies Record<Severity, string>;

/** Findings as SARIF 2.1.0, which editors and GitHub's code scanning read. */
export function renderSarif(diagnostics: readonly Diagnostic[], rules: readonly RuleInfo[], version: string): string {
  const indexes = new Map(rules.map(({ code }, index) => [code, index]));
  const fingerprints = fingerprintsOf(diagnostics);
  return renderJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'vp', version, language: 'sv-SE', rules: rules.map(descriptor) } },
        language: 'sv-SE',
        columnKind: 'unicodeCodePoints',
        results: diagnostics.map((diagnostic, index) =>
          result(diagnostic, indexes.get(diagnostic.code) ?? -1, fingerprints[index] ?? ''),
        ),
      },
    ],
  });
}

function descriptor({ code, slug, severity, title, why, help }: RuleInfo): DataObject {
  return {
    id: code,
    name: slug,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(diagnostic: Diagnostic, ruleIndex: number, fingerprint: string): DataObject {
  const { code, severity, message, help, place, notes } = diagnostic;
  return {
    ruleId: code,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: visible(help === null ? sentence(message) : `${sentence(message)} ${sentence(help)}`) },
    locations: [{ physicalLocation: physicalLocation(place) }],
    ...(notes.length === 0
      ? {}
      : {
          relatedLocations: notes.map((note, index) => ({
            id: index + 1,
            physicalLocation: physicalLocation(note.place),
            message: { text: visible(note.message) },
          })),
        }),
    partialFingerprints: { 'vpFynd/v1': fingerprint },
  };
}

/** A viewer sets several texts in one paragraph, so that each needs its full stop. */
function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** A finding about the whole file, which may be missing, stands at its beginning: viewers want a line. */
function physicalLocation(place: Place): DataObject {
  const { line, column, endLine, endColumn } = rangeOf(place) ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    artifactLocation: { uri: uriOf(place.file.path) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** A path as a relative reference, each part percent-encoded: a file name cannot become another address. */
function uriOf(path: string): string {
  const drive = /^[A-Za-z]:\//.exec(path)?.[0] ?? '';
  const parts = posix.normalize(path.slice(drive.length)).split('/');
  const encoded = parts.map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD'))).join('/');
  return drive === '' ? encoded : `file:///${drive}${encoded}`;
}

/**
 * What makes a finding the same from one run to the next, though lines were added above it: its rule, its file, what
 * it concerns and the line it stands on. Findings that are alike in all this are numbered.
 */
function fingerprintsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, place, id }) => {
    const range = rangeOf(place);
    const line = range === null ? '' : lineText(place.file, range.line).trim();
    const same = JSON.stringify([code, place.file.path, id, line]);
    const number = (seen.get(same) ?? 0) + 1;
    seen.set(same, number);
    return createHash('sha256').update(`${same}${number}`).digest('hex');
  });
}
