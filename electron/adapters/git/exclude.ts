import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { vaultError } from '../../vault/errors.ts';
import { readSnapshot, writeBytes } from '../files/files.ts';
import { locate, type Place } from '../files/place.ts';
import { systemCode, systemReason } from '../files/reasons.ts';
import { saidIn } from './answers.ts';
import { ownGitFolder } from './git-folder.ts';
import { ignoreLine, refuseForeignText, withLine } from './ignore-line.ts';
import { pathFrom, type Question, repositoryAbove } from './repository.ts';
import { type GitToRun, runGit } from './run.ts';

/** Within the repository's own folder, which worktrees share (gitignore(5)). */
const excludeFile = 'info/exclude';

/**
 * Adds the line about this place to the repository's own exclude file, and gives that line. Only in the repository's own
 * git folder, wherever git would be led to, and only as a plain file in a plain folder: a link could lead to anything that
 * git runs or reads. Throws `GIT_EXCLUDE_ELSEWHERE`, `GIT_FAILED` in words about `file`, and the `TARGET_*` errors.
 */
export async function addToExclude(git: GitToRun, { cwd }: Question, place: Place, file: string): Promise<string> {
  const top = resolve(cwd, await ask(git, cwd, file, ['--show-cdup']));
  // A pattern there is relative to the top of the working tree, also where the file lies elsewhere.
  const line = ignoreLine(pathFrom(join(top, '.gitignore'), place));
  if (line === null) throw vaultError('GIT_FAILED', { file, said: { code: 'NO_EXCLUDE_LINE' } });
  const gitFolder = await checkedFolder(git, { cwd, top }, file);
  const found = await locate(gitFolder, excludeFile);
  if (join(found.folder, found.name) !== join(gitFolder, excludeFile)) throw linked(file);
  const old = await readSnapshot(gitFolder, excludeFile);
  refuseForeignText(old.bytes, excludeFile);
  await writeBytes(gitFolder, excludeFile, withLine(old.bytes, line), old, 'by-default');
  return line;
}

/** The git folder in which both git and the back links say that `info/exclude` lies; `info` is made where it is missing. */
async function checkedFolder(git: GitToRun, { cwd, top }: { cwd: string; top: string }, file: string): Promise<string> {
  const own = top === (await repositoryAbove(cwd)) ? await ownGitFolder(git, top) : null;
  // What git really reads: of the tree's own, and not of where its configuration or a `commondir` leads.
  const common = resolve(cwd, await ask(git, cwd, file, ['--git-common-dir']));
  const named = resolve(cwd, await ask(git, cwd, file, ['--git-path', excludeFile]));
  if (own === null || (await realpath(common)) !== own.common || named !== join(common, excludeFile)) {
    throw vaultError('GIT_EXCLUDE_ELSEWHERE', { file });
  }
  try {
    await mkdir(join(own.common, 'info')).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error;
    });
    return own.common;
  } catch (error) {
    throw vaultError('TARGET_UNWRITABLE', { file: excludeFile, reason: systemReason(error) });
  }
}

async function ask(git: GitToRun, cwd: string, file: string, args: readonly string[]): Promise<string> {
  const answer = await runGit(git, cwd, ['rev-parse', ...args]);
  if (answer.code !== 0) throw vaultError('GIT_FAILED', { file, said: saidIn(answer) });
  return answer.out.replace(/\r?\n$/, '');
}

function linked(file: string): Error {
  return vaultError('GIT_FAILED', { file, said: { code: 'EXCLUDE_BEHIND_LINK', excludeFile } });
}
