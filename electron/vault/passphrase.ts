import { vaultError } from './errors.ts';
import type { Secret } from './secret.ts';

/** In characters. What a passphrase protects lies in a file that anybody may try on, for ever. */
export const leastPassphrase = 12;

/** @throws PASSPHRASE_WEAK */
export function assertStrong(passphrase: Secret): void {
  if ([...passphrase.reveal()].length < leastPassphrase)
    throw vaultError('PASSPHRASE_WEAK', { least: leastPassphrase });
}
