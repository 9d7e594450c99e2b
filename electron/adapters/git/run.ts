import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import limited from 'p-limit';
import { systemReason } from '../files/reasons.ts';

/** A git that was found, the PATH it may see, and how long it may take, in ms. */
export interface FoundGit {
  readonly executable: string;
  readonly folders: readonly string[];
  readonly timeLimit: number;
}

export interface GitAnswer {
  /** Git's exit code; null where it did not run to its end. */
  readonly code: number | null;
  readonly out: string;
  /** The first line of what it said, for people. */
  readonly said: string;
}

const outputLimit = 64 * 1024;
/** However many files are asked about: a page that asks a hundred times must not fill the machine with processes. */
const atOnce = limited(4);

/**
 * What git answers in `cwd`. It runs nothing that the project's configuration names: no fsmonitor (`ls-files` and
 * `check-ignore` would start it), and no transport: in a partial clone with a sparse index even `ls-files` fetches, by
 * `remote.<name>.uploadpack`, a command of the project's choice.
 */
export function runGit(git: FoundGit, cwd: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return atOnce(() => runNow(git, cwd, args, input));
}

function runNow(git: FoundGit, cwd: string, args: readonly string[], input: string): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: environment(git.folders),
      timeout: git.timeLimit,
      killSignal: 'SIGKILL',
      maxBuffer: outputLimit,
      windowsHide: true,
    } as const;
    const child = execFile(git.executable, ['-c', 'core.fsmonitor=false', ...args], options, (error, out, errors) => {
      if (error === null) resolve({ code: 0, out, said: firstLine(errors) });
      else if (error.killed) resolve({ code: null, out: '', said: 'git gave no answer in time' });
      else if (typeof error.code === 'number') resolve({ code: error.code, out, said: firstLine(errors) });
      else resolve({ code: null, out: '', said: `git can't be run: ${systemReason(error)}` });
    });
    // A git that has ended already doesn't read; its exit code says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
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

function firstLine(errors: string): string {
  const lines = errors.split('\n').map((line) => line.trim());
  const line =
    lines.find((candidate) => candidate.startsWith('fatal: ')) ?? lines.find((candidate) => candidate !== '');
  return (line ?? '').slice(0, 300);
}
