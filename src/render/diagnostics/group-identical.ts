import type { Diagnostic, DiagnosticNote } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../source/source-file.ts';

/** A finding, and the other places where the very same is found. */
export interface FindingGroup {
  readonly first: Diagnostic;
  readonly alsoAt: readonly Place[];
}

/** Findings that differ only by their place are told once, where the first of them stands. */
export function groupIdentical(diagnostics: readonly Diagnostic[]): readonly FindingGroup[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = sameness(diagnostic);
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, [diagnostic]);
    } else {
      known.push(diagnostic);
    }
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ first, alsoAt: rest.map(({ place }) => place) }],
  );
}

/** All that is told of a finding but its own place. */
function sameness({ code, severity, message, help, notes }: Diagnostic): string {
  const others = notes.map(({ place, message: said }: DiagnosticNote) => [
    place.file.path,
    place.start,
    place.end,
    said,
  ]);
  return JSON.stringify([code, severity, message, help, others]);
}
