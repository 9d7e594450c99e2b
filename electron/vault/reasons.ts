import type { FactKind, FactsOfKinds } from './fact-kinds.ts';

export type { NamedPart, NameReason, UnfitReason, ValuePart } from '../envfile/reasons.ts';

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
  // characters that no value can hold
  CHARACTER_NUL: {},
  CHARACTER_RETURN: {},
  CHARACTER_BYTE_ORDER_MARK: {},
  CHARACTER_HALF: {},
  /** `point`: its number in Unicode. */
  CHARACTER_CONTROL: { point: 'number' },
  // env files
  NAME_REFUSED: { why: 'name reason' },
  NO_ENV_FILE: { why: 'unfit reason' },
  TOO_MANY_VARIABLES: { limit: 'number' },
  READING_ENDLESS: {},
  /** `line`: 1-based. */
  QUOTE_OPEN: { line: 'number' },
  LINE_UNREACHED: { line: 'number' },
  NO_PLAIN_ASSIGNMENT: { name: 'text', line: 'number' },
  LINE_SHARED: { name: 'text', line: 'number' },
  VALUE_CUT: { name: 'text', line: 'number' },
  NAME_TWICE: { name: 'text' },
  EDIT_UNSAFE: {},
  /** `readers`: their names. */
  MISREAD: { part: 'value part', readers: 'text' },
  MISREAD_BY_ALL: { part: 'value part' },
  READER_FAILS: { reader: 'text' },
  // keychains
  KEYCHAIN_UNKNOWN: {},
  CLAVIS_CLOSING: {},
  VALUE_NO_TEXT: {},
  HELD_NO_TEXT: {},
  HELD_CHANGED: {},
  HELD_OF_ANOTHER: {},
  NOT_SEALED_AS_AGREED: {},
  NOT_HANDED_OUT: {},
  NOT_HANDED_OUT_THERE: {},
  NOT_ALLOWED_THERE: {},
  /** In a window of its own, which nobody is there to answer. */
  ASKS_ITSELF: {},
  SEVERAL_BY_OTHERS: {},
  SECOND_BY_OTHERS: {},
  TOO_LONG_FOR_IT: {},
  CANNOT_LIST: {},
  NOT_REMOVED: {},
  NOT_KEPT_AS_IT_WAS: {},
  ANSWER_UNREADABLE: {},
  OBJECT_GONE: {},
  DBUS_FULL: {},
  LIST_NOT_WHOLE: {},
  NO_LONGER_OURS: { account: 'text' },
  SEALED_NOT_READ: { cause: 'reason' },
  SEALED_NOT_WRITTEN: { cause: 'reason' },
  ACCOUNT_NAME_UNFIT: {},
  SEALED_DAMAGED: {},
  SEALED_OTHER_PASSPHRASE: {},
  SEALED_NOT_OPENED_AGAIN: {},
  // starting at login
  SETTINGS_FORBID: {},
  AUTOSTART_OF_OTHERS: {},
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
