import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { countRead } from './engine-hints.ts';

/** A file larger than this is refused: no plan written by people comes near it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

export type ReadResult =
  | { readonly slag: 'bytes'; readonly bytes: Uint8Array }
  | { readonly slag: 'för stor'; readonly size: number }
  | { readonly slag: 'fel'; readonly felkod: string };

/** Where files are read from: the disk as it is, or as it was in a revision. Paths are those of the disk. */
export interface FileReader {
  /** As {@link listFiles}. */
  readonly list: (folder: string) => readonly FolderEntry[] | null;
  /** As {@link readBytes}. */
  readonly read: (path: string) => ReadResult;
}

/** The bytes of an ordinary file. A pipe, a device or a folder of that name is an error, never a hang. */
export function readBytes(path: string): ReadResult {
  let handle: number;
  try {
    // O_NONBLOCK, so that opening a named pipe returns at once.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { slag: 'fel', felkod: errorCode(error) };
  }
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) {
      return { slag: 'fel', felkod: found.isDirectory() ? 'EISDIR' : 'EINVAL' };
    }
    if (found.size > MAX_FILE_BYTES) {
      return { slag: 'för stor', size: found.size };
    }
    const bytes = Buffer.allocUnsafe(found.size);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(handle, bytes, filled, bytes.length - filled, null);
      if (count === 0) {
        break;
      }
      filled += count;
    }
    countRead(filled);
    return { slag: 'bytes', bytes: bytes.subarray(0, filled) };
  } catch (error) {
    return { slag: 'fel', felkod: errorCode(error) };
  } finally {
    closeSync(handle);
  }
}

export interface FolderEntry {
  /** Path below the folder with forward slashes, NFC: `mal/tandvard.yaml`. */
  readonly name: string;
  /** Path by which the file is opened. */
  readonly path: string;
  /** A symbolic link is named but never followed: nothing outside the folder is read through it. */
  readonly isLink: boolean;
}

/**
 * Every file below a folder, sorted by name so that order never depends on the file system.
 *
 * @returns null where the folder cannot be listed.
 */
export function listFiles(folder: string): readonly FolderEntry[] | null {
  const files: FolderEntry[] = [];
  const walk = (below: string, depth: number): boolean => {
    let entries: readonly Dirent[];
    try {
      entries = readdirSync(join(folder, below), { withFileTypes: true });
    } catch {
      return false;
    }
    for (const entry of entries) {
      const relative = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < 8) {
          walk(relative, depth + 1);
        }
      } else {
        files.push({ name: relative.normalize('NFC'), path: join(folder, relative), isLink: entry.isSymbolicLink() });
      }
    }
    return true;
  };
  if (!walk('', 0)) {
    return null;
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

export const DISK: FileReader = { list: listFiles, read: readBytes };

/** Names of the folders directly below a folder, sorted; empty where there is none. */
export function listFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'okänt';
}
