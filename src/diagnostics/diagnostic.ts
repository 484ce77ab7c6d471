import type { Place } from '../source/source-file.ts';
import { LOAD_CODES, type LoadCode, type Severity } from './codes.ts';

/** One finding: a plain value that text, JSON and the other formats read. */
export interface Diagnostic {
  /** `VP201`. Never used again for something else. */
  readonly code: string;
  readonly slug: string;
  readonly severity: Severity;
  /** What is wrong, naming the thing by id and title. */
  readonly message: string;
  /** How to mend it. */
  readonly help: string | null;
  readonly place: Place;
  /** Id of the mål, nyckeltal or uppdrag it concerns. */
  readonly id: string | null;
  /** The other place, when two disagree. */
  readonly notes: readonly DiagnosticNote[];
}

export interface DiagnosticNote {
  readonly place: Place;
  readonly message: string;
}

export interface FindingDetails {
  readonly message: string;
  readonly place: Place;
  readonly help?: string | null | undefined;
  readonly id?: string | null | undefined;
  readonly notes?: readonly DiagnosticNote[] | undefined;
  /** Where a finding is milder than its rule: a known deviation of a published document is a note. */
  readonly severity?: Severity | undefined;
}

/** A finding made while reading. */
export function finding(code: LoadCode, details: FindingDetails): Diagnostic {
  const { slug, severity } = LOAD_CODES[code];
  return toDiagnostic(code, slug, severity, details);
}

export function toDiagnostic(code: string, slug: string, severity: Severity, details: FindingDetails): Diagnostic {
  const { message, place, help = null, id = null, notes = [] } = details;
  return { code, slug, severity: details.severity ?? severity, message, help, place, id, notes };
}

/** By file, then place, then code, so that runs are alike whatever order the findings were made in. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.place.file.path, b.place.file.path) ||
      a.place.start - b.place.start ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface Tally {
  readonly fel: number;
  readonly varningar: number;
  readonly notiser: number;
}

export function tally(diagnostics: readonly Diagnostic[]): Tally {
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { fel: count('fel'), varningar: count('varning'), notiser: count('notis') };
}
