import { opendir } from 'node:fs/promises';

/** A folder with more names is not listed: to ask for each name takes less then. */
const namesLimit = 512;

/** A disk may take some other letters for these, or leave them out: which, only that disk knows. */
const plain = /^[\x21-\x7e]+$/;

/** Of a folder of which nothing is known. */
const mayHoldAll = (): boolean => true;

/**
 * Lists a folder of which much is going to be asked. Returns whether it may hold this path, relative to it, with `/`: false only
 * where no name in it could be the path's first one, in any case. What may be there is still to be looked at.
 */
export async function listFolder(folder: string): Promise<(path: string) => boolean> {
  const names = new Set<string>();
  try {
    for await (const { name } of await opendir(folder, { bufferSize: namesLimit })) {
      if (names.size >= namesLimit || !plain.test(name)) return mayHoldAll;
      names.add(name.toLowerCase());
    }
  } catch {
    // One that can't be listed may hold anything: the look at each name says what is wrong.
    return mayHoldAll;
  }
  return (path) => names.has((path.split('/')[0] ?? '').toLowerCase());
}
