import { constants } from 'node:fs';
import { open, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './reasons.ts';
import { whereSupported } from './supported.ts';

/** A folder held open, so that what happens in it happens there even if another takes its path meanwhile. */
export interface HeldFolder {
  /** The path to this name in the folder that is held. */
  at(name: string): string;
  /** Whether the folder still has the path it was opened by. */
  isInPlace(): Promise<boolean>;
  /** Puts its names on the disk, where the system can. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the folder at this path, itself no link. Throws the system's errors. */
export async function holdFolder(path: string): Promise<HeldFolder> {
  // Windows has no handles on folders in Node.
  if (process.platform === 'win32') return unheld(path);
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  // Linux alone has a path that leads through a handle (proc(5)); elsewhere the checks around it have to do.
  const through = `/proc/self/fd/${handle.fd}`;
  const held = process.platform === 'linux' && (await endOf(through)) !== null;
  return {
    at: (name) => join(held ? through : path, name),
    isInPlace: async () => !held || (await endOf(through)) === path,
    sync: async () => {
      try {
        await whereSupported(() => handle.sync());
      } catch (error) {
        // What some file systems answer for a folder.
        if (systemCode(error) !== 'EBADF') throw error;
      }
    },
    close: () => handle.close(),
  };
}

function unheld(path: string): HeldFolder {
  return {
    at: (name) => join(path, name),
    isInPlace: () => Promise.resolve(true),
    sync: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function endOf(link: string): Promise<string | null> {
  try {
    return await readlink(link);
  } catch {
    // Whoever asks compares: what can’t be read is not what was expected.
    return null;
  }
}
