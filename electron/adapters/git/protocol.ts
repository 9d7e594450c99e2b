import type { ReasonOf } from '../../vault/reasons.ts';

/** One run of git, as the runner is asked for it. */
export interface GitCommand {
  /** Absolute. */
  readonly executable: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** In ms. */
  readonly timeLimit: number;
  /** What git reads from its standard input. */
  readonly input: string;
}

/** In bytes: git's answers are read up to here. */
export const outputLimit = 64 * 1024;
/** In characters, of what git said for people. */
export const saidLimit = 300;

/** `code`: git's exit code; `said`: the first line of what it said, for people. */
export type GitAnswer =
  | { readonly code: number; readonly out: string; readonly said: string }
  /** It did not run to its end. */
  | { readonly code: null; readonly out: ''; readonly failure: GitFailure };

/** `GIT_LATE`: it was ended because it took too long. */
export type GitFailure = ReasonOf<'GIT_LATE' | 'GIT_RUNNER_FAILED'> | GitNotRun;
interface GitNotRun {
  readonly code: 'GIT_NOT_RUN';
  readonly cause: ReasonOf<'SYSTEM'>;
}

/** What main asks git's runner. */
export interface GitRequest {
  readonly number: number;
  readonly command: GitCommand;
}

/** What comes back for it, in any order. */
export interface GitReply {
  readonly number: number;
  readonly answer: GitAnswer;
}

/** What the runner is told: to run git, or to end with all that it has started. */
export type ToRunner = GitRequest | 'end';
