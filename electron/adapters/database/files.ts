import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Reason } from '../../vault/reasons.ts';
import { systemCode, systemReason } from '../files/reasons.ts';

/** A database and what SQLite keeps next to it. SQLite gives the others the mode of the file itself, whatever the umask. */
export const companions: readonly string[] = ['', '-wal', '-shm', '-journal'];

/** With fewer bytes than this SQLite can't even make the files that it needs to read. */
const leastRoom = 64 * 1024;

/** Makes the folder, for its owner alone; one that is there is closed to others where it is ours. */
export function makePrivateFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
  if (made) chmodSync(folder, 0o700);
  const { mode, uid } = statSync(folder);
  // A sticky folder (/tmp) is everybody's.
  const ours = uid === process.getuid?.() && (mode & 0o1000) === 0;
  if (ours && (mode & 0o077) !== 0) chmodSync(folder, mode & 0o700);
}

/** An empty file that nobody else could read at any moment. Throws where there is one already. */
export function makePrivateFile(file: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    fchmodSync(handle, 0o600);
  } finally {
    closeSync(handle);
  }
}

/** Takes the rights of others away from a database and what SQLite keeps next to it. */
export function tighten(file: string): void {
  for (const companion of companions) {
    const stat = statSync(file + companion, { throwIfNoEntry: false });
    if (stat !== undefined && (stat.mode & 0o077) !== 0) chmodSync(file + companion, stat.mode & 0o600);
  }
}

/** Removes a database that was never in use, with what SQLite left next to it. */
export function removeUnfinished(file: string): void {
  for (const companion of companions) rmSync(file + companion, { force: true });
}

/** This name, or the first of `name.2`, `name.3`, … under which no database lies, nor a part of one. */
export function freeName(name: string): string {
  const isTaken = (candidate: string): boolean => companions.some((companion) => existsSync(candidate + companion));
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${name}.${count}`;
  return free;
}

/** Whether the file that is there now still is, under the same name. Windows lets nobody take a file that is open. */
export function watchPlace(file: string): () => boolean {
  if (process.platform === 'win32') return () => true;
  const { ino, dev } = statSync(file);
  return () => {
    const now = statSync(file, { throwIfNoEntry: false });
    return now?.ino === ino && now.dev === dev;
  };
}

/**
 * Why the system refuses to have a database written here, null where it does not: SQLite says only that it does. Asked by
 * writing, and removing, a file next to it, for a disk that broke or is full says so to nothing less.
 */
export function systemRefusal(file: string): Reason | null {
  const probe = `${file}.probe`;
  try {
    for (const companion of companions) {
      if (existsSync(file + companion)) accessSync(file + companion, constants.R_OK | constants.W_OK);
    }
    writeFileSync(probe, new Uint8Array(leastRoom), { mode: 0o600, flush: true });
    return null;
  } catch (error) {
    return systemReason(error);
  } finally {
    tryToRemove(probe);
  }
}

function tryToRemove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing can be removed nothing was written.
  }
}

/** Puts a file's bytes on the disk. */
export function syncFile(file: string): void {
  sync(file, 'r+');
}

/** Puts a folder's names on the disk. Windows can't, and keeps them by itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some file systems don't know fsync on folders.
    if (systemCode(error) !== 'EINVAL') throw error;
  } finally {
    closeSync(handle);
  }
}
