import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { HeldFolder } from './folder.ts';
import { whereSupported } from './supported.ts';
import { makeUnfinished } from './unfinished.ts';

/** Who may read a file that was not there before: its owner alone, or as the system's defaults have it. */
export type Audience = 'owner' | 'by-default';

/**
 * Replaces `name` in the folder by a file with these bytes, at once; `isStillRight` is asked at the last moment, and what
 * it throws keeps the old file. `old` is the file there now: its rights and its owner stay, as far as the file system has any. Throws the system's errors, and leaves nothing behind then.
 */
export async function replaceFile(
  folder: HeldFolder,
  name: string,
  bytes: Uint8Array,
  old: Stats | null,
  audience: Audience,
  isStillRight: () => Promise<void>,
): Promise<void> {
  // A rename would replace a read-only file all the same; whoever made it read-only meant it.
  if (old !== null) await checkWritable(folder.at(name));
  const unfinished = await makeUnfinished(folder, name);
  try {
    const handle = await open(unfinished.path, 'wx', old !== null || audience === 'owner' ? 0o600 : 0o666);
    await fill(handle, bytes, { old, audience });
    await isStillRight();
    await rename(unfinished.path, folder.at(name));
  } finally {
    await unfinished.remove();
  }
  await folder.sync();
}

async function fill(
  handle: FileHandle,
  bytes: Uint8Array,
  { old, audience }: { readonly old: Stats | null; readonly audience: Audience },
): Promise<void> {
  try {
    await handle.writeFile(bytes);
    if (old !== null) await keepOwner(handle, old);
    // The umask can have taken the owner's own rights away.
    if (old === null && audience === 'owner') await whereSupported(() => handle.chmod(0o600));
    await whereSupported(() => handle.sync());
    // Last: what a crash leaves is for the owner alone.
    if (old !== null) await whereSupported(() => handle.chmod(old.mode & 0o777));
  } finally {
    await handle.close();
  }
}

/** By opening, which asks for the rights that count and changes nothing; access(2) asks for the real user's. */
async function checkWritable(path: string): Promise<void> {
  const handle = await open(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  await handle.close();
}

/** Only an administrator may give files away; everybody else's stay their own. */
async function keepOwner(handle: FileHandle, old: Stats): Promise<void> {
  const { uid, gid } = await handle.stat();
  if (uid === old.uid && gid === old.gid) return;
  await whereSupported(() => handle.chown(old.uid, old.gid));
}
