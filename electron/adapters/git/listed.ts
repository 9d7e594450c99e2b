import { delimiter, dirname } from 'node:path';
import { batches } from './batches.ts';
import { ignoresCase } from './letter-case.ts';
import { type GitToRun, runGit } from './run.ts';
import type { GitAsked } from './whom-to-ask.ts';

/** The repository listed the file as ignored, and doesn't track it; or it was made to wait until git's time was over. */
export type Listed = 'ignored' | 'late';

/**
 * What the innermost repository, the same for all of these files, lists as ignored and does not track: `git add` goes by the same
 * list, and leaves those files out. It is asked once for all of them. A file that is not in the answer may be anything: one that is
 * not there yet never is.
 */
export async function askForList(files: readonly GitAsked[]): Promise<ReadonlyMap<GitAsked, Listed>> {
  const known = new Map<GitAsked, Listed>();
  const [first] = files;
  if (first?.question === undefined) return known;
  const paths = [...new Set(files.flatMap(({ question }) => question?.path ?? []))];
  const listed = await listIgnored(first.git, first.question.cwd, paths);
  for (const one of files) {
    const { question, place } = one;
    if (listed === 'late') known.set(one, listed);
    // To such a disk a file that the index has under another name may be this one.
    else if (question !== undefined && listed.has(question.path) && !(await ignoresCase(place.folder, place.name)))
      known.set(one, 'ignored');
  }
  return known;
}

/** What git itself takes for one file, by `core.ignorecase`, it does not list where it tracks it under another name. */
async function listIgnored(
  git: GitToRun,
  cwd: string,
  paths: readonly string[],
): Promise<ReadonlySet<string> | Extract<Listed, 'late'>> {
  const listed = new Set<string>();
  const above = dirname(cwd);
  // git can't be told a folder with such a name.
  if (above.includes(delimiter) || (await ignoresCase(cwd, '.git'))) return listed;
  // A `.git` that is none to git must not make it answer for the repository around it.
  const env = { GIT_CEILING_DIRECTORIES: above };
  const args = ['ls-files', '-z', '-t', '--cached', '--others', '--ignored', '--exclude-standard', '--'];
  for (const batch of batches(paths)) {
    const answer = await runGit(git, cwd, [...args, ...batch.map((path) => `:(literal)${path}`)], { env });
    if (answer.code === null && answer.failure.code === 'GIT_LATE') return 'late';
    // What is wrong is asked for each file.
    if (answer.code !== 0) return new Set();
    for (const entry of answer.out.split('\0')) if (entry.startsWith('? ')) listed.add(entry.slice('? '.length));
  }
  return listed;
}
