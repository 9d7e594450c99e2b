import { join } from 'node:path';
import limited from 'p-limit';
import { vaultError } from '../../vault/errors.ts';
import { gitRefusal } from '../../vault/git-refusal.ts';
import { createKeyedSequencer } from '../../vault/keyed-sequencer.ts';
import type { Files, Git, GitState, IgnorePlace } from '../../vault/ports.ts';
import { createSharedCalls } from '../../vault/shared-calls.ts';
import { locate, type Place } from '../files/place.ts';
import { askIgnored, askOuter, askTracked, findTop } from './answers.ts';
import { localFileFor } from './committed-env.ts';
import { dotfilesFolders, dotfilesRepository, questionTo } from './dotfiles.ts';
import { addToExclude } from './exclude.ts';
import { findGit, trustedFolders } from './executable.ts';
import { ignoreLine, refuseForeignText, withLine } from './ignore-line.ts';
import { asOnDisk } from './letter-case.ts';
import { type OtherSystem, otherSystemAbove } from './other-systems.ts';
import type { GitProcesses } from './processes.ts';
import { noAnswerInTime } from './protocol.ts';
import {
  foldersLikeGit,
  nearestFolder,
  nearestIgnoreFile,
  pathFrom,
  type Question,
  questionsAbout,
} from './repository.ts';
import { type GitToRun, runGit } from './run.ts';

export interface GitOptions {
  /** The PATH to look for git on; the process' own by default. */
  readonly path?: string;
  /** How long git may take, in ms: a project on a slow network drive, or one that makes it wait on a pipe. */
  readonly timeLimit?: number;
}

/** In a project: one that makes git wait leaves turns to the others. */
const atOnce = 2;
/** For how long, in ms, a project is not asked again that made git wait until its time was over. */
const restMs = 30_000;

/** The system's own git, asked without running anything of the project. Throws what `locate` throws. */
export function openGit(files: Files, processes: GitProcesses, { path, timeLimit = 10_000 }: GitOptions = {}): Git {
  // Two lines for one file at a time would take each other for a stranger's change.
  const inSequence = createKeyedSequencer();
  const shared = createSharedCalls<GitState>();
  const turns = new Map<string, ReturnType<typeof limited>>();
  const restUntil = new Map<string, number>();

  async function find(root: string, file: string): Promise<Asked> {
    const place = await locate(root, file);
    return ask(root, place, path ?? process.env['PATH'] ?? '', { processes, timeLimit });
  }

  async function askNow(root: string, file: string): Promise<GitState> {
    if (performance.now() < (restUntil.get(root) ?? 0)) return { kind: 'unknown', said: noAnswerInTime };
    const state = await stateIn(root, await find(root, file));
    if (state.kind === 'unknown' && state.said === noAnswerInTime) restUntil.set(root, performance.now() + restMs);
    return state;
  }

  function stateOf(root: string, file: string): Promise<GitState> {
    const turn = turns.get(root) ?? limited(atOnce);
    turns.set(root, turn);
    return shared(`${root}\0${file}`, () => turn(() => askNow(root, file)));
  }

  const ignore = async (root: string, file: string, where: IgnorePlace): Promise<void> => {
    const state = await stateOf(root, file);
    if (state.kind === 'safe') return;
    if (state.kind !== 'exposed') throw gitRefusal(state, file);
    let { ignoreFile, line } = state;
    const asked = where === 'exclude' ? await find(root, file) : null;
    if (asked !== null && 'git' in asked && asked.question !== undefined) {
      ignoreFile = 'info/exclude';
      line = await addToExclude(asked.git, asked.question, asked.place, file);
    } else {
      const old = await files.read(root, ignoreFile);
      refuseForeignText(old.bytes, ignoreFile);
      await files.write(root, ignoreFile, withLine(old.bytes, line), old);
    }
    if ((await stateOf(root, file)).kind !== 'safe') {
      throw vaultError('GIT_FAILED', {
        file,
        said: `${ignoreFile} has the line ${line} now, and it is still not ignored`,
      });
    }
  };
  return { stateOf, ignore: (root, file, where) => inSequence('ignore', () => ignore(root, file, where)) };
}

/** Whom to ask about a place, or the answer where nobody has to be asked, or can be. */
type Asked =
  | {
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
  | { readonly state: GitState };

async function ask(
  root: string,
  named: Place,
  path: string,
  how: Pick<GitToRun, 'processes' | 'timeLimit'>,
): Promise<Asked> {
  const place = await asOnDisk(named);
  const nearest = await nearestFolder(place);
  const [question, ...around] = await questionsAbout(place, nearest);
  const posing = await foldersLikeGit(nearest);
  const homes = await dotfilesFolders(nearest);
  const other = await otherSystemAbove(nearest);
  if (question === undefined && posing.length + homes.length === 0) return { state: outsideOf(other) };
  const distrusted = [root, ...posing, ...(question === undefined ? [] : [question.cwd])];
  const executable = await findGit(await trustedFolders(path, distrusted), distrusted);
  if (executable === null) return { state: { kind: 'unknown', said: 'git is not installed' } };
  const git = { executable, ...how };
  for (const folder of posing) {
    if (!(await isBare(git, folder)))
      return { state: { kind: 'unknown', said: `${folder} is laid out as a git folder` } };
  }
  const dotfiles: Question[] = [];
  for (const folder of homes) {
    const repository = await dotfilesRepository(git, folder, join(place.folder, place.name));
    if (repository !== null) dotfiles.push(questionTo(repository, join(place.folder, place.name)));
  }
  return { git, place, nearest, question, around, dotfiles, other };
}

/** Where no git is: safe, unless another system keeps the folder. */
function outsideOf(other: OtherSystem | null): GitState {
  if (other === null) return { kind: 'safe', why: 'no-repository' };
  const { name, folder, advice } = other;
  const said = `${folder} is a working copy of ${name}, which Clavis does not ask`;
  return { kind: 'unknown', said, system: name, remedy: `${advice}. Then say that it is not in git` };
}

/** A repository without files of its own, as one that worktrees lie in: nothing is committed from there. */
async function isBare(git: GitToRun, folder: string): Promise<boolean> {
  const answer = await runGit(git, folder, [`--git-dir=${folder}`, 'rev-parse', '--is-bare-repository']);
  return answer.code === 0 && answer.out.trim() === 'true';
}

async function stateIn(root: string, asked: Asked): Promise<GitState> {
  if ('state' in asked) return asked.state;
  const state = await stateInGit(root, asked);
  if (state.kind === 'tracked') {
    const instead = await localFileFor(root, asked.place);
    return instead === null ? state : { ...state, instead };
  }
  // Another system doesn't go by what git ignores.
  return asked.other === null || state.kind === 'unknown' ? state : outsideOf(asked.other);
}

type GitAsked = Exclude<Asked, { state: unknown }>;

async function stateInGit(root: string, asked: GitAsked): Promise<GitState> {
  const { git, place, nearest, question, around, dotfiles } = asked;
  const atHome = await stateAtHome(git, dotfiles);
  if (atHome !== null && atHome.kind !== 'safe') return atHome;
  if (question === undefined) return atHome ?? { kind: 'safe', why: 'no-repository' };
  const found = await findTop(git, question);
  if (typeof found !== 'string') return found;
  const tracked = await askTracked(git, question);
  if (tracked !== null) return tracked;
  for (const [at, outer] of around.entries()) {
    const inner = around[at - 1] ?? question;
    const state = await askOuter(git, outer, inner.cwd);
    if (state !== null) return state;
  }
  return (await askIgnored(git, question)) ?? exposed(root, found, { place, nearest });
}

/** What the repositories of a home folder know of the file; null where none of them is concerned. */
async function stateAtHome(git: GitToRun, dotfiles: readonly Question[]): Promise<GitState | null> {
  let state: GitState | null = null;
  for (const question of dotfiles) {
    const by = question.options?.[0]?.replace('--git-dir=', '') ?? question.cwd;
    const tracked = await askTracked(git, question);
    if (tracked !== null) return tracked.kind === 'tracked' ? { ...tracked, by } : tracked;
    const ignored = await askIgnored(git, question);
    if (ignored?.kind === 'unknown') return ignored;
    if (ignored === null) state = { kind: 'safe', why: 'only-if-added', by };
  }
  return state;
}

async function exposed(
  root: string,
  top: string,
  { place, nearest }: { readonly place: Place; readonly nearest: string },
): Promise<GitState> {
  const ignoreFile = await nearestIgnoreFile(root, top, nearest);
  if (ignoreFile === null) return { kind: 'unknown', said: '.gitignore is not a plain file, and git reads no other' };
  const line = ignoreLine(pathFrom(join(root, ignoreFile), place));
  if (line === null) return { kind: 'unknown', said: 'git would commit it, and no line of a .gitignore can name it' };
  return { kind: 'exposed', ignoreFile, line };
}
