import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import limited from 'p-limit';
import { vaultError } from '../../vault/errors.ts';
import { createKeyedSequencer } from '../../vault/keyed-sequencer.ts';
import type { Files, Git, GitState, IgnorePlace } from '../../vault/ports.ts';
import { createSharedCalls } from '../../vault/shared-calls.ts';
import { locate, type Place, pathWithin } from '../files/place.ts';
import { addToExclude } from './exclude.ts';
import { findGit, trustedFolders } from './executable.ts';
import { namedGitFolder } from './git-folder.ts';
import { ignoreLine, withLine } from './ignore-line.ts';
import type { GitProcesses } from './processes.ts';
import { type GitAnswer, noAnswerInTime } from './protocol.ts';
import {
  exists,
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
    if (state.kind === 'tracked') throw vaultError('TARGET_TRACKED', { file });
    if (state.kind === 'unknown') throw vaultError('GIT_FAILED', { file, said: state.said });
    let { ignoreFile, line } = state;
    const asked = where === 'exclude' ? await find(root, file) : null;
    if (asked !== null && 'git' in asked) {
      ignoreFile = 'info/exclude';
      line = await addToExclude(asked.git, asked.question, asked.place, file);
    } else {
      const old = await files.read(root, ignoreFile);
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
      /** To the innermost repository. */
      readonly question: Question;
      /** To each repository around that one: what it tracked before a repository was made inside it, it still tracks. */
      readonly around: readonly Question[];
    }
  | { readonly state: GitState };

async function ask(
  root: string,
  place: Place,
  path: string,
  how: Pick<GitToRun, 'processes' | 'timeLimit'>,
): Promise<Asked> {
  const nearest = await nearestFolder(place);
  const [question, ...around] = await questionsAbout(place, nearest);
  const posing = await foldersLikeGit(nearest);
  if (question === undefined && posing.length === 0) return { state: { kind: 'safe', why: 'no-repository' } };
  const distrusted = [root, ...posing, ...(question === undefined ? [] : [question.cwd])];
  const executable = await findGit(await trustedFolders(path, distrusted), distrusted);
  if (executable === null) return { state: { kind: 'unknown', said: 'git is not installed' } };
  const git = { executable, ...how };
  for (const folder of posing) {
    if (!(await isBare(git, folder)))
      return { state: { kind: 'unknown', said: `${folder} is laid out as a git folder` } };
  }
  if (question === undefined) return { state: { kind: 'safe', why: 'no-repository' } };
  return { git, place, nearest, question, around };
}

/** A repository without files of its own, as one that worktrees lie in: nothing is committed from there. */
async function isBare(git: GitToRun, folder: string): Promise<boolean> {
  const answer = await runGit(git, folder, [`--git-dir=${folder}`, 'rev-parse', '--is-bare-repository']);
  return answer.code === 0 && answer.out.trim() === 'true';
}

async function stateIn(root: string, asked: Asked): Promise<GitState> {
  if ('state' in asked) return asked.state;
  const { git, place, nearest, question, around } = asked;
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

/** The top of git's working tree there, if git means the repository that was found, and no other around it or in it. */
async function findTop(git: GitToRun, { cwd }: Question): Promise<string | GitState> {
  const answer = await runGit(git, cwd, ['rev-parse', '--absolute-git-dir', '--show-cdup']);
  if (answer.code !== 0) return unknown(answer);
  const [, folder = '', up = ''] = /^(.*)\n(.*)\n$/s.exec(answer.out.replaceAll('\r\n', '\n')) ?? [];
  const meant = await realpath(folder).catch(() => null);
  if (meant !== null && meant === (await namedGitFolder(cwd))) return resolve(cwd, up);
  return { kind: 'unknown', said: 'git takes another folder than its own .git for the repository there' };
}

/**
 * What a repository would do with a file of a repository inside it. What it doesn't know it takes for another repository's;
 * but where it tracks anything in that folder, it adds all that is there and not ignored.
 */
async function askOuter(git: GitToRun, { cwd, path }: Question, inner: string): Promise<GitState | null> {
  const top = await findTop(git, { cwd, path });
  if (typeof top !== 'string') return top;
  const folder = pathWithin(cwd, inner);
  const answer = await runGit(git, cwd, ['--literal-pathspecs', 'ls-files', '--stage', '-z', '--', folder]);
  if (answer.code !== 0) return unknown(answer);
  const entries = answer.out.split('\0').filter((entry) => entry !== '');
  if (entries.some((entry) => entry.endsWith(`\t${path}`))) return { kind: 'tracked' };
  const isSubmodule = (entry: string): boolean => entry.startsWith('160000 ') && entry.endsWith(`\t${folder}`);
  if (entries.every(isSubmodule)) return null;
  const ignored = await askIgnored(git, { cwd, path });
  if (ignored?.kind === 'unknown') return ignored;
  return ignored === null ? { kind: 'unknown', said: `the repository ${cwd} has files there, and would add it` } : null;
}

async function askTracked(git: GitToRun, { cwd, path }: Question): Promise<GitState | null> {
  const answer = await runGit(git, cwd, ['--literal-pathspecs', 'ls-files', '--error-unmatch', '--', path]);
  if (answer.code === 0) return { kind: 'tracked' };
  // Exit 1 also means an index that could not be read to its end: only these words mean "not in it".
  return answer.code === 1 && answer.said.startsWith('error: pathspec ') ? null : unknown(answer);
}

async function askIgnored(git: GitToRun, { cwd, path }: Question): Promise<GitState | null> {
  // By standard input and `./`, or a name such as `-v` or `:/x` would mean something else. Without the index, or a name
  // with a `*` would be taken for the tracked files that it matches.
  const args = ['check-ignore', '--no-index', '--verbose', '--non-matching', '-z', '--stdin'];
  const answer = await runGit(git, cwd, args, `./${path}\0`);
  if (answer.code !== 0 && answer.code !== 1) return unknown(answer);
  const pattern = answer.out.split('\0')[2] ?? '';
  // `--verbose` names the last pattern that matches, a negation too.
  if (pattern === '' || pattern.startsWith('!')) return null;
  return (await askForIndexed(git, { cwd, path })) ?? { kind: 'safe', why: 'ignored' };
}

/** A `.gitignore` that is in the index alone, as a sparse checkout leaves it, is read by `git add`, and not by the above. */
async function askForIndexed(git: GitToRun, { cwd, path }: Question): Promise<GitState | null> {
  const folders = path.split('/').slice(0, -1);
  const files = ['', ...folders].map((_, at) => [...folders.slice(0, at), '.gitignore'].join('/'));
  const absent: string[] = [];
  for (const file of files) if (!(await exists(join(cwd, file)))) absent.push(file);
  if (absent.length === 0) return null;
  const answer = await runGit(git, cwd, ['--literal-pathspecs', 'ls-files', '-z', '--', ...absent]);
  if (answer.code !== 0) return unknown(answer);
  return answer.out === '' ? null : { kind: 'unknown', said: 'it has a .gitignore that is not in the folder' };
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

function unknown({ code, said }: GitAnswer): GitState {
  return { kind: 'unknown', said: said === '' ? `git ended with ${code}` : said };
}
