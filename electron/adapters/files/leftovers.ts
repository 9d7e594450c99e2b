import { lstat, opendir, unlink } from 'node:fs/promises';
import type { HeldFolder } from './folder.ts';
import { systemCode } from './reasons.ts';
import { removeUnfinished } from './unfinished.ts';

/** A folder with more names is not searched to its end: nobody waits for that at each write. */
const namesLimit = 20_000;

/**
 * Removes what a crash in the middle of a write left in this folder: it may hold values. Returns false where something stays:
 * it can't be removed now, or a program runs that has its writer's number.
 */
export async function removeLeftovers(folder: HeldFolder): Promise<boolean> {
  let isClean = true;
  try {
    let left = namesLimit;
    // In small pieces: a folder of a million names read at once would hold up everything else.
    for await (const { name } of await opendir(folder.at('.'), { bufferSize: 256 })) {
      left -= 1;
      if (left < 0) break;
      const writer = /^\..+\.clavis-(\d+)-\d+$/.exec(name)?.[1];
      if (writer === undefined) continue;
      if (isRunning(Number(writer))) {
        isClean = false;
        continue;
      }
      const stat = await lstat(folder.at(name));
      if (stat.isDirectory()) isClean = (await removeUnfinished(folder, name)) && isClean;
      else if (stat.isFile()) await unlink(folder.at(name));
    }
    return isClean;
  } catch {
    // Reading or writing the target itself says what is wrong with the folder.
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}
