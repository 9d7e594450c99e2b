/** The window while it is locked. */

export const title = 'Clavis is locked';
export const touchId = 'Touch ID is asked before anything is shown.';
export const hides = 'This hides the list; it doesn’t check who is there. Your keychain and your screen lock do.';
export const passphrase = 'Your values are sealed. Clavis asks for your passphrase in a window of its own.';
export const waiting = 'Waiting for Touch ID';
export const waitingForPassphrase = 'Waiting for passphrase';
export const unlock = 'Unlock';
