import type { Dialect } from './dialects.ts';
import type { UnfitReason } from './reasons.ts';

/** One definition of a variable, as the readers of the dialect take it. Positions are indexes into the document's text. */
export type Entry = Readonly<ScannedEntry>;

/** An entry while it is made: whether it is shadowed is known at the end of the file only. */
export interface ScannedEntry {
  readonly name: string;
  /** null where only a running shell could tell (`$(…)`, `$HOME`), and for JSON's `null`. */
  readonly value: string | null;
  /** 1-based line of the name. */
  readonly line: number;
  /** A later line defines the same name again, and is the one that most readers take. */
  shadowed: boolean;
  /** Start of the line, before its indentation. */
  readonly start: number;
  /** What a new value replaces, quotes included. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

export type ProblemCode =
  | 'SHADOWED' // a later line defines the same name
  | 'UNTERMINATED_QUOTE' // readers disagree on where the value ends
  | 'UNREADABLE_LINE' // neither blank, comment nor assignment
  | 'NOT_A_PLAIN_ASSIGNMENT'; // in a condition or computed, so that only a shell can tell

/** Of a line. */
interface LineProblem {
  readonly code: ProblemCode;
  readonly line: number;
  readonly name?: string;
  /** Where in the text the trouble starts. */
  readonly at?: number;
}

/** Nothing in the file can be read or written safely. */
export interface Unfitness {
  readonly code: 'NOT_AN_ENV_FILE';
  readonly line: number;
  readonly name?: undefined;
  readonly at?: undefined;
  readonly reason: UnfitReason;
}

export type Problem = LineProblem | Unfitness;

/** What a file holds, in its order. */
export interface Contents {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** A file as read: `bytes` are exactly those that came in. Made by `parseEnvFile` and `setVariables` only. */
export interface EnvDocument extends Contents {
  readonly dialect: Dialect;
  readonly bytes: Uint8Array;
  /** `bytes` decoded without loss (see bytes.ts). */
  readonly text: string;
}

/** What a dialect's scanner finds, but for shadowing (see shadowing.ts). */
export interface Scan {
  readonly entries: ScannedEntry[];
  readonly problems: Problem[];
}
