import { join } from 'node:path';
import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { pushAll } from '../model/lists.ts';
import { wholeFile } from '../model/origin.ts';
import type { Organisation, Plan } from '../model/plan.ts';
import { DISK, type FileReader } from '../source/read-files.ts';
import type { SourceFile } from '../source/source-file.ts';
import { assemblePlan } from './assemble-plan.ts';
import { buildOrganisation, linkOrganisation, NO_ORGANISATION } from './build-organisation.ts';
import { linkReferences } from './link-references.ts';
import { SIDE_FILES, type SideFile, sortPlanFiles } from './plan-files.ts';
import { readUtfallFiles } from './read-utfall-files.ts';
import { readYaml } from './read-yaml.ts';
import { asMap } from './values.ts';

/** Where plans are, and how their paths are shown to people. */
export interface PlansFolder {
  readonly path: string;
  /** Relative to where the person stands: `plans`. */
  readonly shown: string;
  /** What the files are read from; the disk where it is not stated. */
  readonly reader?: FileReader;
}

export interface LoadedPlan {
  /** Null where there is no plan.yaml that could be read. */
  readonly plan: Plan | null;
  /** Whether a file of målområden could not be read, so that ids may be unknown for that reason. */
  readonly incomplete: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a plan's folder. Whatever is wrong in it becomes diagnostics; the rest is read all the same.
 *
 * @param beside which of the files beside the mål and their outcomes are read too
 */
export async function loadPlan(
  folder: PlansFolder,
  id: string,
  beside: readonly SideFile[] = SIDE_FILES,
): Promise<LoadedPlan> {
  const shown = `${folder.shown}/${id}`;
  const { reader = DISK } = folder;
  const files = sortPlanFiles(reader.list(join(folder.path, id)) ?? [], shown, beside);
  const organisation = await loadOrganisation(folder);
  const diagnostics: Diagnostic[] = [...organisation.diagnostics, ...files.diagnostics];
  if (files.plan === null) {
    return { plan: null, incomplete: true, diagnostics: [...diagnostics, missingPlan(shown)] };
  }
  const assembled = await assemblePlan(id, shown, files, organisation.organisation, reader);
  pushAll(diagnostics, assembled.diagnostics);
  if (assembled.plan === null) {
    return { plan: null, incomplete: true, diagnostics };
  }
  const { incomplete } = assembled;
  const read = await readUtfallFiles(files.utfall, shown, assembled.plan, incomplete, reader);
  const plan = { ...assembled.plan, utfall: read.utfall };
  pushAll(diagnostics, read.diagnostics);
  // What stood in a file that could not be read is not missed once more wherever it is named.
  pushAll(
    diagnostics,
    linkReferences(plan).filter(({ code }) => !incomplete || code !== 'VP121'),
  );
  return { plan, incomplete, diagnostics };
}

/** The organisation of all plans, from `plans/organisation.yaml`. */
export async function loadOrganisation(
  folder: PlansFolder,
): Promise<{ readonly organisation: Organisation; readonly diagnostics: readonly Diagnostic[] }> {
  const read = await readYaml(
    'organisation',
    join(folder.path, 'organisation.yaml'),
    `${folder.shown}/organisation.yaml`,
    folder.reader,
  );
  const map = asMap(read.value);
  if (map === null || read.file === null) {
    return { organisation: NO_ORGANISATION, diagnostics: read.diagnostics };
  }
  const organisation = buildOrganisation(map);
  return {
    organisation,
    diagnostics: [...read.diagnostics, ...linkOrganisation(organisation, wholeFile(read.file))],
  };
}

function missingPlan(shown: string): Diagnostic {
  const file: SourceFile = { path: `${shown}/plan.yaml`, text: '' };
  return finding('VP001', {
    place: { file, start: 0, end: 0 },
    message: 'planmappen har ingen plan.yaml',
    help: 'Skapa plan.yaml med titel, period och organ',
  });
}
