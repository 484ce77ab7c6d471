import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { ROOT } from './run-vp.ts';

/** A copy of the project's plans, to be broken in. */
export interface PlansCopy {
  /** The folder that holds `plans`: where `vp` is run. */
  readonly folder: string;
  /** The path of a file by its name below `plans/`: `2025/plan.yaml`. */
  readonly path: (name: string) => string;
  readonly read: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly remove: (name: string) => void;
  /** Replaces a text that stands in the file exactly once. */
  readonly replace: (name: string, from: string, to: string) => void;
}

const folders: string[] = [];

/** Tests of a file run side by side, so that what they left is taken away when all are done. */
afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Copies `plans/` to a folder of its own. */
export function copyPlans(): PlansCopy {
  const copy = emptyFolder();
  cpSync(join(ROOT, 'plans'), join(copy.folder, 'plans'), { recursive: true });
  return copy;
}

/** A folder of its own without plans. */
export function emptyFolder(): PlansCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vp-cli-')));
  folders.push(folder);
  const path = (name: string) => join(folder, 'plans', name);
  const read = (name: string) => readFileSync(path(name), 'utf8');
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  return {
    folder,
    path,
    read,
    write,
    remove: (name) => rmSync(path(name)),
    replace: (name, from, to) => {
      const parts = read(name).split(from);
      if (parts.length !== 2) {
        throw new Error(`”${from}” stands ${parts.length - 1} times in ${name}`);
      }
      write(name, parts.join(to));
    },
  };
}

/** Where an offset stands, as a person counts: lines and characters from one. */
export function positionOf(content: string, at: number): { readonly rad: number; readonly kolumn: number } {
  const before = content.slice(0, at).split('\n');
  return { rad: before.length, kolumn: Array.from(before.at(-1) ?? '').length + 1 };
}

/** Where the only occurrence of a text begins, or that of a mark in it. */
export function placeOf(content: string, mark: string, around = mark): ReturnType<typeof positionOf> {
  const at = content.indexOf(around);
  if (at < 0 || content.indexOf(around, at + 1) >= 0) {
    throw new Error(`”${around}” does not stand exactly once`);
  }
  return positionOf(content, at + around.indexOf(mark));
}
