import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import type { FileSnapshot } from '../../vault/ports.ts';
import { isAbsence } from './place.ts';
import { systemCode, systemReason } from './reasons.ts';

/** In bytes. Env files have a few thousand; with a hundred certificates in it one has 250,000. */
export const sizeLimit = 512 * 1024;

/** A file as it is on the disk: its bytes, and who may do what with it. */
export interface FoundFile {
  readonly bytes: Uint8Array;
  readonly stat: Stats;
}

/**
 * The regular file at `path`, null where there is none; `file` is its name for people. Follows no link and never waits on
 * a pipe. Throws the `TARGET_*` errors.
 */
export async function readRegular(path: string, file: string): Promise<FoundFile | null> {
  let handle: FileHandle | undefined;
  try {
    // Before opening: to open a device or a pipe can already do something.
    checkRegular(await lstat(path), file);
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stat = await handle.stat();
    checkRegular(stat, file);
    return { bytes: await readAll(handle, stat.size, file), stat };
  } catch (error) {
    if (isAbsence(error)) return null;
    throw readingFailed(file, error);
  } finally {
    await handle?.close();
  }
}

/** One byte more is asked for than there should be, so that a file that grows meanwhile is noticed and not followed. */
async function readAll(handle: FileHandle, size: number, file: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length > size) throw vaultError('TARGET_CHANGED', { file });
  // A copy: what is kept of a file that shrank must not keep the room for all of it.
  return bytes.slice(0, length);
}

/**
 * The stamp is a plain hash of what may hold values: it stays in memory. A file that was replaced by one with the same bytes
 * has another stamp, or writing one value over another would tell whether they are the same.
 */
export function snapshotOf(found: FoundFile | null): FileSnapshot {
  if (found === null) return { bytes: null, stamp: 'absent' };
  const { bytes, stat } = found;
  const hash = createHash('sha256').update(bytes).digest('base64url');
  return { bytes, stamp: `${hash} ${stat.ino} ${stat.mtimeMs}` };
}

function checkRegular(stat: Stats, file: string): void {
  // A link that came after the path was resolved.
  if (stat.isSymbolicLink()) throw vaultError('TARGET_CHANGED', { file });
  if (!stat.isFile()) throw vaultError('TARGET_NOT_A_FILE', { file });
  if (stat.nlink > 1) throw vaultError('TARGET_HARD_LINKED', { file });
  if (stat.size > sizeLimit) throw vaultError('TARGET_TOO_LARGE', { file, limit: sizeLimit });
}

function readingFailed(file: string, error: unknown): VaultError {
  if (isVaultError(error)) return error;
  if (systemCode(error) === 'ELOOP') return vaultError('TARGET_CHANGED', { file });
  return vaultError('TARGET_UNREADABLE', { file, reason: systemReason(error) });
}
