import type { ErrorWords } from '../language.ts';

/** Errors of the keychain, the database, the lock and the window. */
export const vaultErrors = {
  DIALOG_OPEN: () => 'Not asked: a dialog of Clavis is open, or was just closed. Answer that first.',
  ASKED_TOO_OFTEN: (f) =>
    `Not asked: Clavis has put many questions in a short time. If that was not you, look at what is open. Try again in ${f.seconds} ${f.seconds === 1 ? 'second' : 'seconds'}.`,
  NOT_CONFIRMED: () => 'Nothing changed: it was not confirmed.',
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
  KEYCHAIN_FAILED: (f) => `The keychain refused (${f.reason}). Nothing was lost. Try again.`,
  DATABASE_NEWER: (f) =>
    `The vault's database ${f.file} was made by a newer Clavis. Update Clavis; the file is untouched.`,
  DATABASE_DAMAGED: (f) =>
    `The vault's database ${f.file} can't be used: ${f.reason}. It is untouched. Start Clavis again to rebuild it from a copy.`,
  DATABASE_UNREADABLE: (f) =>
    `The vault's database ${f.file} can't be opened (${f.reason}). It is untouched. Fix that, then start Clavis again.`,
  FOLDER_OPEN_TO_OTHERS: (f) =>
    `Other people on this computer may look into ${f.folder}, and Clavis could not change that (${f.reason}). Give the folder to yourself alone (chmod 700), then start Clavis again.`,
  VAULT_IN_USE: (f) => `Another Clavis is using this vault (${f.file}). Close it, then start again.`,
  DATABASE_FAILED: (f) =>
    `The vault's database failed (${f.reason}), and nothing was changed in it. Fix that, then try again.`,
  PASSPHRASE_WEAK: (f) =>
    `Not saved: the passphrase is shorter than ${f.least} characters. Use a few words that belong together for you alone.`,
  PASSPHRASE_NOT_TEXT: () =>
    'Not taken: a character of the passphrase is only half of one, as a program that cuts texts leaves it. Type the passphrase instead of pasting it.',
  VAULT_LOCKED: () => 'Clavis is locked. Unlock it first.',
  UNLOCK_NOT_ATTENDED: () => 'Still locked: this window is not the one you are working in. Click into it, then unlock.',
  UNLOCK_NOT_PRESSED: () =>
    'Still locked: no key and no mouse button was pressed in this window for it. Press Enter, or click Unlock.',
  UNLOCK_NOT_CONFIRMED: () =>
    'Still locked: you did not confirm it. Unlock again, then choose Unlock in the question of Clavis.',
  UNLOCK_REFUSED: () => 'Still locked: the system did not confirm that it is you. Try again.',
  LOCKED_TOO_OFTEN: (f) =>
    `Not locked: it was asked for right after you had unlocked Clavis, and nothing was pressed in this window. Press a key or click, then lock, or try again in ${f.seconds} ${f.seconds === 1 ? 'second' : 'seconds'}.`,
  DIAGNOSTICS_FAILED: (f) =>
    `Not copied: the diagnostics can't be read (${f.reason}). Fix that in the folder of Clavis' data, then copy again.`,
  SHORTCUT_TAKEN: (f) =>
    `${f.shortcut} can't be had: another program uses it, or the system does not allow it. Choose another in Settings.`,
  LOGIN_ITEM_REFUSED: (f) =>
    `Not changed: Clavis couldn't be set to start at login, or no longer to (${f.reason}). Change it in the system's settings.`,
  BAD_MESSAGE: (f) => `Refused: ${f.channel} was called with something it does not take.`,
  NOT_ALLOWED: (f) => `Refused: ${f.channel} is not open to this window.`,
  INTERNAL: () => 'Something went wrong inside Clavis. Nothing was lost. Try again; if it stays, restart Clavis.',
} satisfies Partial<ErrorWords>;
