import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInside, type Place, pathWithin } from '../files/place.ts';
import { createLooks, type Looks } from './looks.ts';

/** A target as a repository is asked about it, from its top. */
export interface Question {
  readonly cwd: string;
  /** Relative to `cwd`, with `/`. */
  readonly path: string;
  /** What names the repository, where it is not the one in `cwd`. */
  readonly options?: readonly string[];
}

/** The nearest folder of the place that exists. */
export async function nearestFolder(place: Place, looks: Looks): Promise<string> {
  let folder = place.folder;
  while (!(await looks.exists(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The folders of the repositories that this one lies in, from within outwards. */
export async function repositoriesAbove(folder: string, looks: Looks): Promise<string[]> {
  const cwd = await repositoryAbove(folder, looks);
  if (cwd === null) return [];
  const parent = dirname(cwd);
  return parent === cwd ? [cwd] : [cwd, ...(await repositoriesAbove(parent, looks))];
}

/** What the repository there is asked about the place. */
export function questionIn(cwd: string, { folder, name }: Place): Question {
  return { cwd, path: pathWithin(cwd, join(folder, name)) };
}

/**
 * The folders from this one upwards that are laid out as git's own folders, and are not inside a `.git`: git takes such a
 * folder for a repository although it has no `.git` (gitrepository-layout(5)), and a project can bring one.
 */
export async function foldersLikeGit(folder: string, looks: Looks): Promise<string[]> {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (!(await looks.holds(at, '.git')) && (await isLikeGit(at, looks))) found.push(at);
    if (dirname(at) === at) return found;
  }
}

/** Whether the folder is laid out as git's own. */
export async function isLikeGit(folder: string, looks: Looks): Promise<boolean> {
  const has = (name: string): Promise<boolean> => looks.holds(folder, name);
  return (await has('HEAD')) && ((await has('commondir')) || ((await has('objects')) && (await has('refs'))));
}

/** The nearest folder from here upwards with a `.git` (a folder, or a file in worktrees and submodules), or null. */
export async function repositoryAbove(folder: string, looks = createLooks()): Promise<string | null> {
  if (await looks.exists(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : repositoryAbove(parent, looks);
}

/**
 * The `.gitignore` for a line about something in `folder`: the nearest one there is within project and repository, else a
 * new one at the top of both. Relative to `root`, with `/`. Null where something else has that name: git reads no links.
 */
export async function nearestIgnoreFile(root: string, top: string, folder: string): Promise<string | null> {
  const highest = isInside(root, top) ? top : root;
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, '.gitignore');
    const atTop = at === highest || !isInside(highest, at);
    if ((await isPlainFile(file)) || (atTop && !(await createLooks().exists(file)))) return pathWithin(root, file);
    if (atTop) return null;
  }
}

/** The path from the folder of a `.gitignore` to the target; both absolute. */
export function pathFrom(ignoreFile: string, place: Place): string {
  return pathWithin(dirname(ignoreFile), join(place.folder, place.name));
}

async function isPlainFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch {
    // What can’t be looked at is no plain file.
    return false;
  }
}
