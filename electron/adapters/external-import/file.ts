import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import { systemReason } from '../files/reasons.ts';

/** In bytes, of the file and of what is unpacked from it. A vault of some thousand entries has a few million. */
export const sizeLimit = 64 * 1024 * 1024;

/** What a file can't be imported for, in words that end a sentence. They never quote what is in it (invariant 1). */
export function unreadable(file: string, reason: string): VaultError {
  return vaultError('COLLECTION_UNREADABLE', { file, reason });
}

/**
 * The bytes of the regular file at `path`; `file` is its name for people. Follows no link and never waits on a pipe.
 * Throws `COLLECTION_UNREADABLE`.
 */
export async function readPicked(path: string, file: string): Promise<Uint8Array<ArrayBuffer>> {
  let handle: FileHandle | undefined;
  try {
    // Before opening: to open a device or a pipe can already do something.
    const found = await lstat(path);
    if (found.isSymbolicLink()) throw unreadable(file, 'it is a link, open what it leads to');
    if (!found.isFile()) throw unreadable(file, 'it is not a file');
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stat = await handle.stat();
    if (!stat.isFile()) throw unreadable(file, 'it is not a file');
    if (stat.size > sizeLimit) throw unreadable(file, `it is larger than ${sizeLimit} bytes`);
    return await readAll(handle, stat.size, file);
  } catch (error) {
    throw isVaultError(error) ? error : unreadable(file, systemReason(error));
  } finally {
    await handle?.close();
  }
}

/** One byte more is asked for than there should be, so that a file that grows is noticed and not followed. */
async function readAll(handle: FileHandle, size: number, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length > size) throw unreadable(file, 'it changed while it was read');
  return bytes.subarray(0, length);
}
