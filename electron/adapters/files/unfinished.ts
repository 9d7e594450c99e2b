import { mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type HeldFolder, holdFolder } from './folder.ts';
import { isAbsence } from './place.ts';

let count = 0;

/** A name next to `name` for what is not complete yet; it tells which process writes there. */
export function unfinishedName(name: string): string {
  count += 1;
  return `.${name}.clavis-${process.pid}-${count}`;
}

/** What a folder for unfinished files holds; nothing else in it is ever removed. */
const parts = { ignore: '.gitignore', file: 'file' } as const;

/** A place for a file that is not complete yet, on the same disk as what it will replace. */
export interface Unfinished {
  /** No file is there yet. */
  readonly path: string;
  /** Removes what is left of it. What can't be removed goes with the next write in the folder around it, or after the next start. */
  remove(): Promise<void>;
}

/**
 * Makes a place next to `name` for what will become `name`. It is a folder of its own with a `.gitignore` that leaves out all
 * in it: what is written there is never committed by a `git add -A` at that moment. Throws the system's errors.
 */
export async function makeUnfinished(folder: HeldFolder, name: string): Promise<Unfinished> {
  const made = unfinishedName(name);
  const own = unfinishedName(name);
  await mkdir(folder.at(made), 0o700);
  try {
    const ignore = await open(join(folder.at(made), parts.ignore), 'wx', 0o600);
    await ignore.writeFile('*\n').finally(() => ignore.close());
    // A git that is looking through the folder by its first name, and saw no .gitignore, finds nothing there any more.
    await rename(folder.at(made), folder.at(own));
  } catch (error) {
    await removeUnfinished(folder, made);
    throw error;
  }
  // Held, so that no link takes its place.
  const held = await holdFolder(folder.at(own)).catch(async (error: unknown) => {
    await removeUnfinished(folder, own);
    throw error;
  });
  return {
    path: held.at(parts.file),
    async remove() {
      await held.close();
      await removeUnfinished(folder, own);
    },
  };
}

/**
 * Removes such a folder, as far as it holds what is ours, and returns whether it is gone. Throws nothing: what fails is tried
 * again at the next write.
 */
export async function removeUnfinished(folder: HeldFolder, name: string): Promise<boolean> {
  const isGone = (error: unknown): void => {
    if (!isAbsence(error)) throw error;
  };
  try {
    // The file first: without the .gitignore it could be committed.
    await unlink(join(folder.at(name), parts.file)).catch(isGone);
    await unlink(join(folder.at(name), parts.ignore)).catch(isGone);
    await rmdir(folder.at(name));
    return true;
  } catch {
    // The file in it is complete or gone by now, and what writes to the folder next removes the rest.
    return false;
  }
}
