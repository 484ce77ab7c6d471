import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import type { FolderEntry } from '../source/read-files.ts';

/** Files of a plan that a status does not rest on: a command reads those that it needs. */
export type SideFile = 'budget' | 'kalender' | 'påståenden';
export const SIDE_FILES: readonly SideFile[] = ['budget', 'kalender', 'påståenden'];

/** The files of a plan folder, by what they hold. */
export interface PlanFiles {
  readonly plan: FolderEntry | null;
  readonly målområden: readonly FolderEntry[];
  readonly utfall: readonly FolderEntry[];
  readonly uppföljningar: readonly FolderEntry[];
  readonly budget: FolderEntry | null;
  readonly kalender: FolderEntry | null;
  readonly påståenden: FolderEntry | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What editors, office programs and operating systems leave beside the files. */
const PASSED_OVER =
  /(?:^|\/)(?:\.[^/]*|~\$[^/]*|[^/]*~|#[^/]*#|[^/]*\.(?:swp|swo|tmp|bak|orig)|Thumbs\.db|desktop\.ini)$/i;

/** Sorts the files of a plan folder, those beside the mål only where they are asked for; one that nothing reads is a warning. */
export function sortPlanFiles(
  entries: readonly FolderEntry[],
  shownFolder: string,
  beside: readonly SideFile[],
): PlanFiles {
  const diagnostics: Diagnostic[] = [];
  const målområden: FolderEntry[] = [];
  const utfall: FolderEntry[] = [];
  const uppföljningar: FolderEntry[] = [];
  const single = new Map<string, FolderEntry>();
  for (const entry of entries) {
    if (PASSED_OVER.test(entry.name) || /(?:^|\/)\./.test(entry.name)) {
      continue;
    }
    if (entry.isLink) {
      diagnostics.push(unread(entry, shownFolder, 'är en länk; länkar följs inte', 'Lägg själva filen i planens mapp'));
    } else if (/^mal\/[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/.test(entry.name)) {
      målområden.push(entry);
    } else if (/^utfall\/[^/]+\.csv$/.test(entry.name)) {
      utfall.push(entry);
    } else if (/^uppfoljning\/[^/]+\/[a-z0-9-]+\.yaml$/.test(entry.name)) {
      uppföljningar.push(entry);
    } else if (/^(?:plan|budget|kalender|pastaenden)\.yaml$/.test(entry.name)) {
      single.set(entry.name, entry);
    } else if (!/^(?:texter|mallar)\/[^/]+\.md$/.test(entry.name)) {
      diagnostics.push(unread(entry, shownFolder, 'läses inte av något', whyUnread(entry.name)));
    }
  }
  const sideFile = (kind: SideFile, name: string) => (beside.includes(kind) ? (single.get(name) ?? null) : null);
  return {
    plan: single.get('plan.yaml') ?? null,
    målområden,
    utfall,
    uppföljningar,
    budget: sideFile('budget', 'budget.yaml'),
    kalender: sideFile('kalender', 'kalender.yaml'),
    påståenden: sideFile('påståenden', 'pastaenden.yaml'),
    diagnostics,
  };
}

function unread(entry: FolderEntry, shownFolder: string, why: string, help: string): Diagnostic {
  const file = { path: `${shownFolder}/${entry.name}`, text: '' };
  return finding('VP002', { place: { file, start: 0, end: 0 }, message: `filen ${entry.name} ${why}`, help });
}

function whyUnread(name: string): string {
  if (/\.yml$/i.test(name)) {
    return `Byt namn till ${name.replace(/\.yml$/i, '.yaml')}`;
  }
  if (/^mal\/.*\.yaml$/i.test(name)) {
    return 'Filnamnet är målområdets id: små bokstäver a–z, siffror och bindestreck, utan å, ä, ö och mellanslag';
  }
  if (/\.(?:xlsx?|ods)$/i.test(name)) {
    return 'Spara bladet som CSV UTF-8 i mappen utfall';
  }
  if (/^utfall\//.test(name)) {
    return 'Utfallsfiler heter något på .csv';
  }
  return 'Flytta eller ta bort filen; en plan består av plan.yaml, mal/, utfall/, uppfoljning/, texter/, mallar/, budget.yaml, kalender.yaml och pastaenden.yaml';
}
