import { join } from 'node:path';
import type { GitPlace, GitState } from '../../vault/ports.ts';
import { locate, type Place } from '../files/place.ts';
import { type DotfilesRepository, dotfilesFolders, dotfilesRepository, isOfTree, questionTo } from './dotfiles.ts';
import { findGit } from './executable.ts';
import { asOnDisk } from './letter-case.ts';
import { createLooks, type Looks } from './looks.ts';
import { type OtherSystem, otherSystemAbove } from './other-systems.ts';
import { foldersLikeGit, nearestFolder, type Question, questionIn, repositoriesAbove } from './repository.ts';
import { type GitToRun, runGit } from './run.ts';

/** Whom to ask about a place. */
export interface GitAsked {
  readonly git: GitToRun;
  readonly place: Place;
  /** The nearest folder of the place that exists. */
  readonly nearest: string;
  /** To the innermost repository; undefined where there is none. */
  readonly question: Question | undefined;
  /** To each repository around that one: what it tracked before a repository was made inside it, it still tracks. */
  readonly around: readonly Question[];
  /** To each repository elsewhere that has a home folder as its working tree. */
  readonly dotfiles: readonly Question[];
  readonly other: OtherSystem | null;
}

/** The same, or the answer where nobody has to be asked, or can be. */
export type Asked = GitAsked | { readonly state: GitState };

/** How git is run, and the PATH on which it is looked for. */
export interface HowToAsk extends Pick<GitToRun, 'processes' | 'timeLimit'> {
  readonly path: string;
}

/** What has a say about the files in one folder, or the answer about all of them. */
type Surroundings = Pick<GitAsked, 'git' | 'other'> & {
  /** Where the repositories lie around the folder, from within outwards. */
  readonly repositories: readonly string[];
  /** The folders of repositories that may have a home folder as their working tree. */
  readonly homes: readonly string[];
};

/** Finds whom to ask about each file; what several have in common is looked at once. Throws what `locate` throws. */
export function whomToAsk(how: HowToAsk): (place: GitPlace) => Promise<Asked> {
  const looks = createLooks();
  const known = new Map<string, Promise<DotfilesRepository>>();

  /** Asked once by each git: one that is another project's own is not trusted in that project. */
  function dotfilesIn(folder: string, git: GitToRun): Promise<DotfilesRepository> {
    const key = `${git.executable}\0${folder}`;
    const repository = known.get(key) ?? dotfilesRepository(git, folder);
    known.set(key, repository);
    return repository;
  }

  return async ({ root, file }) => {
    const place = await asOnDisk(await locate(root, file), looks);
    const nearest = await nearestFolder(place, looks);
    const found = await lookAround(root, nearest, { ...how, looks });
    if ('state' in found) return found;
    const { git, repositories, homes, other } = found;
    const [question, ...around] = repositories.map((cwd) => questionIn(cwd, place));
    const path = join(place.folder, place.name);
    const dotfiles: Question[] = [];
    for (const folder of homes) {
      const repository = await dotfilesIn(folder, git);
      if (isOfTree(repository, path)) dotfiles.push(questionTo(repository, path));
    }
    return { git, place, nearest, question, around, dotfiles, other };
  };
}

async function lookAround(
  root: string,
  folder: string,
  { path, looks, ...how }: HowToAsk & { readonly looks: Looks },
): Promise<Surroundings | { readonly state: GitState }> {
  const [repositories, posing, homes, other] = await Promise.all([
    repositoriesAbove(folder, looks),
    foldersLikeGit(folder, looks),
    dotfilesFolders(folder, looks),
    otherSystemAbove(folder, looks),
  ]);
  if (repositories.length + posing.length + homes.length === 0) return { state: outsideOf(other) };
  const distrusted = [root, ...posing, ...repositories.slice(0, 1)];
  const executable = await findGit(looks, path, distrusted);
  if (executable === null) return { state: { kind: 'unknown', said: { code: 'GIT_MISSING' } } };
  const git = { executable, ...how };
  for (const one of posing) {
    if (!(await isBare(git, one)))
      return { state: { kind: 'unknown', said: { code: 'LIKE_GIT_FOLDER', folder: one } } };
  }
  return { git, repositories, homes, other };
}

/** Where no git is: safe, unless another system keeps the folder. */
export function outsideOf(other: OtherSystem | null): GitState {
  if (other === null) return { kind: 'safe', why: 'no-repository' };
  const { name: system, folder } = other;
  const said = { code: 'OTHER_SYSTEM', folder, system } as const;
  return { kind: 'unknown', said, system, remedy: { code: 'ASK_OTHER_SYSTEM', system } };
}

/** A repository without files of its own, as one that worktrees lie in: nothing is committed from there. */
async function isBare(git: GitToRun, folder: string): Promise<boolean> {
  const answer = await runGit(git, folder, [`--git-dir=${folder}`, 'rev-parse', '--is-bare-repository']);
  return answer.code === 0 && answer.out.trim() === 'true';
}
