import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Budget } from '../model/budget.ts';
import type { Kalender } from '../model/kalender.ts';
import { pushAll } from '../model/lists.ts';
import { wholeFile, within } from '../model/origin.ts';
import type { Påstående } from '../model/pastaende.ts';
import { type Period, readPeriod } from '../model/period.ts';
import type { Målområde, Organisation, Plan, Uppföljning } from '../model/plan.ts';
import type { FileReader, FolderEntry } from '../source/read-files.ts';
import type { SourceFile } from '../source/source-file.ts';
import { buildBudget } from './build-budget.ts';
import { buildKalender } from './build-kalender.ts';
import { buildMålområde, type Inherited } from './build-malomrade.ts';
import { organNames } from './build-organisation.ts';
import { buildPåståenden } from './build-pastaenden.ts';
import {
  bedömningsreglerOf,
  beslutOf,
  kändaAvvikelserOf,
  målområdenInOrder,
  nivånamnOf,
  planStatusOf,
  strategierOf,
  strategiIdsOf,
  undantagOf,
  uppgifterOf,
} from './build-plan.ts';
import { buildUppföljning } from './build-uppfoljning.ts';
import { unknownOrgan } from './link-references.ts';
import type { YamlMap } from './parse-yaml.ts';
import { placeOf } from './place-of.ts';
import type { PlanFiles } from './plan-files.ts';
import { readYaml } from './read-yaml.ts';
import type { SchemaName } from './validate-schema.ts';
import { asMap, textOf } from './values.ts';

export interface AssembledPlan {
  /** Without its utfall. */
  readonly plan: Plan | null;
  /** Whether a file could not be read, so that ids may be unknown for that reason. */
  readonly incomplete: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts a plan together from its YAML files. */
export async function assemblePlan(
  id: string,
  shown: string,
  files: PlanFiles,
  organisation: Organisation,
  reader: FileReader,
): Promise<AssembledPlan> {
  const top = await readYaml('plan', files.plan?.path ?? '', `${shown}/plan.yaml`, reader);
  const map = asMap(top.value);
  const diagnostics: Diagnostic[] = [...top.diagnostics];
  if (map === null || top.file === null) {
    return { plan: null, incomplete: true, diagnostics };
  }
  const origin = wholeFile(top.file);
  const period = readPeriod(textOf(map, 'period') ?? id);
  const organ = textOf(map, 'organ') ?? '';
  if (period === null) {
    // The schema has told of a period in the wrong form.
    if (!diagnostics.some(({ code }) => code === 'VP112')) {
      diagnostics.push(unreadablePeriod(placeOf(within(origin, 'period')), textOf(map, 'period') ?? id));
    }
    return { plan: null, incomplete: true, diagnostics };
  }
  if (organ !== '' && organisation.organ.size > 0 && !organisation.organ.has(organ)) {
    diagnostics.push(unknownOrgan({ organisation }, organ, placeOf(within(origin, 'organ')), null));
  }
  const inherited: Inherited = {
    organ: organ === '' ? [] : [organ],
    målvärden: [],
    mål: null,
    organNames: organNames(organisation),
    readings: new Map(),
  };
  const målområden = await readMålområden(files.målområden, shown, inherited, reader);
  const regler = bedömningsreglerOf(map);
  const uppföljningar = await readUppföljningar(files.uppföljningar, shown, organisation, regler.skala, reader);
  const others = await readOtherFiles(files, shown, organ, reader);
  for (const found of [målområden.diagnostics, uppföljningar.diagnostics, others.diagnostics]) {
    pushAll(diagnostics, found);
  }
  return {
    plan: {
      id,
      titel: textOf(map, 'titel') ?? id,
      period,
      organ,
      status: planStatusOf(map),
      organisation,
      nivåer: nivånamnOf(map),
      strategier: strategierOf(map, origin, inherited),
      bedömningsregler: regler,
      målområden: inPrintedOrder(map, målområden, files, origin, diagnostics),
      utfall: [],
      uppföljningar: uppföljningar.uppföljningar,
      budget: others.budget,
      kalender: others.kalender,
      påståenden: others.påståenden,
      uppgifter: uppgifterOf(map, origin),
      kändaAvvikelser: kändaAvvikelserOf(map, origin),
      undantag: undantagOf(map, origin),
      förslagsställare: textOf(map, 'förslagsställare'),
      dnr: textOf(map, 'dnr'),
      beslut: beslutOf(map, origin),
      origin,
    },
    incomplete: målområden.incomplete,
    diagnostics,
  };
}

async function readMålområden(
  entries: readonly FolderEntry[],
  shown: string,
  inherited: Inherited,
  reader: FileReader,
): Promise<{
  readonly byId: ReadonlyMap<string, Målområde>;
  readonly incomplete: boolean;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const byId = new Map<string, Målområde>();
  const diagnostics: Diagnostic[] = [];
  let incomplete = false;
  for (const entry of entries) {
    const read = await readYaml('malomrade', entry.path, `${shown}/${entry.name}`, reader);
    pushAll(diagnostics, read.diagnostics);
    const map = asMap(read.value);
    if (map === null || read.file === null) {
      incomplete = true;
      continue;
    }
    const id = idOfFile(entry);
    byId.set(id, buildMålområde(id, map, wholeFile(read.file), inherited));
  }
  return { byId, incomplete, diagnostics };
}

function idOfFile(entry: FolderEntry): string {
  return entry.name.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}

/** The målområden as the plan lists them; those that it forgets come last, with a warning. */
function inPrintedOrder(
  map: YamlMap,
  read: { readonly byId: ReadonlyMap<string, Målområde> },
  files: PlanFiles,
  origin: Plan['origin'],
  diagnostics: Diagnostic[],
): readonly Målområde[] {
  const stated = målområdenInOrder(map);
  const known = files.målområden.map(idOfFile);
  for (const id of stated.filter((one) => !known.includes(one))) {
    const at = pathOfListed(map, id);
    diagnostics.push(
      finding('VP121', {
        place: placeOf(within(origin, ...at)),
        message: `målområdet ”${id}” har ingen fil mal/${id}.yaml`,
        help: didYouMean(id, known) ?? 'Skapa filen eller ta bort målområdet ur listan',
        id,
      }),
    );
  }
  const forgotten = known.filter((id) => stated.length > 0 && !stated.includes(id));
  for (const id of forgotten) {
    const file = read.byId.get(id)?.origin.file;
    if (file !== undefined) {
      diagnostics.push(
        finding('VP125', {
          place: { file, start: 0, end: 0 },
          message: `målområdet ”${id}” står inte i plan.yaml och visas därför sist`,
          help: 'Lägg till det på sin plats under målområden: i plan.yaml',
          id,
        }),
      );
    }
  }
  const order = stated.length > 0 ? [...new Set(stated), ...forgotten] : known;
  return order.flatMap((id) => read.byId.get(id) ?? []);
}

function pathOfListed(map: YamlMap, id: string): (string | number)[] {
  const strategi = strategiIdsOf(map).findIndex((one) => one.målområden.includes(id));
  const index = (strategi < 0 ? målområdenInOrder(map) : (strategiIdsOf(map)[strategi]?.målområden ?? [])).indexOf(id);
  return strategi < 0 ? ['målområden', index] : ['strategier', strategi, 'målområden', index];
}

async function readUppföljningar(
  entries: readonly FolderEntry[],
  shown: string,
  organisation: Organisation,
  skala: Plan['bedömningsregler']['skala'],
  reader: FileReader,
): Promise<{ readonly uppföljningar: readonly Uppföljning[]; readonly diagnostics: readonly Diagnostic[] }> {
  const uppföljningar: Uppföljning[] = [];
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, SourceFile>();
  for (const entry of entries) {
    const read = await readYaml('uppfoljning', entry.path, `${shown}/${entry.name}`, reader);
    pushAll(diagnostics, read.diagnostics);
    const map = asMap(read.value);
    if (map === null || read.file === null) {
      continue;
    }
    const folder = entry.name.split('/')[1] ?? '';
    const period = readPeriod(folder);
    const organ = idOfFile(entry);
    const place = { file: read.file, start: 0, end: 0 };
    if (period === null) {
      diagnostics.push(unreadableFolder(read.file.path, folder));
      continue;
    }
    if (organisation.organ.size > 0 && !organisation.organ.has(organ)) {
      diagnostics.push(unknownOrgan({ organisation }, organ, place, null));
      continue;
    }
    const key = `${period.id}/${organ}`;
    const earlier = files.get(key);
    if (earlier !== undefined) {
      diagnostics.push(followedUpTwice(read.file, earlier, period, organ));
      continue;
    }
    files.set(key, read.file);
    const built = buildUppföljning(map, wholeFile(read.file), period, organ, skala);
    uppföljningar.push(built.uppföljning);
    pushAll(diagnostics, built.diagnostics);
  }
  return { uppföljningar, diagnostics };
}

interface OtherFiles {
  readonly budget: Budget | null;
  readonly kalender: Kalender | null;
  readonly påståenden: readonly Påstående[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Budget, calendar and published figures: each a file of its own that a plan may lack. */
async function readOtherFiles(files: PlanFiles, shown: string, organ: string, reader: FileReader): Promise<OtherFiles> {
  const diagnostics: Diagnostic[] = [];
  const read = async (schema: SchemaName, entry: FolderEntry | null) => {
    if (entry === null) {
      return null;
    }
    const { file, value, diagnostics: found } = await readYaml(schema, entry.path, `${shown}/${entry.name}`, reader);
    pushAll(diagnostics, found);
    const map = asMap(value);
    return map === null || file === null ? null : { map, origin: wholeFile(file) };
  };
  const budget = await read('budget', files.budget);
  const kalender = await read('kalender', files.kalender);
  const påståenden = await read('pastaenden', files.påståenden);
  return {
    budget: budget === null ? null : buildBudget(budget.map, budget.origin),
    kalender: kalender === null ? null : buildKalender(kalender.map, kalender.origin, organ),
    påståenden: påståenden === null ? [] : buildPåståenden(påståenden.map, påståenden.origin),
    diagnostics,
  };
}

function followedUpTwice(file: SourceFile, earlier: SourceFile, period: Period, organ: string): Diagnostic {
  return finding('VP127', {
    place: { file, start: 0, end: 0 },
    message: `${period.id} följs upp för ${organ} i ${earlier.path} också`,
    help: 'Flytta texterna till den ena filen och ta bort den andra',
    notes: [{ place: { file: earlier, start: 0, end: 0 }, message: 'här följs den upp första gången' }],
  });
}

function unreadableFolder(path: string, folder: string): Diagnostic {
  return finding('VP123', {
    place: { file: { path, text: '' }, start: 0, end: 0 },
    message: `mappen ”${folder}” i uppfoljning/ är ingen period`,
    help: 'Byt namn på mappen, till exempel till 2025-t1',
  });
}

function unreadablePeriod(place: Diagnostic['place'], text: string): Diagnostic {
  return finding('VP123', {
    place,
    message: `”${text}” är ingen period`,
    help: 'Skriv till exempel 2025, 2022-2024 eller 2025-t1',
  });
}
