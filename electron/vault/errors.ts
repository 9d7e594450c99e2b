import { backupWords } from './backup-errors.ts';
import { externalImportWords } from './external-import-errors.ts';
import { formatMarred, type MarredKey } from './marred-key.ts';
import { passphraseWords } from './passphrase-errors.ts';
import { untrackCommand } from './untrack-command.ts';

/**
 * Everything that can go wrong, in the words a person reads: what didn't happen, why, what to do next.
 * Facts name keys, files and limits; never a value, nor a part of one (invariant 1).
 */
const words = {
  NAME_EMPTY: () => 'Not saved: the key has no name. Give it one.',
  NAME_TOO_LONG: (f: { length: number; limit: number }) =>
    `Not saved: the name has ${f.length} characters, ${f.limit} is the most. Shorten it.`,
  NAME_UNREADABLE: () => 'Not saved: the name or a tag holds a character that can’t be seen. Type it again.',
  NAME_TAKEN: (f: { name: string }) => `Not saved: a key named “${f.name}” is already here. Choose another name.`,
  ENV_VAR_INVALID: () =>
    "Not saved: that can't be an environment variable. Use up to 120 letters, digits and _, and no digit first.",
  ENV_VAR_REFUSED: (f: { envVar: string; reason: string }) =>
    `Not saved: ${f.envVar} is refused as an environment variable: ${f.reason}. Choose another name.`,
  ENV_VAR_BOUND: (f: { envVar: string; file: string }) =>
    `Not bound: ${f.envVar} already stands for another key in ${f.file}. Unbind that one first, or choose another name.`,
  TARGET_FULL: (f: { file: string; limit: number }) =>
    `Not bound: ${f.file} has ${f.limit} variables bound, and that is the most. Unbind some of them, or use another env file.`,
  BINDINGS_FULL: (f: { limit: number }) =>
    `Not bound: the vault has ${f.limit} variables bound, and that is the most. Unlink projects that you no longer use.`,
  FIELD_TOO_LONG: (f: { field: string; limit: number }) =>
    `Not saved: ${f.field} is longer than ${f.limit} characters. Shorten it.`,
  /** Facts: for each field its error's code, and that error's facts as `field:fact`. */
  FIELDS_INVALID: (f: Facts): string => formatProblems(f),
  VALUE_EMPTY: () => 'Not saved: the value is empty. Copy the key at your provider again.',
  VALUE_CONTROL_CHARACTER: (f: { character: string; position: number }) =>
    `Not saved: the value holds ${f.character} at position ${f.position}, which env files can't carry. Copy the key again.`,
  VALUE_TOO_LONG: (f: { bytes: number; limit: number }) =>
    `Not saved: the value has ${f.bytes} bytes, and this system's keychain takes ${f.limit}. Keep it in a file instead.`,
  /** It has a provider's shape but for a character that can't be in it. */
  VALUE_MARRED: (f: MarredKey) => `Not saved: this ${formatMarred(f)}`,
  VALUE_ODD: (f: { characters: string }) =>
    `Not saved: the value holds ${f.characters}. Such a character is hardly ever meant. Keep it if it belongs there; else copy the value again.`,
  VALUE_REFERENCE: () =>
    'Not saved: this looks like a reference to a value that is kept elsewhere. Copy the value itself, or keep this if it is the value.',
  VALUE_CIPHERTEXT: () =>
    'Not saved: this looks like an encrypted text. Decrypt it and copy the value, or keep this if it is the value.',
  VALUE_SAME: (f: { name: string }) =>
    `Not rotated: the new value of “${f.name}” is the one it has now. Make a new key at your provider, then rotate.`,
  COMPARED_TOO_MUCH: (f: { limit: number; seconds: number }) =>
    `Not done: Clavis compares ${f.limit} values a minute with those it keeps, so that nobody can find one by trying. Try again in ${f.seconds} ${f.seconds === 1 ? 'second' : 'seconds'}.`,
  VALUE_MISSING: (f: { name: string }) =>
    `The keychain has no value for “${f.name}”. Rotate it to give it a new one, or delete it.`,
  VALUES_NOT_KEPT: (f: { names: string }) =>
    `The keychain has no values for ${f.names}: it ended before it saved what was kept last. Rotate these keys to give them new ones, or delete them.`,
  VALUE_NOT_KEPT: (f: { name: string }) =>
    `The keychain has another value for “${f.name}” than the one that was kept last. Copy the key at your provider and rotate it, or keep this one if you know it.`,
  KEY_UNKNOWN: () => 'That key is not in the vault any more. Look at the list again.',
  PROJECT_UNKNOWN: () => 'That project is not linked any more. Link its folder again.',
  TARGET_UNKNOWN: () => 'That env file is not linked any more. Link its folder again.',
  BINDING_UNKNOWN: (f: { envVar: string }) => `${f.envVar} is not bound in that file any more. Look at the list again.`,
  PREVIEW_UNKNOWN: () => 'Not written: this preview is no longer valid. Look at what would change again.',
  IMPORT_UNKNOWN: () => 'Not taken: the file changed since you looked. Look at what it holds again.',
  EXAMPLE_IS_LINK: (f: { file: string }) =>
    `Not updated: ${f.file} is a link, or lies behind one. Replace it by a file of its own, then update it again.`,
  EXAMPLE_HOLDS_VALUES: (f: { file: string }) =>
    `Not updated: ${f.file} is an env file that keys are written to. An example holds names alone: make it a file of its own.`,
  EXAMPLE_UNKNOWN: () => 'Not written: this preview is no longer valid. Look at what would be added again.',
  CANDIDATE_UNKNOWN: () => 'That file is no longer offered. Look at the list again.',
  TARGET_LINKED: (f: { file: string }) => `${f.file} is a target of this project already.`,
  EXPORT_NEEDS_REVIEW: (f: { file: string }) =>
    `Not written: ${f.file} needs your look first. Preview it in the window, then write.`,
  OFFER_UNKNOWN: () => 'Not saved: the clipboard holds something else by now. Copy the key at your provider again.',
  CLOSING: () => 'Not copied: Clavis is quitting. Start it again, then copy.',
  DIALOG_OPEN: () => 'Not asked: a dialog of Clavis is open, or was just closed. Answer that first.',
  ASKED_TOO_OFTEN: (f: { seconds: number }) =>
    `Not asked: Clavis has put many questions in a short time. If that was not you, look at what is open. Try again in ${f.seconds} ${f.seconds === 1 ? 'second' : 'seconds'}.`,
  COPY_SPENT: (f: { name: string }) => `Not copied: “${f.name}” has no copy left. Allow one more copy, or rotate it.`,
  NOT_CONFIRMED: () => 'Nothing changed: it was not confirmed.',
  ROTATION_NOT_UNDOABLE: (f: { name: string }) =>
    `“${f.name}” has no previous value to go back to: its grace has ended.`,
  CLIPBOARD_REFUSED: () =>
    'Not copied: the system did not let Clavis write to the clipboard. Click into the window, then copy again.',
  FOLDER_GONE: (f: { folder: string }) =>
    `The folder ${f.folder} is not there. Put it back, or unlink its project if it has one.`,
  FOLDER_LINKED: (f: { folder: string }) => `${f.folder} is linked already.`,
  TARGET_NOT_A_FILE: (f: { file: string }) => `Not written: ${f.file} is not a file. Move it away, then export again.`,
  TARGET_LEAVES_PROJECT: (f: { file: string; to?: string }) =>
    f.to === undefined
      ? `Not written: ${f.file} leads out of the project. Replace the link by a file, then export again.`
      : `Not written: ${f.file} leads out of the project, to ${f.to}. Link the folder of that file instead, or replace the link by a file, then export again.`,
  TARGET_IS_PIPE: (f: { file: string }) =>
    `Not written: ${f.file} is a pipe, as 1Password mounts an env file: its values come from the program behind it. Change them there, or choose another file.`,
  TARGET_IS_PROGRAM: (f: { file: string; shell: string }) =>
    f.shell === ''
      ? `${f.file} is a program or a program's settings: what Clavis writes could run there. Choose an env file.`
      : `${f.file} is for ${f.shell}, whose quotes differ from those of bash and zsh: what Clavis writes could run there. Choose a .env or .envrc file.`,
  TARGET_FOR_SHELLS: (f: { file: string }) =>
    `Not written: shells run ${f.file}, so it can only have the shell format. Set its format to shell, then write again.`,
  TARGET_SPANS_LINES: (f: { file: string; envVar: string }) =>
    `Not changed: the value of ${f.envVar} in ${f.file} spans several lines, which another format would not read as one. Remove it from the file first.`,
  TARGET_HARD_LINKED: (f: { file: string }) =>
    `Not written: ${f.file} has a second name elsewhere (a hard link). Make it a file of its own, then export again.`,
  TARGET_UNREADABLE: (f: { file: string; reason: string }) =>
    `${f.file} can't be read (${f.reason}). Fix its permissions, then try again.`,
  TARGET_UNWRITABLE: (f: { file: string; reason: string }) =>
    `Not written: ${f.file} can't be written (${f.reason}). It is as it was. Fix that, then export again.`,
  TARGET_MOUNTED: (f: { file: string }) =>
    `Not written: ${f.file} is mounted by itself, as containers mount single files, so it can't be replaced. It is as it was. Link the folder that it is mounted from, and write it there.`,
  TARGET_CHANGED: (f: { file: string }) =>
    `Not written: ${f.file} changed since you looked. Look at what would change again.`,
  TARGET_TOO_LARGE: (f: { file: string; limit: number }) =>
    `${f.file} is larger than ${f.limit} bytes: that is no env file. Choose another target.`,
  TARGET_TRACKED: (f: { file: string; instead?: string; by?: string }) => {
    const command = f.by === undefined ? untrackCommand(f.file) : null;
    const how = command === null ? 'Take it out of git' : `Run \`${command}\``;
    const where = f.by === undefined ? 'git' : `the git repository ${f.by}`;
    const away = `${how}, commit, then export again.`;
    return f.instead === undefined
      ? `Not written: ${f.file} is tracked by ${where}. ${away}`
      : `Not written: ${f.file} is tracked by ${where}, as such a project has it for its defaults. Write to ${f.instead} instead, which is read over it. Or: ${away}`;
  },
  TARGET_IN_OTHER_SYSTEM: (f: { file: string; said: string; remedy: string }) =>
    `Not written: it can't be told whether ${f.file} would be committed: ${f.said}. ${f.remedy}.`,
  IGNORE_FILE_NOT_UTF8: (f: { ignoreFile: string }) =>
    `Not added: ${f.ignoreFile} is in UTF-16, of which git reads no line. It is as it was. Save it as UTF-8, then preview again.`,
  TARGET_NOT_IGNORED: (f: { file: string }) => `Not written: git would commit ${f.file}. Add it to .gitignore first.`,
  TARGET_UNPARSABLE: (f: { file: string; reason: string }) =>
    `${f.file} is as it was: it can't be read or changed safely. ${f.reason}`,
  VALUE_UNWRITABLE: (f: { envVar: string; file: string; reason: string }) =>
    `Not written: ${f.envVar} has no form that every reader of ${f.file} would take (${f.reason}).`,
  GIT_FAILED: (f: { file: string; said: string; remedy?: string }) =>
    `Not written: git could not say whether it would commit ${f.file}. It said: ${f.said}${f.remedy === undefined ? '' : `. ${f.remedy}`}`,
  GIT_EXCLUDE_ELSEWHERE: (f: { file: string }) =>
    `Not written: git’s exclude file for ${f.file} does not lie in this repository’s own .git. Add the line to .gitignore instead.`,
  KEYCHAIN_LOCKED: () => 'The keychain is locked. Unlock it, then try again.',
  KEYCHAIN_MISSING: () =>
    'There is no keychain to talk to. On Linux start a Secret Service (gnome-keyring, KeePassXC or KWallet), then try again.',
  KEYCHAIN_NO_DEFAULT: () =>
    'The Secret Service has no default keyring yet. Make one (in “Passwords and Keys”: File, New, Password keyring, then Set as default), then try again.',
  KEYCHAIN_DENIED: () =>
    'This system does not let Clavis speak to the keychain. Allow it (org.freedesktop.secrets, where AppArmor or a sandbox decides), then try again.',
  KEYCHAIN_OTHER: () =>
    'This keychain holds nothing of this vault, as after a change of desktop or login. Nothing is lost or deleted: go back to the one before, then try again; or go on with this one.',
  KEYCHAIN_TIMEOUT: () => 'The keychain did not answer in time. Nothing was lost. Try again in a moment.',
  KEYCHAIN_FAILED: (f: { reason: string }) => `The keychain refused (${f.reason}). Nothing was lost. Try again.`,
  VALUES_DAMAGED: (f: { names: string }) =>
    `The keychain does not hold what Clavis kept in it for ${f.names}: it changed line breaks, backslashes or blanks, or another program wrote there. It was left as it is. Copy the value at your provider again, then rotate.`,
  DATABASE_NEWER: (f: { file: string }) =>
    `The vault's database ${f.file} was made by a newer Clavis. Update Clavis; the file is untouched.`,
  DATABASE_DAMAGED: (f: { file: string; reason: string }) =>
    `The vault's database ${f.file} can't be used: ${f.reason}. It is untouched. Start Clavis again to rebuild it from a copy.`,
  DATABASE_UNREADABLE: (f: { file: string; reason: string }) =>
    `The vault's database ${f.file} can't be opened (${f.reason}). It is untouched. Fix that, then start Clavis again.`,
  FOLDER_OPEN_TO_OTHERS: (f: { folder: string; reason: string }) =>
    `Other people on this computer may look into ${f.folder}, and Clavis could not change that (${f.reason}). Give the folder to yourself alone (chmod 700), then start Clavis again.`,
  VAULT_IN_USE: (f: { file: string }) => `Another Clavis is using this vault (${f.file}). Close it, then start again.`,
  DATABASE_FAILED: (f: { reason: string }) =>
    `The vault's database failed (${f.reason}), and nothing was changed in it. Fix that, then try again.`,
  GENERATE_WEAK: (f: { bits: number; least: number }) =>
    `Not made: such a value has ${f.bits} random bits, and ${f.least} are the least that can't be guessed. Make it longer.`,
  ...backupWords,
  ...passphraseWords,
  RECOVERY_UNKNOWN: () => 'Not recovered: this list is no longer valid. Look through the keychain again.',
  SPARE_NEEDED: (f: { name: string }) =>
    `Not removed: the item that Clavis reads for “${f.name}” does not hold what was kept, so an older one may be the only one that does. Rotate the key first, then look again.`,
  ...externalImportWords,
  VAULT_LOCKED: () => 'Clavis is locked. Unlock it first.',
  UNLOCK_NOT_ATTENDED: () => 'Still locked: this window is not the one you are working in. Click into it, then unlock.',
  UNLOCK_NOT_PRESSED: () =>
    'Still locked: no key and no mouse button was pressed in this window for it. Press Enter, or click Unlock.',
  UNLOCK_NOT_CONFIRMED: () =>
    'Still locked: you did not confirm it. Unlock again, then choose Unlock in the question of Clavis.',
  UNLOCK_REFUSED: () => 'Still locked: the system did not confirm that it is you. Try again.',
  CLIPBOARD_KEPT: (f: { name: string }) =>
    `A clipboard manager put “${f.name}” back after Clavis cleared it. Clear its history, and let it skip passwords.`,
  DIAGNOSTICS_FAILED: (f: { reason: string }) =>
    `Not copied: the diagnostics can't be read (${f.reason}). Fix that in the folder of Clavis' data, then copy again.`,
  SHORTCUT_TAKEN: (f: { shortcut: string }) =>
    `${f.shortcut} can't be had: another program uses it, or the system does not allow it. Choose another in Settings.`,
  LOGIN_ITEM_REFUSED: (f: { reason: string }) =>
    `Not changed: Clavis couldn't be set to start at login, or no longer to (${f.reason}). Change it in the system's settings.`,
  BAD_MESSAGE: (f: { channel: string }) => `Refused: ${f.channel} was called with something it does not take.`,
  NOT_ALLOWED: (f: { channel: string }) => `Refused: ${f.channel} is not open to this window.`,
  INTERNAL: () => 'Something went wrong inside Clavis. Nothing was lost. Try again; if it stays, restart Clavis.',
} satisfies Record<string, (facts: never) => string>;

type Words = typeof words;
export type ErrorCode = keyof Words;
/** What an error's facts may hold: names, counts, limits. */
export type Facts = Record<string, string | number>;
type FactsOf<C extends ErrorCode> = Parameters<Words[C]> extends [infer F] ? [facts: F & Facts] : [];

/** An error that a person can act on. Crosses to the renderer as `{ code, message, details }`. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code: ErrorCode;
  readonly details: Facts;

  constructor(code: ErrorCode, message: string, details: Facts) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** The error of this code, worded with its facts. */
export function vaultError<C extends ErrorCode>(code: C, ...facts: FactsOf<C>): VaultError {
  return new VaultError(code, format(code, ...facts), facts[0] ?? {});
}

function format(code: ErrorCode, ...facts: readonly unknown[]): string {
  // A method's parameters compare both ways, which lets one call serve every code; FactsOf has checked them.
  const table: { [code in ErrorCode]: { format(...given: readonly unknown[]): string }['format'] } = words;
  return table[code](...facts);
}

/** So many of a form's errors are said in a message; the facts name them all. */
const mostSaid = 5;

/** The sentences of each field's own error, "Not saved" said once. */
function formatProblems(facts: Facts): string {
  const problems = new Map<string, { readonly code: ErrorCode; readonly facts: Facts }>();
  for (const [name, fact] of Object.entries(facts)) {
    const at = name.indexOf(':');
    const own = at < 0 ? undefined : problems.get(name.slice(0, at));
    if (own) own.facts[name.slice(at + 1)] = fact;
    else if (isErrorCode(fact)) problems.set(name, { code: fact, facts: {} });
  }
  const said = [...problems.values()].slice(0, mostSaid).map((one, at) => {
    const text = format(one.code, one.facts).replace(/^Not (saved|made): /, '');
    return at === 0 ? text : text.charAt(0).toUpperCase() + text.slice(1);
  });
  const more = problems.size - said.length;
  return ['Not saved:', ...said, ...(more > 0 ? [`${more} more fields need a change.`] : [])].join(' ');
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(words, code);
}

export function isVaultError(error: unknown, code?: ErrorCode): error is VaultError {
  return error instanceof VaultError && (code === undefined || error.code === code);
}

/** Whether main got no yes: the person said no, another question is open, or they were asked too often. */
export function isNotAgreed(error: unknown): boolean {
  const codes: readonly ErrorCode[] = ['NOT_CONFIRMED', 'DIALOG_OPEN', 'ASKED_TOO_OFTEN'];
  return codes.some((code) => isVaultError(error, code));
}

/** Every code, for the contract's schema. */
export const errorCodes: readonly ErrorCode[] = Object.keys(words).filter((code): code is ErrorCode => code in words);
