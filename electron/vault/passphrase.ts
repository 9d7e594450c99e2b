import { vaultError } from './errors.ts';
import type { PassphrasePurpose } from './passphrase-vault-port.ts';
import type { Consent } from './ports.ts';
import type { Secret } from './secret.ts';

/** In characters. What a passphrase protects lies in a file that anybody may try on, for ever. */
export const leastPassphrase = 12;

/**
 * Half a character would be another one in UTF-8, and open what it was not chosen for. Characters are counted as they are
 * composed: that is what the key is made of. @throws PASSPHRASE_NOT_TEXT, PASSPHRASE_WEAK
 */
export function assertStrong(passphrase: Secret): void {
  const text = passphrase.reveal();
  if (!text.isWellFormed()) throw vaultError('PASSPHRASE_NOT_TEXT');
  if ([...text.normalize('NFC')].length < leastPassphrase)
    throw vaultError('PASSPHRASE_WEAK', { least: leastPassphrase });
}

/** A new one, as the person chose it in main's own window. @throws NOT_CONFIRMED, PASSPHRASE_WEAK */
export async function askNewPassphrase(
  consent: Pick<Consent, 'choosePassphrase'>,
  purpose: PassphrasePurpose,
): Promise<Secret> {
  const passphrase = await consent.choosePassphrase(purpose);
  if (passphrase === null) throw vaultError('NOT_CONFIRMED');
  assertStrong(passphrase);
  return passphrase;
}
