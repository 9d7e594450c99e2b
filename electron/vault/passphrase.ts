import { vaultError } from './errors.ts';
import type { PassphrasePurpose } from './passphrase-vault-port.ts';
import type { Consent } from './ports.ts';
import type { Secret } from './secret.ts';

/** In characters. What a passphrase protects lies in a file that anybody may try on, for ever. */
export const leastPassphrase = 12;

/** @throws PASSPHRASE_WEAK */
export function assertStrong(passphrase: Secret): void {
  if ([...passphrase.reveal()].length < leastPassphrase)
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
