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

/** What is said of a git that was ended because it took too long. */
export const noAnswerInTime = 'git gave no answer in time';

/** In bytes: git's answers are read up to here. */
export const outputLimit = 64 * 1024;
/** In characters, of what git said for people. */
export const saidLimit = 300;

export interface GitAnswer {
  /** Git's exit code; null where it did not run to its end. */
  readonly code: number | null;
  readonly out: string;
  /** The first line of what it said, for people. */
  readonly said: string;
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
