import { basename, dirname } from 'node:path';
import { pathWithin } from '../files/place.ts';
import { batches } from './batches.ts';
import { findGit } from './executable.ts';
import { createLooks } from './looks.ts';
import type { GitProcesses } from './processes.ts';
import { repositoryAbove } from './repository.ts';
import { type GitToRun, runGit } from './run.ts';

/** Where git is asked: a folder in the repository, null where git is not asked. */
export type AskedIn = string | null;

export interface IgnoredFolders {
  /** For the project's own folder. */
  readonly atRoot: AskedIn;
  /** Which of these folders (absolute, below `askedIn`) are left alone: those git ignores, or by their usual names. */
  among(folders: readonly string[], askedIn: AskedIn): Promise<ReadonlySet<string>>;
}

/** What tools make, where there is no git to say so. */
const usualNames = new Set('dist build out target vendor coverage venv __pycache__ bower_components'.split(' '));

/** In ms: a search goes on without git rather than wait. */
const timeLimit = 3000;
/** What a search asks git with: what runs it, and the PATH on which it is looked for. */
export interface GitSearch {
  readonly processes: GitProcesses;
  readonly path: string;
}

/** The ignored folders of the project at `root`. */
export async function openIgnoredFolders(root: string, { processes, path }: GitSearch): Promise<IgnoredFolders> {
  const looks = createLooks();
  const repository = await repositoryAbove(root, looks);
  const distrusted = repository === null ? [root] : [root, repository];
  const executable = await findGit(looks, path, distrusted);
  const git = executable === null ? null : { executable, processes, timeLimit };

  // A repository that makes git wait is one of as many as fit into a project.
  let waited = false;

  const among: IgnoredFolders['among'] = async (candidates, askedIn) => {
    const ignored = new Set<string>();
    let open = git !== null && askedIn !== null;
    for (const batch of batches(candidates)) {
      const began = performance.now();
      const answer = git !== null && askedIn !== null && open && !waited ? await askIgnored(git, askedIn, batch) : null;
      waited ||= performance.now() - began >= timeLimit;
      // A git that failed once for this repository fails for the next batch too.
      open = answer !== null;
      for (const folder of answer ?? batch.filter((name) => usualNames.has(basename(name)))) ignored.add(folder);
    }
    return ignored;
  };
  // A project within an ignored folder (a home folder under git that ignores everything) has nothing that isn't ignored.
  const inRepository = repository === root || (repository !== null && !(await isIgnored(git, root)));
  return { atRoot: inRepository ? root : null, among };
}

async function isIgnored(git: GitToRun | null, folder: string): Promise<boolean> {
  return git !== null && ((await askIgnored(git, dirname(folder), [folder]))?.length ?? 0) > 0;
}

/** Those of the folders that git ignores, null where it doesn't say. */
async function askIgnored(git: GitToRun, cwd: string, folders: readonly string[]): Promise<string[] | null> {
  const byPath = new Map(folders.map((folder) => [`./${pathWithin(cwd, folder)}`, folder]));
  // `--verbose` also names what a negation matched last, and says so; without it, older gits don't tell them apart.
  const args = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
  const answer = await runGit(git, cwd, args, { input: [...byPath.keys()].map((path) => `${path}\0`).join('') });
  if (answer.code !== 0 && answer.code !== 1) return null;
  const fields = answer.out.split('\0');
  const ignored: string[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const folder = byPath.get(fields[at + 3] ?? '');
    if (folder !== undefined && fields[at + 2]?.startsWith('!') === false) ignored.push(folder);
  }
  return ignored;
}
