import type { FactKind, Facts, FactsOfKinds } from './fact-kinds.ts';

type FactKinds = Readonly<Record<string, FactKind>> | 'of each field';

/**
 * Everything that can go wrong, with the facts that are told of it. Facts name keys, files and limits; never a value, nor a part of one
 * (invariant 1). Their sentences are in `electron/messages`.
 */
export const errorFacts = {
  // keys
  NAME_EMPTY: {},
  NAME_TOO_LONG: { length: 'number', limit: 'number' },
  NAME_UNREADABLE: {},
  NAME_TAKEN: { name: 'text' },
  ENV_VAR_INVALID: {},
  ENV_VAR_REFUSED: { envVar: 'text', reason: 'reason' },
  NOTE_TOO_LONG: { limit: 'number' },
  /** `most`: so many tags; `limit`: characters of one. */
  TAGS_TOO_LONG: { most: 'number', limit: 'number' },
  /** Of a form: for each field its error's code, and that error's facts as `field:fact`. */
  FIELDS_INVALID: 'of each field',
  VALUE_EMPTY: {},
  VALUE_CONTROL_CHARACTER: { character: 'reason', position: 'number' },
  VALUE_TOO_LONG: { bytes: 'number', limit: 'number' },
  /** It has a provider's shape but for a character that can't be in it. */
  VALUE_MARRED: { character: 'text', position: 'number', label: 'text' },
  VALUE_ODD: { characters: 'text' },
  VALUE_REFERENCE: {},
  VALUE_CIPHERTEXT: {},
  VALUE_SAME: { name: 'text' },
  COMPARED_TOO_MUCH: { limit: 'number', seconds: 'number' },
  VALUE_MISSING: { name: 'text' },
  VALUES_NOT_KEPT: { names: 'text' },
  VALUE_NOT_KEPT: { name: 'text' },
  KEY_UNKNOWN: {},
  OFFER_UNKNOWN: {},
  CLOSING: {},
  COPY_SPENT: { name: 'text' },
  ROTATION_NOT_UNDOABLE: { name: 'text' },
  CLIPBOARD_REFUSED: {},
  VALUES_DAMAGED: { names: 'text' },
  GENERATE_WEAK: { bits: 'number', least: 'number' },
  RECOVERY_UNKNOWN: {},
  SPARE_NEEDED: { name: 'text' },
  CLIPBOARD_KEPT: { name: 'text' },
  // projects
  ENV_VAR_BOUND: { envVar: 'text', file: 'text' },
  TARGET_FULL: { file: 'text', limit: 'number' },
  BINDINGS_FULL: { limit: 'number' },
  PROJECT_UNKNOWN: {},
  TARGET_UNKNOWN: {},
  BINDING_UNKNOWN: { envVar: 'text' },
  PREVIEW_UNKNOWN: {},
  IMPORT_UNKNOWN: {},
  EXAMPLE_IS_LINK: { file: 'text' },
  EXAMPLE_HOLDS_VALUES: { file: 'text' },
  EXAMPLE_UNKNOWN: {},
  CANDIDATE_UNKNOWN: {},
  TARGET_LINKED: { file: 'text' },
  EXPORT_NEEDS_REVIEW: { file: 'text' },
  FOLDER_GONE: { folder: 'text' },
  FOLDER_LINKED: { folder: 'text' },
  // files
  TARGET_NOT_A_FILE: { file: 'text' },
  TARGET_LEAVES_PROJECT: { file: 'text', to: 'optional text' },
  TARGET_IS_PIPE: { file: 'text' },
  TARGET_IS_PROGRAM: { file: 'text', shell: 'text' },
  TARGET_FOR_SHELLS: { file: 'text' },
  TARGET_SPANS_LINES: { file: 'text', envVar: 'text' },
  TARGET_HARD_LINKED: { file: 'text' },
  TARGET_UNREADABLE: { file: 'text', reason: 'reason' },
  TARGET_UNWRITABLE: { file: 'text', reason: 'reason' },
  TARGET_MOUNTED: { file: 'text' },
  TARGET_CHANGED: { file: 'text' },
  TARGET_TOO_LARGE: { file: 'text', limit: 'number' },
  TARGET_TRACKED: { file: 'text', instead: 'optional text', by: 'optional text', command: 'optional text' },
  TARGET_IN_OTHER_SYSTEM: { file: 'text', said: 'reason', remedy: 'reason' },
  IGNORE_FILE_NOT_UTF8: { ignoreFile: 'text' },
  TARGET_NOT_IGNORED: { file: 'text' },
  TARGET_UNPARSABLE: { file: 'text', reason: 'reason', envVar: 'optional text' },
  VALUE_UNWRITABLE: { envVar: 'text', file: 'text', reason: 'reason' },
  GIT_FAILED: { file: 'text', said: 'reason', remedy: 'optional reason' },
  GIT_EXCLUDE_ELSEWHERE: { file: 'text' },
  // backups
  BACKUP_UNWRITABLE: { file: 'text', reason: 'reason' },
  BACKUP_NOT_CONFIRMED: { file: 'text' },
  BACKUP_UNREADABLE: { file: 'text', reason: 'reason' },
  BACKUP_LOCKED: { file: 'text' },
  BACKUP_DAMAGED: { file: 'text', reason: 'reason' },
  BACKUP_NOT_OURS: { file: 'text', reason: 'reason' },
  BACKUP_NEWER: { file: 'text', header: 'optional text' },
  BACKUP_UNKNOWN: {},
  // external-import
  EXTERNAL_IMPORT_UNKNOWN: {},
  EXTERNAL_IMPORT_ENCRYPTED: { file: 'text' },
  EXTERNAL_IMPORT_UNREADABLE: { file: 'text', reason: 'reason' },
  EXTERNAL_IMPORT_EMPTY: { file: 'text', archived: 'number', trashed: 'number' },
  // vault
  DIALOG_OPEN: {},
  ASKED_TOO_OFTEN: { seconds: 'number' },
  NOT_CONFIRMED: {},
  KEYCHAIN_LOCKED: {},
  KEYCHAIN_MISSING: {},
  KEYCHAIN_NO_DEFAULT: {},
  KEYCHAIN_DENIED: {},
  KEYCHAIN_OTHER: {},
  KEYCHAIN_TIMEOUT: {},
  KEYCHAIN_FAILED: { reason: 'reason' },
  DATABASE_NEWER: { file: 'text' },
  DATABASE_DAMAGED: { file: 'text', reason: 'reason' },
  DATABASE_UNREADABLE: { file: 'text', reason: 'reason' },
  FOLDER_OPEN_TO_OTHERS: { folder: 'text', reason: 'reason' },
  VAULT_IN_USE: { file: 'text' },
  DATABASE_FAILED: { reason: 'reason' },
  PASSPHRASE_WEAK: { least: 'number' },
  PASSPHRASE_NOT_TEXT: {},
  // passphrase-vault
  VALUE_DAMAGED: {},
  PASSPHRASE_VAULT_NOT_OFFERED: { keys: 'number' },
  PASSPHRASE_VAULT_NONE: {},
  SEALED_FILE_THERE: { file: 'text' },
  SEALED_FILE_UNREADABLE: { file: 'text', reason: 'reason' },
  SEALED_FILE_UNWRITABLE: { file: 'text', reason: 'reason' },
  SEALED_FILE_DAMAGED: { file: 'text' },
  SEALED_FILE_NEWER: { file: 'text' },
  PASSPHRASE_NO_MEMORY: { mebibytes: 'number' },
  SEALED_FILE_GONE: { file: 'text' },
  SEALED_FILE_OTHER: { file: 'text' },
  SEALED_FILE_STAYS: { file: 'text', reason: 'reason' },
  // moving
  VALUES_MOVING: {},
  VALUES_CHANGING: {},
  VALUES_THERE: {},
  MOVE_VALUE_DAMAGED: { name: 'text' },
  MOVE_IN_THE_WAY: { name: 'text' },
  MOVE_NOT_KEPT: { name: 'text' },
  MOVE_OTHER_KEYCHAIN: {},
  MOVE_VALUE_DIFFERS: { names: 'text' },
  MOVE_FILE_NEEDED: { names: 'text' },
  // passphrase-vault
  UNLOCK_PAUSED: { seconds: 'number' },
  // vault
  VAULT_LOCKED: {},
  UNLOCK_NOT_ATTENDED: {},
  UNLOCK_NOT_PRESSED: {},
  UNLOCK_NOT_CONFIRMED: {},
  UNLOCK_REFUSED: {},
  LOCKED_TOO_OFTEN: { seconds: 'number' },
  DIAGNOSTICS_FAILED: { reason: 'reason' },
  SHORTCUT_TAKEN: { shortcut: 'text' },
  LOGIN_ITEM_REFUSED: { reason: 'reason' },
  BAD_MESSAGE: { channel: 'text' },
  NOT_ALLOWED: { channel: 'text' },
  INTERNAL: {},
} as const satisfies Readonly<Record<string, FactKinds>>;

type Table = typeof errorFacts;
export type ErrorCode = keyof Table;

/** The facts of the error with this code. */
export type FactsOf<C extends ErrorCode> = Table[C] extends 'of each field' ? Readonly<Facts> : FactsOfKinds<Table[C]>;

/** Every code, for the contract's schema. */
export const errorCodes: readonly ErrorCode[] = Object.keys(errorFacts).filter(isErrorCode);

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorFacts, code);
}
