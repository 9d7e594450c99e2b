import type { ErrorWords } from '../language.ts';

/** Errors of a passphrase vault: of its file, and of what is in it. */
export const passphraseVaultErrors = {
  VALUE_DAMAGED: () =>
    'The sealed value of this key was changed in the vault’s file, and can’t be opened. All others are as they were. Copy the key at your provider and rotate it, or put back a copy of the file.',
  PASSPHRASE_VAULT_NOT_OFFERED: (f) =>
    f.keys > 0
      ? 'Not made: this vault’s keys have their values in a keychain already. Start that keychain, then try again.'
      : 'Not made: there is a keychain, or Clavis has not asked it yet. Try again.',
  PASSPHRASE_VAULT_NONE: () =>
    'Not changed: the values are in the system’s keychain, and not in a passphrase vault. Change the keychain’s password there.',
  SEALED_FILE_THERE: (f) =>
    `Not made: ${f.file} is there already, and may hold values. This vault doesn’t use it. Move it elsewhere, then try again.`,
  SEALED_FILE_UNREADABLE: (f) =>
    `The file of your values, ${f.file}, can’t be read (${f.reason}). Fix that, then try again.`,
  SEALED_FILE_UNWRITABLE: (f) => `Not made: ${f.file} can’t be written (${f.reason}). Fix that, then try again.`,
  SEALED_FILE_DAMAGED: (f) =>
    `The file of your values, ${f.file}, is damaged at its beginning and at its end, and can’t be opened. It is untouched. Put back a copy of it, or start with an empty vault and restore a backup.`,
  SEALED_FILE_NEWER: (f) =>
    `The file of your values, ${f.file}, was made by a newer Clavis. Update Clavis; the file is untouched.`,
  PASSPHRASE_NO_MEMORY: (f) =>
    `Nothing changed, and the passphrase does not count as a wrong one: the system had no memory to try it, which takes ${f.mebibytes} MiB. Close other programs, then try again.`,
  SEALED_FILE_GONE: (f) =>
    `Still locked: the file of your values, ${f.file}, is gone. Put it back there, then unlock again. Without it, start with an empty vault and restore a backup.`,
  SEALED_FILE_OTHER: (f) =>
    `${f.file} was left as it is: it is not the file that Clavis wrote there. Remove it yourself if you don’t need it.`,
  SEALED_FILE_STAYS: (f) =>
    `The old file of your values, ${f.file}, can’t be removed (${f.reason}). Clavis tries again every hour.`,
  UNLOCK_PAUSED: (f) =>
    `Still locked: after wrong passphrases Clavis waits. Try again in ${f.seconds} ${f.seconds === 1 ? 'second' : 'seconds'}.`,
} satisfies Partial<ErrorWords>;
