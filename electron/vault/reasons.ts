import type { FactKind, FactsOfKinds } from './fact-kinds.ts';

/**
 * Why something failed, and what can be done for it, as a fact of an error; with the facts that are told of it. As with errors no
 * fact is a value, or a part of one (invariant 1). Their words are in `electron/messages`.
 */
export const reasonFacts = {
  /** A call of the system failed; `errno`: its code (`ENOENT`, …), '' where it has none. */
  SYSTEM: { errno: 'text' },
  // git
  /** git's own words, which no table has. */
  GIT_SAID: { words: 'text' },
  GIT_ENDED: { exit: 'number' },
  GIT_LATE: {},
  GIT_RUNNER_FAILED: {},
  GIT_NOT_RUN: { cause: 'reason' },
  GIT_MISSING: {},
  GIT_FOLDER_ELSEWHERE: {},
  /** A repository around the file's own. */
  OUTER_REPOSITORY_ADDS: { repository: 'text' },
  LIKE_GIT_FOLDER: { folder: 'text' },
  IGNORE_FILE_NOT_PLAIN: {},
  IGNORE_FILE_IN_INDEX: {},
  NO_IGNORE_LINE: {},
  NO_EXCLUDE_LINE: {},
  STILL_NOT_IGNORED: { ignoreFile: 'text', line: 'text' },
  EXCLUDE_BEHIND_LINK: { excludeFile: 'text' },
  OTHER_SYSTEM: { folder: 'text', system: 'other system' },
  // what to do for git
  TRUST_REPOSITORY: { command: 'text' },
  ASK_OTHER_SYSTEM: { system: 'other system' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FactKind>>>>;

type Table = typeof reasonFacts;
export type ReasonCode = keyof Table;

/** The facts of the reason with this code. */
export type ReasonFacts<C extends ReasonCode> = FactsOfKinds<Table[C]>;

type Reasons = { readonly [C in ReasonCode]: { readonly code: C } & ReasonFacts<C> };
/** A reason: its code, and its facts. */
export type Reason = Reasons[ReasonCode];

/** Those with one of these codes. */
export type ReasonOf<C extends ReasonCode> = Reasons[C];
