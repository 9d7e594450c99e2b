import { access, constants, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { isInside } from '../files/place.ts';

const name = process.platform === 'win32' ? 'git.exe' : 'git';

/** The absolute folders of `path` (a PATH) that don't lie in `distrusted`: a project must not bring its own git. */
export async function trustedFolders(path: string, distrusted: readonly string[]): Promise<string[]> {
  const folders: string[] = [];
  for (const folder of path.split(delimiter)) {
    if (isAbsolute(folder) && (await isOutside(folder, distrusted))) folders.push(folder);
  }
  return folders;
}

/** The first git in these folders, by its absolute path; null where there is none. */
export async function findGit(folders: readonly string[], distrusted: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const file = join(folder, name);
    if ((await isExecutable(file)) && (await isOutside(file, distrusted))) return file;
  }
  return null;
}

async function isOutside(path: string, distrusted: readonly string[]): Promise<boolean> {
  try {
    const real = await realpath(path);
    return !distrusted.some((folder) => real === folder || isInside(folder, real));
  } catch {
    // What can’t be looked at is not trusted.
    return false;
  }
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    // Not to be run, for whatever reason, is an answer.
    return false;
  }
}
