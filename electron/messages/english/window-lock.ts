/** The window while it is locked. */

export const title = 'Clavis is locked';
export const touchId = 'Touch ID is asked before anything is shown.';
export const hides = 'This hides the list; it doesn’t check who is there. Your keychain and your screen lock do.';
export const waiting = 'Waiting for Touch ID';
export const unlock = 'Unlock';
