import { delimiter, isAbsolute, join } from 'node:path';
import { isInside } from '../files/place.ts';
import type { Looks } from './looks.ts';

const name = process.platform === 'win32' ? 'git.exe' : 'git';

/**
 * The first git in the folders of `path` (a PATH), by its absolute path; null where there is none. Neither it nor its folder
 * may lie in `distrusted`: a project must not bring its own git.
 */
export async function findGit(looks: Looks, path: string, distrusted: readonly string[]): Promise<string | null> {
  for (const folder of path.split(delimiter)) {
    const file = join(folder, name);
    if (!isAbsolute(folder) || !(await looks.isExecutable(file))) continue;
    if ((await isOutside(looks, folder, distrusted)) && (await isOutside(looks, file, distrusted))) return file;
  }
  return null;
}

async function isOutside(looks: Looks, path: string, distrusted: readonly string[]): Promise<boolean> {
  const real = await looks.realPath(path);
  return real !== null && !distrusted.some((folder) => real === folder || isInside(folder, real));
}
