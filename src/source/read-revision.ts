import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type FileReader, type FolderEntry, MAX_FILE_BYTES, type ReadResult } from './read-files.ts';

/** A folder as it was in a commit. Nothing is checked out, and nothing is written anywhere. */
export interface Revision {
  /** The whole name of the commit. */
  readonly commit: string;
  /** The day of the commit where it was made, ISO. */
  readonly datum: string;
  readonly reader: FileReader;
}

export type RevisionResult =
  | { readonly slag: 'läst'; readonly revision: Revision }
  | { readonly slag: 'okänd' }
  | { readonly slag: 'git saknas' }
  | { readonly slag: 'inget arkiv' }
  | { readonly slag: 'fel'; readonly besked: string };

/**
 * Reads parts of a folder as they were in a git revision: a branch, a tag, `HEAD~3`.
 *
 * @param folder on the disk, below the top of a git working tree
 * @param names of files and folders in it
 * @param env the environment of the program
 */
export function readRevision(
  folder: string,
  named: string,
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RevisionResult {
  // What begins with a hyphen would be an option; git refuses it too, after --end-of-options.
  if (named === '' || named.startsWith('-') || named.includes('\0')) {
    return { slag: 'okänd' };
  }
  const git = (args: readonly string[], input?: string): Buffer =>
    execFileSync('git', ['-C', folder, '--no-pager', '--literal-pathspecs', ...args], {
      input: input ?? '',
      env: environment(env),
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: Number.POSITIVE_INFINITY,
      windowsHide: true,
    });
  try {
    const commit = commitOf(git, named);
    if (commit === null) {
      return { slag: 'okänd' };
    }
    const listed = entriesOf(git(['ls-tree', '-r', '-z', '--long', commit, '--', ...names]));
    const small = listed.filter(({ size, mode }) => size <= MAX_FILE_BYTES && mode !== LINK);
    const objects = objectsOf(git(['cat-file', '--batch'], [commit, ...small.map(({ id }) => id), ''].join('\n')));
    return { slag: 'läst', revision: revisionOf(folder, commit, listed, objects) };
  } catch (error) {
    return whyNot(error);
  }
}

type Git = (args: readonly string[], input?: string) => Buffer;

/** Null where no commit has the name. */
function commitOf(git: Git, named: string): string | null {
  try {
    return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${named}^{commit}`])
      .toString()
      .trim();
  } catch (error) {
    const { status, stderr } = failureOf(error);
    // It says nothing of a name that it does not know, nor of one that reaches beyond the log.
    if (status === 1 || (status === 128 && stderr.trim() === '')) {
      return null;
    }
    throw error;
  }
}

interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  readonly size: number;
  /** Below the folder, NFC. */
  readonly name: string;
}

const LINK = '120000';

/** `100644 blob 5b6e… 123\tmal/vard.yaml`, each ended by a zero; what is no file, such as a submodule, is left out. */
function entriesOf(output: Buffer): readonly TreeEntry[] {
  return output
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', id = '', size = '', name = ''] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
      return name === '' ? [] : [{ mode, id, size: Number(size), name: name.normalize('NFC') }];
    });
}

/** What `cat-file --batch` gives: `<id> <type> <size>`, a line feed, the bytes and a line feed, again and again. */
function objectsOf(output: Buffer): ReadonlyMap<string, Buffer> {
  const objects = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [id = '', , size] = output.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    // `<id> missing` has no bytes.
    if (size !== undefined) {
      objects.set(id, output.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
  }
  return objects;
}

function revisionOf(
  folder: string,
  commit: string,
  listed: readonly TreeEntry[],
  objects: ReadonlyMap<string, Buffer>,
): Revision {
  const byPath = new Map(listed.map((entry) => [join(folder, entry.name), entry]));
  const list = (of: string): readonly FolderEntry[] | null => {
    const entries = [...byPath].flatMap(([path, { mode }]): readonly FolderEntry[] =>
      path.startsWith(join(of, '/'))
        ? [{ name: path.slice(join(of, '/').length).replaceAll('\\', '/'), path, isLink: mode === LINK }]
        : [],
    );
    return entries.length === 0 ? null : entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  };
  const read = (path: string): ReadResult => {
    const entry = byPath.get(path);
    if (entry !== undefined && entry.size > MAX_FILE_BYTES) {
      return { slag: 'för stor', size: entry.size };
    }
    const bytes = entry === undefined ? undefined : objects.get(entry.id);
    return bytes === undefined ? { slag: 'fel', felkod: 'ENOENT' } : { slag: 'bytes', bytes };
  };
  return { commit, datum: dayOf(objects.get(commit)?.toString('utf8') ?? ''), reader: { list, read } };
}

/** The day of `committer Name <address> 1643875200 +0100`, where the committer was. */
function dayOf(text: string): string {
  const [, seconds = '0', sign = '+', hours = '0', minutes = '0'] =
    /^committer .* (\d+) ([+-])(\d\d)(\d\d)$/m.exec(text) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
  return new Date((Number(seconds) + offset) * 1000).toISOString().slice(0, 10);
}

/** The folder says which repository it is, whatever the surroundings (a hook, say) say; nothing is fetched or locked. */
function environment(env: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, GIT_PREFIX: ____, ...rest } = env;
  return { ...rest, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
}

function failureOf(error: unknown): { readonly status: number | null; readonly stderr: string; readonly code: string } {
  const { status = null, stderr = '', code = '' } = error as { status?: number; stderr?: unknown; code?: unknown };
  return { status, stderr: String(stderr), code: String(code) };
}

function whyNot(error: unknown): RevisionResult {
  const { status, stderr, code } = failureOf(error);
  if (code === 'ENOENT') {
    return { slag: 'git saknas' };
  }
  if (status === null && code === '') {
    throw error;
  }
  return /not a git repository/.test(stderr)
    ? { slag: 'inget arkiv' }
    : {
        slag: 'fel',
        besked:
          stderr
            .replace(/^fatal: /, '')
            .trim()
            .split('\n')[0] || `felet ${code || status}`,
      };
}
