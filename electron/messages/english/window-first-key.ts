/** The first screen, while there is no key. */

export const keep = 'Keep';
export const keepText = 'Copy a key at your provider. Clavis sees it on the clipboard and keeps it for you.';
export const use = 'Use';
export const useText = 'Link a project folder and write the key to its env file. It is never in a repository.';
export const rotate = 'Rotate';
export const rotateText = 'Clavis tells you when a key is due and which projects need the new one.';
export const title = 'Keep your first key';
export const keepThisKey = 'Keep this key';
export const addKey = 'Add a key';
export const inVault = 'Values stay in your passphrase vault and are never shown here.';
export const inKeychain = 'Values stay in your system’s keychain and are never shown here.';
/** There is no place for them yet. */
export const nowhere = 'Values are never shown here.';
