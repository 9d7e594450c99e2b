import { readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isInside, pathWithin } from '../files/place.ts';
import type { Looks } from './looks.ts';
import { isLikeGit, type Question } from './repository.ts';
import { type GitToRun, runGit } from './run.ts';

/** A repository that keeps a person's settings, its working tree being a home folder without a `.git`. */
export interface DotfilesRepository {
  readonly gitFolder: string;
  /** Absolute, links resolved. */
  readonly tree: string;
}

/**
 * The folders of such repositories whose tree could hold this folder: those of yadm and vcsh, and each in the home folder that is
 * laid out as git's own and has an index, as one made by `git init --bare` gets only by being used with a working tree.
 */
export async function dotfilesFolders(folder: string, looks: Looks): Promise<string[]> {
  // Without a home there is no repository of dotfiles in it.
  const home = await looks.realPath(process.env['HOME'] ?? homedir());
  if (home === null || (folder !== home && !isInside(home, folder))) return [];
  const data = process.env['XDG_DATA_HOME'] ?? join(home, '.local/share');
  const config = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const known = [join(data, 'yadm/repo.git'), join(config, 'yadm/repo.git'), join(home, '.yadm/repo.git')];
  const vcsh = join(config, 'vcsh/repo.d');
  const candidates = [...known, ...(await foldersIn(vcsh)), ...(await foldersIn(home))];
  const found: string[] = [];
  for (const one of candidates)
    if ((await looks.exists(join(one, 'index'))) && (await isLikeGit(one, looks))) found.push(one);
  return found;
}

/** The repository in this folder. */
export async function dotfilesRepository(git: GitToRun, gitFolder: string): Promise<DotfilesRepository> {
  const answer = await runGit(git, gitFolder, [
    'config',
    '--file',
    join(gitFolder, 'config'),
    '--get',
    'core.worktree',
  ]);
  const named = answer.code === 0 ? answer.out.replace(/\r?\n$/, '') : '..';
  // A tree that is not there is taken for the folder around, which asks git about more.
  const tree = await realpath(resolve(gitFolder, named)).catch(() => dirname(gitFolder));
  return { gitFolder, tree };
}

/** Whether the file lies in its working tree. */
export function isOfTree({ gitFolder, tree }: DotfilesRepository, file: string): boolean {
  return isInside(tree, file) && !isInside(gitFolder, file);
}

/** What is asked of it. */
export function questionTo({ gitFolder, tree }: DotfilesRepository, file: string): Question {
  return { cwd: tree, path: pathWithin(tree, file), options: [`--git-dir=${gitFolder}`, `--work-tree=${tree}`] };
}

/** Absolute; none for a folder that is not there, or can't be listed. */
async function foldersIn(folder: string): Promise<string[]> {
  // None, or one that can’t be listed, has none to ask.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}
