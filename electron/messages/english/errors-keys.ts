import type { ErrorWords } from '../language.ts';
import { marred } from './marred.ts';

/** Errors of a key, its fields and its values. */
export const keyErrors = {
  NAME_EMPTY: () => 'Not saved: the key has no name. Give it one.',
  NAME_TOO_LONG: (f) => `Not saved: the name has ${f.length} characters, ${f.limit} is the most. Shorten it.`,
  NAME_UNREADABLE: () => 'Not saved: the name or a tag holds a character that can’t be seen. Type it again.',
  NAME_TAKEN: (f) => `Not saved: a key named “${f.name}” is already here. Choose another name.`,
  ENV_VAR_INVALID: () =>
    "Not saved: that can't be an environment variable. Use up to 120 letters, digits and _, and no digit first.",
  ENV_VAR_REFUSED: (f) =>
    `Not saved: ${f.envVar} is refused as an environment variable: ${f.reason}. Choose another name.`,
  NOTE_TOO_LONG: (f) => `Not saved: the note is longer than ${f.limit} characters. Shorten it.`,
  TAGS_TOO_LONG: (f) =>
    `Not saved: a key has at most ${f.most} tags, each of at most ${f.limit} characters. Take some away, or shorten them.`,
  VALUE_EMPTY: () => 'Not saved: the value is empty. Copy the key at your provider again.',
  VALUE_CONTROL_CHARACTER: (f) =>
    `Not saved: the value holds ${f.character} at position ${f.position}, which env files can't carry. Copy the key again.`,
  VALUE_TOO_LONG: (f) =>
    `Not saved: the value has ${f.bytes} bytes, and this system's keychain takes ${f.limit}. Keep it in a file instead.`,
  VALUE_MARRED: (f) => `Not saved: this ${marred(f)}`,
  VALUE_ODD: (f) =>
    `Not saved: the value holds ${f.characters}. Such a character is hardly ever meant. Keep it if it belongs there; else copy the value again.`,
  VALUE_REFERENCE: () =>
    'Not saved: this looks like a reference to a value that is kept elsewhere. Copy the value itself, or keep this if it is the value.',
  VALUE_CIPHERTEXT: () =>
    'Not saved: this looks like an encrypted text. Decrypt it and copy the value, or keep this if it is the value.',
  VALUE_SAME: (f) =>
    `Not rotated: the new value of “${f.name}” is the one it has now. Make a new key at your provider, then rotate.`,
  COMPARED_TOO_MUCH: (f) =>
    `Not done: Clavis compares ${f.limit} values a minute with those it keeps, so that nobody can find one by trying. Try again in ${f.seconds} ${f.seconds === 1 ? 'second' : 'seconds'}.`,
  VALUE_MISSING: (f) => `The keychain has no value for “${f.name}”. Rotate it to give it a new one, or delete it.`,
  VALUES_NOT_KEPT: (f) =>
    `The keychain has no values for ${f.names}: it ended before it saved what was kept last. Rotate these keys to give them new ones, or delete them.`,
  VALUE_NOT_KEPT: (f) =>
    `The keychain has another value for “${f.name}” than the one that was kept last. Copy the key at your provider and rotate it, or keep this one if you know it.`,
  KEY_UNKNOWN: () => 'That key is not in the vault any more. Look at the list again.',
  OFFER_UNKNOWN: () => 'Not saved: the clipboard holds something else by now. Copy the key at your provider again.',
  CLOSING: () => 'Not copied: Clavis is quitting. Start it again, then copy.',
  COPY_SPENT: (f) => `Not copied: “${f.name}” has no copy left. Allow one more copy, or rotate it.`,
  ROTATION_NOT_UNDOABLE: (f) => `“${f.name}” has no previous value to go back to: its grace has ended.`,
  CLIPBOARD_REFUSED: () =>
    'Not copied: the system did not let Clavis write to the clipboard. Click into the window, then copy again.',
  VALUES_DAMAGED: (f) =>
    `The keychain does not hold what Clavis kept in it for ${f.names}: it changed line breaks, backslashes or blanks, or another program wrote there. It was left as it is. Copy the value at your provider again, then rotate.`,
  GENERATE_WEAK: (f) =>
    `Not made: such a value has ${f.bits} random bits, and ${f.least} are the least that can't be guessed. Make it longer.`,
  RECOVERY_UNKNOWN: () => 'Not recovered: this list is no longer valid. Look through the keychain again.',
  SPARE_NEEDED: (f) =>
    `Not removed: the item that Clavis reads for “${f.name}” does not hold what was kept, so an older one may be the only one that does. Rotate the key first, then look again.`,
  CLIPBOARD_KEPT: (f) =>
    `A clipboard manager put “${f.name}” back after Clavis cleared it. Clear its history, and let it skip passwords.`,
} satisfies Partial<ErrorWords>;
