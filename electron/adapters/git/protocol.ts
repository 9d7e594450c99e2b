/** One run of git, as the worker is asked for it. */
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

/** What is said of a git that was ended because it took too long. */
export const noAnswerInTime = 'git gave no answer in time';

export interface GitAnswer {
  /** Git's exit code; null where it did not run to its end. */
  readonly code: number | null;
  readonly out: string;
  /** The first line of what it said, for people. */
  readonly said: string;
}

/** What the main thread says to git's worker, and what comes back for it, in any order. */
export interface GitRequest {
  readonly number: number;
  readonly command: GitCommand;
}

export interface GitReply {
  readonly number: number;
  readonly answer: GitAnswer;
}
