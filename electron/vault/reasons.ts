import type { FactKind, FactsOfKinds } from './fact-kinds.ts';

/**
 * Why something failed, and what can be done for it, as a fact of an error; with the facts that are told of it. As with errors no
 * fact is a value, or a part of one (invariant 1). Their words are in `electron/messages`.
 */
export const reasonFacts = {
  /** A call of the system failed; `errno`: its code (`ENOENT`, …), '' where it has none. */
  SYSTEM: { errno: 'text' },
  // files
  NOT_A_FILE: {},
  TOO_LARGE: { limit: 'number' },
  CHANGED_WHILE_READ: {},
  FOLDER_MISSING: {},
  NO_RIGHTS_KEPT: {},
  LOG_NAME_TAKEN: {},
  // backups
  ENCRYPTING_FAILED: {},
  DECRYPTING_FAILED: {},
  OPENING_AGAIN_FAILED: {},
  WRITTEN_DOES_NOT_OPEN: {},
  WOULD_BE_TOO_LARGE: { limit: 'number' },
  PLACE_NOT_A_FILE: {},
  WRITTEN_BY_OTHERS: {},
  OTHER_CONTENT: {},
  NO_JSON: {},
  /** `place`: where in it, '' for the whole. */
  CONTENT_WRONG: { place: 'text' },
  NO_AGE_FILE: {},
  AGE_HEADER_DAMAGED: {},
  /** `kinds`: of keys, with blanks between; `?` for one whose name is not told. */
  FOR_AGE_KEYS: { kinds: 'text' },
  FOR_AGE_KEYS_TOO: { kinds: 'text' },
  WORK_TOO_MUCH: { work: 'number', most: 'number' },
  PARTS_DAMAGED: {},
  ARMOUR_DAMAGED: {},
  FIRST_LINE_ALONE: {},
  LAST_LINE_MISSING: { line: 'text' },
  // the database
  /** `primary`: SQLite's primary result code. */
  SQLITE: { primary: 'number' },
  DATABASE_CLOSED: {},
  DATABASE_MOVED: {},
  ROW_DAMAGED: {},
  DAMAGED: {},
  EMPTY: {},
  NO_DATABASE: {},
  OTHER_PROGRAMS: {},
  GONE_BUT_COMPANION: { companion: 'text' },
  GONE_BUT_COPIES: {},
  GONE_BUT_SET_ASIDE: {},
  CHANGED_MEANWHILE: {},
  NOT_REBUILT: { cause: 'reason' },
  NO_COPY_TODAY: { cause: 'reason' },
  /** The next start asks whether to rebuild it. */
  REBUILT_AT_START: { cause: 'reason' },
  // external-import
  IS_LINK: {},
  READING_FAILED: {},
  READING_TOO_LONG: { seconds: 'number' },
  READING_TOO_LARGE: {},
  PACKED_TOO_OFTEN: {},
  UNPACKED_TOO_LARGE: { limit: 'number' },
  TEXT_TOO_LONG: { limit: 'number' },
  TOO_MANY_FILES: { limit: 'number' },
  TOO_MANY_FIELDS: { limit: 'number' },
  TOO_MANY_ENTRIES: { limit: 'number' },
  TOO_MANY_VALUES: { limit: 'number' },
  FOLDER_FILES_TOO_MANY: { limit: 'number' },
  FOLDER_FILES_TOO_LARGE: { limit: 'number' },
  FOLDER_VALUES_TOO_MANY: { limit: 'number' },
  ZIP_CUT_OFF: {},
  ZIP_DAMAGED: {},
  ZIP_UNUSUAL: {},
  SEVERAL_EXPORTS: {},
  NO_EXPORT: {},
  NO_TEXT: {},
  NOT_WHOLE_JSON: {},
  NOT_WHOLE_TABLE: {},
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
