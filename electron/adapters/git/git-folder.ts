import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readPlain } from '../files/open-plain.ts';
import { isInside } from '../files/place.ts';
import { repositoryAbove } from './repository.ts';
import { type GitToRun, runGit } from './run.ts';

/** Where git keeps what it knows of a working tree. All absolute, links resolved. */
export interface GitFolder {
  /** The working tree's own folder. */
  readonly own: string;
  /** Where `info/exclude` and the objects lie: the same, but for a linked worktree, which shares them. */
  readonly common: string;
}

/** In bytes: `.git`, `gitdir` and `commondir` are files of one path. */
const longestPointer = 8 * 1024;

/**
 * The git folder that belongs to the working tree at `top`: its own `.git`, or the folder of a worktree or a submodule that
 * points back at it. Null for any other: a project's `.git` file, its `commondir` or its configuration can name every folder
 * of the disk, and only what points back has agreed to that (gitrepository-layout(5), git-worktree(1), gitsubmodules(7)).
 */
export async function ownGitFolder(git: GitToRun, top: string): Promise<GitFolder | null> {
  try {
    const link = join(await realpath(top), '.git');
    const stat = await lstat(link);
    if (stat.isDirectory()) return { own: link, common: link };
    const named = /^gitdir: (.+)$/.exec(await readPointer(link));
    if (named === null) return null;
    const own = await realpath(resolve(dirname(link), named[1] ?? ''));
    return (await ofWorktree(own, link)) ?? (await ofSubmodule(git, own, link));
  } catch {
    // What can't be looked at belongs to nobody.
    return null;
  }
}

/** `<common>/worktrees/<name>`, whose file `gitdir` names this `.git`. */
async function ofWorktree(own: string, link: string): Promise<GitFolder | null> {
  const common = dirname(dirname(own));
  if (basename(dirname(own)) !== 'worktrees') return null;
  const back = resolve(own, await readPointer(join(own, 'gitdir')));
  if (join(await realpath(dirname(back)), basename(back)) !== link) return null;
  const shared = await realpath(resolve(own, await readPointer(join(own, 'commondir'))));
  return shared === common ? { own, common } : null;
}

/** Below `modules` in the git folder of the repository around it, with a `core.worktree` that is this working tree. */
async function ofSubmodule(git: GitToRun, own: string, link: string): Promise<GitFolder | null> {
  const tree = dirname(link);
  const above = await repositoryAbove(dirname(tree));
  const parent = above === null ? null : await ownGitFolder(git, above);
  if (parent === null || !isInside(join(parent.own, 'modules'), own)) return null;
  // git moves the setting to the second file for a sparse checkout.
  for (const file of ['config', 'config.worktree']) {
    const answer = await runGit(git, tree, ['config', '--file', join(own, file), '--get', 'core.worktree']);
    const named = answer.out.replace(/\r?\n$/, '');
    if (answer.code === 0 && (await realpath(resolve(own, named))) === tree) return { own, common: own };
  }
  return null;
}

/**
 * The git folder that the tree's `.git` is or names, links resolved; null where it is neither a folder nor such a file.
 * Whether that folder agrees is another question.
 */
export async function namedGitFolder(top: string): Promise<string | null> {
  const link = join(top, '.git');
  try {
    if ((await stat(link)).isDirectory()) return await realpath(link);
    const named = /^gitdir: (.+)$/.exec(await readPointer(await realpath(link)));
    return named === null ? null : await realpath(resolve(top, named[1] ?? ''));
  } catch {
    // What can’t be followed is none, and its file is refused.
    return null;
  }
}

/** The one line of such a file. */
async function readPointer(file: string): Promise<string> {
  const found = await readPlain(file, longestPointer);
  if (found.kind !== 'read') throw new Error('no file of git’s own');
  return Buffer.from(found.bytes)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}
