import { count } from './counts.ts';

/** The passphrase vault: where values are, the choice of its passphrase, and what asks for it. */

export const where =
  'Values are in a passphrase vault: a file in Clavis’ folder, sealed with your passphrase. While Clavis is locked nobody can read them.';
export const offer = 'Use a passphrase vault…';
export const created = 'Passphrase vault created.';
export const change = 'Change passphrase…';
export const changed = 'Passphrase changed.';
export const ready = 'Passphrase vault';
export const locked = 'Vault locked';
export const lockedFix = 'The passphrase vault is locked. Lock Clavis, then unlock it with your passphrase.';
export const missing = 'Vault file missing';
export const missingFix = 'The file of your values is gone from Clavis’ folder. Put it back there, then try again.';
export const failing = 'Vault failing';
export const failingFix =
  'The file of your values can’t be read or written as it should. It was left as it is. Try again, or put back a copy of it.';

export const createTitle = 'Keep values in a passphrase vault';
export const createLead =
  'This computer has no keychain that Clavis can use. A passphrase vault keeps your values in one file in Clavis’ own folder, each sealed with AES-256 under a key that only your passphrase opens.';
export const create = 'Create vault';
export const creating = 'Creating vault…';
export const changeTitle = 'Choose a new passphrase';
export const changeLead =
  'It opens the file of your values from now on. Copies of that file that were made before still open with the passphrase there was.';
export const changeNow = 'Change passphrase';
export const changing = 'Changing…';
export const moveTitle = 'Move values to a passphrase vault';
export const moveLead =
  'Your values are copied to one file in Clavis’ own folder, each sealed with AES-256 under a key that only this passphrase opens. They leave the keychain when every one was read back from there.';
export const moveNow = 'Move values';
export const moveConfirmTitle = 'Type your passphrase to move';
export const moveConfirmLead =
  'Your values are copied to the system’s keychain. The file that this passphrase opens is deleted when every one was read back from there.';
export const protects = 'Protects';
export const protectsWhat = 'the values when the file is copied or the disk is stolen, and while Clavis is locked.';
export const protectsNot = 'Does not protect';
export const protectsNotWhat =
  'them from other programs of yours while Clavis is unlocked, nor hide the names of your keys.';
export const passphrase = 'Passphrase';
export const leastLength = (characters: number): string => `${characters} characters or more, such as a few words.`;
export const repeat = 'Repeat passphrase';
export const noReset =
  'You type it after each start and each lock. Without it nobody can open the values, and there is no way to reset it.';
export const different = 'Passphrases don’t match.';

export const unlockTitle = 'Unlock Clavis';
export const unlockLead = 'Your values are sealed with your passphrase.';
export const unlock = 'Unlock';
export const unlocking = 'Unlocking…';
export const confirmTitle = 'Type your passphrase first';
export const confirmLead = 'Then you choose the one that opens your values from now on.';
export const goOn = 'Go on';
export const trying = 'Trying…';
export const wrong = 'That is not the passphrase.';
export const waits = 'After wrong passphrases Clavis waits.';
export const tryAgainIn = (seconds: number): string => `You can try again in ${count(seconds, 'second')}.`;
