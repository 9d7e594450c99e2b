import { lstat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isAbsence, isInside, type Place } from '../files/place.ts';

/** A target as git is asked about it: from the nearest folder that exists, so that the innermost repository answers. */
export interface Question {
  readonly cwd: string;
  /** Relative to `cwd`, with `/`. */
  readonly path: string;
}

export async function questionAbout(place: Place): Promise<Question> {
  let cwd = place.folder;
  while (!(await exists(cwd)) && dirname(cwd) !== cwd) cwd = dirname(cwd);
  return { cwd, path: slashed(relative(cwd, join(place.folder, place.name))) };
}

/** The same for each repository around the one at `repository`, from within outwards. */
export async function questionsAround(repository: string, place: Place): Promise<Question[]> {
  const parent = dirname(repository);
  const cwd = parent === repository ? null : await repositoryAbove(parent);
  if (cwd === null) return [];
  const question = { cwd, path: slashed(relative(cwd, join(place.folder, place.name))) };
  return [question, ...(await questionsAround(cwd, place))];
}

/** The nearest folder from here upwards with a `.git` (a folder, or a file in worktrees and submodules), or null. */
export async function repositoryAbove(folder: string): Promise<string | null> {
  if (await exists(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : repositoryAbove(parent);
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
    if ((await isPlainFile(file)) || (atTop && !(await exists(file)))) return slashed(relative(root, file));
    if (atTop) return null;
  }
}

/** The path from the folder of a `.gitignore` to the target; both absolute. */
export function pathFrom(ignoreFile: string, place: Place): string {
  return slashed(relative(dirname(ignoreFile), join(place.folder, place.name)));
}

/** What can't be looked at counts as there: git then says what is wrong with it. */
async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    return !isAbsence(error);
  }
}

async function isPlainFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch {
    return false;
  }
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
