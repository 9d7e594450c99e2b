import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { vaultError } from '../../vault/errors.ts';
import { isAbsence } from '../files/place.ts';

/** In bytes, of each of the two files: together 1 MB at most. */
const limit = 500_000;

/** The file that is written to, and the one before it: next to the database, named by nobody else. */
export interface LogFile {
  /** Adds a line, on its way to the disk when it returns. Throws the system's errors, and DIAGNOSTICS_FAILED. */
  append(line: string): void;
  /** The lines of both files, the oldest first, whoever wrote them. Throws as `append` does. */
  lines(): string[];
}

/** All of it at once, without a promise: a failure on the way out is written before the process ends. */
export function openLogFile(path: string): LogFile {
  const older = `${path}.1`;
  /** The file may end within a line: a write that failed, or a crash. */
  let mayBeCut = true;

  function append(line: string): void {
    for (const isSecond of [false, true]) {
      const handle = openOwn(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT);
      try {
        const stat = fstatSync(handle);
        const text = mayBeCut && stat.size > 0 ? `\n${line}\n` : `${line}\n`;
        if (stat.size + text.length > limit && !isSecond) {
          makeRoom(handle, stat);
          continue;
        }
        mayBeCut = true;
        writeFileSync(handle, text);
        mayBeCut = false;
        return;
      } finally {
        closeSync(handle);
      }
    }
  }

  /** Another Clavis may have done it meanwhile: what has the name by now is not moved over what was just kept. */
  function makeRoom(handle: number, { ino, dev, size }: Stats): void {
    const now = lstatSync(path, { throwIfNoEntry: false });
    if (now?.ino !== ino || now.dev !== dev) return;
    try {
      // One that is twice as long was never made by Clavis.
      if (size > 2 * limit) rmSync(path);
      else renameSync(path, older);
    } catch {
      // Something that can't be replaced has the name: the newest failures count more than the old ones.
      ftruncateSync(handle);
    }
  }

  return { append, lines: () => [older, path].flatMap(readEnd) };
}

/** The last lines of a file, as many as it may have; none where there is none. */
function readEnd(path: string): string[] {
  let handle: number | undefined;
  try {
    handle = openOwn(path, constants.O_RDONLY);
    const { size } = fstatSync(handle);
    const from = Math.max(0, size - limit);
    const bytes = Buffer.alloc(Math.min(size, limit));
    const length = readSync(handle, bytes, 0, bytes.length, from);
    const lines = bytes.toString('utf8', 0, length).split('\n');
    // The first one may have begun before.
    return (from > 0 ? lines.slice(1) : lines).filter((line) => line !== '');
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Opens a plain file of ours, for its owner alone, and nothing else: no link is followed, no pipe or device waited for. */
function openOwn(path: string, flags: number): number {
  refuseUnlessOwn(lstatSync(path, { throwIfNoEntry: false }));
  const handle = openSync(path, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600);
  try {
    const stat = fstatSync(handle);
    refuseUnlessOwn(stat);
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) fchmodSync(handle, 0o600);
    return handle;
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

function refuseUnlessOwn(stat: Stats | undefined): void {
  if (stat === undefined) return;
  const owner = process.geteuid?.() ?? stat.uid;
  if (stat.isFile() && stat.nlink === 1 && stat.uid === owner) return;
  throw vaultError('DIAGNOSTICS_FAILED', { reason: { code: 'LOG_NAME_TAKEN' } });
}
