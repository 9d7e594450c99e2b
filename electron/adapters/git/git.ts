import { join, resolve } from 'node:path';
import limited from 'p-limit';
import { vaultError } from '../../vault/errors.ts';
import { createKeyedSequencer } from '../../vault/keyed-sequencer.ts';
import type { Files, Git, GitState, IgnorePlace } from '../../vault/ports.ts';
import { locate, type Place } from '../files/place.ts';
import { addToExclude } from './exclude.ts';
import { findGit, trustedFolders } from './executable.ts';
import { ignoreLine, withLine } from './ignore-line.ts';
import type { GitProcesses } from './processes.ts';
import type { GitAnswer } from './protocol.ts';
import {
  nearestIgnoreFile,
  pathFrom,
  type Question,
  questionAbout,
  questionsAround,
  repositoryAbove,
} from './repository.ts';
import { type FoundGit, runGit } from './run.ts';

export interface GitOptions {
  /** The PATH to look for git on; the process' own by default. */
  readonly path?: string;
  /** How long git may take, in ms: a project on a slow network drive, or one that makes it wait on a pipe. */
  readonly timeLimit?: number;
}

/** However many files are asked about: each takes a dozen looks at the disk before git is even started. */
const atOnce = 4;

/** The system's own git, asked without running anything of the project. Throws what `locate` throws. */
export function openGit(files: Files, processes: GitProcesses, { path, timeLimit = 10_000 }: GitOptions = {}): Git {
  // Two lines for one file at a time would take each other for a stranger's change.
  const inSequence = createKeyedSequencer();
  const find = async (root: string, file: string): Promise<Asked> => {
    const place = await locate(root, file);
    return ask(root, place, path ?? process.env['PATH'] ?? '', { processes, timeLimit });
  };
  const turn = limited(atOnce);
  const stateOf = (root: string, file: string): Promise<GitState> =>
    turn(async () => stateIn(root, await find(root, file)));

  const ignore = async (root: string, file: string, where: IgnorePlace): Promise<void> => {
    const asked = await find(root, file);
    const state = await stateIn(root, asked);
    if (state.kind === 'safe') return;
    if (state.kind === 'tracked') throw vaultError('TARGET_TRACKED', { file });
    if (state.kind === 'unknown') throw vaultError('GIT_FAILED', { file, said: state.said });
    let { ignoreFile, line } = state;
    if (where === 'exclude' && 'git' in asked) {
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
      readonly git: FoundGit;
      readonly place: Place;
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
  how: Pick<FoundGit, 'processes' | 'timeLimit'>,
): Promise<Asked> {
  const question = await questionAbout(place);
  const repository = await repositoryAbove(question.cwd);
  if (repository === null) return { state: { kind: 'safe', why: 'no-repository' } };
  const folders = await trustedFolders(path, [root, repository]);
  const executable = await findGit(folders, [root, repository]);
  if (executable === null) return { state: { kind: 'unknown', said: 'git is not installed' } };
  const around = await questionsAround(repository, place);
  return { git: { executable, folders, ...how }, place, question, around };
}

async function stateIn(root: string, asked: Asked): Promise<GitState> {
  if ('state' in asked) return asked.state;
  const { git, place, question, around } = asked;
  for (const one of [question, ...around]) {
    const state = await askTracked(git, one);
    if (state !== null) return state;
  }
  return (await askIgnored(git, question)) ?? exposed(git, root, place, question);
}

async function askTracked(git: FoundGit, { cwd, path }: Question): Promise<GitState | null> {
  const answer = await runGit(git, cwd, ['--literal-pathspecs', 'ls-files', '--error-unmatch', '--', path]);
  if (answer.code === 0) return { kind: 'tracked' };
  // Exit 1 also means an index that could not be read to its end: only these words mean "not in it".
  return answer.code === 1 && answer.said.startsWith('error: pathspec ') ? null : unknown(answer);
}

async function askIgnored(git: FoundGit, { cwd, path }: Question): Promise<GitState | null> {
  // By standard input and `./`, or a name such as `-v` or `:/x` would mean something else.
  const args = ['check-ignore', '--no-index', '--verbose', '--non-matching', '-z', '--stdin'];
  const answer = await runGit(git, cwd, args, `./${path}\0`);
  if (answer.code !== 0 && answer.code !== 1) return unknown(answer);
  const pattern = answer.out.split('\0')[2] ?? '';
  // `--verbose` names the last pattern that matches, a negation too.
  return pattern === '' || pattern.startsWith('!') ? null : { kind: 'safe', why: 'ignored' };
}

async function exposed(git: FoundGit, root: string, place: Place, { cwd }: Question): Promise<GitState> {
  const answer = await runGit(git, cwd, ['rev-parse', '--show-cdup']);
  if (answer.code !== 0) return unknown(answer);
  const top = resolve(cwd, answer.out.trim());
  const ignoreFile = await nearestIgnoreFile(root, top, cwd);
  if (ignoreFile === null) return { kind: 'unknown', said: '.gitignore is not a plain file, and git reads no other' };
  const line = ignoreLine(pathFrom(join(root, ignoreFile), place));
  if (line === null) return { kind: 'unknown', said: 'git would commit it, and no line of a .gitignore can name it' };
  return { kind: 'exposed', ignoreFile, line };
}

function unknown({ code, said }: GitAnswer): GitState {
  return { kind: 'unknown', said: said === '' ? `git ended with ${code}` : said };
}
