import { devNull } from 'node:os';
import { join } from 'node:path';
import type { GitProcesses } from './processes.ts';
import type { GitAnswer } from './protocol.ts';

/** A git that was found, what runs it, and how long it may take, in ms. */
export interface GitToRun {
  readonly executable: string;
  readonly processes: GitProcesses;
  readonly timeLimit: number;
}

/** A folder that can't be there: nothing is found in it to run. */
const nowhere = join(devNull, 'none');

/**
 * A repository's own configuration can make even a question run a program: an fsmonitor, a hook, a fetch of what a partial
 * clone lacks (by `remote.<name>.uploadpack`, or `fetch.bundleURI`, which runs hooks and needs no transport). So git finds no
 * program to start, its own parts included, and no hook; and it takes no folder for a repository but one with a `.git`.
 */
const startsNothing = [
  `--exec-path=${nowhere}`,
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', `core.hooksPath=${nowhere}`],
  ...['-c', 'safe.bareRepository=explicit'],
];

/** What else a run of git is given. */
export interface GitExtras {
  /** What it reads from its standard input. */
  readonly input?: string;
  /** Further variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What git answers in `cwd`, without running anything that the project's configuration names. */
export function runGit(
  { executable, processes, timeLimit }: GitToRun,
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: GitExtras = {},
): Promise<GitAnswer> {
  const all = [...startsNothing, ...args];
  return processes({ executable, args: all, cwd, env: { ...gitEnvironment(), ...env }, timeLimit, input });
}

/**
 * All that git has in its environment, and its runner. HOME and XDG_CONFIG_HOME lead to the global excludes file; no LANG, so
 * that git's words are always the same.
 */
export function gitEnvironment(): Record<string, string> {
  const kept = ['HOME', 'XDG_CONFIG_HOME', ...(process.platform === 'win32' ? ['SystemRoot', 'USERPROFILE'] : [])];
  const found = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // An empty list allows no transport, whatever `protocol.*.allow` says (git(1)).
  return { ...Object.fromEntries(found), PATH: nowhere, GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' };
}
