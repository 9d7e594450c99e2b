import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { GitState } from '../../vault/ports.ts';
import type { Reason } from '../../vault/reasons.ts';
import { pathWithin } from '../files/place.ts';
import { namedGitFolder } from './git-folder.ts';
import { ignoresCase, isSameName } from './letter-case.ts';
import { createLooks } from './looks.ts';
import type { GitAnswer } from './protocol.ts';
import type { Question } from './repository.ts';
import { type GitToRun, runGit } from './run.ts';

/** The top of git's working tree there, if git means the repository that was found, and no other around it or in it. */
export async function findTop(git: GitToRun, { cwd }: Question): Promise<string | GitState> {
  const answer = await runGit(git, cwd, ['rev-parse', '--absolute-git-dir', '--show-cdup']);
  if (answer.code !== 0) return unknown(answer, cwd);
  const [, folder = '', up = ''] = /^(.*)\n(.*)\n$/s.exec(answer.out.replaceAll('\r\n', '\n')) ?? [];
  // A folder that can’t be followed is not the one that was found: refused below.
  const meant = await realpath(folder).catch(() => null);
  if (meant !== null && meant === (await namedGitFolder(cwd))) return resolve(cwd, up);
  return { kind: 'unknown', said: { code: 'GIT_FOLDER_ELSEWHERE' } };
}

/**
 * What a repository would do with a file of a repository inside it. What it doesn't know it takes for another repository's;
 * but where it tracks anything in that folder, it adds all that is there and not ignored.
 */
export async function askOuter(git: GitToRun, question: Question, inner: string): Promise<GitState | null> {
  const { cwd, path } = question;
  const top = await findTop(git, question);
  if (typeof top !== 'string') return top;
  const folder = pathWithin(cwd, inner);
  const listed = await namesLike(git, question, folder, ['--stage']);
  if ('kind' in listed) return listed;
  const nameOf = (entry: string): string => entry.slice(entry.indexOf('\t') + 1);
  if (listed.names.some((entry) => isSameName(nameOf(entry), path))) return { kind: 'tracked' };
  const isSubmodule = (entry: string): boolean => entry.startsWith('160000 ') && isSameName(nameOf(entry), folder);
  if (listed.names.every(isSubmodule)) return null;
  const ignored = await askIgnored(git, question);
  if (ignored?.kind === 'unknown') return ignored;
  return ignored === null ? { kind: 'unknown', said: { code: 'OUTER_REPOSITORY_ADDS', repository: cwd } } : null;
}

export async function askTracked(git: GitToRun, question: Question): Promise<GitState | null> {
  const listed = await namesLike(git, question, question.path, ['--error-unmatch']);
  if ('kind' in listed) return listed;
  return listed.names.length > 0 ? { kind: 'tracked' } : null;
}

/**
 * What the index has under this name, the folder's files too. Names in another case count where git or the file system takes no
 * account of it: then they are the same file. With `--stage` each comes behind its mode, and a tab.
 */
async function namesLike(
  git: GitToRun,
  question: Question,
  path: string,
  options: readonly string[],
): Promise<{ readonly names: string[] } | GitState> {
  const args = ['ls-files', ...options, '-z', '--', `:(literal,icase)${path}`];
  const answer = await runGit(git, question.cwd, [...(question.options ?? []), ...args]);
  // Exit 1 also means an index that could not be read to its end: only these words mean "not in it".
  if (answer.code === 1 && answer.said.startsWith('error: pathspec ')) return { names: [] };
  if (answer.code !== 0) return unknown(answer, question.cwd);
  const names = answer.out.split('\0').filter((entry) => entry !== '');
  const isExact = (entry: string): boolean => {
    const name = entry.slice(entry.indexOf('\t') + 1);
    return name === path || name.startsWith(`${path}/`);
  };
  return names.every(isExact) || (await countsCase(git, question)) ? { names: names.filter(isExact) } : { names };
}

/** Whether names that differ in case alone are two files there. */
async function countsCase(git: GitToRun, { cwd, path, options = [] }: Question): Promise<boolean> {
  const config = await runGit(git, cwd, [...options, 'config', '--type=bool', '--get', 'core.ignorecase']);
  if (config.out.trim() === 'true') return false;
  for (const name of ['.git', path.slice(path.lastIndexOf('/') + 1)]) {
    const folder = name === '.git' ? cwd : resolve(cwd, path, '..');
    if (await ignoresCase(folder, name)) return false;
  }
  return true;
}

export async function askIgnored(
  git: GitToRun,
  { cwd, path, options = [] }: Question,
): Promise<Exclude<GitState, { kind: 'exposed' | 'tracked' }> | null> {
  // By standard input and `./`, or a name such as `-v` or `:/x` would mean something else. Without the index, or a name
  // with a `*` would be taken for the tracked files that it matches.
  const args = ['check-ignore', '--no-index', '--verbose', '--non-matching', '-z', '--stdin'];
  const answer = await runGit(git, cwd, [...options, ...args], { input: `./${path}\0` });
  if (answer.code !== 0 && answer.code !== 1) return unknown(answer, cwd);
  const pattern = answer.out.split('\0')[2] ?? '';
  // `--verbose` names the last pattern that matches, a negation too.
  if (pattern === '' || pattern.startsWith('!')) return null;
  return (await askForIndexed(git, { cwd, path, options })) ?? { kind: 'safe', why: 'ignored' };
}

/** A `.gitignore` that is in the index alone, as a sparse checkout leaves it, is read by `git add`, and not by the above. */
async function askForIndexed(git: GitToRun, { cwd, path, options = [] }: Question): Promise<Unknown | null> {
  const folders = path.split('/').slice(0, -1);
  const files = ['', ...folders].map((_, at) => [...folders.slice(0, at), '.gitignore'].join('/'));
  const absent: string[] = [];
  const looks = createLooks();
  for (const file of files) if (!(await looks.exists(join(cwd, file)))) absent.push(file);
  if (absent.length === 0) return null;
  const answer = await runGit(git, cwd, [...options, '--literal-pathspecs', 'ls-files', '-z', '--', ...absent]);
  if (answer.code !== 0) return unknown(answer, cwd);
  return answer.out === '' ? null : { kind: 'unknown', said: { code: 'IGNORE_FILE_IN_INDEX' } };
}

type Unknown = Extract<GitState, { kind: 'unknown' }>;

function unknown(answer: GitAnswer, cwd: string): Unknown {
  const state = { kind: 'unknown', said: saidIn(answer) } as const;
  if (answer.code === null || !isDistrusted(answer.said)) return state;
  return { ...state, remedy: { code: 'TRUST_REPOSITORY', command: trustCommand(answer.said, cwd) } };
}

/** What git said, or why it said nothing. */
export function saidIn(answer: GitAnswer): Reason {
  if (answer.code === null) return answer.failure;
  return answer.said === '' ? { code: 'GIT_ENDED', exit: answer.code } : { code: 'GIT_SAID', words: answer.said };
}

/** "detected dubious ownership in repository at '/srv/shop'"; before 2.36 "unsafe repository ('/srv/shop' is owned by …)". */
function isDistrusted(said: string): boolean {
  return said.includes('dubious ownership') || said.includes('unsafe repository');
}

/** What git itself goes on to say: the lines behind its first one do not come here. */
function trustCommand(said: string, cwd: string): string {
  const [, after, before] = / at '(.+)'$|\('(.+)' is owned by/.exec(said) ?? [];
  const folder = after ?? before ?? cwd;
  const quoted = /^[\w./@%+-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
  return `git config --global --add safe.directory ${quoted}`;
}
