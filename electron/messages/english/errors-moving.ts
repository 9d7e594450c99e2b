import type { ErrorWords } from '../language.ts';

/** Errors of moving values between the keychain and a passphrase vault. */
export const movingErrors = {
  VALUES_MOVING: () => 'Not changed: your values are being moved just now. Try again when that is done.',
  VALUES_CHANGING: () => 'Not moved: a value is being changed just now. Try again in a moment.',
  VALUES_THERE: () => 'Not moved: your values are there already.',
  MOVE_VALUE_DAMAGED: (f) =>
    `Not moved: the value of “${f.name}” is damaged and can’t be opened. Rotate or delete that key, then move again. All values are where they were.`,
  MOVE_IN_THE_WAY: (f) =>
    `Not moved: there is another value for “${f.name}” already, which Clavis doesn’t overwrite. Remove it there if you don’t need it (other programs list it under Clavis), then move again.`,
  MOVE_NOT_KEPT: (f) =>
    `Not moved: the value of “${f.name}” was not kept as it is. All values are where they were. Try again.`,
  MOVE_OTHER_KEYCHAIN: () =>
    'Some values are still to be removed from a keychain, but not from the one that answers now. Start the one before, then try again.',
  MOVE_VALUE_DIFFERS: (f) =>
    `Not removed: the keychain’s value of ${f.names} is not the one that the passphrase vault has. Rotate that key, or remove the keychain’s item yourself (other programs list it under Clavis).`,
  MOVE_FILE_NEEDED: (f) =>
    `The old file of your values stays: the keychain doesn’t hold the value of ${f.names} any more. Restore that key from a backup, rotate it or delete it, then try again.`,
} satisfies Partial<ErrorWords>;
