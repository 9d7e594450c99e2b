import { chmodSync, closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { systemCode } from './files-reasons.ts';

/** SQLite gives `-wal`, `-shm` and `-journal` the mode of the file itself, whatever the umask. */
const companions = ['', '-wal', '-shm', '-journal'];

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

/** Takes the rights of others away from a database and what SQLite keeps beside it. */
export function tighten(file: string): void {
  for (const companion of companions) {
    const stat = statSync(file + companion, { throwIfNoEntry: false });
    if (stat !== undefined && (stat.mode & 0o077) !== 0) chmodSync(file + companion, stat.mode & 0o600);
  }
}

/** Removes a database that was never in use, with what SQLite left beside it. */
export function removeUnfinished(file: string): void {
  for (const companion of companions) rmSync(file + companion, { force: true });
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
