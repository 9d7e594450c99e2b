import { delimiter } from 'node:path';
import type { GitProcesses } from './processes.ts';
import type { GitAnswer } from './protocol.ts';

/** A git that was found, what runs it, the PATH it may see, and how long it may take, in ms. */
export interface FoundGit {
  readonly executable: string;
  readonly processes: GitProcesses;
  readonly folders: readonly string[];
  readonly timeLimit: number;
}

/**
 * What git answers in `cwd`. It runs nothing that the project's configuration names: no fsmonitor (`ls-files` and
 * `check-ignore` would start it), and no transport: in a partial clone with a sparse index even `ls-files` fetches, by
 * `remote.<name>.uploadpack`, a command of the project's choice.
 */
export function runGit(git: FoundGit, cwd: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  const { executable, processes, folders, timeLimit } = git;
  const all = ['-c', 'core.fsmonitor=false', ...args];
  return processes({ executable, args: all, cwd, env: environment(folders), timeLimit, input });
}

/** HOME and XDG_CONFIG_HOME lead to the global excludes file; no LANG, so that git's words are always the same. */
function environment(folders: readonly string[]): Record<string, string> {
  const kept = ['HOME', 'XDG_CONFIG_HOME', ...(process.platform === 'win32' ? ['SystemRoot', 'USERPROFILE'] : [])];
  const found = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // An empty list allows no transport, whatever `protocol.*.allow` says (git(1)).
  return { ...Object.fromEntries(found), PATH: folders.join(delimiter), GIT_ALLOW_PROTOCOL: '' };
}
