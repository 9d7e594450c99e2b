import { access, constants, lstat, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFolder } from '../files/folder-names.ts';
import { isAbsence } from '../files/place.ts';

/** Looks at the disk, each path once: what many files have around them is the same for all of them. Of one moment: not kept. */
export interface Looks {
  /** What can't be looked at counts as there: git then says what is wrong with it. */
  exists(path: string): Promise<boolean>;
  /** The same for a path in a folder, with `/`, of which much is asked: what its list lacks is not looked for. */
  holds(folder: string, path: string): Promise<boolean>;
  /** Null where nothing is there, or can't be reached. */
  realPath(path: string): Promise<string | null>;
  /** Whether it is a file that may be run. */
  isExecutable(file: string): Promise<boolean>;
}

export function createLooks(): Looks {
  const existsOnce = once(exists);
  const list = once(listFolder);
  return {
    exists: existsOnce,
    holds: async (folder, path) => (await list(folder))(path) && existsOnce(join(folder, path)),
    realPath: once(realPath),
    isExecutable: once(isExecutable),
  };
}

function once<T>(look: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const seen = new Map<string, Promise<T>>();
  return (path) => {
    const known = seen.get(path) ?? look(path);
    seen.set(path, known);
    return known;
  };
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    return !isAbsence(error);
  }
}

// What can’t be looked at is trusted no more than what is not there.
const realPath = (path: string): Promise<string | null> => realpath(path).catch(() => null);

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    // Not to be run, for whatever reason, is an answer.
    return false;
  }
}
