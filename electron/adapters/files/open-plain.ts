import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { systemCode } from './reasons.ts';

/** The bytes of a plain file, in a buffer of their own, or why it was not read. */
export type PlainRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer>; readonly stat: Stats }
  | { readonly kind: Unread };

/** It is a link; it is a folder, a pipe, a device; it has more bytes than the limit; it grew while it was read. */
export type Unread = 'link' | 'not-a-file' | 'too-large' | 'changed';

/**
 * Reads a file that others wrote, which has `limit` bytes at most. Follows no link at the end of the path, never waits on a
 * pipe, and reads no more than the file had when it was opened. Throws the system's errors.
 */
export async function readPlain(path: string, limit: number): Promise<PlainRead> {
  let handle: FileHandle | undefined;
  try {
    // Before opening: to open a device or a pipe can already do something.
    const unread = judge(await lstat(path), limit);
    if (unread !== null) return { kind: unread };
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stat = await handle.stat();
    const unreadNow = judge(stat, limit);
    if (unreadNow !== null) return { kind: unreadNow };
    const bytes = await readAll(handle, stat.size);
    return bytes === null ? { kind: 'changed' } : { kind: 'read', bytes, stat };
  } catch (error) {
    if (systemCode(error) === 'ELOOP') return { kind: 'link' };
    throw error;
  } finally {
    await handle?.close();
  }
}

/** The file's bytes from its beginning, fewer where it has fewer than `size` by now; null where it has more. */
export async function readAll(handle: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length);
    // A copy: what is kept of a file that shrank must not keep the room for all of it.
    if (bytesRead === 0) return bytes.slice(0, length);
    length += bytesRead;
  }
  const { bytesRead } = await handle.read(new Uint8Array(1), 0, 1, size);
  return bytesRead === 0 ? bytes : null;
}

function judge(stat: Stats, limit: number): Unread | null {
  if (stat.isSymbolicLink()) return 'link';
  if (!stat.isFile()) return 'not-a-file';
  return stat.size > limit ? 'too-large' : null;
}
