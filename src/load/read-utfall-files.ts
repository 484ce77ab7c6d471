import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { pushAll } from '../model/lists.ts';
import type { Plan } from '../model/plan.ts';
import type { Utfall } from '../model/utfall.ts';
import type { FileReader, FolderEntry } from '../source/read-files.ts';
import { enhetNames, organNames } from './build-organisation.ts';
import { nyckeltalNames } from './nyckeltal-names.ts';
import { placeOfRow } from './place-of-row.ts';
import { readSource } from './read-source.ts';
import { readUtfall } from './read-utfall.ts';
import { findContradictions, withoutDisputed } from './utfall-contradictions.ts';
import type { UtfallContext } from './utfall-lookup.ts';

/** What came before the plan is its history; what comes after it cannot be its outcome. */
function afterPlan(utfall: readonly Utfall[], { period: planned }: Plan): readonly Diagnostic[] {
  return utfall
    .filter(({ period }) => period.start > planned.slut)
    .map((one) =>
      finding('VP137', {
        place: placeOfRow(one),
        message: `perioden ${one.period.id} ligger efter planens period ${planned.id}`,
        help: 'Rätta perioden, eller lägg raden i den planens utfall',
        id: one.nyckeltal,
      }),
    );
}

/** Reads every file of outcomes of a plan, in the order of their names. */
export async function readUtfallFiles(
  entries: readonly FolderEntry[],
  shown: string,
  plan: Plan,
  incomplete: boolean,
  reader: FileReader,
): Promise<{ readonly utfall: readonly Utfall[]; readonly diagnostics: readonly Diagnostic[] }> {
  const context: UtfallContext = {
    names: nyckeltalNames(plan),
    organisation: plan.organisation,
    organNames: organNames(plan.organisation),
    enhetNames: enhetNames(plan.organisation),
    incomplete,
    values: new Map(),
  };
  let utfall: readonly Utfall[] = [];
  let unreadable: readonly Utfall[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const source = await readSource(entry.path, `${shown}/${entry.name}`, reader);
    pushAll(diagnostics, source.diagnostics);
    if (source.file !== null) {
      const read = readUtfall(source.file, context);
      utfall = utfall.concat(read.utfall);
      unreadable = unreadable.concat(read.unreadable);
      pushAll(diagnostics, read.diagnostics);
      pushAll(diagnostics, afterPlan(read.utfall, plan));
    }
  }
  const contradictions = findContradictions(utfall, placeOfRow);
  pushAll(diagnostics, contradictions.diagnostics);
  const readable = withoutDisputed(utfall, contradictions);
  // A row that can be read is found before one about the same that cannot.
  return { utfall: unreadable.length === 0 ? readable : readable.concat(unreadable), diagnostics };
}
