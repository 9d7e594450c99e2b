/** What is wrong with a field, next to it. */

export const nameEmpty = 'Enter a name.';
export const nameTooLong = (limit: unknown, length: unknown): string =>
  `Use ${limit} characters or fewer. It has ${length}.`;
export const nameUnreadable = 'Has a character that can’t be seen. Type it again.';
export const nameTaken = (name: unknown): string => `A key named “${name}” already exists. Choose another name.`;
export const envVarInvalid =
  'Enter a name such as STRIPE_SECRET_KEY: letters, digits and _, no digit first, up to 120.';
export const envVarRefused = (envVar: unknown, reason: unknown): string =>
  `${envVar} can’t be used: ${reason}. Choose another name.`;
export const envVarBound = (envVar: unknown, file: unknown): string =>
  `${envVar} already uses another key in ${file}. Remove that one first, or choose another name.`;
export const tagsTooLong = (most: unknown, limit: unknown): string =>
  `Use ${most} tags or fewer, each of ${limit} characters or fewer.`;
export const tooLong = (limit: unknown): string => `Use ${limit} characters or fewer.`;
export const valueEmpty = 'Enter the value.';
export const controlCharacter = (character: unknown, position: unknown): string =>
  `Has ${character} at position ${position}, which env files can’t hold. Copy the key again.`;
export const valueTooLong = (bytes: unknown, limit: unknown): string =>
  `Has ${bytes} bytes; this system’s keychain takes ${limit}. Keep it in a file instead.`;
export const marred = (character: unknown, position: unknown): string =>
  `Has ${character} at position ${position}, which no such key has. Copy it again.`;
export const odd = (characters: unknown): string =>
  `Has ${characters}. Copy the value again, or say below that it belongs there.`;
export const reference =
  'This looks like a reference to a value that is kept elsewhere. Copy the value, or say below that this is it.';
export const ciphertext =
  'This looks like an encrypted text. Decrypt it and copy the value, or say below that this is it.';
export const sameValue = 'This is the value it has now. Make a new key at your provider.';
export const weak = (bits: unknown, least: unknown): string =>
  `Make it longer: it has ${bits} random bits, at least ${least} are needed.`;
export const passphraseWeak = (least: unknown): string => `Use ${least} characters or more.`;
export const backupLocked = 'This passphrase doesn’t open the backup. Type it again.';
